import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { parseHash } from '../../src/app/routes';
import type { Hands } from './hands';

const reference = resolve('tests/fixtures/hostile/01_utf8_plain.csv');

/** Opens the sample on the first screen of an empty workbench; the id of its dataset. */
export async function openSample(hands: Hands): Promise<string> {
  const { page, t } = hands;
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  await hands.goTo('/data');
  const href = await page.getByRole('link', { name: t('sample.eventsName') }).getAttribute('href');
  return href?.replace('#/data/', '') ?? '';
}

export interface Stop {
  readonly name: string;
  readonly path?: string;
  readonly prepare?: () => Promise<void>;
}

/** Every screen with something on it, every address among them, in an order in which one person may visit them. */
export function screens(hands: Hands, dataset: string): readonly Stop[] {
  const { page, t } = hands;
  const openAnalysis = (name: string) => async (): Promise<void> => {
    await page.getByRole('link', { name, exact: true }).click();
    await hands.expectResult();
  };
  /** Opens a page of the project that is open. */
  const openPart = async (name: string): Promise<void> => {
    const link = page.getByRole('navigation', { name: t('projects.navigation') }).getByRole('link', { name });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
  };
  const openDocument = async (kind: string): Promise<void> => {
    const name = hands.word(`artefacts.kind.${kind}.name`);
    await page.getByRole('link', { name }).first().click();
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  };
  return [
    { name: 'home', path: '/' },
    { name: 'data', path: '/data' },
    { name: 'import', path: '/data/import' },
    {
      name: 'import with a file',
      prepare: async () => {
        await hands.chooseFile(reference);
        await hands.expectChecked();
        await hands.pick(page.getByRole('combobox', { name: t('wizard.taxonomy.column') }), '投诉类别');
        await expect(hands.linkPicker('其他')).toBeVisible();
      },
    },
    { name: 'rows', path: `/data/${dataset}`, prepare: () => expect(page.getByRole('grid')).toBeVisible() },
    {
      name: 'coding',
      path: `/data/${dataset}/coding`,
      prepare: () => expect(page.locator('blockquote')).toBeVisible(),
    },
    { name: 'import record', path: `/data/${dataset}?tab=report` },
    { name: 'analyse', path: '/analyse' },
    { name: 'Pareto', prepare: openAnalysis(t('sample.pareto')) },
    {
      name: 'rows behind a bar',
      prepare: async () => {
        await hands.chart.focus();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog').getByRole('grid')).toBeVisible();
      },
    },
    { name: 'analyse again', path: '/analyse', prepare: () => expect(page.getByRole('dialog')).toHaveCount(0) },
    { name: 'control chart', prepare: openAnalysis(t('sample.rate')) },
    { name: 'analyse a third time', path: '/analyse' },
    { name: 'sigma level', prepare: openAnalysis(t('sample.dpmo')) },
    { name: 'new analysis', path: '/analyse/new/chartRanking', prepare: () => hands.expectResult() },
    { name: 'projects', path: '/projects' },
    {
      name: 'new project',
      prepare: async () => {
        await page.getByRole('button', { name: t('projects.new') }).click();
        await page.getByRole('dialog').getByLabel(t('projects.name')).fill(t('templates.answerSpeed.name'));
      },
    },
    {
      name: 'project',
      prepare: async () => {
        await page.getByRole('button', { name: t('projects.create') }).click();
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await expect(page.getByRole('heading', { level: 1, name: t('templates.answerSpeed.name') })).toBeVisible();
      },
    },
    { name: 'phase', prepare: () => openPart(t('artefacts.phase.define')) },
    { name: 'charter', prepare: () => openDocument('charter') },
    { name: 'duties', prepare: () => openPart(t('artefacts.phase.define')).then(() => openDocument('raci')) },
    { name: 'data plan', prepare: () => openPart(t('artefacts.phase.measure')).then(() => openDocument('dataPlan')) },
    { name: 'fishbone', prepare: () => openPart(t('artefacts.phase.analyze')).then(() => openDocument('fishbone')) },
    { name: 'thread', prepare: () => openPart(t('projects.threadTab')) },
    { name: 'A3', prepare: () => openPart(t('projects.storyTab')) },
    {
      name: 'workshop',
      prepare: async () => {
        await page.getByRole('link', { name: t('workshop.title'), exact: true }).click();
        await expect(page.getByRole('heading', { level: 2, name: t('workshop.step.open.name') })).toBeVisible();
      },
    },
    {
      name: 'workshop vote',
      prepare: async () => {
        const steps = page.getByRole('navigation', { name: t('workshop.agenda') });
        await steps.getByRole('link', { name: t('workshop.step.coding.name') }).click();
        await page.getByLabel(t('workshop.vote.paste')).fill('排队等了四十分钟');
        await page.getByRole('button', { name: t('workshop.vote.fromText') }).click();
        await expect(page.locator('blockquote')).toBeVisible();
      },
    },
    {
      name: 'process map',
      prepare: async () => {
        await page.evaluate(() => void (location.hash = location.hash.replace(/workshop.*$/, 'map')));
        await expect(page.locator('main h1')).toBeVisible();
      },
    },
    { name: 'taxonomy', path: '/taxonomy' },
    { name: 'taxonomy node', path: '/taxonomy/G2.2.1' },
    {
      name: 'edit dialog',
      prepare: async () => {
        await page.getByRole('button', { name: t('taxonomy.edit') }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    { name: 'outlets', path: '/outlets' },
    { name: 'reports', path: '/reports' },
    {
      name: 'report',
      prepare: async () => {
        const person = page.getByLabel(t('events.who.person'), { exact: true });
        await person.fill('王芳');
        await person.blur();
        await page.getByRole('button', { name: t('report.new'), exact: true }).click();
        await expect(page.getByRole('heading', { level: 2, name: t('report.section.overview') })).toBeVisible();
      },
    },
    {
      name: 'meeting',
      path: '/reports',
      prepare: async () => {
        await page.getByRole('button', { name: t('meeting.new'), exact: true }).click();
        await expect(page.getByRole('heading', { level: 3, name: t('meeting.point.decisions') })).toBeVisible();
      },
    },
    {
      name: 'self-checks by month',
      path: '/monitoring',
      prepare: async () => {
        await page.getByRole('button', { name: t('sample.fill') }).click();
        await hands.goTo('/monitoring?tab=selfCheck&layout=month');
        await expect(page.getByRole('region', { name: t('monitoring.tab.selfCheck') })).toBeVisible();
      },
    },
    { name: 'surveys', path: '/surveys' },
    {
      name: 'survey',
      prepare: async () => {
        await page.getByRole('button', { name: t('surveys.new') }).click();
        await expect(page.getByRole('tab', { name: t('surveys.tab.design') })).toBeVisible();
      },
    },
    {
      name: 'survey to fill in',
      prepare: async () => {
        await page.getByRole('button', { name: t('surveys.open'), exact: true }).click();
        await page.getByRole('link', { name: t('surveys.fill') }).click();
        await expect(page.getByText(t('surveys.filling.keys'))).toBeVisible();
      },
    },
    { name: 'monitoring', path: '/monitoring' },
    {
      name: 'a recording scored',
      prepare: async () => {
        await page.getByRole('button', { name: t('monitoring.add.recording') }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    { name: 'indicators', path: '/kpi', prepare: () => expect(page.getByRole('dialog')).toHaveCount(0) },
    {
      name: 'taking a ledger in',
      path: '/events/import',
      prepare: () => expect(page.getByRole('dialog')).toHaveCount(0),
    },
    {
      name: 'ledger',
      path: '/events',
      prepare: async () => {
        await page.getByRole('button', { name: t('sample.fill') }).click();
        await expect(page.getByRole('grid')).toBeVisible();
      },
    },
    {
      name: 'event',
      prepare: async () => {
        await page.getByRole('grid').getByRole('row').nth(2).click();
        await expect(page).toHaveURL(/events\/./);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      },
    },
    { name: 'cases', path: '/events/cases' },
    { name: 'rectification', path: '/rectification' },
    {
      name: 'item',
      prepare: async () => {
        await page.locator('main a[href^="#/rectification/"]').first().click();
        await expect(page).toHaveURL(/rectification\/./);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      },
    },
    { name: 'scorecards', path: '/outlets' },
    {
      name: 'outlet',
      prepare: async () => {
        await page.locator('main button.drill').first().click();
        await expect(page).toHaveURL(/outlets\/./);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      },
    },
    { name: 'files', path: '/files' },
    { name: 'settings', path: '/settings' },
    { name: 'storage', path: '/settings/storage' },
    { name: 'help', path: '/help' },
    {
      name: 'commands',
      prepare: async () => {
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    {
      name: 'not found',
      path: '/no/such/place',
      prepare: () => expect(page.getByText(t('shell.notFound.title'))).toBeVisible(),
    },
  ];
}

/** Goes to a stop and waits until it is drawn. */
export async function visitStop(hands: Hands, { path, prepare }: Stop): Promise<void> {
  const { page } = hands;
  if (path !== undefined) {
    while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
    await page.evaluate((hash) => void (location.hash = hash), path);
    const { name } = parseHash(path);
    // The page before stays until this one has been loaded, and its buttons with it.
    if (name !== null) await expect(page.locator(`[data-page=${name}]`)).toBeAttached();
    await expect(page.getByRole('status', { name: hands.t('shell.loading') })).toHaveCount(0);
  }
  await prepare?.();
}

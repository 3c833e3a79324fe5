import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createTranslator } from '../../src/i18n/translator';
import { Hands } from '../support/hands';
import { expect, test } from '../support/test';

const reference = resolve('tests/fixtures/hostile/01_utf8_plain.csv');
// Long, and independent of each other.
test.describe.configure({ mode: 'parallel' });

const en = createTranslator('en');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function openSample(hands: Hands): Promise<string> {
  const { page, t } = hands;
  await page.goto('/');
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  await hands.goTo('/data');
  const href = await page.getByRole('link', { name: t('sample.eventsName') }).getAttribute('href');
  return href?.replace('#/data/', '') ?? '';
}

interface Stop {
  readonly name: string;
  readonly path?: string;
  readonly prepare?: () => Promise<void>;
}

/** Every screen with something on it, in an order in which one person may visit them. */
function screens(hands: Hands, dataset: string): readonly Stop[] {
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
    { name: 'not found', path: '/no/such/place' },
  ];
}

async function visit(hands: Hands, { path, prepare }: Stop): Promise<void> {
  const { page } = hands;
  if (path !== undefined) {
    while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
    await page.evaluate((hash) => void (location.hash = hash), path);
    await expect(page.locator('main')).not.toBeEmpty();
    await expect(page.getByRole('status', { name: hands.t('shell.loading') })).toHaveCount(0);
  }
  await prepare?.();
}

/** Serious faults of the page as it stands; of colours alone where only these have changed. */
async function findFaults(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  // There are no frames, so the results need no second page to be put together.
  axe.setLegacyMode();
  if (scheme === 'dark') axe.withRules('color-contrast');
  else axe.withTags(tags);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${scheme} ${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`,
    );
}

test('A01 no screen has a serious fault, in light and in dark', async ({ hands }) => {
  test.setTimeout(900_000);
  const { page } = hands;
  const dataset = await openSample(hands);
  for (const screen of screens(hands, dataset)) {
    await visit(hands, screen);
    for (const scheme of ['light', 'dark'] as const) {
      expect.soft(await findFaults(page, scheme), screen.name).toEqual([]);
    }
  }
});

test('A02 every point that the arrow keys reach says the number of its row in the table', async ({ hands }) => {
  const { page, t } = hands;
  await openSample(hands);
  for (const [name, valueColumn] of [
    ['sample.pareto', 2],
    ['sample.rate', 3],
    ['sample.late', 3],
  ] as const) {
    await hands.goTo('/analyse');
    await page.getByRole('link', { name: t(name), exact: true }).click();
    await hands.expectResult();
    const { rows } = await hands.readTable();
    const points = name === 'sample.pareto' ? rows.slice(0, -1) : rows;
    const spoken = page.locator('.chart [role=status]');
    await hands.chart.focus();
    await expect(spoken).toHaveText('');
    for (const row of points) {
      const before = await spoken.innerText();
      await page.keyboard.press('ArrowRight');
      await expect(spoken).not.toHaveText(before);
      const said = (await spoken.innerText()).replaceAll(',', '');
      const shown = row[valueColumn].replaceAll(',', '');
      // The chart may say fewer digits than the table shows, never other ones.
      const whole = shown.replace(/[.%].*$/, '');
      expect(said, `${t(name)}: ${row.join(' ')}`).toContain(whole);
    }
    await expect(page.getByRole('img', { name: /.+/ }).first()).toBeVisible();
  }
});

test('A03 a file is imported with the keyboard alone', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  /** Tabs on until an element has the focus; the focus must be seen on the way. */
  const tabTo = async (target: ReturnType<typeof page.locator>): Promise<void> => {
    for (let i = 0; i < 150; i++) {
      if (await target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))) {
        const isSeen = await page.evaluate(() => {
          const style = document.activeElement ? getComputedStyle(document.activeElement) : undefined;
          return style !== undefined && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
        });
        expect(isSeen, `the focus on ${target.toString()} is not visible`).toBe(true);
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${target.toString()}`);
  };

  await tabTo(page.getByRole('link', { name: t('home.door.import.action') }));
  await page.keyboard.press('Enter');
  await expect(hands.dropZone).toBeVisible();
  await tabTo(hands.dropZone.getByRole('button'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(reference);
  await hands.expectChecked();
  await tabTo(page.getByRole('combobox', { name: t('wizard.taxonomy.column') }));
  await page.keyboard.type('投诉类别');
  await page.keyboard.press('Enter');
  await expect(hands.linkPicker('排队等候时间长')).toBeVisible();
  await tabTo(hands.linkPicker('排队等候时间长'));
  await page.keyboard.type('G2.2.1');
  await page.keyboard.press('Enter');
  await expect(hands.linkPicker('排队等候时间长')).toHaveValue(/^G2\.2\.1 /);
  await tabTo(hands.storeButton);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '101');
  await tabTo(page.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowRight');
  await expect(hands.linkPicker('排队等候时间长')).toHaveValue(/^G2\.2\.1 /);
});

test('A05 nothing moves for those who asked for that', async ({ hands }) => {
  const { page, t } = hands;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const watch = (): void => {
      const durations = document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0));
      const longest = Math.max(Number(sessionStorage.getItem('longest') ?? 0), ...durations);
      sessionStorage.setItem('longest', String(longest));
      requestAnimationFrame(watch);
    };
    watch();
  });
  const dataset = await openSample(hands);
  for (const screen of screens(hands, dataset)) {
    if (screen.name.startsWith('import')) continue;
    await visit(hands, screen);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t('shell.theme') }).click();
  await page.keyboard.press('Escape');
  expect(Number(await page.evaluate(() => sessionStorage.getItem('longest')))).toBeLessThanOrEqual(1);
});

test('no screen of a phone scrolls sideways @en', async ({ hands }) => {
  const { page } = hands;
  await page.setViewportSize({ width: 390, height: 844 });
  const dataset = await openSample(hands);
  for (const screen of screens(hands, dataset)) {
    await visit(hands, screen);
    const wide = await page.evaluate(() =>
      [document.scrollingElement, document.querySelector('main')]
        .filter((element) => element !== null && element.scrollWidth > element.clientWidth)
        .map((element) => `${element?.tagName}: ${element?.scrollWidth}`),
    );
    expect.soft(wide, screen.name).toEqual([]);
  }
});

test('another language keeps the place and the numbers', async ({ hands }) => {
  const { page, t } = hands;
  await openSample(hands);
  await hands.goTo('/analyse');
  await page.getByRole('link', { name: t('sample.pareto'), exact: true }).click();
  await hands.expectResult();
  const numbers = async (): Promise<readonly (readonly string[])[]> =>
    (await hands.readTable()).rows.map(([code, , ...cells]) => [code, ...cells]);
  const before = await numbers();
  expect(before.length).toBeGreaterThan(10);
  const place = page.url();
  await page.locator('main').evaluate((main) => main.scrollTo(0, 300));
  await page.getByRole('button', { name: t('shell.language') }).click();
  await page
    .getByRole('menuitemradio', { name: 'English' })
    .or(page.getByRole('menuitem', { name: 'English' }))
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('region', { name: en.t('analyse.table'), exact: true })).toBeVisible();
  expect(page.url()).toBe(place);
  expect(await page.locator('main').evaluate((main) => main.scrollTop)).toBeGreaterThan(200);
  const { rows } = await new Hands(page, en).readTable();
  const after = rows.map(([code, , ...cells]) => [code, ...cells]);
  expect(after).toEqual(before);
});

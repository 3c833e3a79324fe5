import { resolve } from 'node:path';
import type { Translator } from '../../src/i18n/translator.ts';
import type { Hands } from '../../tests/support/hands.ts';

export interface Screen {
  /** The first part of the picture's file name. */
  readonly name: string;
  /** What stands behind the `#`; absent = stay where the last step led. */
  readonly path?: string;
  /** What a person does on the screen before the picture is taken. */
  readonly prepare?: (hands: Hands) => Promise<void>;
  /** Also as it would be printed. */
  readonly print?: boolean;
}

const exportFile = resolve('tests/fixtures/hostile/01_utf8_plain.csv');
const ambiguous = Buffer.from('日期,类别\r\n01/02/2024,排队\r\n03/04/2024,态度\r\n');
const refused = resolve('tests/fixtures/hostile/44_png_renamed.csv');

type Sentence = Parameters<Translator['t']>[0];

/** Opens a saved analysis of the sample from the list. */
function openAnalysis(name: Sentence) {
  return async (hands: Hands): Promise<void> => {
    await hands.goTo('/analyse');
    await hands.page.getByRole('link', { name: hands.t(name), exact: true }).click();
    await hands.expectResult();
  };
}

/** Opens the dataset of the sample from the list, at one of its tabs. */
function openDataset(tab: Sentence) {
  return async ({ page, t }: Hands): Promise<void> => {
    await page.getByRole('link', { name: t('sample.eventsName') }).click();
    await page.getByRole('tab', { name: t(tab) }).click();
  };
}

/** Opens a page of the project that is open. */
function openPart(name: Sentence) {
  return async ({ page, t }: Hands): Promise<void> => {
    await page
      .getByRole('navigation', { name: t('projects.navigation') })
      .getByRole('link', { name: t(name) })
      .click();
  };
}

/** The drawing of the process of the project that is open. */
async function openMap({ page }: Hands): Promise<void> {
  await page.evaluate(() => void (location.hash = location.hash.replace(/^(#\/projects\/[^/?]+).*/, '$1/map')));
  await page.locator('.svelte-flow__node').first().waitFor();
}

/** Opens a step of the workshop that is open. */
function openStep(step: 'coding' | 'causes' | 'close') {
  return async ({ page, t }: Hands): Promise<void> => {
    await page
      .getByRole('navigation', { name: t('workshop.agenda') })
      .getByRole('link', { name: t(`workshop.step.${step}.name`) })
      .click();
  };
}

/** Opens a document of the project that is open, from the page of its phase. */
function openDocument(phase: Sentence, kind: string) {
  return async (hands: Hands): Promise<void> => {
    await openPart(phase)(hands);
    const name = hands.word(`artefacts.kind.${kind}.name`);
    await hands.page.getByRole('link', { name }).first().click();
    await hands.page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  };
}

async function showSection({ page }: Hands, id: string): Promise<void> {
  await page.locator(`#import-${id}`).evaluate((section) => section.scrollIntoView());
}

async function dismissMessages({ page, t }: Hands): Promise<void> {
  const dismiss = page.getByRole('button', { name: t('common.dismiss') });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
}

/** Goes one level down through the first bar, by keyboard. */
async function drill({ page, chart }: Hands): Promise<void> {
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
}

/** Screens that are visited one after the other by the same person, whose data stays between them. */
export const screens: readonly Screen[] = [
  { name: 'home-empty', path: '/' },
  { name: 'data-empty', path: '/data' },
  { name: 'analyse-empty', path: '/analyse' },
  { name: 'import', path: '/data/import' },
  {
    name: 'import-refused',
    prepare: async (hands) => {
      await hands.chooseFile(refused);
      await hands.page.getByRole('alert').getByText(hands.t('wizard.unchanged')).waitFor();
    },
  },
  {
    name: 'import-question',
    prepare: async (hands) => {
      await hands.chooseFile({ name: 'ambiguous.csv', mimeType: 'text/csv', buffer: ambiguous });
      await hands.page.getByRole('radio', { name: hands.t('wizard.dateOrder.dmy') }).waitFor();
    },
  },
  {
    name: 'import-file',
    prepare: async (hands) => {
      await hands.page.getByRole('button', { name: hands.t('wizard.drop.another') }).click();
      await hands.chooseFile(exportFile);
      await hands.expectChecked();
    },
  },
  { name: 'import-columns', prepare: (hands) => showSection(hands, 'columns') },
  {
    name: 'import-taxonomy',
    prepare: async (hands) => {
      const column = hands.page.getByRole('combobox', { name: hands.t('wizard.taxonomy.column') });
      await hands.pick(column, '投诉类别');
      await hands.pick(hands.linkPicker('排队等候时间长'), 'G2.2.1');
      await showSection(hands, 'taxonomy');
    },
  },
  { name: 'import-check', prepare: (hands) => showSection(hands, 'check') },
  { name: 'rows-imported', prepare: async (hands) => void (await hands.store()) },
  {
    name: 'import-again',
    path: '/data/import',
    prepare: async (hands) => {
      await hands.chooseFile(exportFile);
      await hands.page.getByText(hands.t('wizard.check.nothingNew')).waitFor();
      await showSection(hands, 'check');
    },
  },
  { name: 'home-imported', path: '/', prepare: dismissMessages },
  {
    name: 'sample-pareto',
    prepare: async (hands) => {
      // The door to the sample stands on the first screen only: what was imported goes first.
      await hands.goTo('/data');
      await hands.page
        .getByRole('button', { name: hands.t('data.action.more') })
        .first()
        .click();
      await hands.page.getByRole('menuitem', { name: hands.t('data.delete') }).click();
      await hands.page.getByRole('button', { name: hands.t('data.action.undo'), exact: true }).waitFor();
      await dismissMessages(hands);
      await hands.goTo('/');
      await hands.page.getByRole('button', { name: hands.t('home.door.sample.action') }).click();
      await hands.expectResult();
    },
    print: true,
  },
  { name: 'home', path: '/' },
  { name: 'data', path: '/data' },
  { name: 'dataset-rows', path: '/data', prepare: openDataset('data.tab.rows') },
  {
    name: 'dataset-coding',
    path: '/data',
    prepare: async (hands) => {
      await openDataset('data.tab.coding')(hands);
      await hands.page.locator('blockquote').waitFor();
    },
  },
  {
    name: 'dataset-coding-text',
    prepare: ({ page }) => page.locator('blockquote').evaluate((text) => text.scrollIntoView({ block: 'center' })),
  },
  { name: 'dataset-report', path: '/data', prepare: openDataset('data.tab.report') },
  { name: 'analyse', path: '/analyse' },
  {
    name: 'pareto-drilled',
    prepare: async (hands) => {
      await openAnalysis('sample.pareto')(hands);
      await hands.pick(
        hands.options.getByRole('combobox', { name: hands.field('pareto', 'column') }),
        hands.t('analyse.codedLevel.category'),
      );
      await hands.expectResult();
      await drill(hands);
      await hands.page.getByRole('navigation', { name: hands.t('analyse.up') }).waitFor();
    },
  },
  {
    name: 'rows-behind',
    prepare: async (hands) => {
      await openAnalysis('sample.pareto')(hands);
      await drill(hands);
      await hands.page.getByRole('dialog').getByRole('grid').waitFor();
    },
  },
  {
    name: 'control-chart',
    prepare: async (hands) => {
      await hands.page.keyboard.press('Escape');
      await openAnalysis('sample.rate')(hands);
    },
    print: true,
  },
  { name: 'control-chart-late', prepare: openAnalysis('sample.late') },
  { name: 'sigma', prepare: openAnalysis('sample.dpmo'), print: true },
  {
    name: 'chart-ranking',
    path: '/analyse/new/chartRanking',
    prepare: (hands) => hands.expectResult(),
    print: true,
  },
  { name: 'projects', path: '/projects' },
  {
    name: 'project-new',
    prepare: async ({ page, t }) => {
      await page.getByRole('button', { name: t('projects.new') }).click();
      await page.getByRole('dialog').getByLabel(t('projects.name')).fill(t('templates.answerSpeed.name'));
    },
  },
  {
    name: 'project',
    prepare: async ({ page, t }) => {
      await page.getByRole('button', { name: t('projects.create') }).click();
      await page.getByRole('heading', { level: 1, name: t('templates.answerSpeed.name') }).waitFor();
    },
  },
  { name: 'project-phase', prepare: openPart('artefacts.phase.define') },
  { name: 'project-charter', prepare: openDocument('artefacts.phase.define', 'charter'), print: true },
  { name: 'project-duties', prepare: openDocument('artefacts.phase.define', 'raci') },
  { name: 'project-fishbone', prepare: openDocument('artefacts.phase.analyze', 'fishbone') },
  { name: 'project-thread', prepare: openPart('projects.threadTab') },
  { name: 'project-a3', prepare: openPart('projects.storyTab'), print: true },
  {
    name: 'workshop',
    prepare: async ({ page, t }) => {
      await page.getByRole('link', { name: t('workshop.title'), exact: true }).click();
      await page.getByRole('heading', { level: 2, name: t('workshop.step.open.name') }).waitFor();
    },
  },
  { name: 'workshop-coding', prepare: openStep('coding') },
  { name: 'workshop-causes', prepare: openStep('causes') },
  { name: 'workshop-close', prepare: openStep('close'), print: true },
  { name: 'project-map', prepare: openMap, print: true },
  {
    name: 'project-map-step',
    prepare: ({ page }) => page.locator('.svelte-flow__node').nth(1).click(),
  },
  {
    name: 'project-map-compare',
    prepare: async ({ page, t }) => {
      await page.getByRole('radio', { name: t('map.compare.future'), exact: true }).check({ force: true });
      await page.getByRole('button', { name: t('map.makeFuture') }).click();
      await page.getByRole('radio', { name: t('map.compareView') }).check({ force: true });
    },
  },
  { name: 'taxonomy', path: '/taxonomy', print: true },
  { name: 'taxonomy-node', path: '/taxonomy/G2.2.1' },
  {
    name: 'taxonomy-edit',
    prepare: async ({ page, t }) => {
      await page.getByRole('button', { name: t('taxonomy.edit') }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'settings',
    path: '/settings',
    prepare: ({ page }) => page.keyboard.press('Escape'),
  },
  { name: 'storage', path: '/settings/storage' },
  { name: 'help', path: '/help', print: true },
  {
    name: 'commands',
    prepare: async ({ page }) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'not-found', path: '/no/such/place', prepare: ({ page }) => page.keyboard.press('Escape') },
  { name: 'events-empty', path: '/events' },
  { name: 'ledger-import', path: '/events/import' },
  { name: 'cases-empty', path: '/events/cases' },
  { name: 'rectification-empty', path: '/rectification' },
  { name: 'outlets-empty', path: '/outlets' },
  { name: 'surveys-empty', path: '/surveys' },
  { name: 'kpi-empty', path: '/kpi' },
  { name: 'monitoring-empty', path: '/monitoring' },
  {
    name: 'self-checks-month',
    prepare: async (hands) => {
      await hands.page.getByRole('button', { name: hands.t('sample.fill') }).click();
      await hands.goTo('/monitoring?tab=selfCheck&layout=month');
      await hands.page.getByRole('region', { name: hands.t('monitoring.tab.selfCheck') }).waitFor();
    },
    print: true,
  },
  {
    name: 'survey',
    path: '/surveys',
    prepare: async ({ page, t }) => {
      await page.getByRole('button', { name: t('surveys.new') }).click();
      await page.getByRole('tab', { name: t('surveys.tab.design') }).waitFor();
    },
  },
  {
    name: 'survey-form',
    prepare: ({ page, t }) => page.getByRole('tab', { name: t('surveys.tab.print') }).click(),
    print: true,
  },
  {
    name: 'survey-fill',
    prepare: async ({ page, t }) => {
      await page.getByRole('button', { name: t('surveys.open'), exact: true }).click();
      await page.getByRole('link', { name: t('surveys.fill') }).click();
      await page.getByText(t('surveys.filling.keys')).waitFor();
    },
  },
  {
    name: 'monitoring-check',
    path: '/monitoring',
    prepare: async ({ page, t }) => {
      await page.getByRole('button', { name: t('monitoring.add.recording') }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'reports', path: '/reports', prepare: ({ page }) => page.keyboard.press('Escape') },
  {
    name: 'report',
    prepare: async ({ page, t }) => {
      const person = page.getByLabel(t('events.who.person'), { exact: true });
      await person.fill('王芳');
      await person.blur();
      await page.getByRole('button', { name: t('report.new'), exact: true }).click();
      await page.getByRole('heading', { level: 2, name: t('report.section.overview') }).waitFor();
    },
    print: true,
  },
  {
    name: 'meeting',
    path: '/reports',
    prepare: async ({ page, t }) => {
      await page.getByRole('button', { name: t('meeting.new'), exact: true }).click();
      await page.getByRole('heading', { level: 3, name: t('meeting.point.decisions') }).waitFor();
    },
    print: true,
  },
  { name: 'kpi', path: '/kpi', prepare: ({ page }) => page.keyboard.press('Escape') },
  {
    name: 'events',
    path: '/events',
    prepare: async (hands) => {
      await hands.page.getByRole('button', { name: hands.t('sample.fill') }).click();
      await hands.page.getByRole('grid').waitFor();
      await dismissMessages(hands);
    },
  },
  {
    name: 'event',
    prepare: async ({ page }) => {
      await page.getByRole('grid').getByRole('row').nth(2).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  { name: 'rectification', path: '/rectification', print: true },
  { name: 'outlets', path: '/outlets', print: true },
  { name: 'reports', path: '/reports' },
];

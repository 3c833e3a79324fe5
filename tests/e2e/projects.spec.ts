import { phases, type Phase } from '../../src/artefacts/contract';
import type { Locator } from '@playwright/test';
import type { Hands } from '../support/hands';
import { expect, test } from '../support/test';

/** Pages of a PDF, counted by their objects. */
function pagesOf(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length;
}

/** Works the documents of one project as a person does. */
class ProjectHands {
  readonly #hands: Hands;
  readonly id: string;

  constructor(hands: Hands, id: string) {
    this.#hands = hands;
    this.id = id;
  }

  async open(kind: string): Promise<void> {
    await this.#hands.goTo(`/projects/${this.id}/edit/${kind}`);
    const name = this.#hands.word(`artefacts.kind.${kind}.name`);
    await expect(this.#hands.page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  }

  /** Fills a cell, whatever its input is, and waits until it is saved. */
  async #set(cell: Locator, value: string | true): Promise<void> {
    const { page } = this.#hands;
    const input = cell.locator('input, select, textarea').first();
    const tag = await input.evaluate((element) => element.tagName);
    if (value === true) await input.check();
    else if (tag === 'SELECT') await input.selectOption({ label: value });
    else if ((await input.getAttribute('role')) === 'combobox') await this.#hands.pick(input, value);
    else {
      await input.fill(value);
      await page.keyboard.press('Tab');
    }
    await expect(page.getByText(this.#hands.t('common.saving'), { exact: true })).toHaveCount(0);
  }

  async fields(values: Readonly<Record<string, string | true>>): Promise<void> {
    for (const [key, value] of Object.entries(values))
      await this.#set(this.#hands.page.locator(`[data-cell="f.${key}"]`), value);
  }

  async row(list: string, values: Readonly<Record<string, string | true>>): Promise<void> {
    const { page, t } = this.#hands;
    const cells = (column: string): Locator => page.locator(`[data-cell^="${list}."][data-cell$=".${column}"]`);
    const first = Object.keys(values)[0];
    const before = await cells(first).count();
    const card = page.getByRole('region', { name: this.#hands.word(`artefacts.list.${list}`), exact: true });
    await card.getByRole('button', { name: t('projects.addRow') }).click();
    await expect(cells(first)).toHaveCount(before + 1);
    for (const [column, value] of Object.entries(values)) await this.#set(cells(column).last(), value);
  }

  async approve(): Promise<void> {
    const { page, t } = this.#hands;
    await page
      .getByLabel(t('projects.status'), { exact: true })
      .selectOption({ label: t('artefacts.status.approved') });
  }

  async openPhase(phase: Phase): Promise<Locator> {
    const { page, t } = this.#hands;
    await this.#hands.goTo(`/projects/${this.id}/phase/${phase}`);
    const title = t('projects.gate', { phase: t(`artefacts.phase.${phase}`) });
    const gate = page.getByRole('region', { name: title, exact: true });
    await expect(gate).toBeVisible();
    return gate;
  }

  /** Reviews the gate with the keyboard: the name, and Enter. */
  async pass(phase: Phase): Promise<void> {
    const { page, t } = this.#hands;
    const gate = await this.openPhase(phase);
    await expect(gate.getByText(t('artefacts.criterionState.missing'), { exact: true })).toHaveCount(0);
    await page.getByLabel(t('projects.reviewer')).focus();
    await page.keyboard.type('评审组');
    await page.keyboard.press('Enter');
    const reviews = page.getByRole('region', { name: t('projects.reviews'), exact: true });
    await expect(reviews.getByText(t('artefacts.decision.passed'), { exact: true })).toBeVisible();
  }
}

test('a project goes from an empty template through five gates to its A3', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  await hands.goTo('/projects');
  await page.getByRole('button', { name: t('projects.new') }).click();
  const dialog = page.getByRole('dialog', { name: t('projects.new') });
  await dialog.getByLabel(t('projects.name')).fill('降低来电投诉率');
  await dialog.getByRole('radio', { name: t('templates.blank.name') }).check();
  await dialog.getByRole('button', { name: t('projects.create') }).click();
  await expect(page.getByRole('heading', { level: 1, name: '降低来电投诉率' })).toBeVisible();
  const project = new ProjectHands(hands, /#\/projects\/([^/?]+)/.exec(page.url())?.[1] ?? '');
  const choice = (set: string, value: string): string => hands.word(`artefacts.choice.${set}.${value}`);

  // An empty gate does not open, and each criterion leads to where it is answered.
  const gate = await project.openPhase('define');
  await page.getByLabel(t('projects.reviewer')).fill('评审组');
  await page.getByRole('button', { name: t('projects.decide') }).click();
  await expect(page.getByRole('alert')).toContainText(hands.word('failure.gate-not-met'));
  await gate.getByRole('link', { name: hands.word('artefacts.criterion.baselineSourced') }).click();
  await expect(page.locator('[data-cell="f.baseline"] input')).toBeFocused();

  await test.step('define', async () => {
    await project.fields({
      problem: '2024 年每万次来电有 23.5 件投诉',
      goal: '从 23.5 件降到 17.2 件，2025 年底前达到',
      metric: '每万次来电投诉',
      unit: choice('unit', 'per10k'),
      direction: choice('direction', 'lower'),
      metricChart: t('sample.rate'),
      baseline: '23.5',
      baselineN: '2400',
      target: '30',
      sponsor: '李总',
      leader: '王工',
      processOwner: '赵经理',
      benefitHard: '300000',
    });
    // A target on the wrong side is named at the field, and nothing is lost.
    await expect(page.locator('[data-cell="f.target"]')).toContainText(hands.word('artefacts.finding.targetWrongSide'));
    await project.fields({ target: '17.2' });
    await expect(page.locator('[data-cell="f.target"]')).not.toContainText(
      hands.word('artefacts.finding.targetWrongSide'),
    );
    await project.row('team', { name: '孙工' });
    await project.approve();
    await project.open('voice');
    await project.row('ctqs', { characteristic: '导航直达', defectRule: '转人工前超过三层' });
    await project.open('processMap');
    await project.row('steps', { name: '语音导航', stepType: choice('stepType', 'step'), link: 'G2.3.7' });
    await project.row('steps', { name: '座席应答', stepType: choice('stepType', 'step') });
    await project.pass('define');
  });

  await test.step('measure', async () => {
    await project.open('dataPlan');
    await project.row('measures', {
      measure: '每万次来电投诉',
      dataType: choice('dataType', 'count'),
      numerator: '投诉件数',
      denominator: '来电数',
      definition: '按月统计的投诉件数除以来电数',
      source: '服务事件台账',
      sampling: choice('sampling', 'all'),
    });
    await project.approve();
    await project.open('coderAgreement');
    await project.fields({
      agreementVerdict: choice('agreementVerdict', 'limited'),
      limitation: '只在 17 个方面一级使用',
    });
    await project.open('baseline');
    await project.fields({
      stabilityAnalysis: t('sample.rate'),
      specialCauses: '2024 年 9 月系统切换',
      levelAnalysis: t('sample.dpmo'),
    });
    await project.pass('measure');
  });

  await test.step('analyze', async () => {
    await project.open('focus');
    await project.row('cuts', {
      question: '集中在哪里',
      cutKind: choice('cutKind', 'pareto'),
      evidence: t('sample.pareto'),
      codes: 'G2.3.7',
    });
    await project.open('fishbone');
    await project.fields({ effect: '来电投诉多' });
    await project.row('causes', {
      cause: '语音菜单太深',
      bone: choice('bone', 'method'),
      link: 'G2.3.7',
      step: '语音导航',
      mechanism: '误选后重拨或转人工',
      evidence: t('sample.pareto'),
      verified: true,
      retained: true,
      contribution: '40',
    });
    await project.pass('analyze');
  });

  await test.step('improve', async () => {
    await project.open('fmea');
    await project.row('failures', {
      failureMode: '新菜单找不到挂失',
      failureEffect: '客户资金受损',
      severity: '9',
      occurrence: '6',
      detection: '5',
      action: '首层保留挂失',
      severityAfter: '9',
      occurrenceAfter: '2',
      detectionAfter: '3',
    });
    const summary = page.locator('summary').filter({ hasText: '新菜单找不到挂失' });
    await expect(summary).toContainText('270');
    await expect(summary).toContainText(choice('priority', 'H'));
    await project.open('actions');
    await project.row('items', {
      action: '菜单改为两层',
      cause: '语音菜单太深',
      owner: '王工',
      due: '2027-12-31',
      actionState: choice('actionState', 'running'),
      effectAnalysis: t('sample.late'),
    });
    await project.open('pilot');
    await project.fields({
      sites: '客服中心',
      measure: '每万次来电投诉',
      plannedTest: '两个泊松率之比',
      registeredOn: '2024-12-01',
      effectAnalysis: t('sample.late'),
      verdict: choice('verdict', 'effective'),
      rollOut: '全行热线 2025 年 3 月起',
    });
    await project.pass('improve');
  });

  await test.step('control', async () => {
    await project.open('controlPlan');
    await project.fields({ chart: t('sample.rate') });
    await project.row('lines', {
      measure: '每万次来电投诉',
      cause: '语音菜单太深',
      spec: '不高于 17.2',
      sampleRule: '每月全部',
      owner: '赵经理',
    });
    await project.approve();
    await project.open('handover');
    await project.fields({ processOwner: '赵经理', ownerAccepted: true });
    await project.open('lessons');
    await project.row('lessons', { lesson: '菜单先试点再推广', link: 'G2.3.7', published: true });
    await project.pass('control');
  });

  await test.step('the thread, linked by keyboard', async () => {
    await hands.goTo(`/projects/${project.id}/thread`);
    const node = (kind: string, name: string): Locator =>
      page.getByRole('button', { name: `${hands.word(`artefacts.node.${kind}`)}: ${name}` });
    await expect(page.getByText(t('projects.thread.complete', { n: 1, total: 1 }))).toBeVisible();
    await node('action', '菜单改为两层').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('projects.thread.link') }).focus();
    await page.keyboard.press('Enter');
    await node('stage', t('sample.phaseName')).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: t('projects.thread.unlink') })).toBeVisible();
    // Any number leads to its rows.
    await page
      .getByRole('button', { name: t('projects.thread.rows') })
      .first()
      .click();
    await expect(page.getByRole('dialog', { name: t('data.rowsBehind') }).getByRole('grid')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a deleted cause is named where it is missed, and undo brings it back', async () => {
    await project.open('fishbone');
    await page.getByRole('button', { name: t('projects.rowActions', { n: 1 }) }).click();
    await page.getByRole('menuitem', { name: t('projects.deleteRow') }).click();
    await expect(page.getByText(t('projects.rowDeleted'))).toBeVisible();
    await project.open('actions');
    const gone = t('artefacts.finding.rowGone', { cell: t('artefacts.label.cause') });
    await expect(page.getByText(gone).first()).toBeVisible();
    await page.getByRole('button', { name: t('shell.undoAct', { act: hands.word('history.editDocument') }) }).click();
    await expect(page.getByText(gone)).toHaveCount(0);
  });

  await test.step('the A3 is one page of paper', async () => {
    await hands.goTo(`/projects/${project.id}/a3`);
    const sheet = page.getByRole('article', { name: t('projects.story.title') });
    for (const text of ['语音菜单太深', '菜单改为两层', '菜单先试点再推广', '每万次来电投诉'])
      await expect(sheet).toContainText(text);
    await expect(sheet.locator('canvas, svg').first()).toBeVisible();
    for (const phase of phases) await expect(sheet).toContainText(t(`artefacts.phase.${phase}`));
    await page.waitForTimeout(1000);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.getByText('A4', { exact: true }).click();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  });

  await hands.goTo('/projects');
  const line = page.getByRole('row').filter({ hasText: '降低来电投诉率' });
  await expect(line).toContainText(t('projects.allPassed'));
});

test('projects are listed, copied, compared, put aside and printed', async ({ hands }) => {
  const { page, t } = hands;
  const name = t('templates.branchWaiting.name');
  await page.goto('/#/projects');
  await page
    .getByRole('button', { name: t('projects.new') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: t('projects.new') });
  await dialog.getByRole('button', { name: t('projects.create') }).click();
  await expect(dialog.getByText(hands.word('failure.name-missing'))).toBeVisible();
  await dialog.getByLabel(t('projects.name')).fill(name);
  await dialog.getByRole('radio', { name }).check();
  await dialog.getByLabel(t('projects.name')).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: t('projects.more') }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: t('projects.file') }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.dmaic$/);
  await page.getByRole('button', { name: t('projects.more') }).click();
  await page.getByRole('menuitem', { name: t('projects.duplicate') }).click();
  const copy = t('projects.copyName', { name });
  await expect(page.getByRole('heading', { level: 1, name: copy })).toBeVisible();

  // What was filled in is on paper, and what only a screen needs is not.
  await page.getByRole('link', { name: t('artefacts.phase.define') }).click();
  await page.getByRole('link', { name: hands.word('artefacts.kind.sipoc.name') }).click();
  await expect(page.getByRole('heading', { level: 2, name: hands.word('artefacts.kind.sipoc.name') })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('cell', { name: t('templates.branchWaiting.step1') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('projects.addRow') })).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });

  await hands.goTo('/projects');
  await page.getByLabel(t('projects.chooseProject', { name })).check();
  await page.getByLabel(t('projects.chooseProject', { name: copy })).check();
  await page.getByRole('button', { name: t('projects.compareChosen', { n: 2 }) }).click();
  const compared = page.getByRole('dialog', { name: t('projects.compareTitle') });
  await expect(compared.getByRole('columnheader', { name: copy })).toBeVisible();
  await page.keyboard.press('Escape');

  const line = page.getByRole('row').filter({ has: page.getByRole('link', { name: copy, exact: true }) });
  await line.getByRole('button', { name: t('projects.more') }).click();
  await page.getByRole('menuitem', { name: t('projects.archive') }).click();
  await expect(line).toHaveCount(0);
  await page.getByLabel(t('projects.showArchived')).check();
  await expect(line).toContainText(t('projects.archived'));
  await page.getByText(t('projects.board'), { exact: true }).click();
  const column = page.getByRole('region', { name: new RegExp(t('artefacts.phase.define')) });
  await expect(column.getByRole('link')).toHaveCount(2);
});

test('a document keeps versions and files; a chart fills the baseline and makes tasks', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  await hands.goTo('/projects');
  const href = await page.locator('tbody').getByRole('link').first().getAttribute('href');
  const project = new ProjectHands(hands, /#\/projects\/([^/?]+)/.exec(href ?? '')?.[1] ?? '');
  await project.open('charter');

  // The baseline is taken over with its sample, its period and its source in one act.
  await page.getByRole('button', { name: t('projects.take.button') }).click();
  const dialog = page.getByRole('dialog', { name: t('projects.take.title') });
  await dialog
    .getByRole('button', { name: t('projects.take.pick') })
    .first()
    .click();
  const cell = (key: string): Locator => page.locator(`[data-cell="f.${key}"] input`).first();
  await expect(cell('baselineN')).not.toHaveValue('');
  await expect(cell('baselineFrom')).not.toHaveValue('');
  const taken = await cell('baseline').inputValue();
  await project.fields({ baseline: '99' });
  await expect(page.getByText(hands.word('artefacts.finding.baselineMoved').split('{value}')[0])).toBeVisible();
  await project.fields({ baseline: taken });

  // What was approved can be looked at and brought back.
  await project.approve();
  await expect(page.getByText(t('projects.version.same', { n: 1 }))).toBeVisible();
  await project.fields({ target: '15' });
  await expect(page.getByText(t('projects.version.since', { n: 1, changes: 1 }))).toBeVisible();
  await page.getByRole('button', { name: t('projects.version.name', { n: 1 }), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('projects.version.restore') })
    .click();
  await expect(cell('target')).toHaveValue('17.2');

  // A file is kept under its digest and handed out again.
  await page
    .locator('aside input[type=file]')
    .setInputFiles({ name: '立项签字.pdf', mimeType: 'application/pdf', buffer: Buffer.from('signed') });
  const file = page.getByRole('button', { name: '立项签字.pdf', exact: true });
  await expect(file).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toBe('立项签字.pdf');

  // Characteristics are carried over, not typed again.
  await project.open('dataPlan');
  const plan = page.getByRole('region', { name: hands.word('artefacts.list.measures'), exact: true });
  await plan
    .getByRole('button', { name: t('projects.carryFrom', { kind: hands.word('artefacts.kind.voice.name'), n: 1 }) })
    .click();
  await expect(page.locator('[data-cell$=".measure"] textarea')).toHaveValue(t('templates.answerSpeed.ctq'));
});

import type { Locator } from '@playwright/test';
import { dayFromNow } from '../support/day-from-now';
import type { Hands } from '../support/hands';
import { expect, test } from '../support/test';

const button = ({ page }: Hands, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Types into a field and leaves it. */
async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}

async function sign(hands: Hands, person: string): Promise<void> {
  await type(hands.page.getByLabel(hands.t('events.who.person'), { exact: true }), person);
}

/** Quarters as they are written: this one, and some before or after it. */
function quarter(step = 0): string {
  const now = new Date();
  const index = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3) + step;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

/** Pastes outlets: the first has the golden figures, 86, 78, 91 and 88 with the bank at 86 % as well. */
async function pasteOutlets({ page, t }: Hands, of: string): Promise<void> {
  const lines = [
    '城东支行\t大型\t86\t100\t78\t100\t91\t100\t91\t100\t91\t100\t9\t100\t88\t0',
    '城西支行\t大型\t172\t200\t70\t100\t91\t100\t91\t100\t91\t100\t9\t100\t80\t1',
    '高新支行\t小型\t43\t50\t90\t100\t98\t100\t98\t100\t98\t100\t2\t100\t95\t0',
  ];
  await type(page.getByLabel(t('outlets.quarter'), { exact: true }).last(), of);
  await page.getByLabel(t('outlets.table'), { exact: true }).fill(lines.join('\n'));
  await page.getByRole('button', { name: t('outlets.save'), exact: true }).click();
  await expect(page.getByRole('heading', { name: t('outlets.scorecard', { quarter: of }) })).toBeVisible();
}

test('an outlet is scored by the rules of its quarter, old quarters keep theirs @en', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start('/#/outlets');
  await sign(hands, '王芳');
  await pasteOutlets(hands, quarter(-4));
  await pasteOutlets(hands, quarter());

  await button(hands, '城东支行').click();
  await expect(page.getByRole('heading', { level: 1, name: '城东支行' })).toBeVisible();
  await expect(page.getByText('77.68').first()).toBeVisible();
  await expect(page.getByText(t('outlets.scoredBy', { version: '1.0.0' }), { exact: true })).toBeVisible();
  await expect(page.getByText(t('outlets.trend.none')).first()).toBeVisible();

  // Weight moved from satisfaction to waiting: a version of its own, from this quarter on.
  await hands.goTo('/outlets');
  await button(hands, t('outlets.rules')).click();
  const dialog = page.getByRole('dialog');
  const weight = (indicator: 'satisfaction' | 'wait'): Locator =>
    dialog.getByLabel(`${t(`outlets.indicator.${indicator}`)} ${t('outlets.edit.weights')}`, { exact: true });
  await type(weight('satisfaction'), '25');
  await type(weight('wait'), '30');
  const save = dialog.getByRole('button', { name: t('outlets.edit.save'), exact: true });
  await save.click();
  await expect(dialog.getByRole('alert')).toHaveText(t('failure.scoring-note-missing'));
  await dialog.getByLabel(t('outlets.edit.note'), { exact: true }).fill('等候投诉增多');
  await save.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(t('outlets.scoredBy', { version: '1.1.0' }), { exact: true })).toBeVisible();
  const choose = page.getByLabel(t('outlets.quarter'), { exact: true }).first();
  await choose.selectOption({ label: quarter(-4) });
  await expect(page.getByText(t('outlets.scoredBy', { version: '1.0.0' }), { exact: true })).toBeVisible();

  // Falsified data are not rated, and can be rated again.
  await choose.selectOption({ label: quarter() });
  await button(hands, '城东支行').click();
  await button(hands, t('outlets.one.falsify')).click();
  await dialog.getByLabel(t('outlets.one.reason'), { exact: true }).fill('补录取号记录');
  await dialog.getByRole('button', { name: t('outlets.one.confirm'), exact: true }).click();
  await expect(page.getByText(t('outlets.notRanked.falsified')).first()).toBeVisible();
  await expect(page.getByText(t('outlets.one.noGrade'))).toBeVisible();
  await button(hands, t('outlets.one.restore')).click();
  await expect(page.getByText(t('outlets.one.falsified', { reason: '补录取号记录' }))).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(t('outlets.one.falsified', { reason: '补录取号记录' }))).toBeVisible();
  await page.keyboard.press('Control+z');

  // Undo takes the version away again.
  await hands.goTo(`/outlets?quarter=${quarter()}`);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(t('outlets.scoredBy', { version: '1.0.0' }), { exact: true })).toBeVisible();
});

test('a survey is filled in by keyboard and counts for its outlet', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start('/#/surveys');
  await button(hands, t('surveys.new')).click();
  await button(hands, t('surveys.open')).click();
  await page.getByRole('link', { name: t('surveys.fill') }).click();
  await expect(page.getByText(t('surveys.filling.keys'))).toBeVisible();

  for (let item = 0; item < 22; item++) await page.keyboard.press(String(1 + (item % 7)));
  await expect(page.getByText(t('surveys.filling.progress', { n: 22, of: 22 }))).toBeVisible();
  // Back to the first question, taken back, and given again.
  for (let item = 0; item < 22; item++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Backspace');
  await expect(page.getByText(t('surveys.filling.progress', { n: 21, of: 22 }))).toBeVisible();
  await page.keyboard.press('5');
  const rate = async (question: string, rating: number): Promise<void> =>
    page
      .getByRole('group', { name: question })
      .getByRole('button', { name: String(rating), exact: true })
      .click();
  await rate(t('surveys.question.overall'), 9);
  await rate(t('surveys.question.recommend'), 10);

  await button(hands, t('surveys.filling.finish')).click();
  await expect(page.getByRole('alert')).toHaveText(t('failure.survey-outlet-missing'));
  await page.getByLabel(t('surveys.question.outlet'), { exact: true }).fill('滨河支行');
  await button(hands, t('surveys.filling.finish')).click();
  await expect(page.getByText(t('surveys.answers.flag.fast'))).toBeVisible();

  // The sheet was typed faster than anybody answers: left out of the results until a person says otherwise.
  await page.getByRole('tab', { name: t('surveys.tab.results') }).click();
  await page.getByLabel(t('surveys.answers.excludeFlagged'), { exact: true }).uncheck();
  await expect(page.getByRole('heading', { name: t('analyse.table'), exact: true })).toBeVisible();
  await expect(page.getByText(t('surveys.results.hints'))).toBeVisible();

  await hands.goTo(`/outlets/${encodeURIComponent('滨河支行')}`);
  await expect(page.getByRole('heading', { level: 1, name: '滨河支行' })).toBeVisible();
  await expect(page.getByText(t('outlets.source.survey')).first()).toBeVisible();
  await expect(page.getByText('1 / 1')).toBeVisible();
});

test('answers of a file are bound to a survey', async ({ hands }) => {
  const { page, t } = hands;
  const header = ['网点', '填写日期', ...Array.from({ length: 22 }, (_, i) => `Q${i + 1}`), '总体满意度'];
  const rows = Array.from({ length: 40 }, (_, n) => [
    n % 2 ? '城东支行' : '城西支行',
    `2026-10-${String((n % 28) + 1).padStart(2, '0')}`,
    ...Array.from({ length: 22 }, (_item, i) => 1 + ((i * 3 + n) % 7)),
    1 + (n % 10),
  ]);
  const text = [header, ...rows].map((cells) => cells.join(',')).join('\n');
  await hands.start('/#/data/import');
  await hands.chooseFile({ name: '问卷.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await hands.expectChecked();
  await hands.store();

  await hands.goTo('/surveys');
  await button(hands, t('surveys.new')).click();
  await page.getByRole('tab', { name: t('surveys.tab.data') }).click();
  await page.getByLabel(t('surveys.binding.dataset'), { exact: true }).selectOption({ index: 1 });
  await button(hands, t('surveys.binding.save')).click();
  await expect(page.getByText(t('surveys.binding.saved', { n: 40 }))).toBeVisible();
  await page.getByRole('tab', { name: t('surveys.tab.results') }).click();
  await expect(page.getByRole('heading', { name: t('analyse.table'), exact: true })).toBeVisible();

  // 7 to 10 of 10 are satisfied: of the sheets of one outlet, those with an odd rest.
  await hands.goTo(`/outlets/${encodeURIComponent('城东支行')}?quarter=2026-Q4`);
  await expect(page.getByText('8 / 20')).toBeVisible();
});

test('a check blocks a go-live, and indicators are charted from their counts', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start('/#/monitoring?tab=readiness');
  await button(hands, t('monitoring.add.readiness')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('monitoring.titleOf.readiness'), { exact: true }).fill('新版手机银行');
  await dialog.getByLabel(t('monitoring.field.scorer'), { exact: true }).fill('王芳');
  const judge = async (item: string, verdict: 'met' | 'not'): Promise<void> =>
    dialog
      .getByRole('group', { name: hands.word(`monitoring.criterion.readiness.${item}`) })
      .getByText(t(`monitoring.readinessVerdict.${verdict}`), { exact: true })
      .click();
  const items = 'function load fallback compliance privacy script training answers monitoring'.split(' ');
  for (const item of items) await judge(item, item === 'load' ? 'not' : 'met');
  await dialog.getByRole('button', { name: t('monitoring.goLive'), exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText(hands.word('monitoring.criterion.readiness.load'));
  await judge('load', 'met');
  await dialog.getByRole('button', { name: t('monitoring.goLive'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: /20\d\d/ }).first()).toBeVisible();

  await hands.goTo('/kpi');
  await button(hands, t('kpi.importTable')).click();
  const table = dialog.getByLabel(t('kpi.field.table'), { exact: true });
  const take = dialog.getByRole('button', { name: t('kpi.import'), exact: true });
  await table.fill('answerRate,2026-03,94.3%');
  await take.click();
  await expect(dialog.getByRole('alert')).toHaveText(
    t('failure.kpi-line-percent', { line: 1, text: 'answerRate,2026-03,94.3%' }),
  );
  const months = Array.from({ length: 14 }, (_, i) => 2025 * 12 + i);
  await table.fill(
    months
      .map((month, i) => {
        const period = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        return `answerRate\t${period}\t${900 + (i % 5)}\t1000`;
      })
      .join('\n'),
  );
  await take.click();
  await expect(dialog).toHaveCount(0);

  // One more month by hand: far below all others.
  await button(hands, t('kpi.enter')).first().click();
  await dialog.getByLabel(t('kpi.field.kpi'), { exact: true }).selectOption({ label: t('kpi.of.answerRate.name') });
  await type(dialog.getByLabel(t('kpi.field.month'), { exact: true }), '2026-03');
  await dialog.getByLabel(t('kpi.field.numerator'), { exact: true }).fill('700');
  const save = dialog.getByRole('button', { name: t('kpi.save'), exact: true });
  await save.click();
  await expect(dialog.getByRole('alert')).toHaveText(t('failure.kpi-denominator-missing'));
  await dialog.getByLabel(t('kpi.field.denominator'), { exact: true }).fill('1000');
  await save.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(t('kpi.variation.concern'), { exact: true })).toBeVisible();
  await expect(hands.chart).toBeVisible();
  await page.getByRole('button', { name: /2026-03/ }).click();
  await expect(dialog.getByRole('row', { name: /2026-03/ })).toContainText('700');
});

test('coaching is followed up, self-checks come round, and recordings are sampled @en', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start('/#/monitoring');
  const dialog = page.getByRole('dialog');
  const field = (label: string): Locator => dialog.getByLabel(new RegExp(`^${label}\\s*(${t('common.optional')})?$`));
  const save = dialog.getByRole('button', { name: t('monitoring.save'), exact: true });
  const tab = (name: 'coaching' | 'selfCheck'): Promise<void> =>
    page.getByRole('tab', { name: t(`monitoring.tab.${name}`) }).click();
  const problem = (fields: readonly string[]): string =>
    t('failure.record-incomplete', {
      fields: { as: 'list', items: fields.map((one) => ({ as: 'term', key: `monitoring.problem.${one}` })) },
    });

  // Ten points of spread and 400 calls: (1.96·10/5)² = 15.4, of 400 that is 15. With four points of margin 23.
  const plan = page.getByRole('region', { name: t('monitoring.sampling.title') });
  const needed = (n: number, margin: number): string =>
    t('monitoring.sampling.neededUsual', {
      n,
      margin: { as: 'decimal', value: margin, digits: 1 },
      sd: { as: 'decimal', value: 10, digits: 1 },
    });
  await expect(plan.getByText(needed(15, 5))).toBeVisible();
  await type(plan.getByLabel(t('monitoring.sampling.margin')), '4');
  await expect(plan.getByText(needed(23, 4))).toBeVisible();

  // What is missing is named, and nothing that was typed is lost.
  await tab('coaching');
  await button(hands, t('monitoring.add.coaching')).click();
  await field(t('monitoring.field.talk')).fill('费用告知的话术');
  await save.click();
  await expect(dialog.getByRole('alert')).toHaveText(problem(['person']));
  await expect(field(t('monitoring.field.talk'))).toHaveValue('费用告知的话术');
  await field(t('monitoring.field.coached')).fill('李强');
  await save.click();
  await expect(dialog).toHaveCount(0);
  const coaching = page.getByRole('row', { name: /费用告知的话术/ });
  await expect(coaching).toContainText('李强');
  await expect(coaching).toContainText(t('monitoring.due.due'));

  await coaching.getByRole('button').click();
  await type(field(t('monitoring.field.followedUp')), dayFromNow(7));
  await save.click();
  await expect(dialog.getByRole('alert')).toHaveText(problem(['outcome']));
  await field(t('monitoring.field.outcome')).selectOption({ label: t('monitoring.outcome.improved') });
  await save.click();
  await expect(coaching).toContainText(t('monitoring.due.kept'));
  await expect(coaching).toContainText(t('monitoring.outcome.improved'));

  await coaching.getByRole('button').click();
  await dialog.getByRole('button', { name: t('monitoring.delete'), exact: true }).click();
  await expect(coaching).toHaveCount(0);
  await button(hands, t('monitoring.undo')).click();
  await expect(coaching).toContainText(t('monitoring.outcome.improved'));

  // A self-check that is done makes the next one, seen in the month in which it falls.
  await tab('selfCheck');
  await button(hands, t('monitoring.add.selfCheck')).click();
  await field(t('monitoring.field.check')).fill('电话端口自查');
  await type(field(t('monitoring.field.dueDay')), dayFromNow(-1));
  await field(t('monitoring.field.every')).selectOption({ label: t('monitoring.every.weekly') });
  await save.click();
  const dates = page.getByRole('row', { name: /电话端口自查/ });
  await expect(dates).toContainText(t('monitoring.due.overdue'));
  await dates.getByRole('button').click();
  await type(field(t('monitoring.field.doneDay')), dayFromNow(-1));
  await field(t('monitoring.field.finding'))
    .first()
    .selectOption({ label: t('monitoring.finding.clear') });
  await save.click();
  await expect(dates).toHaveCount(2);
  await expect(dates.first()).toContainText(dayFromNow(6));
  await page.getByText(t('monitoring.layouts.month'), { exact: true }).click();
  const calendar = page.getByRole('region', { name: t('monitoring.tab.selfCheck') });
  const due = calendar.getByRole('button', { name: new RegExp(`电话端口自查.*${t('monitoring.due.due')}`) });
  if (dayFromNow(6).slice(0, 7) !== dayFromNow(0).slice(0, 7)) await button(hands, t('common.calendar.after')).click();
  await due.focus();
  await page.keyboard.press('Enter');
  await expect(field(t('monitoring.field.dueDay'))).toHaveValue(dayFromNow(6));
});

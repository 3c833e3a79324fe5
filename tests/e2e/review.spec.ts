import { Buffer } from 'node:buffer';
import { AnswerTime } from '../support/answer-time';
import { median } from '../support/bench';
import { makeEvents, makeItems, writeRecords } from '../support/quality-records';
import type { Hands } from '../support/hands';
import { expect, test } from '../support/test';

/** Says how long a step took, in the form of a benchmark line; nothing is asserted of it. */
function report(contestant: string, ms: number, more: Readonly<Record<string, number>> = {}): void {
  process.stdout.write(`${JSON.stringify({ bench: 'review', contestant, ms: Math.round(ms), ...more })}\n`);
}

async function work({ page, t }: Hands, person: string): Promise<void> {
  const field = page.getByLabel(t('events.who.person'), { exact: true });
  await field.fill(person);
  await field.blur();
}

const header =
  '工单编号,受理时间,受理渠道,被投诉网点,投诉内容,业务类别,办理渠道,处理人,工单状态,投诉类别,核实结论,答复时间,处理结果,满意度,是否认可,归档时间';
const line = (i: number, more: readonly string[]): string =>
  [
    `T${i}`,
    '2026-03-02 09:10',
    '客服热线',
    `A${i % 7}`,
    `客户反映排队等候${30 + i}分钟，电话1380013800${i % 10}`,
    '借记卡',
    '柜面',
    '王芳',
    ...more,
  ].join(',');

test('a ledger is taken in, noticed when it comes again, and taken back by one undo', async ({ hands }) => {
  const { page, t } = hands;
  const lines = [
    ...Array.from({ length: 40 }, (_, i) => line(i, ['受理', '排队久', '', '', '', '', '', ''])),
    ...Array.from({ length: 10 }, (_, i) =>
      line(100 + i, ['已归档', '排队久', '属实', '2026-03-09', '已致歉', '5', '是', '2026-03-12']),
    ),
    line(200, ['已归档', '不认识的分类', '属实', '2026-03-09', '已致歉', '5', '是', '2026-03-12']),
    line(300, ['受理', '排队久', '', '', '', '', '', '']).replace('A6', ''),
  ];
  const file = { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(`${[header, ...lines].join('\n')}\n`) };
  await hands.start('/#/events/import');
  await work(hands, '王芳');
  await page.locator('input[type="file"]').setInputFiles(file);
  const started = Date.now();
  await expect(page.getByText(t('ledger.check.leftOutTitle', { n: 1 })).first()).toBeVisible();
  report('ledger assessed', Date.now() - started, { rows: lines.length });

  // What the bank calls a category is mapped once.
  const row = page.getByRole('row').filter({ hasText: '排队久' });
  await row.locator('input[role="combobox"]').fill('G2.2.1');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('ledger.check.createdNote', { coded: 50, open: 41 }))).toBeVisible();
  const total = t('ledger.check.total', { n: 52, created: 51, known: 0, leftOut: 1 });
  await expect(page.getByText(total)).toBeVisible();
  await page.getByRole('button', { name: t('ledger.check.store', { n: 51 }) }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('events.title') })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(1);
  await expect(page.getByText('13800138000')).toHaveCount(0);

  // The same file again: every row is known, and the mapping is remembered.
  await hands.goTo('/events/import');
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText(t('ledger.check.total', { n: 52, created: 0, known: 51, leftOut: 1 }))).toBeVisible();
  await expect(page.getByText(t('ledger.fields.remembered'))).toBeVisible();
  await hands.goTo('/events');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(t('events.empty.title'))).toBeVisible();
});

test('events are coded in bulk, each answers for itself, and one undo takes it back', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start('/#/settings');
  await writeRecords(page, makeEvents(40));
  await page.goto('/#/events');
  await page.reload();
  await work(hands, '王芳');
  await page.getByText(t('events.views.all'), { exact: true }).click();
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: t('bulk.title') });
  await expect(bar.getByText(t('bulk.chosen', { n: 40 }))).toBeVisible();
  await bar.getByRole('button', { name: t('bulk.event.accept'), exact: true }).click();
  const refused = bar.getByRole('list');
  await expect(refused).toBeVisible();
  const done = 40 - (await refused.getByRole('listitem').count());
  await expect(bar.getByText(t('bulk.done', { n: done }))).toBeVisible();
  await bar.getByRole('button', { name: t('shell.undo'), exact: true }).click();

  await bar.getByRole('button', { name: t('bulk.event.code'), exact: true }).click();
  await bar.getByLabel(t('bulk.again')).check();
  await bar
    .getByRole('group', { name: t('events.coding.suggestions') })
    .getByRole('button')
    .first()
    .click();
  await bar.getByRole('button', { name: t('bulk.do', { n: 40 }) }).click();
  await expect(bar.getByText(t('bulk.done', { n: 40 }))).toBeVisible();
  await expect(grid.getByText(t('events.uncoded'), { exact: true })).toHaveCount(0);
});

test('a manager goes through sixty items on a Monday without loading a page', async ({ hands }) => {
  const { page, t } = hands;
  await hands.start('/#/settings');
  await writeRecords(page, [...makeItems(60), ...makeEvents(400)]);
  await page.goto('/#/rectification');
  await page.reload();
  const board = page.getByRole('region', { name: t('rectification.layouts.board') });
  await expect(board.getByRole('link').first()).toBeVisible();
  await work(hands, '行长');
  let loads = 0;
  page.on('load', () => loads++);
  const answer = await AnswerTime.in(page);
  /** One step: what is pressed, and what must then be seen. */
  const timed = async (step: string, act: () => Promise<unknown>, isAnswered: () => Promise<unknown>): Promise<void> =>
    report(step, await answer.of(act, isAnswered));
  const review = Date.now();

  // The most urgent first; the department narrows the list.
  const grid = page.getByRole('grid');
  await timed(
    'table, red first',
    () => page.getByText(t('rectification.layouts.table'), { exact: true }).click(),
    () => expect(page.getByRole('row').nth(1)).toContainText(t('rectification.rag.red')),
  );
  const department = page.getByLabel(t('rectification.field.department'), { exact: true });
  await timed(
    'filter by department',
    () => department.selectOption({ label: '运营部' }),
    () => expect(grid).toHaveAttribute('aria-rowcount', '16'),
  );
  const bar = page.getByRole('region', { name: t('bulk.title') });
  const extend = bar.getByRole('button', { name: t('rectification.step.extend'), exact: true });
  await grid.focus();
  await timed(
    'choose the whole department',
    () => page.keyboard.press('Control+a'),
    () => expect(extend).toBeVisible(),
  );
  const approver = bar.getByLabel(t('rectification.form.approver'));
  await timed(
    'ask for an extension',
    () => extend.click(),
    () => expect(approver).toBeVisible(),
  );
  await approver.fill('行长');
  await bar.getByLabel(t('rectification.form.reason')).fill('系统上线推迟');
  await timed(
    'extend the department, guards answering',
    () => bar.getByRole('button', { name: t('bulk.do', { n: 15 }) }).click(),
    () => expect(bar.getByRole('listitem').first()).toBeVisible(),
  );
  await bar.getByRole('button', { name: t('bulk.clear') }).click();
  await department.selectOption('');
  await expect(grid).toHaveAttribute('aria-rowcount', '61');

  // Each of the sixty is looked at, one after the other.
  const place = (n: number) => () => expect(page.getByText(t('rectification.list.place', { n, of: 60 }))).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await timed('open the first item', () => page.keyboard.press('Enter'), place(1));
  const each: number[] = [];
  for (let n = 2; n <= 60; n++) each.push(await answer.of(() => page.keyboard.press('j'), place(n)));
  report('the next item, one key', median(each), { items: each.length, longest: Math.round(Math.max(...each)) });
  await page.goBack();
  await expect(grid).toBeVisible();

  // What waits for verification: taken on, judged by the ledger, sent back, by key.
  const list = page.getByRole('list', { name: t('rectification.scopes.verify') });
  await timed(
    'what waits for verification',
    () => page.getByText(t('rectification.scopes.verify'), { exact: true }).click(),
    () => expect(list.getByRole('listitem')).toHaveCount(18),
  );
  await page.getByRole('heading', { level: 1 }).click();
  await timed(
    'verify the first',
    () => page.keyboard.press('v'),
    () => expect(page.getByRole('button', { name: t('rectification.verify.sendBack') })).toBeVisible(),
  );
  await timed(
    'send it back',
    () => page.keyboard.press('r'),
    () => expect(list.getByRole('listitem')).toHaveCount(17),
  );
  await timed(
    'undo',
    () => page.keyboard.press('Control+z'),
    () => expect(list.getByRole('listitem')).toHaveCount(18),
  );
  await page.getByText(t('rectification.scopes.all'), { exact: true }).click();
  const chart = page.getByRole('group', { name: t('rectification.layouts.gantt') });
  await timed(
    'gantt',
    () => page.getByText(t('rectification.layouts.gantt'), { exact: true }).click(),
    () => expect(chart.getByRole('link')).toHaveCount(60),
  );
  await timed(
    'calendar',
    () => page.getByText(t('rectification.layouts.calendar'), { exact: true }).click(),
    () => expect(page.getByRole('table')).toBeVisible(),
  );
  report('the whole review', Date.now() - review, { items: 60 });
  expect(loads).toBe(0);
});

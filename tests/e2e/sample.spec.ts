import { generateSample, type SampleDataset } from '../../src/domain/sample/generate';
import { formatIsoMonth, monthIndexOf, msPerDay } from '../../src/kernel/dates';
import { numberIn, type Hands } from '../support/hands';
import { expect, test } from '../support/test';

type Cell = string | number | null;

const { events, volumes } = generateSample();

function valuesOf(dataset: SampleDataset, key: string): readonly Cell[] {
  return dataset.columns.find((column) => column.key === key)?.values ?? [];
}

function countBy(keys: readonly Cell[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(String(key ?? ''), (counts.get(String(key ?? '')) ?? 0) + 1);
  return counts;
}

/** ISO months of the events. */
function eventMonths(): readonly string[] {
  const column = events.columns.find(({ key }) => key === 'received');
  const perDay = column?.type === 'datetime' ? msPerDay : 1;
  return (column?.values ?? []).map((value) => formatIsoMonth(monthIndexOf(Math.floor(Number(value) / perDay))));
}

/** Opens the first screen with a counter of clicks in it. */
async function startCounting(hands: Hands): Promise<() => Promise<number>> {
  const { page, t } = hands;
  await page.addInitScript(() => {
    document.addEventListener('click', (event) => {
      if (event.isTrusted)
        document.documentElement.dataset['clicks'] = String(
          Number(document.documentElement.dataset['clicks'] ?? 0) + 1,
        );
    });
  });
  await page.goto('/');
  await page.getByRole('button', { name: t('home.door.sample.action') }).click();
  await hands.expectResult();
  return () => page.evaluate(() => Number(document.documentElement.dataset['clicks']));
}

async function openFromList(hands: Hands, name: string): Promise<void> {
  const { page, t } = hands;
  await page
    .getByRole('navigation', { name: t('shell.mainNavigation') })
    .getByRole('link', { name: t('shell.place.analyse') })
    .click();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await hands.expectResult();
}

test('the first screen offers the two ways in and says where the data stay @en', async ({ hands }) => {
  const { page, t } = hands;
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.welcome'));
  await expect(page.getByRole('button', { name: t('home.door.sample.action') })).toBeEnabled();
  await expect(page.getByRole('link', { name: t('home.door.import.action') })).toBeVisible();
  await expect(page.getByText(t('home.local'))).toBeVisible();
});

test('the Pareto of the sample is one click away and counts as the sample does', async ({ hands }) => {
  const clicks = await startCounting(hands);
  expect(await clicks()).toBeLessThanOrEqual(3);
  const { rows } = await hands.readTable();
  const counts = countBy(valuesOf(events, 'link'));
  const shown = rows.filter(([code]) => /^G\d\.\d\.\d$/.test(code));
  expect(shown.length).toBeGreaterThan(5);
  for (const [code, , count] of shown) expect(numberIn(count), code).toBe(counts.get(code));
  const uncoded = rows.find(([, name]) => name === hands.word('analyses.shared.uncoded'));
  expect(numberIn(uncoded?.[2] ?? '')).toBe(counts.get(''));
  expect(numberIn(rows[rows.length - 1][2])).toBe(events.rows);
  await expect(hands.page.getByText(hands.t('data.invented')).first()).toBeVisible();
});

test('the control chart of the sample is three clicks away and shows what was put in @en', async ({ hands }) => {
  const clicks = await startCounting(hands);
  await openFromList(hands, hands.t('sample.rate'));
  expect(await clicks()).toBeLessThanOrEqual(3);
  const { rows } = await hands.readTable();
  const complaints = countBy(eventMonths());
  const calls = new Map<string, number>();
  const months = valuesOf(volumes, 'month').map((month) => formatIsoMonth(Number(month)));
  valuesOf(volumes, 'calls').forEach((value, row) =>
    calls.set(months[row], (calls.get(months[row]) ?? 0) + Number(value)),
  );
  expect(rows.map(([month]) => month)).toEqual([...calls.keys()].sort());
  for (const [month, count, size, rate] of rows) {
    expect(numberIn(count), month).toBe(complaints.get(month));
    expect(numberIn(size), month).toBe(calls.get(month));
    expect(numberIn(rate), month).toBeCloseTo(((complaints.get(month) ?? 0) / (calls.get(month) ?? 1)) * 10_000, 2);
  }
  // The cut-over of September 2024 is the special cause that was put in.
  expect(rows.find(([month]) => month === '2024-09')?.at(-1)).not.toBe('');
});

test('the sigma card of the sample is three clicks away and counts as the sample does', async ({ hands }) => {
  const clicks = await startCounting(hands);
  await openFromList(hands, hands.t('sample.dpmo'));
  expect(await clicks()).toBeLessThanOrEqual(3);
  const { rows } = await hands.readTable();
  const judged = valuesOf(events, 'onTime').filter((value) => value !== null);
  const defects = judged.filter((value) => value === 0).length;
  const [, counted, units] = rows[rows.length - 1];
  expect([counted, units].map(numberIn)).toEqual([defects, judged.length]);
  await expect(hands.page.locator('main')).toContainText(
    hands.translator.formats.number((defects / judged.length) * 1e6, 1),
  );
});

test('the sample comes whole and one undo takes all of it away', async ({ hands }) => {
  const { page, t } = hands;
  await startCounting(hands);
  await hands.goTo('/data');
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(2);
  await page.getByRole('button', { name: t('shell.undoAct', { act: hands.word('history.sample') }) }).click();
  await expect(page.getByText(t('data.empty.title'))).toBeVisible();
  await hands.goTo('/analyse');
  await expect(page.getByText(t('analyse.noData.title'))).toBeVisible();
});

test('the daily records of the sample fill ledger, board and outlets, and one undo takes them away', async ({
  hands,
}) => {
  const { page, t } = hands;
  await startCounting(hands);
  await hands.goTo('/events');
  await page.getByRole('button', { name: t('sample.fill') }).click();
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await hands.goTo('/rectification');
  await expect(page.getByText('缩短语音菜单并上线回拨').first()).toBeVisible();
  await hands.goTo('/outlets');
  await expect(page.getByRole('heading', { name: /\d{4}-Q\d/ }).first()).toBeVisible();
  await page.getByRole('button', { name: t('shell.undoAct', { act: hands.word('history.sampleDaily') }) }).click();
  await expect(page.getByText(t('outlets.empty.title'))).toBeVisible();
  await hands.goTo('/events');
  await expect(page.getByRole('button', { name: t('sample.fill') })).toBeVisible();
});

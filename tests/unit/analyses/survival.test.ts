import { describe, expect, it } from 'vitest';
import { survivalSlice } from '../../../src/analyses/survival/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(survivalSlice);
const day0 = toEpochDay(2024, 1, 1);

/** Remission times of Freireich et al. 1963 (weeks, here days): 6-mercaptopurine, then placebo; `+` as open. */
const treated: readonly (readonly [number, boolean])[] = [
  [6, true],
  [6, true],
  [6, true],
  [6, false],
  [7, true],
  [9, false],
  [10, true],
  [10, false],
  [11, false],
  [13, true],
  [16, true],
  [17, false],
  [19, false],
  [20, false],
  [22, true],
  [23, true],
  [25, false],
  [32, false],
  [32, false],
  [34, false],
  [35, false],
];
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map((t) => [t, true] as const);

/** Cases that have lasted or been seen so long by day 35: open ones begin that much before it. */
function ledger(cases: readonly (readonly [number, boolean])[], groups?: readonly string[]): Table {
  const start = cases.map(([time, closed]) => (closed ? day0 : day0 + 35 - time));
  const end = cases.map(([time, closed]) => (closed ? day0 + time : null));
  return tableOf(
    numeric('c0', 'date', start, '受理日期'),
    numeric('c1', 'date', end, '办结日期'),
    ...(groups ? [words('c2', groups, '组')] : []),
  );
}

const spec = { startColumn: 'c0', endColumn: 'c1', asOf: day0 + 35 };
const both = ledger([...treated, ...placebo], [...treated.map(() => '新流程'), ...placebo.map(() => '旧流程')]);

describe('survival: the remission times of Freireich', () => {
  const outcome = run(ledger(treated), { ...spec, limit: 10 });
  it('has the published steps, Greenwood intervals and quantiles', () => {
    expect(outcome.whole).toMatchObject({ n: 21, closed: 9, open: 12 });
    expect(outcome.whole.median.time).toBe(23);
    const at = (time: number): number | undefined => outcome.whole.curve.find((point) => point.time === time)?.open;
    expect(at(6)).toBeCloseTo(0.857, 3);
    expect(at(7)).toBeCloseTo(0.807, 3);
    expect(at(10)).toBeCloseTo(0.753, 3);
    expect(at(13)).toBeCloseTo(0.69, 3);
    expect(at(22)).toBeCloseTo(0.538, 3);
    expect(at(23)).toBeCloseTo(0.448, 3);
    expect(outcome.whole.p90.time).toBeNull();
  });
  it('reads the share within the limit off the curve, the limit included', () => {
    expect(outcome.whole.within?.share).toBeCloseTo(1 - 0.753, 3);
    expect(run(ledger(treated), { ...spec, limit: 9.9 }).whole.within?.share).toBeCloseTo(1 - 0.807, 3);
    expect(run(ledger(treated), { ...spec, limit: 3 }).whole.within).toEqual({ share: 0, low: null, high: null });
    expect(run(ledger(treated), { ...spec, limit: 99 }).whole.within).toBeNull();
    expect(run(ledger(placebo), { ...spec, limit: 99 }).whole.within?.share).toBe(1);
  });
  it('lists the open cases beyond the limit, and opens them', () => {
    const overdue = treated.flatMap(([time, closed], row) => (!closed && time > 10 ? [row] : []));
    expect(outcome.overdue).toEqual(overdue);
    const card = survivalSlice.findings(outcome).headline.at(-1);
    expect(rowsBehind(ledger(treated), card?.drill)).toEqual(overdue);
  });
  it('says how much closed cases alone would flatter', () => {
    expect(outcome.closedOnly.median).toBe(10);
    expect(textsOf(survivalSlice, outcome, 'en').join('\n')).toMatch(/Closed cases alone .* median 10 .* median is 23/);
  });
  it('finds the two curves apart by log-rank (χ² = 16.79)', () => {
    const compared = run(both, { ...spec, groupBy: 'column', groupColumn: 'c2' });
    expect(compared.groups.map(({ label, median }) => [label, median.time])).toEqual([
      ['新流程', 23],
      ['旧流程', 8],
    ]);
    expect(compared.groups[0].pValue).toBeCloseTo(4.17e-5, 6);
    expectCleanTexts(survivalSlice, compared);
    expectPlainData(compared);
    expect((optionOf(survivalSlice, compared)['series'] as unknown[]).length).toBe(3);
  });
  it('speaks both languages and is plain data', () => {
    for (const extra of [{}, { limit: 10 }, { limit: 99, unit: 'hour' }]) {
      const drawn = run(ledger(treated), { ...spec, ...extra });
      expectCleanTexts(survivalSlice, drawn);
      expectPlainData(drawn);
    }
  });
});

describe('survival: dates as they come', () => {
  const dates = (list: readonly (number | null)[]): (number | null)[] =>
    list.map((day) => (day === null ? null : day0 + day));
  it('leaves out and counts what cannot be, and takes later closings as open', () => {
    const table = tableOf(
      numeric('c0', 'date', dates([0, 1, null, 5, 40, 2]), '受理'),
      numeric('c1', 'date', dates([3, null, 4, 2, 50, 30]), '办结'),
    );
    const outcome = run(table, { ...spec, asOf: day0 + 20 });
    expect(outcome.coverage).toMatchObject({ withoutStart: 1, reversed: [3], future: 1, closedLater: 1 });
    expect(outcome.whole).toMatchObject({ n: 3, closed: 1, open: 2, longest: 19 });
    expectCleanTexts(survivalSlice, outcome);
  });
  it('takes the last day of either column where none is given', () => {
    const table = tableOf(numeric('c0', 'date', dates([0, 9])), numeric('c1', 'date', dates([3, null])));
    expect(run(table, { ...spec, asOf: null }).asOf).toBe(day0 + 9);
  });
  it('measures to the minute where both columns have a time, to the day elsewhere', () => {
    const ms = day0 * 86_400_000;
    const timed = tableOf(
      numeric('c0', 'datetime', [ms, ms], '来电'),
      numeric('c1', 'datetime', [ms + 5_400_000, ms + 7_200_000], '办结'),
    );
    const outcome = run(timed, { ...spec, asOf: null, unit: 'hour' });
    expect(outcome.whole.median.time).toBe(1.5);
    const mixed = tableOf(numeric('c0', 'datetime', [ms + 3_600_000]), numeric('c1', 'date', [day0 + 2]));
    expect(run(mixed, { ...spec, asOf: null }).whole.median.time).toBe(2);
  });
  it('stands a single case, none closed, and all on one day', () => {
    for (const cases of [
      [[3, true]],
      [
        [3, false],
        [5, false],
      ],
      [
        [0, true],
        [0, true],
      ],
    ] as [number, boolean][][]) {
      const outcome = run(ledger(cases), { ...spec, limit: 2 });
      expectCleanTexts(survivalSlice, outcome);
      expectPlainData(outcome);
    }
  });
  it('refuses what cannot be', () => {
    const fails = (raw: Record<string, unknown>): string => failureCodeOf(() => run(both, raw));
    expect(fails({})).toBe('survival-choose-dates');
    expect(fails({ startColumn: 'c0', endColumn: 'c0' })).toBe('survival-same-column');
    expect(fails({ startColumn: 'c0', endColumn: 'c9' })).toBe('column-unknown');
    expect(fails({ startColumn: 'c0', endColumn: 'c2' })).toBe('survival-not-a-date');
    expect(fails({ ...spec, asOf: day0 - 999 })).toBe('survival-no-cases');
    expect(fails({ ...spec, groupBy: 'column' })).toBe('choose-subgroup');
  });
  it('proposes the pair of dates that runs forward', () => {
    const turned = tableOf(
      numeric('c0', 'date', dates([5, 9, null]), '办结日期'),
      numeric('c1', 'date', dates([1, 2, 3]), '受理日期'),
    );
    expect(proposalOf(survivalSlice, turned)).toMatchObject({ startColumn: 'c1', endColumn: 'c0' });
    expect(proposalOf(survivalSlice, tableOf(numeric('c0', 'date', dates([1]))))).toBe('survival-needs-dates');
  });
});

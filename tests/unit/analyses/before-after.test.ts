import { describe, expect, it } from 'vitest';
import { beforeAfterSlice } from '../../../src/analyses/before-after/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { referenceCase } from './reference-case';
import { codes, expectCleanTexts, expectPlainData, textsOf } from './render';
import { failureCodeOf, runnerOf } from './spec-runner';

const run = runnerOf(beforeAfterSlice, codes);

const failureOf = (...given: Parameters<typeof run>): string => failureCodeOf(() => run(...given));

const day = (month: number, d: number): number => toEpochDay(2024, month, d);
const change = day(7, 1);

type Cell = readonly [from: number, days: number, yes: number, no: number, outlet?: string];

/** One line per unit, spread evenly over the days of its cell. */
function ledger(cells: readonly Cell[]): Table {
  const lines = cells.flatMap(([from, days, yes, no, outlet = '甲']) =>
    Array.from({ length: yes + no }, (_, i) => ({
      date: from + Math.floor((i * days) / (yes + no)),
      // Alternates, so that no part of a cell has more than its share.
      answer: Math.floor(((i + 1) * yes) / (yes + no)) > Math.floor((i * yes) / (yes + no)) ? '是' : '否',
      outlet,
    })),
  );
  return tableOf(
    numeric(
      'c0',
      'date',
      lines.map(({ date }) => date),
      '日期',
    ),
    words(
      'c1',
      lines.map(({ answer }) => answer),
      '首次解决',
    ),
    words(
      'c2',
      lines.map(({ outlet }) => outlet),
      '网点',
    ),
  );
}

const solved = {
  metric: 'share',
  countedColumn: 'c1',
  countedValues: ['是'],
  dateColumn: 'c0',
  change,
  direction: 'higher',
};
const halves = [day(1, 1), 182, change, 184] as const;

describe('beforeAfter: golden values of DOMAIN §3.6', () => {
  const table = ledger([
    [halves[0], halves[1], 825, 175],
    [halves[2], halves[3], 892, 108],
  ]);
  const outcome = run(table, solved);
  it('825/1000 → 892/1000: +6.7 points (3.65 to 9.75), +8.12%, −38.3% failures', () => {
    expect([outcome.before, outcome.after].map(({ events, size }) => [events, size])).toEqual([
      [825, 1000],
      [892, 1000],
    ]);
    expect(outcome.change.difference * 100).toBeCloseTo(6.7, 9);
    expect((outcome.change.interval?.low ?? 0) * 100).toBeCloseTo(3.65, 2);
    expect((outcome.change.interval?.high ?? 0) * 100).toBeCloseTo(9.75, 2);
    expect(outcome.change.failures).toBeCloseTo(-0.3829, 4);
    expect(outcome.change.pValue).toBeCloseTo(1.72e-5, 6);
    const text = textsOf(beforeAfterSlice, outcome, 'en').join('\n');
    expect(text).toContain('+8.12%');
    expect(text).toContain('38.3% fewer failures');
  });
  it('calls it effective, partly so short of a target, and never the cause', () => {
    expect(outcome).toMatchObject({ verdict: 'effective', reason: 'better' });
    expect(run(table, { ...solved, target: 89 })).toMatchObject({ verdict: 'effective', reason: 'reached' });
    expect(run(table, { ...solved, target: 95 })).toMatchObject({ verdict: 'partial', reason: 'missed' });
    expect(run(table, { ...solved, direction: 'lower' })).toMatchObject({ verdict: 'notEffective', reason: 'worse' });
    expect(textsOf(beforeAfterSlice, outcome, 'zh-CN').join('\n')).toMatch(/不是因果证明/);
    for (const picture of ['trend', 'intervals'])
      for (const target of [null, 89, 95]) {
        const drawn = run(table, { ...solved, picture, target });
        expectCleanTexts(beforeAfterSlice, drawn);
        expectPlainData(drawn);
      }
  });
  it('opens exactly the records of either side', () => {
    for (const { filters, events } of [outcome.before, outcome.after]) {
      const rows = applyFilters(table, filters);
      expect(rows.ok && rows.value?.length).toBe(events);
    }
  });
  it('draws months with the change between June and July', () => {
    expect(outcome.trend).toMatchObject({ unit: 'month', before: [0, 5], after: [6, 11], changeAt: 5.5 });
    expect(outcome.preTrend?.n).toBe(6);
  });
});

describe('beforeAfter: what the data do not say', () => {
  it('does not call an open interval ineffective', () => {
    const open = run(
      ledger([
        [halves[0], halves[1], 80, 20],
        [halves[2], halves[3], 84, 16],
      ]),
      solved,
    );
    expect(open).toMatchObject({ verdict: 'unproven', reason: 'open' });
    expectCleanTexts(beforeAfterSlice, open);
  });
  it('calls it so where in addition the target is clearly missed', () => {
    const missed = run(
      ledger([
        [halves[0], halves[1], 80, 20],
        [halves[2], halves[3], 84, 16],
      ]),
      { ...solved, target: 99 },
    );
    expect(missed).toMatchObject({ verdict: 'notEffective', reason: 'openMissed' });
    expectCleanTexts(beforeAfterSlice, missed);
  });
  it('names a day that nobody gave', () => {
    const assumed = run(
      ledger([
        [halves[0], halves[1], 80, 20],
        [halves[2], halves[3], 84, 16],
      ]),
      { ...solved, change: null },
    );
    expect(assumed).toMatchObject({ isAssumed: true, changeDay: change, verdict: 'unproven', reason: 'assumed' });
    expect(textsOf(beforeAfterSlice, assumed, 'zh-CN').join('\n')).toMatch(/没有填写实施日/);
  });
  it('names a trend that ran before the change', () => {
    const rising = ledger([
      ...[10, 20, 30, 40, 50, 60].map((yes, i): Cell => [day(i + 1, 1), 28, yes, 100 - yes]),
      ...[70, 80, 90].map((yes, i): Cell => [day(i + 7, 1), 28, yes, 100 - yes]),
    ]);
    const outcome = run(rising, solved);
    expect(outcome.preTrend?.perPoint).toBeCloseTo(0.1, 6);
    expect(outcome.preTrend?.pValue).toBeLessThan(0.001);
    expect(textsOf(beforeAfterSlice, outcome, 'en').join('\n')).toMatch(/moving before the change already/);
    expect(outcome.coverage.seasons).toBe(true);
  });
  it('leaves the days of transition out of both sides', () => {
    const table = ledger([
      [halves[0], halves[1], 100, 82],
      [halves[2], halves[3], 100, 84],
    ]);
    const outcome = run(table, { ...solved, gapDays: 31 });
    expect(outcome.coverage.inGap).toBe(31);
    expect(outcome.after.size).toBe(153);
    expect(outcome.trend.after).toEqual([7, 11]);
    expectCleanTexts(beforeAfterSlice, outcome);
  });
});

describe('beforeAfter: control group', () => {
  const table = ledger([
    [halves[0], halves[1], 70, 30, '甲'],
    [halves[2], halves[3], 90, 10, '甲'],
    [halves[0], halves[1], 70, 30, '乙'],
    [halves[2], halves[3], 88, 12, '乙'],
  ]);
  const controlled = { ...solved, controlColumn: 'c2', controlValues: ['乙'] };
  it('takes off what the control shows as well', () => {
    const outcome = run(table, controlled);
    expect(outcome.controlled?.estimate).toBeCloseTo(0.02, 9);
    expect(outcome.controlled?.controlChange).toBeCloseTo(0.18, 9);
    // se² = (.7·.3 + .9·.1 + .7·.3 + .88·.12)/100
    expect(outcome.controlled?.se).toBeCloseTo(Math.sqrt(0.006156), 9);
    expect(outcome).toMatchObject({ verdict: 'unproven', reason: 'openControl' });
    for (const picture of ['trend', 'intervals']) {
      const drawn = run(table, { ...controlled, picture });
      expectCleanTexts(beforeAfterSlice, drawn);
      expectPlainData(drawn);
    }
  });
  it('divides the records by the control values', () => {
    const outcome = run(table, controlled);
    expect([outcome.before.size, outcome.control?.before.size]).toEqual([100, 100]);
    const rows = applyFilters(table, outcome.control?.after.filters ?? []);
    expect(rows.ok && rows.value?.length).toBe(88);
  });
  it('works with means and with rates per day', () => {
    const values = tableOf(
      numeric(
        'c0',
        'date',
        [1, 2, 3, 7, 8, 9, 1, 2, 3, 7, 8, 9].map((month) => day(month, 9)),
      ),
      numeric('c1', 'number', [10, 11, 12, 5, 6, 7, 10, 12, 11, 9, 11, 10]),
      words('c2', ['甲', '甲', '甲', '甲', '甲', '甲', '乙', '乙', '乙', '乙', '乙', '乙']),
    );
    const mean = run(values, {
      metric: 'mean',
      measure: 'c1',
      dateColumn: 'c0',
      change,
      controlColumn: 'c2',
      controlValues: ['乙'],
    });
    // (6 − 11) − (10 − 11) = −4; every cell has variance 1 and 3 values.
    expect(mean.controlled?.estimate).toBeCloseTo(-4, 9);
    expect(mean.controlled?.se).toBeCloseTo(Math.sqrt(4 / 3), 9);
    expect(mean.controlled?.df).toBeCloseTo(8, 9);
    expect(mean.verdict).toBe('effective');
    expectCleanTexts(beforeAfterSlice, mean);
    expectPlainData(mean);
    const rate = run(table, {
      ...controlled,
      metric: 'rate',
      numerator: 'rows',
      denominator: 'days',
      direction: 'lower',
    });
    expect(rate.control?.before).toMatchObject({ events: 100, size: 182 });
    expectCleanTexts(beforeAfterSlice, rate);
    expectPlainData(rate);
  });
});

describe('beforeAfter: means and rates', () => {
  it('has the reference Welch t of the Nile before and after 1899', () => {
    const { input, expected } = referenceCase<
      { before: number[]; after: number[] },
      { meanDifference: number; t: number; df: number; p: number; ci95: [number, number] }
    >('before_after-04-nile-independent');
    const table = tableOf(
      numeric('c0', 'date', [...input.before.map((_, i) => change - 1 - i), ...input.after.map((_, i) => change + i)]),
      numeric('c1', 'number', [...input.before, ...input.after], '流量'),
    );
    const outcome = run(table, { metric: 'mean', measure: 'c1', dateColumn: 'c0', change });
    expect(outcome.change.difference).toBeCloseTo(expected.meanDifference, 8);
    expect(outcome.change.statistic).toBeCloseTo(expected.t, 8);
    expect(outcome.change.df).toBeCloseTo(expected.df, 8);
    expect(outcome.change.interval?.low).toBeCloseTo(expected.ci95[0], 7);
    expect(outcome.change.hedgesG).toBeLessThan(-1);
    expectCleanTexts(beforeAfterSlice, outcome);
    expectPlainData(outcome);
  });
  it('235 and 172 per equal volume: ratio .732 (.598 to .895), p .0021', () => {
    const months = [3, 9].map((month) => 2024 * 12 + month - 1);
    const events = tableOf(
      numeric('c0', 'date', [
        ...Array.from({ length: 235 }, () => day(3, 5)),
        ...Array.from({ length: 172 }, () => day(9, 5)),
      ]),
    );
    const volumes = tableOf(numeric('c0', 'month', months), numeric('c1', 'number', [100_000, 100_000], '交易笔数'));
    const spec = {
      metric: 'rate',
      numerator: 'rows',
      denominator: 'second',
      secondKey: 'c0',
      secondNumber: 'c1',
      dateColumn: 'c0',
      change,
    };
    const outcome = run(events, spec, volumes);
    expect(1 + (outcome.change.relative ?? 0)).toBeCloseTo(0.732, 3);
    expect(1 + (outcome.change.relativeInterval?.low ?? 0)).toBeCloseTo(0.598, 3);
    expect(outcome.change.pValue).toBeCloseTo(0.0021, 4);
    expect(outcome.verdict).toBe('effective');
    expectCleanTexts(beforeAfterSlice, outcome);
    expectPlainData(outcome);
  });
  it('reads a target of a rate in the unit shown', () => {
    const events = ledger([
      [halves[0], halves[1], 300, 0],
      [halves[2], halves[3], 100, 0],
    ]);
    const spec = { metric: 'rate', denominator: 'days', dateColumn: 'c0', change, per: 30 };
    expect(run(events, { ...spec, target: 20 })).toMatchObject({ per: 30, verdict: 'effective', reason: 'reached' });
    expect(run(events, { ...spec, target: 10 })).toMatchObject({ verdict: 'partial' });
  });
});

describe('beforeAfter: what cannot be, and what is proposed', () => {
  const table = ledger([
    [halves[0], halves[1], 8, 2],
    [halves[2], halves[3], 8, 2],
  ]);
  it('refuses', () => {
    expect(failureOf(table, { ...solved, dateColumn: null })).toBe('choose-date');
    expect(failureOf(table, { ...solved, change: day(1, 1) })).toBe('before-after-outside');
    expect(failureOf(table, { ...solved, gapDays: 3000 })).toBe('before-after-outside');
    expect(failureOf(table, { ...solved, controlColumn: 'c2' })).toBe('before-after-choose-control');
    expect(failureOf(table, { ...solved, controlColumn: 'c2', controlValues: ['甲'] })).toBe('before-after-no-size');
    expect(failureOf(table, { ...solved, countedValues: [] })).toBe('choose-values');
    expect(failureOf(table, { metric: 'mean', dateColumn: 'c0', change })).toBe('choose-measure');
    expect(
      failureOf(table, {
        metric: 'rate',
        denominator: 'second',
        dateColumn: 'c0',
        controlColumn: 'c2',
        controlValues: ['甲'],
      }),
    ).toBe('before-after-control-second');
    expect(
      failureOf(tableOf(numeric('c0', 'date', [day(1, 3), day(1, 9)])), { metric: 'rate', dateColumn: 'c0' }),
    ).toBe('before-after-one-month');
  });
  it('proposes a share, else a mean, else records per day', () => {
    const propose = (of: Table): unknown => {
      const result = beforeAfterSlice.defaults({ table: of, codes });
      return result.ok ? result.value : result.failure.code;
    };
    expect(propose(table)).toMatchObject({ metric: 'share', countedColumn: 'c1', countedValues: ['否'], change: null });
    const dates = numeric('c0', 'date', [day(1, 1), day(9, 1)]);
    expect(propose(tableOf(dates, numeric('c1', 'number', [1, 2])))).toMatchObject({ metric: 'mean', measure: 'c1' });
    expect(propose(tableOf(dates))).toMatchObject({ metric: 'rate', numerator: 'rows', denominator: 'days' });
    expect(propose(tableOf(words('c0', ['a', 'b'])))).toBe('before-after-no-date');
  });
});

import { describe, expect, it } from 'vitest';
import { compareProportionsSlice } from '../../../src/analyses/compare-proportions/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { referenceCase } from './reference-case';
import { codes, expectCleanTexts, expectPlainData, textsOf } from './render';
import { failureCodeOf, runnerOf } from './spec-runner';

const run = runnerOf(compareProportionsSlice, codes);

const failureOf = (...given: Parameters<typeof run>): string => failureCodeOf(() => run(...given));

type Group = readonly [name: string, yes: number, no: number];

/** One line per unit: its group and its answer. */
function ledger(groups: readonly Group[]): Table {
  const lines = groups.flatMap(([name, yes, no]) => [
    ...Array.from({ length: yes }, () => [name, '是']),
    ...Array.from({ length: no }, () => [name, '否']),
  ]);
  return tableOf(
    words(
      'c0',
      lines.map(([name]) => name),
      '渠道',
    ),
    words(
      'c1',
      lines.map(([, answer]) => answer),
      '首次解决',
    ),
  );
}

const solved = { countedColumn: 'c1', countedValues: ['是'], groupColumn: 'c0', direction: 'higher' };

describe('compareProportions: golden values of DOMAIN §3.6', () => {
  const outcome = run(
    ledger([
      ['前', 825, 175],
      ['后', 892, 108],
    ]),
    solved,
  );
  it('825/1000 → 892/1000: z 4.298, p 1.7e-5, +3.65 to +9.75 points', () => {
    expect(outcome.groups.map(({ label }) => label)).toEqual(['前', '后']);
    expect(outcome.test.used).toBe('pooledZ');
    expect(outcome.test.statistic).toBeCloseTo(4.298, 3);
    expect(outcome.test.pValue).toBeCloseTo(1.72e-5, 6);
    const [{ change }] = outcome.pairs;
    expect(change.difference * 100).toBeCloseTo(6.7, 9);
    expect((change.interval?.low ?? 0) * 100).toBeCloseTo(3.65, 2);
    expect((change.interval?.high ?? 0) * 100).toBeCloseTo(9.75, 2);
  });
  it('shows points, relative change, fewer failures, n and interval: +6.70, +8.12%, −38.3%', () => {
    const [{ change }] = outcome.pairs;
    expect(change.relative).toBeCloseTo(0.0812, 4);
    expect(change.failures).toBeCloseTo(-0.3829, 4);
    const text = textsOf(compareProportionsSlice, outcome, 'en').join('\n');
    expect(text).toContain('+6.70');
    expect(text).toContain('+8.12%');
    expect(text).toContain('38.3% fewer failures');
    expect(text).toContain('n = 1,000');
    expect(text).toContain('95% CI +3.65 to +9.75');
    expectCleanTexts(compareProportionsSlice, outcome);
    expectPlainData(outcome);
  });
  it('two rates of 235 and 172 per equal 100,000: ratio .732 (.598 to .895), p .0021', () => {
    const counts = tableOf(
      words('c0', ['前', '后'], '时期'),
      numeric('c1', 'number', [235, 172], '投诉'),
      numeric('c2', 'number', [100_000, 100_000], '交易'),
    );
    const rates = run(counts, {
      kind: 'rate',
      numerator: 'column',
      countColumn: 'c1',
      denominator: 'column',
      sizeColumn: 'c2',
      groupColumn: 'c0',
    });
    expect(rates.test.used).toBe('poisson');
    expect(rates.test.pValue).toBeCloseTo(0.0021, 4);
    const [{ change }] = rates.pairs;
    expect(1 + (change.relative ?? 0)).toBeCloseTo(0.732, 3);
    expect(1 + (change.relativeInterval?.low ?? 0)).toBeCloseTo(0.598, 3);
    expect(1 + (change.relativeInterval?.high ?? 0)).toBeCloseTo(0.895, 3);
    expect(rates.per).toBe(1000);
    expectCleanTexts(compareProportionsSlice, rates);
    expectPlainData(rates);
  });
});

describe('compareProportions: groups', () => {
  it('has the reference figures of smokers in two hospitals', () => {
    const { input, expected } = referenceCase<
      { x1: number; n1: number; x2: number; n2: number },
      { difference: number; pooled: { p: number }; fisher: { p: number }; extra: { newcombeCi: [number, number] } }
    >('proportions-04-two-smokers');
    const outcome = run(
      ledger([
        ['a', input.x1, input.n1 - input.x1],
        ['b', input.x2, input.n2 - input.x2],
      ]),
      { ...solved, direction: 'lower' },
    );
    expect(outcome.test.used).toBe('fisher');
    expect(outcome.test.pValue).toBeCloseTo(expected.fisher.p, 9);
    const [{ change }] = outcome.pairs;
    expect(Math.abs(change.difference)).toBeCloseTo(expected.difference, 9);
    expect(change.interval?.low).toBeCloseTo(-expected.extra.newcombeCi[1], 9);
    expect(change.interval?.high).toBeCloseTo(-expected.extra.newcombeCi[0], 9);
  });
  it('turns to Fisher where few are expected', () => {
    const tea = run(
      ledger([
        ['a', 3, 1],
        ['b', 1, 3],
      ]),
      solved,
    );
    // The lady tasting tea: two-sided p = 0.4857.
    expect(tea.test).toMatchObject({ used: 'fisher', minExpected: 2 });
    expect(tea.test.pValue).toBeCloseTo(0.485714, 6);
    expectCleanTexts(compareProportionsSlice, tea);
  });
  it('tests four hospitals by χ² = 12.6004 as Fleiss does, pairs by Holm', () => {
    const smokers = ledger([
      ['1', 83, 3],
      ['2', 90, 3],
      ['3', 129, 7],
      ['4', 70, 12],
    ]);
    const outcome = run(smokers, solved);
    expect(outcome.test).toMatchObject({ used: 'chiSquare', df: 3 });
    expect(outcome.test.statistic).toBeCloseTo(12.6004, 4);
    expect(outcome.test.pValue).toBeCloseTo(0.005585, 6);
    const raw = outcome.pairs.map(({ pValue }) => pValue);
    expect(outcome.pairs.every(({ adjustedP }, i) => adjustedP >= raw[i])).toBe(true);
    for (const picture of ['intervals', 'differences']) {
      const drawn = run(smokers, { ...solved, picture });
      expectCleanTexts(compareProportionsSlice, drawn);
      expectPlainData(drawn);
      expect(compareProportionsSlice.rows(drawn).rows).toHaveLength(picture === 'intervals' ? 5 : 6);
    }
  });
  it('compares each of many groups with all others, the worst first', () => {
    const groups = Array.from({ length: 12 }, (_, i): Group => [`g${i}`, i === 7 ? 60 : 20, i === 7 ? 40 : 80]);
    const outcome = run(ledger(groups), { ...solved, direction: 'lower' });
    expect(outcome.pairing).toBe('rest');
    expect(outcome.pairs).toHaveLength(12);
    expect(outcome.groups[0]).toMatchObject({ label: 'g7', against: 'above' });
    expect(outcome.pairs.filter(({ adjustedP }) => adjustedP < 0.05).map(({ a }) => outcome.groups[a].label)).toEqual([
      'g7',
    ]);
    expect(outcome.pairs[0].change.difference).toBeCloseTo(0.4, 9);
    expectCleanTexts(compareProportionsSlice, outcome);
  });
  it('opens exactly the rows that were counted', () => {
    const table = ledger([
      ['前', 5, 15],
      ['后', 9, 11],
    ]);
    for (const group of run(table, solved).groups) {
      const rows = applyFilters(table, group.filters);
      expect(rows.ok && rows.value?.length).toBe(group.events);
    }
  });
  it('stands no events and only events', () => {
    for (const [yes, no] of [
      [0, 20],
      [20, 0],
    ]) {
      for (const names of [
        ['a', 'b'],
        ['a', 'b', 'c'],
      ]) {
        const outcome = run(ledger(names.map((name): Group => [name, yes, no])), solved);
        expectCleanTexts(compareProportionsSlice, outcome);
        expectPlainData(outcome);
        expect(textsOf(compareProportionsSlice, outcome, 'en').join('\n')).not.toMatch(/Difference found/);
      }
    }
  });
});

describe('compareProportions: periods and denominators', () => {
  const day = (month: number, d: number): number => toEpochDay(2024, month, d);
  const dates = [day(1, 5), day(1, 20), day(2, 3), day(3, 9), day(4, 1), day(4, 30), day(5, 2), null];
  const table = tableOf(
    numeric('c0', 'date', dates, '日期'),
    words('c1', ['是', '否', '是', '否', '是', '否', '否', '是'], '超时'),
  );
  const spec = {
    countedColumn: 'c1',
    countedValues: ['是'],
    by: 'periods',
    dateColumn: 'c0',
    before: { from: day(1, 1), before: day(3, 1) },
    after: { from: day(3, 1), before: day(6, 1) },
  };
  it('counts two chosen periods', () => {
    const outcome = run(table, spec);
    expect(outcome.groups.map(({ events, size, label }) => [events, size, label])).toEqual([
      [2, 3, '2024-01-01 – 2024-02-29'],
      [1, 4, '2024-03-01 – 2024-05-31'],
    ]);
    const rows = applyFilters(table, outcome.groups[1].filters);
    expect(rows.ok && Array.from(rows.value ?? [])).toEqual([4]);
    expectCleanTexts(compareProportionsSlice, outcome);
    expectPlainData(outcome);
  });
  it('names periods that overlap', () => {
    const outcome = run(table, { ...spec, after: { from: day(2, 1), before: day(6, 1) } });
    expect(outcome.coverage.periods).toBe('overlap');
    expectCleanTexts(compareProportionsSlice, outcome);
  });
  it('takes exposures of each period from a second dataset, also where nothing happened', () => {
    const second = tableOf(
      numeric(
        'c0',
        'month',
        [0, 1, 2, 3, 4].map((i) => 2024 * 12 + i),
      ),
      numeric('c1', 'number', [100, 200, 300, 400, 500], '交易'),
    );
    const rates = {
      kind: 'rate',
      numerator: 'rows',
      denominator: 'second',
      secondKey: 'c0',
      secondNumber: 'c1',
      by: 'periods',
      dateColumn: 'c0',
      before: { from: day(1, 1), before: day(3, 1) },
      after: { from: day(3, 1), before: day(6, 1) },
    };
    const outcome = run(table, rates, second);
    expect(outcome.groups.map(({ events, size }) => [events, size])).toEqual([
      [3, 300],
      [4, 1200],
    ]);
    const none = run(
      tableOf(numeric('c0', 'date', [day(1, 5), day(5, 5)])),
      {
        ...rates,
        after: { from: day(3, 1), before: day(5, 1) },
      },
      second,
    );
    expect(none.groups[1]).toMatchObject({ events: 0, size: 700, value: 0 });
    expectCleanTexts(compareProportionsSlice, none);
    expectPlainData(none);
  });
  it('compares months, in order of time', () => {
    const outcome = run(table, { ...spec, by: 'month' });
    expect(outcome.groups.map(({ label }) => label)).toEqual(['2024-01', '2024-02', '2024-03', '2024-04', '2024-05']);
    expectCleanTexts(compareProportionsSlice, outcome);
  });
  it('refuses what cannot be', () => {
    expect(failureOf(table, { ...spec, before: null })).toBe('proportions-choose-periods');
    expect(failureOf(table, { ...spec, dateColumn: null })).toBe('choose-date');
    expect(failureOf(table, { ...spec, countedValues: [] })).toBe('choose-values');
    expect(failureOf(table, { ...spec, numerator: 'rows' })).toBe('numerator-is-denominator');
    const sums = tableOf(
      words('c0', ['a', 'b']),
      numeric('c1', 'number', [5, 2.5]),
      numeric('c2', 'number', [4, 40]),
      numeric('c3', 'number', [1, 0]),
    );
    const columns = {
      numerator: 'column',
      countColumn: 'c1',
      denominator: 'column',
      sizeColumn: 'c2',
      groupColumn: 'c0',
    };
    expect(failureOf(sums, columns)).toBe('proportions-count-invalid');
    expect(failureOf(sums, { ...columns, countColumn: 'c3', sizeColumn: 'c3' })).toBe('proportions-too-few-groups');
    expect(failureOf(sums, { ...columns, countColumn: 'c2', sizeColumn: 'c3' })).toBe('proportions-exceed-size');
  });
  it('proposes groups of another column, else two halves of time', () => {
    const propose = (of: Table): unknown => {
      const result = compareProportionsSlice.defaults({ table: of, codes });
      return result.ok ? result.value : result.failure.code;
    };
    expect(
      propose(
        ledger([
          ['a', 1, 2],
          ['b', 1, 2],
        ]),
      ),
    ).toMatchObject({ countedColumn: 'c0', groupColumn: 'c1' });
    expect(propose(table)).toMatchObject({
      by: 'periods',
      before: { from: null, before: day(3, 1) },
      after: { from: day(3, 1), before: null },
    });
    expect(propose(tableOf(numeric('c0', 'number', [1, 2])))).toBe('proportions-no-column');
  });
});

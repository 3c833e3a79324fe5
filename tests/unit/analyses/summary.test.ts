import { describe, expect, it } from 'vitest';
import { summarySlice } from '../../../src/analyses/summary/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import type { Filter } from '../../../src/table/filter';
import { numeric, tableOf, words } from '../table/build-table';
import { referenceCase } from './reference-case';
import { codes, expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, runnerOf } from './spec-runner';

const run = runnerOf(summarySlice, codes);

const failureOf = (...given: Parameters<typeof run>): string => failureCodeOf(() => run(...given));

function rowsOf(table: Table, filters: readonly Filter[]): number {
  const rows = applyFilters(table, filters);
  if (!rows.ok) throw new Error(rows.failure.code);
  return rows.value?.length ?? table.rows;
}

const { input, expected } = referenceCase<
  { values: (number | null)[] },
  {
    n: number;
    nMissing: number;
    mean: number;
    sd: number;
    iqrType7: number;
    quantiles: { type6: number[]; type7: number[] };
    meanCi95: number[];
  }
>('descriptive-07-missing-ozone');
const ozone = tableOf(numeric('c0', 'number', input.values, '臭氧'));

describe('summary: the ozone readings of 1973', () => {
  const outcome = run(ozone, { measure: 'c0', upperLimit: 100 });
  it('gives the published statistics and counts what is missing', () => {
    const { summary, missing } = outcome.whole;
    expect(summary.n).toBe(expected.n);
    expect(summary.mean).toBeCloseTo(expected.mean, 9);
    expect(summary.sd).toBeCloseTo(expected.sd, 9);
    expect(summary.meanInterval?.low).toBeCloseTo(expected.meanCi95[0], 8);
    expect(missing).toBe(expected.nMissing);
    expect(textsOf(summarySlice, outcome, 'en').join('\n')).toMatch(/37 records have no value \(24\.2%\)/);
  });
  it('names the type of its quantiles and gives the other beside it', () => {
    const last = (spec: Record<string, unknown>): (number | string | object | null)[] => {
      const table = summarySlice.rows(run(ozone, { measure: 'c0', ...spec }));
      const at = table.columns.findIndex(({ key }) => key === 'p90');
      return [table.rows[0].cells[at]];
    };
    expect(last({ quantiles: 'type7' })).toEqual([expect.closeTo(expected.quantiles.type7[6], 9)]);
    expect(last({ quantiles: 'type6' })).toEqual([expect.closeTo(expected.quantiles.type6[6], 9)]);
    expect(textsOf(summarySlice, outcome, 'en').join('\n')).toMatch(
      /90th percentile is 87\. Type 6 \(Minitab, SPSS\) would give 89\.60/,
    );
  });
  it('counts all values in classes that open exactly their rows', () => {
    expect(outcome.classes.reduce((sum, { count }) => sum + count, 0)).toBe(expected.n);
    for (const { count, filters } of outcome.classes) expect(rowsOf(ozone, filters)).toBe(count);
  });
  it('counts values beyond a limit with an interval, those on it not', () => {
    const above = input.values.filter((value) => value !== null && value > 100).length;
    expect(outcome.whole.beyond).toMatchObject({ above, below: 0, share: above / expected.n });
    expect(rowsOf(ozone, outcome.whole.beyond?.filters.above ?? [])).toBe(above);
    const onLimit = run(ozone, { measure: 'c0', upperLimit: 168 });
    expect(onLimit.whole.beyond).toMatchObject({ above: 0, share: 0 });
    expect(rowsOf(ozone, onLimit.whole.beyond?.filters.above ?? [])).toBe(0);
  });
  it('says that it is skewed and not normal', () => {
    const text = textsOf(summarySlice, outcome, 'zh-CN').join('\n');
    expect(text).toMatch(/右偏（偏度 1\.24）/);
    expect(text).toMatch(/不服从正态分布/);
  });
  it('draws each picture in both languages without a raw key', () => {
    for (const picture of ['histogram', 'boxes', 'probability'])
      for (const curve of ['normal', 'logNormal', 'none']) {
        const drawn = run(ozone, { measure: 'c0', picture, curve, lowerLimit: 5, upperLimit: 100 });
        expectCleanTexts(summarySlice, drawn);
        expectPlainData(drawn);
      }
  });
});

describe('summary: normality', () => {
  it('has the reference statistics of the lottery draws', () => {
    const draws = referenceCase<
      { values: number[] },
      { andersonDarling: { a2: number; p: number }; shapiroWilk: { w: number } }
    >('normality-07-lottery');
    const { normality } = run(tableOf(numeric('c0', 'number', draws.input.values)), { measure: 'c0' });
    expect(normality?.andersonDarling.aSquared).toBeCloseTo(draws.expected.andersonDarling.a2, 8);
    expect(normality?.shapiroWilk?.w).toBeCloseTo(draws.expected.shapiroWilk.w, 7);
  });
  it('finds that logarithms fit where waits multiply', () => {
    const waits = Array.from({ length: 199 }, (_, i) => Math.exp(1 + 0.6 * quantile((i + 0.5) / 199)));
    const outcome = run(tableOf(numeric('c0', 'number', waits)), { measure: 'c0', curve: 'logNormal' });
    expect(outcome.curve?.kind).toBe('logNormal');
    expect(outcome.curve?.mean).toBeCloseTo(1, 6);
    expect(textsOf(summarySlice, outcome, 'en').join('\n')).toMatch(/logarithms agree with a normal distribution/);
  });
  it('says why no log-normal curve is drawn over zeros', () => {
    const outcome = run(tableOf(numeric('c0', 'number', [0, 1, 2, 3, 5, 9])), { measure: 'c0', curve: 'logNormal' });
    expect(outcome).toMatchObject({ curve: null, logRefused: true });
    expectCleanTexts(summarySlice, outcome);
  });
});

/** Rough inverse of the normal distribution, for test data only. */
function quantile(p: number): number {
  let low = -8;
  let high = 8;
  for (let i = 0; i < 60; i++) {
    const z = (low + high) / 2;
    const t = 1 / (1 + 0.2316419 * Math.abs(z));
    const tail =
      (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
      t *
      (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    if ((z < 0 ? tail : 1 - tail) < p) low = z;
    else high = z;
  }
  return low;
}

describe('summary: times, groups and edges', () => {
  it('shows times in a unit people use and filters in the stored one', () => {
    const seconds = [120, 300, 600, 900, 1800, 240, 360];
    const table = tableOf(numeric('c0', 'duration', seconds, '等待'));
    const outcome = run(table, { measure: 'c0', upperLimit: 12 });
    expect(outcome.unit).toBe('minute');
    expect(outcome.whole.summary.median).toBe(6);
    expect(rowsOf(table, outcome.whole.beyond?.filters.above ?? [])).toBe(2);
    for (const { count, filters } of outcome.classes) expect(rowsOf(table, filters)).toBe(count);
    expectCleanTexts(summarySlice, outcome);
  });
  it('orders groups by median, periods by time, and opens their values', () => {
    const table = tableOf(
      numeric('c0', 'number', [1, 2, 3, 10, 11, 12, null, 5]),
      words('c1', ['甲', '甲', '甲', '乙', '乙', '乙', '丙', null], '网点'),
      numeric(
        'c2',
        'date',
        [1, 1, 1, 2, 2, 2, 3, 3].map((month) => toEpochDay(2024, month, 5)),
      ),
    );
    const byOutlet = run(table, { measure: 'c0', picture: 'boxes', groupBy: 'column', groupColumn: 'c1' });
    expect(byOutlet.groups.map(({ label, summary }) => [label, summary.median])).toEqual([
      ['乙', 11],
      ['甲', 2],
    ]);
    expect(byOutlet.coverage).toMatchObject({ empty: ['丙'], unplaced: 1 });
    expect(rowsOf(table, byOutlet.groups[0].filters)).toBe(3);
    expectCleanTexts(summarySlice, byOutlet);
    expectPlainData(byOutlet);
    const byMonth = run(table, { measure: 'c0', picture: 'boxes', groupBy: 'month', dateColumn: 'c2' });
    expect(byMonth.groups.map(({ label }) => label)).toEqual(['2024-01', '2024-02', '2024-03']);
    const boxes = (optionOf(summarySlice, byMonth)['series'] as { id: string; data: { value: number[] }[] }[])[0];
    expect(boxes.data[1].value).toEqual([10, 10.5, 11, 11.5, 12]);
  });
  it('stands one value and equal values', () => {
    for (const values of [[7], [7, 7, 7, 7], [0, 0], [1e15, 1e15 + 2, 1e15 + 4], [0.1, 0.2, 0.3]]) {
      for (const picture of ['histogram', 'boxes', 'probability']) {
        const table = tableOf(numeric('c0', 'number', values));
        const outcome = run(table, { measure: 'c0', picture });
        expectCleanTexts(summarySlice, outcome);
        expectPlainData(outcome);
        expect(outcome.classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const { count, filters } of outcome.classes) expect(rowsOf(table, filters)).toBe(count);
      }
    }
  });
  it('refuses what cannot be', () => {
    expect(failureOf(ozone, {})).toBe('choose-measure');
    expect(failureOf(ozone, { measure: 'c9' })).toBe('column-unknown');
    expect(failureOf(ozone, { measure: 'c0', lowerLimit: 5, upperLimit: 5 })).toBe('spec-limits-reversed');
    expect(failureOf(tableOf(words('c0', ['a'])), { measure: 'c0' })).toBe('measure-not-numbers');
    expect(failureOf(tableOf(numeric('c0', 'number', [null])), { measure: 'c0' })).toBe('measure-no-values');
  });
  it('proposes a time, else a number with many values, else says what is missing', () => {
    const propose = (table: Table): unknown => {
      const result = summarySlice.defaults({ table, codes });
      return result.ok ? result.value.measure : result.failure.code;
    };
    const grades = numeric(
      'c0',
      'number',
      Array.from({ length: 12 }, (_, i) => i % 3),
    );
    const hours = numeric(
      'c1',
      'number',
      Array.from({ length: 12 }, (_, i) => i * 1.5),
    );
    const waits = numeric(
      'c2',
      'duration',
      Array.from({ length: 12 }, (_, i) => i * 60),
    );
    expect(propose(tableOf(grades, hours))).toBe('c1');
    expect(propose(tableOf(grades, hours, waits))).toBe('c2');
    expect(propose(tableOf(grades))).toBe('c0');
    expect(propose(tableOf(words('c0', ['a', 'b'])))).toBe('measure-no-column');
  });
});

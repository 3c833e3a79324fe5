import { describe, expect, it } from 'vitest';
import { regressionSlice } from '../../../src/analyses/regression/slice';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { referenceCase } from './reference-case';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(regressionSlice);

interface RegressionCase {
  readonly input: { predictors: { name: string; values: (number | null)[] }[]; y: (number | null)[] };
  readonly expected: {
    n: number;
    coefficients: { estimate: number; se: number; t: number; p: number }[];
    rSquared: number;
    adjRSquared: number;
    residualSd: number;
    f: number;
    p: number;
    coefficientCi95: [number, number][];
    predictions?: { x: number[]; fit: number; ci95: [number, number]; pi95: [number, number] }[];
  };
}

function openCase(id: string): { table: Table; ids: string[]; expected: RegressionCase['expected'] } {
  const { input, expected } = referenceCase<RegressionCase['input'], RegressionCase['expected']>(id);
  const predictors = input.predictors.map(({ name, values }, i) => numeric(`c${i + 1}`, 'number', values, name));
  return {
    table: tableOf(numeric('c0', 'number', input.y, '响应'), ...predictors),
    ids: predictors.map((column) => column.id),
    expected,
  };
}

describe.each([
  'regression-01-anscombe1',
  'regression-02-cars',
  'regression-03-mtcars',
  'regression-04-missing',
  'regression-53-trees',
])('regression: %s', (id) => {
  const { table, ids, expected } = openCase(id);
  const outcome = run(table, { response: 'c0', predictors: ids });
  it('has the certified coefficients, intervals and tests', () => {
    const near = (value: number): unknown => expect.closeTo(value, 7);
    expect(outcome.coefficients).toHaveLength(expected.coefficients.length);
    expected.coefficients.forEach(({ estimate, se, t, p }, i) => {
      const [low, high] = expected.coefficientCi95[i];
      expect(outcome.coefficients[i]).toMatchObject({
        estimate: near(estimate),
        se: near(se),
        t: near(t),
        pValue: near(p),
        interval: { low: near(low), high: near(high) },
      });
    });
    expect(outcome.model).toMatchObject({
      n: expected.n,
      rSquared: near(expected.rSquared),
      adjustedRSquared: near(expected.adjRSquared),
      residualSd: near(expected.residualSd),
      pValue: near(expected.p),
    });
  });
  it('speaks both languages in both pictures, and is plain data', () => {
    for (const picture of ['fit', 'residuals']) {
      const drawn = run(table, { response: 'c0', predictors: ids, picture });
      expectCleanTexts(regressionSlice, drawn);
      expectPlainData(drawn);
    }
  });
});

describe('regression: one predictor', () => {
  const { table, expected } = openCase('regression-01-anscombe1');
  const outcome = run(table, { response: 'c0', predictors: ['c1'] });
  it('draws bands that have the reference bounds where they were computed', () => {
    for (const { x, fit, ci95, pi95 } of expected.predictions ?? []) {
      const at = outcome.band.find((point) => Math.abs(point.x - x[0]) < 1e-9);
      if (!at) continue;
      expect(at.fit).toBeCloseTo(fit, 8);
      expect([at.confidence.low, at.confidence.high]).toEqual(ci95.map((bound) => expect.closeTo(bound, 7) as unknown));
      expect([at.prediction.low, at.prediction.high]).toEqual(pi95.map((bound) => expect.closeTo(bound, 7) as unknown));
    }
    expect(outcome.band.some(({ x }) => Math.abs(x - 10) < 0.1)).toBe(true);
    const series = optionOf(regressionSlice, outcome)['series'] as { id: string }[];
    expect(series.map(({ id }) => id)).toEqual(['band0', 'band1', 'line', 'points']);
  });
  it('shows Pearson with Spearman beside the slope', () => {
    const reference = referenceCase<unknown, { pearson: { r: number } }>('correlation-01-anscombe1');
    expect(outcome.correlation?.pearson.r).toBeCloseTo(reference.expected.pearson.r, 9);
    const text = textsOf(regressionSlice, outcome, 'en').join('\n');
    expect(text).toMatch(/a very strong correlation: Pearson r = 0\.816 \(95% CI 0\.424 to 0\.951\)/);
    expect(text).toMatch(/响应 = 3\.000 \+ 0\.5001 × x/);
  });
  it('opens the record behind a point', () => {
    const picture = regressionSlice.picture(outcome, {
      phrase: ({ code }) => code,
      value: String,
      theme: {} as never,
    });
    expect(rowsBehind(table, picture.drill('points', 2))).toEqual([outcome.points[2].row]);
    expect(picture.drill('line', 0)).toBeUndefined();
  });
  it('finds the one point that does not belong in Anscombe’s third set', () => {
    const third = openCase('regression-51-anscombe3');
    const { checks } = run(third.table, { response: 'c0', predictors: third.ids });
    expect(checks.unusual).toEqual([2]);
    expect(checks.influential).toEqual([2]);
  });
  it('notices a bend that a straight line hides (Anscombe’s second set)', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74];
    const bent = run(tableOf(numeric('c0', 'number', y), numeric('c1', 'number', x)), {
      response: 'c0',
      predictors: ['c1'],
    });
    expect(bent.checks.curvature).toBeLessThan(0.001);
    expect(textsOf(regressionSlice, bent, 'zh-CN').join('\n')).toMatch(/关系可能是弯曲的/);
  });
});

describe('regression: several predictors and edges', () => {
  it('warns of predictors that overlap (Longley)', () => {
    const longley = openCase('regression-12-nist-longley');
    const outcome = run(longley.table, { response: 'c0', predictors: longley.ids });
    expect(outcome.coefficients[1].estimate).toBeCloseTo(longley.expected.coefficients[1].estimate, 5);
    expect(textsOf(regressionSlice, outcome, 'en').join('\n')).toMatch(/The predictors overlap/);
    expectCleanTexts(regressionSlice, outcome);
  });
  it('counts yes as 1, shows times in a unit people use, and orders residuals by date', () => {
    const n = 40;
    const list = (of: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => of(i));
    const table = tableOf(
      numeric(
        'c0',
        'duration',
        list((i) => 600 + 60 * (i % 2) + 6 * (i % 7)),
        '等待',
      ),
      numeric(
        'c1',
        'boolean',
        list((i) => i % 2),
        '午间',
      ),
      numeric(
        'c2',
        'date',
        list((i) => 19_800 - i),
        '日期',
      ),
    );
    const outcome = run(table, { response: 'c0', predictors: ['c1'], dateColumn: 'c2' });
    expect(outcome.response.unit).toBe('minute');
    expect(outcome.checks.byTime).toBe(true);
    expect(outcome.points[0].row).toBe(n - 1);
    expect(outcome.coefficients[1].estimate).toBeCloseTo(1, 1);
    expectCleanTexts(regressionSlice, outcome);
  });
  it('draws an even choice of many records and says so', () => {
    const n = 5000;
    const x = Array.from({ length: n }, (_, i) => (i * 7919) % 1000);
    const y = x.map((value, i) => 2 * value + ((i * 104_729) % 97) + (i === 1234 ? 5000 : 0));
    const outcome = run(tableOf(numeric('c0', 'number', y), numeric('c1', 'number', x)), {
      response: 'c0',
      predictors: ['c1'],
    });
    expect(outcome.points.length).toBeLessThanOrEqual(2010);
    expect(outcome.points.some(({ row }) => row === 1234)).toBe(true);
    expect(outcome.checks.unusual).toContain(1234);
    expect(textsOf(regressionSlice, outcome, 'en').join('\n')).toMatch(/All 5,000 records are computed/);
  });
  it('stands an exact fit and a horizontal one', () => {
    for (const y of [
      [2, 4, 6, 8],
      [1, 2, 2, 1],
    ]) {
      const outcome = run(tableOf(numeric('c0', 'number', y), numeric('c1', 'number', [1, 2, 3, 4])), {
        response: 'c0',
        predictors: ['c1'],
      });
      for (const picture of ['fit', 'residuals'] as const)
        expectCleanTexts(regressionSlice, { ...outcome, spec: { ...outcome.spec, picture } });
      expectPlainData(outcome);
    }
  });
  it('refuses what cannot be', () => {
    const table = tableOf(
      numeric('c0', 'number', [1, 2, 3, 4]),
      numeric('c1', 'number', [5, 5, 5, 5]),
      numeric('c2', 'number', [2, 4, 6, 8]),
      numeric('c3', 'number', [1, null, null, null]),
      words('c4', ['a', 'b', 'c', 'd']),
    );
    const fails = (spec: Record<string, unknown>): string => failureCodeOf(() => run(table, spec));
    expect(fails({})).toBe('choose-measure');
    expect(fails({ response: 'c0' })).toBe('regression-choose-predictor');
    expect(fails({ response: 'c0', predictors: ['c0'] })).toBe('regression-same-column');
    expect(fails({ response: 'c0', predictors: ['c4'] })).toBe('measure-not-numbers');
    expect(fails({ response: 'c0', predictors: ['c1'] })).toBe('model-predictors-dependent');
    expect(fails({ response: 'c1', predictors: ['c0'] })).toBe('sample-all-equal');
    expect(fails({ response: 'c0', predictors: ['c3'] })).toBe('model-too-few-rows');
    const many = Array.from({ length: 21 }, (_, i) => `x${i}`);
    expect(fails({ response: 'c0', predictors: many })).toBe('regression-too-many');
  });
  it('proposes two columns, or says that one is missing', () => {
    const count = (of: (i: number) => number): number[] => Array.from({ length: 12 }, (_, i) => of(i));
    const waits = numeric(
      'c0',
      'duration',
      count((i) => i * 60),
    );
    const calls = numeric(
      'c1',
      'number',
      count((i) => i * 3),
    );
    expect(proposalOf(regressionSlice, tableOf(waits, calls))).toMatchObject({ response: 'c0', predictors: ['c1'] });
    expect(proposalOf(regressionSlice, tableOf(waits))).toBe('regression-one-number');
    expect(proposalOf(regressionSlice, tableOf(words('c0', ['a'])))).toBe('measure-no-column');
  });
});

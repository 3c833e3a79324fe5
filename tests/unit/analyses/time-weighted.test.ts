import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { timeWeightedSlice } from '../../../src/analyses/time-weighted/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, theme } from './render';
import { failureCodeOf, proposalOf, runnerOf } from './spec-runner';

const run = runnerOf(timeWeightedSlice);

function reference<T>(id: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../../reference/cases/${id}.json`), 'utf8')) as T;
}

const table = (values: readonly (number | null)[]): Table => tableOf(numeric('c0', 'number', values, '等候分钟'));
const rows = { plot: 'measure', subgroup: 'row', measure: 'c0' };
const codesOf = (outcome: ReturnType<typeof run>): string[] => {
  const { sentences, reportCard } = timeWeightedSlice.findings(outcome);
  return [...sentences, ...reportCard.map(({ sentence }) => sentence)].map(({ code }) =>
    code.replace('analyses.timeWeighted.', ''),
  );
};

function pointsOf(shifts: ReturnType<typeof run>['shifts']): number[] {
  return shifts.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

interface EwmaCase {
  readonly input: { readonly values: readonly (number | null)[] };
  readonly params: {
    readonly lambda: number;
    readonly L: number;
    readonly target: number;
    readonly sigma: number;
    readonly limits: string;
  };
  readonly expected: {
    readonly ewma: readonly number[];
    readonly ucl: readonly number[];
    readonly lcl: readonly number[];
    readonly outOfControl: readonly number[];
  };
}
interface CusumCase {
  readonly input: { readonly values: readonly (number | null)[] };
  readonly params: { readonly target: number; readonly sigma: number; readonly k: number; readonly h: number };
  readonly expected: {
    readonly cPlus: readonly number[];
    readonly cMinus: readonly number[];
    readonly runPlus: readonly number[];
    readonly signalsPlus: readonly number[];
  };
}

describe('EWMA', () => {
  it.each(['ewma-01-nist', 'ewma-02-viscosity', 'ewma-03-missing'])('%s, from rows', (id) => {
    const { input, params, expected } = reference<EwmaCase>(id);
    const outcome = run(table(input.values), {
      ...rows,
      lambda: params.lambda,
      width: params.L,
      limits: params.limits,
      target: 'typed',
      targetValue: params.target,
      sigmaValue: params.sigma,
    });
    outcome.labels.forEach((_, i) => {
      expect(outcome.ewma?.panel.values[i]).toBeCloseTo(expected.ewma[i], 8);
      expect(outcome.ewma?.panel.upper[i]).toBeCloseTo(expected.ucl[i], 8);
      expect(outcome.ewma?.panel.lower[i]).toBeCloseTo(expected.lcl[i], 8);
    });
    expect(pointsOf(outcome.shifts)).toEqual(expected.outOfControl);
    expectCleanTexts(timeWeightedSlice, outcome);
    expectPlainData(outcome);
  });
  it('a stretch beyond the limits is one shift; it is drawn over the points it was made of', () => {
    const steady = Array.from({ length: 20 }, (_, i) => 10 + (i % 2));
    const outcome = run(table([...steady, ...steady.map((value) => value + 2)]), {
      ...rows,
      baseline: 'first',
      baselinePoints: 20,
    });
    expect(outcome.shifts).toHaveLength(1);
    expect(outcome.shifts[0]).toMatchObject({ side: 'above', last: 39, began: null });
    const series = optionOf(timeWeightedSlice, outcome)['series'] as { id: string; data: { itemStyle?: object }[] }[];
    expect(series.find(({ id }) => id === 'points')?.data[39].itemStyle).toMatchObject({ color: theme.concern });
    expect(series.find(({ id }) => id === 'points-background')?.data).toHaveLength(40);
    expect(timeWeightedSlice.rows(outcome).rows[39].emphasis).toBe('signal');
    expect(codesOf(outcome)).toContain('finding.ewma');
    expectCleanTexts(timeWeightedSlice, outcome);
    expectPlainData(outcome);
  });
});

describe('CUSUM', () => {
  it.each(['cusum-01-nist', 'cusum-02-fir', 'cusum-03-missing'])('%s, from rows', (id) => {
    const { input, params, expected } = reference<CusumCase>(id);
    const outcome = run(table(input.values), {
      ...rows,
      chart: 'cusum',
      k: params.k,
      h: params.h,
      fastStart: id.endsWith('fir'),
      target: 'typed',
      targetValue: params.target,
      sigmaValue: params.sigma,
    });
    outcome.labels.forEach((_, i) => {
      expect(outcome.cusum?.upper.sums[i]).toBeCloseTo(expected.cPlus[i], 8);
      expect(outcome.cusum?.lower.sums[i]).toBeCloseTo(expected.cMinus[i], 8);
    });
    const above = outcome.shifts.filter(({ side }) => side === 'above');
    expect(pointsOf(above)).toEqual(expected.signalsPlus);
    for (const { first, began } of above) expect(began).toBe(first - expected.runPlus[first] + 1);
    expectCleanTexts(timeWeightedSlice, outcome);
    expectPlainData(outcome);
  });
  it('draws the lower sum downwards, in the frame of the upper one', () => {
    const { input, params } = reference<CusumCase>('cusum-01-nist');
    const outcome = run(table(input.values), {
      ...rows,
      chart: 'cusum',
      target: 'typed',
      targetValue: params.target,
      sigmaValue: params.sigma,
    });
    const series = optionOf(timeWeightedSlice, outcome)['series'] as { id: string; data: { value: number[] }[] }[];
    const lower = series.find(({ id }) => id === 'ranges');
    expect(lower?.data.every(({ value }) => value[1] <= 0)).toBe(true);
  });
});

describe('EWMA and CUSUM: targets, stages and trust', () => {
  const months = Array.from({ length: 18 }, (_, i) => toEpochDay(2023 + Math.floor(i / 12), (i % 12) + 1, 10));
  const ledger = tableOf(
    numeric(
      'c0',
      'date',
      months.flatMap((day) => Array.from({ length: 50 }, () => day)),
    ),
    words(
      'c1',
      months.flatMap((_, m) => Array.from({ length: 50 }, (_, i) => (i < 4 + (m % 3) ? '是' : '否'))),
      '是否超时',
    ),
  );
  const share = { plot: 'share', dateColumn: 'c0', countedColumn: 'c1', countedValues: ['是'] };
  it('a typed target of a share is a percentage', () => {
    const outcome = run(ledger, { ...share, chart: 'cusum', target: 'typed', targetValue: 10, sigmaValue: 2 });
    expect(outcome.targets[0]).toMatchObject({ target: 0.1, sigma: 0.02 });
    expect(codesOf(outcome)).toContain('check.typed');
    expectCleanTexts(timeWeightedSlice, outcome);
  });
  it('every phase starts anew at its own target', () => {
    const outcome = run(ledger, { ...share, phases: [{ label: '2024-01', name: '新流程', reason: '午间加窗' }] });
    expect(outcome.targets.map(({ start }) => start)).toEqual([0, 12]);
    expect(outcome.ewma?.panel.center[12]).toBe(outcome.targets[1].target);
    expectCleanTexts(timeWeightedSlice, outcome);
  });
  it('says that shifts hide in a target made of all points, and that counts lack a volume', () => {
    expect(codesOf(run(ledger, share))).toContain('check.ownBaseline');
    const noted = table(Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? 40 : i % 3)));
    expect(codesOf(run(noted, { ...rows, chart: 'cusum' }))).toContain('check.skewed');
    expect(codesOf(run(noted, rows))).toContain('check.skewedForgiven');
  });
  it('an excluded or missing point leaves sums as they are', () => {
    const values = [1, 2, 1, 2, 9, null, 2, 1];
    const outcome = run(table(values), { ...rows, chart: 'cusum', exclusions: [{ label: '5', reason: '停电' }] });
    expect(outcome.cusum?.upper.sums[4]).toBe(outcome.cusum?.upper.sums[3]);
    expect(outcome.cusum?.upper.sums[5]).toBe(outcome.cusum?.upper.sums[3]);
    expectCleanTexts(timeWeightedSlice, outcome);
  });
  it('refuses what cannot be judged', () => {
    const code = (values: readonly number[], spec: Record<string, unknown>): string =>
      failureCodeOf(() => run(table(values), { ...rows, ...spec }));
    expect(code([5, 5, 5, 5], {})).toBe('weighted-no-variation');
    expect(code([5, 6, 5], { target: 'typed' })).toBe('weighted-choose-target');
    expect(code([5, 6, 5], { target: 'typed', sigmaValue: -1 })).toBe('sigma-not-positive');
    expect(code([5, 6, 5], { lambda: 2 })).toBe('spec-invalid');
    expect(code([5], {})).toBe('control-too-few-points');
  });
  it('proposes a chart that runs', () => {
    expect(proposalOf(timeWeightedSlice, table([1, 2]))).toMatchObject({ plot: 'measure', subgroup: 'row' });
    expect(proposalOf(timeWeightedSlice, ledger)).toMatchObject({ plot: 'share', subgroup: 'month' });
    expect(proposalOf(timeWeightedSlice, tableOf(words('c0', ['x'])))).toBe('series-no-column');
  });
});

import { describe, expect, it } from 'vitest';
import { normalCapability } from '../../../src/stats/capability/normal';
import { c4 } from '../../../src/stats/constants/c4';
import { medianRange, rangeConstants } from '../../../src/stats/constants/range-constants';
import { anhojLimits } from '../../../src/stats/control/run-chart';
import { rareEventChart } from '../../../src/stats/control/rare-event-chart';
import { ruleSets } from '../../../src/stats/control/rules/rule-sets';
import { subgroupChart } from '../../../src/stats/control/subgroup-chart';
import { sortedQuantile } from '../../../src/stats/descriptive/quantile';
import { geometric } from '../../../src/stats/distributions/geometric';
import { dpoAtSigma, sigmaShortTerm } from '../../../src/stats/yield/sigma-level';
import { chart, completions, normals, seeded, signalsOf, times, value } from './support';

// Where well-known programs disagree, or are wrong: one test for each, with what they do in its name.

const draw = normals(seeded(4));
const individuals = (values: readonly (number | null)[], more: object = {}, excluded: readonly number[] = []) =>
  chart({ kind: 'individuals', values, ...more }, { excluded });

describe('constants', () => {
  it('are exact, not 1.128, 3.267 and 2.66', () => {
    const { d2, d3 } = rangeConstants(2);
    expect(d2).toBeCloseTo(2 / Math.sqrt(Math.PI), 12);
    expect(1 + (3 * d3) / d2).toBeCloseTo(3.266532, 6);
    expect(3 / d2).toBeCloseTo(2.658681, 6);
    expect(medianRange(2)).toBeCloseTo(0.9538725524, 9);
  });

  it('d2 of large subgroups is integrated: the polynomial of JASP is 10 % off at 150, 55 % at 200', () => {
    // d2 grows more slowly than any line: known values 5.0152 at 100 and 5.4921 at 200.
    expect(rangeConstants(100).d2).toBeCloseTo(5.0152, 3);
    expect(rangeConstants(200).d2).toBeCloseTo(5.4921, 3);
  });

  it('c4 is finite where a gamma function overflows: JASP has infinity at 344 and nothing from 345', () => {
    for (const n of [343, 344, 345, 1000]) expect(c4(n)).toBeCloseTo(1 - 1 / (4 * n) - 7 / (32 * n * n), 6);
  });
});

describe('individuals charts', () => {
  const jumpy = [10, 11, 10, 12, 11, 30, 11, 10, 11, 12, 10, 11];

  it('do not screen moving ranges, as PowerBI-SPC and the NHS tools do, unless asked', () => {
    const plain = individuals(jumpy);
    const screened = individuals(jumpy, { nelsonScreen: true });
    expect(plain.stages[0].rangesScreened).toBe(0);
    expect(screened.stages[0].rangesScreened).toBe(2);
    expect(screened.stages[0].sigma ?? NaN).toBeLessThan(plain.stages[0].sigma ?? NaN);
  });

  it('divide the median range by 0.954: PowerBI-SPC divides by 1.128 and is 15.4 % too narrow', () => {
    const { sigma } = individuals([1, 3, 2, 6, 4], { sigmaEstimator: 'median_mr' }).stages[0];
    expect(sigma).toBeCloseTo(2 / 0.9538725524, 9);
    expect(1 - 2 / 1.128379 / (sigma ?? NaN)).toBeCloseTo(0.154, 2);
  });

  it('break a range at a gap and at an excluded point: qicharts2 bridges the hole', () => {
    expect(individuals([1, 2, null, 10, 11]).movingRange?.values).toEqual([null, 1, null, null, 1]);
    expect(individuals([1, 2, 99, 10, 11], {}, [2]).movingRange?.values).toEqual([null, 1, null, null, 1]);
  });

  it('keep every moving range where limits come from a baseline: PowerBI-SPC returns those of the baseline only', () => {
    const data = { kind: 'individuals', values: [1, 2, 4, 7, 11, 16] } as const;
    const { movingRange } = chart(data, { stages: [{ start: 0, end: 6, baseline: { start: 0, end: 3 } }] });
    expect(movingRange?.values).toEqual([null, 1, 2, 3, 4, 5]);
  });

  it('judge moving ranges by their limits alone: JASP applies run rules to them', () => {
    const { movingRange } = chart({ kind: 'individuals', values: times(40, (i) => i * i) }, { rules: ruleSets.nelson });
    expect(movingRange?.values.slice(1)).toEqual(times(39, (i) => 2 * i + 1));
    expect(movingRange?.signals.map(({ rule }) => rule)).not.toContain('trend');
  });

  it('hide no signal where most points signal: JASP hides all red points beyond half', () => {
    const { main } = chart({ kind: 'individuals', values: times(60, (i) => i) });
    expect(main.signals.length).toBeGreaterThan(30);
  });
});

describe('charts of counts', () => {
  it('pool the share, with limits per point in 0 … 1: JASP averages shares and lets the lower limit be negative', () => {
    const { main, stages } = chart({ kind: 'p', defectives: [1, 30, 2], sizes: [20, 100, 85] });
    expect(stages[0].center).toBeCloseTo(33 / 205, 12);
    expect(new Set(main.upper).size).toBe(3);
    expect(Math.min(...main.lower.map(Number))).toBe(0);
    for (const i of [0, 1, 2]) expect(main.center[i]).toBeCloseTo(33 / 205, 12);
  });

  it('take few expected cases without refusing: pyspc throws below 5', () => {
    expect(chart({ kind: 'p', defectives: [1, 0], sizes: [10, 10] }).stages[0].center).toBeCloseTo(0.05, 12);
  });

  it('let a count exceed its area of opportunity: JASP refuses it', () => {
    expect(chart({ kind: 'u', counts: [5, 7], sizes: [2, 3] }).main.values).toEqual([2.5, 7 / 3]);
  });

  it('standardise Laney points with their own sizes: JASP takes the first size for all', () => {
    const sizes = [10_000, 100, 5_000, 200, 8_000, 150];
    const rates = [0.02, 0.03, 0.021, 0.015, 0.019, 0.03];
    const defectives = sizes.map((n, i) => Math.round(n * rates[i]));
    const { stages } = chart({ kind: 'laney-p', defectives, sizes });
    const p = defectives.reduce((a, b) => a + b) / sizes.reduce((a, b) => a + b);
    const z = (n: (i: number) => number): number[] =>
      defectives.map((d, i) => (d / sizes[i] - p) / Math.sqrt((p * (1 - p)) / n(i)));
    const spread = (of: number[]): number =>
      of.slice(1).reduce((sum, v, i) => sum + Math.abs(v - of[i]), 0) / (of.length - 1) / (2 / Math.sqrt(Math.PI));
    expect(stages[0].sigmaZ).toBeCloseTo(spread(z((i) => sizes[i])), 9);
    expect(spread(z(() => sizes[0])) / (stages[0].sigmaZ ?? NaN)).toBeGreaterThan(2);
  });
});

describe('rare events', () => {
  it('have geometric percentiles: mean ± 3 sigma stops at 81 where ḡ = 20 and alarms 13 times too often', () => {
    const values = times(20, (i) => (i % 2 === 0 ? 10 : 30));
    const upper = (method: 'moments' | 'percentiles'): number =>
      value(rareEventChart({ kind: 'g', values, method }, { rules: ruleSets['limits-only'] })).stages[0].upper ?? NaN;
    expect(upper('moments')).toBeCloseTo(20 + 3 * Math.sqrt(420), 9);
    expect(upper('percentiles')).toBeGreaterThan(120);
    expect(geometric(1 / 21).upper(81) / 0.00135).toBeGreaterThan(12);
  });

  it('never turn a time of 0 into another number: JASP puts half the smallest, PowerBI-SPC maps 0 to 0', () => {
    const of = (method: 'power' | 'exponential') =>
      rareEventChart({ kind: 't', values: [3, 0, 5], method }, { rules: ruleSets['limits-only'] });
    expect(of('power').ok).toBe(false);
    expect(of('exponential').ok).toBe(true);
  });
});

describe('subgroups', () => {
  const pooled = (size: number) => {
    const subgroups = times(20, () => times(size, draw));
    const options = { stages: [{ start: 0, end: 20 }], rules: ruleSets['limits-only'] };
    const data = { kind: 'xbar-s', subgroups, sigmaEstimator: 'pooled' } as const;
    return { subgroups, result: value(subgroupChart(data, options)) };
  };

  it.each([
    [2, 0.25],
    [3, 0.13],
    [5, 0.06],
    [10, 0.03],
  ])('of %s divide the pooled deviation by c4 of all degrees of freedom: others are %s wider', (size, wider) => {
    const { subgroups, result } = pooled(size);
    const squares = subgroups.flatMap((group) => {
      const mean = group.reduce((a, b) => a + b) / size;
      return group.map((x) => (x - mean) ** 2);
    });
    const df = 20 * (size - 1);
    const s = Math.sqrt(squares.reduce((a, b) => a + b) / df);
    expect(result.stages[0].sigma).toBeCloseTo(s / c4(df + 1), 10);
    expect(s / c4(size) / (result.stages[0].sigma ?? NaN) - 1).toBeCloseTo(wider, 1);
  });

  it('hold the lower limit of a standard deviation at 0: PowerBI-SPC draws it negative up to n = 5', () => {
    expect(new Set(pooled(5).result.spreads.lower)).toEqual(new Set([0]));
  });
});

describe('capability and yield', () => {
  const of = {
    subgroups: [
      [9, 10, 11],
      [10, 12, 11],
      [9, 8, 10],
      [11, 10, 12],
    ],
  };
  const spec = { lower: 5, upper: 15, target: 10 };

  it('Cpm stands on the overall deviation: qcc takes the within one, JASP n as divisor', () => {
    const found = value(normalCapability(of, spec));
    const { mean, overall } = found;
    const square = (overall.sigma ?? NaN) ** 2;
    expect(found.cpm).toBeCloseTo(10 / (6 * Math.sqrt(square + ((mean ?? NaN) - 10) ** 2)), 10);
    expect(found.cpm).not.toBeCloseTo(found.cpmWithin ?? NaN, 3);
  });

  it('the indices of one limit leave those of two empty: SixSigma takes the larger half', () => {
    const { within } = value(normalCapability(of, { ...spec, lower: null }));
    expect(within.indices.both).toBeNull();
    expect(within.indices.least).toBe(within.indices.upper);
  });

  it('empirical percentiles of type 6 and type 7 differ', () => {
    const sorted = Float64Array.of(1, 2, 3, 4);
    expect(sortedQuantile(sorted, 0.25, 6)).toBe(1.25);
    expect(sortedQuantile(sorted, 0.25, 7)).toBe(1.75);
  });

  it('long-term Z 3 is 1350 DPMO: SixSigma takes the shift off once more and says 66 807', () => {
    expect(1e6 * dpoAtSigma(4.5, 1.5)).toBeCloseTo(1349.9, 1);
    expect(1e6 * dpoAtSigma(3, 1.5)).toBeCloseTo(66_807.2, 1);
  });

  it.each([
    [3.4, 6],
    [233, 5],
    [6_210, 4],
    [66_807, 3],
    [308_538, 2],
    [690_000, 1.004],
  ])('%s DPMO is a sigma level of %s', (dpmo, level) => {
    expect(sigmaShortTerm(dpmo / 1e6, 1.5)).toBeCloseTo(level, 3);
  });
});

describe('rules', () => {
  const trend = { rule: 'trend', length: 6 } as const;
  const alternating = { rule: 'alternating', length: 14 } as const;

  it('a trend of six counts points: Minitab and JASP count six steps, which is one point more', () => {
    const rising = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
    expect(completions(rising, trend)).toEqual([5, 6]);
    expect(completions(rising, { ...trend, countMoves: true })).toEqual([6]);
  });

  it('fourteen alternating count points: JASP needs fifteen', () => {
    const zigzag = times(15, (i) => (i % 2 === 0 ? 0.1 : -0.1));
    expect(completions(zigzag, alternating)).toEqual([13, 14]);
    expect(completions(zigzag, { ...alternating, countMoves: true })).toEqual([14]);
  });

  it('a tie ends a trend: the NHS guide lets it neither count nor break', () => {
    expect(completions([0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5], trend)).toEqual([]);
  });

  it('a point on the centre line ends a run: Anhøj’s tests pass over it', () => {
    const run = [1, 1, 1, 1, 0, 1, 1, 1, 1];
    expect(completions(run, { rule: 'run-one-side', length: 8 })).toEqual([]);
    expect(completions(run, { rule: 'run-one-side', length: 4 })).toEqual([3, 8]);
  });

  it('two of three finds (+, −, +), which PowerBI-SPC misses', () => {
    expect(completions([2.5, -0.5, 2.5], { rule: 'two-of-three', length: 3 })).toEqual([2]);
    expect(completions([2.5, -2.5, 0], { rule: 'two-of-three', length: 3 })).toEqual([]);
  });

  it('a point beyond 3 sigma counts for two of three, but not as the NHS reads it', () => {
    const points = [2.5, 0.5, 3.5];
    expect(completions(points, { rule: 'two-of-three', length: 3 })).toEqual([2]);
    expect(completions(points, { rule: 'two-of-three', length: 3, nearLimits: true })).toEqual([]);
    expect(completions([2.5, 0.5, 2.9], { rule: 'two-of-three', length: 3, nearLimits: true })).toEqual([2]);
  });

  it('fifteen points within 1 sigma signal at the start of a series too: JASP needs sixteen there', () => {
    expect(
      completions(
        times(15, () => 0.5),
        { rule: 'within-one-sigma', length: 15 },
      ),
    ).toEqual([14]);
  });

  it('a signal holds both the point that completes it and all members', () => {
    const [signal] = signalsOf([0.1, ...times(8, () => 0.5)], [{ rule: 'run-one-side', length: 9 }]);
    expect(signal.completesAt).toBe(8);
    expect(signal.members).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('begin afresh with a phase: qcc runs on across the border', () => {
    const data = { kind: 'individuals', values: [...times(6, () => 0), ...times(5, (i) => 5 + (i % 2))] } as const;
    const stages = [0, 4, 8].map((start, i, all) => ({ start, end: all[i + 1] ?? 11 }));
    const { main } = chart(data, { stages, rules: [{ rule: 'run-one-side', length: 5 }] });
    expect(main.signals).toEqual([]);
  });

  it.each([
    ['western-electric', 8],
    ['nelson', 9],
    ['minitab', 9],
    ['aiag', 7],
    ['montgomery', 8],
    ['nhs', 7],
    ['default', 8],
  ] as const)('the set %s asks for %s points on one side', (name, length) => {
    expect(ruleSets[name].find(({ rule }) => rule === 'run-one-side')?.length).toBe(length);
  });

  it.each([
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
    [36, 8, 13],
    [48, 9, 18],
    [60, 9, 23],
    [100, 10, 41],
  ])('Anhøj’s limits of %s useful points are a run of %s and %s crossings', (n, longestRun, fewestCrossings) => {
    expect(anhojLimits(n)).toEqual({ longestRun, fewestCrossings });
  });
});

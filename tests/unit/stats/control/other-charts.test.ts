import { describe, expect, it } from 'vitest';
import { cusumChart } from '../../../../src/stats/control/cusum-chart';
import { ewmaChart } from '../../../../src/stats/control/ewma-chart';
import { funnelPlot } from '../../../../src/stats/control/funnel-plot';
import { hotellingChart } from '../../../../src/stats/control/hotelling';
import { rareEventChart } from '../../../../src/stats/control/rare-event-chart';
import { ruleSets } from '../../../../src/stats/control/rules/rule-sets';
import { anhojLimits, runChart } from '../../../../src/stats/control/run-chart';
import { subgroupChart, type SubgroupData } from '../../../../src/stats/control/subgroup-chart';
import type { Maybe } from '../../../../src/stats/control/types';
import { geometric } from '../../../../src/stats/distributions/geometric';
import { failureCode, normals, seeded, times, value } from '../support';

const rules = ruleSets['limits-only'];
const completed = (signals: readonly { readonly completesAt: number }[]): number[] =>
  signals.map(({ completesAt }) => completesAt);

describe('subgroup charts', () => {
  const chart = (data: SubgroupData, options = {}): ReturnType<typeof checked> => checked(data, options);
  const checked = (data: SubgroupData, options: object) => value(subgroupChart(data, { rules, ...options }));

  it('divide a pooled deviation by c4 of all its degrees of freedom, not of one subgroup', () => {
    const normal = normals(seeded(1));
    const subgroups = times(4000, () => [normal(), normal()]);
    const { stages } = chart({ kind: 'xbar-s', subgroups, sigmaEstimator: 'pooled' });
    // c4(2) = 0.798 in its place would give 1.25.
    expect(stages[0].sigma).toBeCloseTo(1, 1);
  });

  it('pool hundreds of degrees of freedom', () => {
    const subgroups = times(400, (i) => [i % 3, (i + 1) % 3, (i + 2) % 5]);
    expect(chart({ kind: 'xbar-s', subgroups, sigmaEstimator: 'pooled' }).stages[0].sigma).toBeGreaterThan(0);
  });

  it('hold the lower limit of a standard deviation at 0', () => {
    const { spreads } = chart({
      kind: 'xbar-s',
      subgroups: [
        [1, 2, 3],
        [2, 3, 4],
        [1, 3, 4],
      ],
    });
    expect(spreads.lower).toEqual([0, 0, 0]);
  });

  it('give the same sigma whatever the order within a subgroup', () => {
    const forward = chart({
      kind: 'xbar-r',
      subgroups: [
        [1, 5, 2],
        [3, 3, 9],
        [4, 1, 1],
      ],
    });
    const backward = chart({
      kind: 'xbar-r',
      subgroups: [
        [2, 5, 1],
        [9, 3, 3],
        [1, 1, 4],
      ],
    });
    expect(backward.stages[0].sigma).toBe(forward.stages[0].sigma);
  });

  it('respect stages, baselines and exclusions', () => {
    const subgroups = [
      [1, 2],
      [2, 3],
      [90, 99],
      [51, 52],
      [52, 53],
      [70, 90],
    ];
    const { stages, means } = chart(
      { kind: 'xbar-r', subgroups },
      {
        excluded: [2],
        stages: [
          { start: 0, end: 3 },
          { start: 3, end: 6, baseline: { start: 3, end: 5 } },
        ],
      },
    );
    expect(stages.map(({ grandMean }) => grandMean)).toEqual([2, 52]);
    expect(stages.map(({ meanSpread }) => meanSpread)).toEqual([1, 1]);
    expect(completed(means.signals)).toEqual([5]);
  });

  it('have means but no limits where no subgroup has two values', () => {
    const { means, stages } = chart({ kind: 'xbar-r', subgroups: [[4], [null, 6], []] });
    expect(means.values).toEqual([4, 6, null]);
    expect(means.upper).toEqual([null, null, null]);
    expect(stages[0]).toMatchObject({ grandMean: 5, sigma: null, meanSpread: null });
  });

  it('refuse ranges of huge subgroups', () => {
    const huge = { kind: 'xbar-r', subgroups: [times(101, (i) => i)] } as const;
    expect(failureCode(subgroupChart(huge, { rules }))).toBe('subgroup-too-large');
    expect(failureCode(subgroupChart({ ...huge, kind: 'xbar-s' }, { rules }))).toBeNull();
  });
});

describe('g charts', () => {
  it('take geometric percentiles, which lie far above three sigma', () => {
    // Counts with mean 20: moments end at 81, percentiles near 140.
    const values = times(40, (i) => [5, 35, 20, 12, 28][i % 5]);
    const percentiles = value(rareEventChart({ kind: 'g', values }, { rules })).stages[0];
    const moments = value(rareEventChart({ kind: 'g', values, method: 'moments' }, { rules })).stages[0];
    expect(moments.upper).toBeCloseTo(20 + 3 * Math.sqrt(420), 9);
    expect(percentiles.upper).toBeGreaterThan(130);
    expect(percentiles.upper).toBeLessThan(145);
    expect(percentiles.center).toBeLessThan(20);
  });

  it('signal in control about as often as three sigma promise', () => {
    const uniform = seeded(8);
    const law = geometric(1 / 21);
    const baseline = times(4000, () => law.quantile(uniform()));
    const { upper } = value(rareEventChart({ kind: 'g', values: baseline }, { rules })).stages[0];
    expect(law.upper(upper ?? 0)).toBeLessThan(0.0025);
    expect(law.upper(upper ?? 0)).toBeGreaterThan(0.0007);
    // The moments give thirteen times the false alarms.
    const { upper: byMoments } = value(rareEventChart({ kind: 'g', values: baseline, method: 'moments' }, { rules }))
      .stages[0];
    expect(law.upper(byMoments ?? 0)).toBeGreaterThan(0.015);
  });

  it('tell faster events by zeros in a row, because the lower limit is 0', () => {
    const values = [9, 14, 3, 8, 20, 6, 11, 0, 0, 0, 0, 7];
    const { stages, main } = value(rareEventChart({ kind: 'g', values }, { rules }));
    expect(main.lower[0]).toBe(0);
    expect(stages[0].zeroRunLength).toBe(4);
    expect(stages[0].zeroRuns).toEqual([10]);
  });

  it('refuse counts below 0 and answer nulls where nothing is known', () => {
    expect(failureCode(rareEventChart({ kind: 'g', values: [1, -1] }, { rules }))).toBe('count-negative');
    const empty = value(rareEventChart({ kind: 'g', values: [null] }, { rules }));
    expect(empty.stages[0]).toMatchObject({ center: null, upper: null, mean: null, zeroRunLength: null });
  });
});

describe('t charts', () => {
  it('never replace a zero silently: power and Weibull refuse it, exponential takes it', () => {
    const values = [3, 0, 5, 8];
    for (const method of ['power', 'weibull'] as const) {
      expect(failureCode(rareEventChart({ kind: 't', values, method }, { rules }))).toBe('value-not-positive');
    }
    const { stages } = value(rareEventChart({ kind: 't', values }, { rules }));
    expect(stages[0].center).toBeCloseTo(4 * Math.LN2, 12);
    expect(stages[0].upper).toBeCloseTo(-4 * Math.log(0.0013498980316301), 6);
  });

  it('carry limits below 0 on the transformed scale back to 0', () => {
    const { main } = value(rareEventChart({ kind: 't', values: [1, 200, 3, 150], method: 'power' }, { rules }));
    expect(main.lower[0]).toBe(0);
  });

  it('fit Weibull percentiles', () => {
    const uniform = seeded(4);
    const values = times(500, () => 10 * (-Math.log(1 - uniform())) ** (1 / 2));
    const { stages } = value(rareEventChart({ kind: 't', values, method: 'weibull' }, { rules }));
    expect(stages[0].center).toBeCloseTo(10 * Math.sqrt(Math.LN2), 0);
    expect(stages[0].upper).toBeCloseTo(10 * Math.sqrt(-Math.log(0.00135)), -1);
  });

  it('skip rules that need zones', () => {
    const values = times(20, (i) => 10 + (i % 2));
    const { main } = value(rareEventChart({ kind: 't', values }, { rules: ruleSets.nelson }));
    expect(main.signals.every(({ rule }) => !['two-of-three', 'four-of-five', 'within-one-sigma'].includes(rule))).toBe(
      true,
    );
  });
});

describe('EWMA charts', () => {
  it('estimate target and sigma from the baseline where they are not given', () => {
    const { stages } = value(
      ewmaChart({ values: [1, 2, 1, 2, 9] }, { stages: [{ start: 0, end: 5, baseline: { start: 0, end: 4 } }] }),
    );
    expect(stages[0].target).toBe(1.5);
    expect(stages[0].sigma).toBeCloseTo(1 / 1.1283791670955126, 12);
  });

  it('begin anew with every stage', () => {
    const options = {
      target: 0,
      sigma: 1,
      stages: [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
    };
    const { panel } = value(ewmaChart({ values: [10, 10, 0, 0] }, options));
    expect(panel.values[2]).toBe(0);
    expect(panel.upper[2]).toBe(panel.upper[0]);
  });

  it('refuse weights, widths and sigmas that are none', () => {
    const data = { values: [1, 2] };
    expect(failureCode(ewmaChart(data, { lambda: 0 }))).toBe('weight-outside-unit');
    expect(failureCode(ewmaChart(data, { lambda: 1.1 }))).toBe('weight-outside-unit');
    expect(failureCode(ewmaChart(data, { width: 0 }))).toBe('limit-width-not-positive');
    expect(failureCode(ewmaChart(data, { sigma: 0 }))).toBe('sigma-not-positive');
    expect(failureCode(ewmaChart({ ...data, sizes: [4, 4] }, {}))).toBe('sigma-not-positive');
  });

  it('have no NaN where nothing was measured', () => {
    const { panel } = value(ewmaChart({ values: [null, null] }, {}));
    expect(panel.values).toEqual([null, null]);
    expect(panel.upper).toEqual([null, null]);
  });
});

describe('CUSUM charts', () => {
  it('draw both sums non-negative and go on after a signal', () => {
    const { upper, lower } = value(cusumChart({ values: [0, -4, -4, -4, -4] }, { target: 0, sigma: 1 }));
    expect(lower.sums).toEqual([0, 3.5, 7, 10.5, 14]);
    expect(lower.signals).toEqual([2, 3, 4]);
    expect(upper.signals).toEqual([]);
    expect(lower.runs).toEqual([0, 1, 2, 3, 4]);
  });

  it('respect sizes: z of a mean of four is twice as large', () => {
    const { upper } = value(cusumChart({ values: [1], sizes: [4] }, { target: 0, sigma: 1, k: 0 }));
    expect(upper.sums).toEqual([2]);
  });

  it('stay at 0 for a constant series', () => {
    const { upper, lower } = value(cusumChart({ values: [7, 7, 7] }, {}));
    expect([...upper.sums, ...lower.sums]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('refuse a decision interval that is none', () => {
    expect(failureCode(cusumChart({ values: [1] }, { h: 0 }))).toBe('decision-interval-negative');
    expect(failureCode(cusumChart({ values: [1] }, { k: -1 }))).toBe('decision-interval-negative');
  });
});

describe('run charts', () => {
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
  ])('with %s useful points allow runs to %s and want %s crossings', (n, longestRun, fewestCrossings) => {
    expect(anhojLimits(n)).toEqual({ longestRun, fewestCrossings });
  });

  it('claim nothing below ten useful points', () => {
    const { stages } = value(runChart(times(9, (i) => i)));
    expect(stages[0]).toMatchObject({ usefulPoints: 8, signal: 'too-few-points', longestRunLimit: null });
  });

  it('pass over points on the median and gaps, which neither break nor lengthen a run', () => {
    const values: Maybe[] = [1, 1, 5, 1, null, 1, 9, 9, 5, 9, 9];
    const { stages } = value(runChart(values));
    expect(stages[0]).toMatchObject({ center: 5, usefulPoints: 8, longestRun: 4, crossings: 1 });
    expect(stages[0].longestRunMembers).toEqual([0, 1, 3, 5]);
  });

  it('find a shift', () => {
    const values = [...times(12, (i) => 10 + (i % 3)), ...times(12, (i) => 20 + (i % 3))];
    expect(value(runChart(values)).stages[0].signal).toBe('both');
  });
});

describe('funnel plots', () => {
  it('give the golden limits', () => {
    const plot = value(funnelPlot({ kind: 'proportion', counts: [12], sizes: [200] }, { target: 0.06 }));
    const limits = plot.units[0].limits;
    expect(limits?.lower[0]).toBeCloseTo(0.0271, 4);
    expect(limits?.upper[0]).toBeCloseTo(0.0929, 4);
    expect(limits?.lower[1]).toBeCloseTo(0.0081, 4);
    expect(limits?.upper[1]).toBeCloseTo(0.1119, 4);
  });

  it('turn to exact limits where few cases are expected', () => {
    const plot = value(funnelPlot({ kind: 'proportion', counts: [3, 0], sizes: [20, 20] }, { target: 0.06 }));
    const normal = 0.06 + 1.96 * Math.sqrt((0.06 * 0.94) / 20);
    expect(plot.units[0].limits?.upper[0]).not.toBeCloseTo(normal, 3);
    expect(plot.units[1]).toMatchObject({ levelsBeyond: 0, side: 'inside' });
  });

  it('let the exact limits run into the normal ones as outlets grow', () => {
    const data = { kind: 'rate', counts: [100], sizes: [10] } as const;
    const exact = value(funnelPlot(data, { method: 'exact', target: 10 })).units[0].limits;
    const normal = value(funnelPlot(data, { method: 'normal', target: 10 })).units[0].limits;
    expect((exact?.upper[0] ?? 0) / (normal?.upper[0] ?? 1)).toBeCloseTo(1, 1);
  });

  it('count the levels an outlet lies beyond', () => {
    const plot = value(
      funnelPlot({ kind: 'proportion', counts: [60, 75, 200, null], sizes: [1000, 1000, 1000, 5] }, { target: 0.06 }),
    );
    expect(plot.units.map(({ levelsBeyond, side }) => [levelsBeyond, side])).toEqual([
      [0, 'inside'],
      [1, 'above'],
      [2, 'above'],
      [0, 'inside'],
    ]);
    expect(plot.units[3].limits).toBeNull();
  });

  it('answer without outlets, and refuse what cannot be', () => {
    expect(value(funnelPlot({ kind: 'rate', counts: [], sizes: [] }))).toMatchObject({ target: null, curve: [] });
    expect(failureCode(funnelPlot({ kind: 'proportion', counts: [3], sizes: [2] }))).toBe('defectives-exceed-size');
    expect(failureCode(funnelPlot({ kind: 'rate', counts: [-3], sizes: [2] }))).toBe('count-negative');
    expect(failureCode(funnelPlot({ kind: 'rate', counts: [3], sizes: [2] }, { coverages: [1] }))).toBe(
      'alpha-outside-unit',
    );
  });
});

describe('T² charts', () => {
  const rows = times(30, (i): Maybe[] => [Math.sin(i * 1.7), Math.cos(i * 2.9)]);

  it('do not change under a change of units', () => {
    const plain = value(hotellingChart(rows));
    const scaled = value(hotellingChart(rows.map(([a, b]) => [(a ?? 0) * 1000 + 5, (b ?? 0) / 7])));
    plain.tSquared.forEach((t, i) => expect(scaled.tSquared[i]).toBeCloseTo(t ?? 0, 8));
  });

  it('leave rows with a missing value out, and judge later rows by the limit for them', () => {
    const chart = value(hotellingChart([...rows, [null, 1], [9, 9]], { baseline: { start: 0, end: 30 } }));
    expect(chart.rowsUsed).toBe(30);
    expect(chart.tSquared[30]).toBeNull();
    expect(chart.beyond).toContain(31);
    expect(chart.upperPhase2).toBeGreaterThan(chart.upperPhase1);
  });

  it('refuse too few rows, doubled variables and constants', () => {
    expect(
      failureCode(
        hotellingChart([
          [1, 2],
          [2, 1],
          [3, 3],
        ]),
      ),
    ).toBe('too-few-rows');
    expect(failureCode(hotellingChart([]))).toBe('too-few-rows');
    expect(failureCode(hotellingChart(rows.map(([a]) => [a, (a ?? 0) * 2])))).toBe('covariance-singular');
    expect(failureCode(hotellingChart(rows.map(([a]) => [a, 4])))).toBe('covariance-singular');
    expect(failureCode(hotellingChart(rows, { alpha: 0 }))).toBe('alpha-outside-unit');
  });
});

import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../../src/stats/control/control-chart';
import { ruleSets } from '../../../../src/stats/control/rules/rule-sets';
import { scanIndividuals } from '../../../../src/stats/control/scan-individuals';
import { stagesFromStarts } from '../../../../src/stats/control/stages';
import type { Maybe } from '../../../../src/stats/control/types';
import { chart, failureCode, normals, seeded, times } from '../support';

function individuals(values: readonly Maybe[], options: Parameters<typeof chart>[1] = {}): ReturnType<typeof chart> {
  return chart({ kind: 'individuals', values }, options);
}

describe('individuals and moving ranges', () => {
  it('gives the golden limits of the wait-time example', () => {
    const { main, stages } = individuals([12, 15, 11, 14, 13, 16, 12, 14]);
    expect(stages[0].center).toBe(13.375);
    // Printed with the factor 2.66; the exact 3/d2 is 2.6587.
    expect(main.upper[0]).toBeCloseTo(13.375 + ((20.975 - 13.375) * 2.658681) / 2.66, 5);
    expect(main.lower[0]).toBeCloseTo(13.375 - ((13.375 - 5.775) * 2.658681) / 2.66, 5);
  });

  it('takes the exact d4 for the median moving range, where a d2 would narrow the limits by 15 %', () => {
    const values = [12, 15, 11, 14, 13, 16, 12, 14];
    const { stages } = chart({ kind: 'individuals', values, sigmaEstimator: 'median_mr' });
    expect(stages[0].sigma).toBeCloseTo(3 / 0.9538725524089398, 9);
  });

  it('does not bridge a missing point with a moving range', () => {
    const { movingRange, stages } = individuals([10, 12, null, 20, 21]);
    expect(movingRange?.values).toEqual([null, 2, null, null, 1]);
    expect(stages[0].meanMovingRange).toBe(1.5);
  });

  it('does not bridge an excluded point, and leaves it out of centre, limits and rules', () => {
    const { main, movingRange, stages } = individuals([10, 12, 500, 11, 13], { excluded: [2] });
    expect(stages[0].center).toBe(11.5);
    expect(movingRange?.values).toEqual([null, 2, null, null, 2]);
    expect(main.values[2]).toBe(500);
    expect(main.upper[2]).toBeCloseTo(11.5 + (3 * 2) / 1.1283791670955126, 12);
    expect(main.signals).toEqual([]);
  });

  it('gives every stage limits of its own and no range across the border', () => {
    const { main, movingRange, stages } = individuals([1, 2, 1, 2, 101, 102, 101, 102], {
      stages: stagesFromStarts(8, [0, 4]),
    });
    expect(stages.map(({ center }) => center)).toEqual([1.5, 101.5]);
    expect(movingRange?.values[4]).toBeNull();
    expect(main.signals).toEqual([]);
  });

  it('freezes the limits of a baseline and still shows all moving ranges', () => {
    const values = [10, 11, 10, 11, 10, 30];
    const { main, movingRange, stages } = individuals(values, {
      stages: [{ start: 0, end: 6, baseline: { start: 0, end: 5 } }],
    });
    expect(stages[0]).toMatchObject({ center: 10.4, meanMovingRange: 1, pointsUsed: 5 });
    expect(movingRange?.values[5]).toBe(20);
    expect(main.signals.map(({ completesAt }) => completesAt)).toEqual([5]);
    expect(movingRange?.signals.map(({ completesAt }) => completesAt)).toEqual([5]);
  });

  it('judges moving ranges by their limits alone, whatever rules the values have', () => {
    const values = times(40, (i) => i);
    const { movingRange } = individuals(values, { rules: ruleSets.nelson });
    expect(movingRange?.signals).toEqual([]);
  });

  it('screens moving ranges once, and only when asked', () => {
    const values = [10, 11, 10, 11, 10, 11, 10, 11, 10, 40, 41, 40, 41, 40, 41, 40];
    const plain = chart({ kind: 'individuals', values });
    const screened = chart({ kind: 'individuals', values, nelsonScreen: true });
    expect(plain.stages[0].rangesScreened).toBe(0);
    expect(screened.stages[0]).toMatchObject({ rangesScreened: 1, meanMovingRange: 1 });
  });

  it('uses moving ranges of a longer span with their own constant', () => {
    const { stages, movingRange } = chart({ kind: 'individuals', values: [1, 4, 2, 8, 5, null, 3, 1, 2], span: 3 });
    expect(movingRange?.values).toEqual([null, null, 3, 6, 6, null, null, null, 2]);
    expect(stages[0].sigma).toBeCloseTo(4.25 / 1.6925687506432687, 10);
  });

  it('never finds a signal in equal values, whose mean need not be a binary fraction', () => {
    for (const level of [0.1, 1 / 3, 1e15 + 0.5, -7.7]) {
      const { main, stages } = individuals(
        times(37, () => level),
        { rules: ruleSets.nelson },
      );
      expect(stages[0]).toMatchObject({ center: level, sigma: 0 });
      expect(main.signals).toEqual([]);
    }
  });

  it('flags a departure from a baseline without any variation', () => {
    const { main } = individuals([5, 5, 5, 5, 6], { stages: [{ start: 0, end: 5, baseline: { start: 0, end: 4 } }] });
    expect(main.signals.map(({ completesAt }) => completesAt)).toEqual([4]);
  });

  it('answers with nulls, not with a failure, where there is nothing or one point', () => {
    expect(individuals([null, null]).stages[0]).toMatchObject({ center: null, sigma: null, pointsUsed: 0 });
    expect(individuals([]).main.values).toEqual([]);
    const single = individuals([3]);
    expect(single.stages[0]).toMatchObject({ center: 3, sigma: null });
    expect(single.main.upper).toEqual([null]);
  });

  it('treats values that are not finite as missing', () => {
    expect(individuals([1, Number.NaN, 2, Number.POSITIVE_INFINITY]).main.values).toEqual([1, null, 2, null]);
  });

  it.each([
    ['limit-width-not-positive', { k: 0 }],
    ['limit-width-not-positive', { k: Number.NaN }],
    ['stages-not-contiguous', { stages: [{ start: 0, end: 2 }] }],
    ['stages-not-contiguous', { stages: [{ start: 1, end: 3 }] }],
    [
      'stages-not-contiguous',
      {
        stages: [
          { start: 0, end: 2 },
          { start: 1, end: 3 },
        ],
      },
    ],
    ['baseline-outside-stage', { stages: [{ start: 0, end: 3, baseline: { start: 1, end: 4 } }] }],
    ['baseline-outside-stage', { stages: [{ start: 0, end: 3, baseline: { start: 2, end: 2 } }] }],
  ] as const)('refuses with %s', (code, options) => {
    const data = { kind: 'individuals', values: [1, 2, 3] } as const;
    expect(failureCode(controlChart(data, { rules: [], ...options }))).toBe(code);
  });

  it.each([1, 2.5, 101])('refuses a moving range of %s', (span) => {
    const data = { kind: 'individuals', values: [1, 2, 3], span } as const;
    expect(failureCode(controlChart(data, { rules: [] }))).toBe('moving-range-span');
  });
});

describe('scan of a long series', () => {
  it('finds what the chart finds', () => {
    const normal = normals(seeded(11));
    const values = times(3000, (i) => (i % 97 === 0 ? null : Math.round(normal() * 8) / 4 + (i > 2000 ? 0.5 : 0)));
    const full = individuals(values, { rules: ruleSets.nelson });
    const scan = scanIndividuals(
      Float64Array.from(values, (v) => v ?? Number.NaN),
      ruleSets.nelson,
    );
    expect(scan.center).toBeCloseTo(full.stages[0].center ?? 0, 12);
    expect(scan.sigma).toBeCloseTo(full.stages[0].sigma ?? 0, 12);
    ruleSets.nelson.forEach(({ rule }, order) => {
      const found = times(values.length, (i) => i).filter((i) => (scan.completions[order][i >> 3] >> (i & 7)) & 1);
      expect(found).toEqual(full.main.signals.filter((s) => s.rule === rule).map((s) => s.completesAt));
    });
    expect(new Set(full.main.signals.map(({ rule }) => rule)).size).toBeGreaterThan(4);
  });
});

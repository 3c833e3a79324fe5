import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../../src/stats/control/control-chart';
import { dispersionDiagnostic } from '../../../../src/stats/control/overdispersion';
import { chart, failureCode, normals, seeded, times, value } from '../support';

describe('charts of counts', () => {
  it('gives the golden limits of an on-time share', () => {
    const { main } = chart({ kind: 'p', defectives: [12, 12], sizes: [150, 150] });
    expect(main.lower[0]).toBeCloseTo(0.0135, 4);
    expect(main.upper[0]).toBeCloseTo(0.1465, 4);
  });

  it('pools the share over all items and gives every point the limits of its own size', () => {
    const { main, stages } = chart({ kind: 'p', defectives: [1, 30], sizes: [10, 600] });
    expect(stages[0].center).toBe(31 / 610);
    expect(main.upper[0]).toBeGreaterThan(main.upper[1] ?? 0);
    // The pooled share, not the mean of 10 % and 5 %.
    expect(main.center).toEqual([31 / 610, 31 / 610]);
  });

  it('holds limits within 0 and 1', () => {
    const low = chart({ kind: 'p', defectives: [0, 1, 0], sizes: [10, 10, 10] });
    const high = chart({ kind: 'p', defectives: [10, 9, 10], sizes: [10, 10, 10] });
    expect(low.main.lower).toEqual([0, 0, 0]);
    expect(high.main.upper).toEqual([1, 1, 1]);
    expect(chart({ kind: 'np', defectives: [10, 9], sizes: [10, 10] }).main.upper).toEqual([10, 10]);
  });

  it('never asks that a count of defects stays below its size', () => {
    const { main } = chart({ kind: 'u', counts: [30, 25], sizes: [10, 0.5] });
    expect(main.values).toEqual([3, 50]);
  });

  it('leaves gaps where a count or a size is missing, or the size is not above 0', () => {
    const { main, stages } = chart({
      kind: 'u',
      counts: [3, null, 4, 2, 5],
      sizes: [10, 10, 0, null, -1],
    });
    expect(main.values).toEqual([0.3, null, null, null, null]);
    expect(main.upper.slice(1)).toEqual([null, null, null, null]);
    expect(stages[0].pointsUsed).toBe(1);
  });

  it('draws an excluded point with limits and without influence', () => {
    const { main, stages } = chart({ kind: 'c', counts: [4, 4, 90, 4] }, { excluded: [2] });
    expect(stages[0].center).toBe(4);
    expect(main.values[2]).toBe(90);
    expect(main.upper[2]).toBe(10);
    expect(main.signals).toEqual([]);
  });

  it('finds nothing in a chart without a single defect', () => {
    const { main } = chart({ kind: 'p', defectives: [0, 0, 0], sizes: [5, 50, 500] });
    expect(main.upper).toEqual([0, 0, 0]);
    expect(main.signals).toEqual([]);
  });

  it('standardises every Laney point with its own size, not with the first', () => {
    const sizes = [100, 10_000, 100, 10_000];
    const defectives = [12, 1000, 8, 1000];
    const { stages } = chart({ kind: 'laney-p', defectives, sizes });
    const center = 2020 / 20_200;
    const z = sizes.map((n, i) => (defectives[i] / n - center) / Math.sqrt((center * (1 - center)) / n));
    const meanRange = (Math.abs(z[1] - z[0]) + Math.abs(z[2] - z[1]) + Math.abs(z[3] - z[2])) / 3;
    expect(stages[0].sigmaZ).toBeCloseTo(meanRange / 1.1283791670955126, 12);
  });

  it('uses a sigma z below 1 as it is', () => {
    const { stages } = chart({ kind: 'laney-u', counts: [50, 51, 50, 49, 50], sizes: times(5, () => 10) });
    expect(stages[0].sigmaZ).toBeLessThan(1);
  });

  it('finds no spread where fractional sizes leave equal rates', () => {
    const sizes = [0.1, 0.2, 0.3, 0.7, 1.1];
    const { main, stages } = chart({ kind: 'laney-u', counts: sizes.map((s) => s * 30), sizes });
    expect(stages[0].sigmaZ).toBe(0);
    expect(main.signals).toEqual([]);
  });

  it.each([
    ['defectives-exceed-size', { kind: 'p', defectives: [5, 11], sizes: [10, 10] }],
    ['defectives-exceed-size', { kind: 'np', defectives: [11], sizes: [10] }],
    ['count-negative', { kind: 'u', counts: [-1], sizes: [10] }],
    ['count-negative', { kind: 'c', counts: [3, -2] }],
  ] as const)('refuses with %s', (code, data) => {
    expect(failureCode(controlChart(data, { rules: [] }))).toBe(code);
  });

  it('names the point that cannot be', () => {
    const result = controlChart({ kind: 'p', defectives: [5, 11], sizes: [10, 10] }, { rules: [] });
    expect(result).toMatchObject({ failure: { params: { point: 2, defectives: 11, size: 10 } } });
  });

  it('throws on arrays of different length', () => {
    expect(() => controlChart({ kind: 'u', counts: [1], sizes: [1, 2] }, { rules: [] })).toThrow(RangeError);
  });
});

describe('dispersion diagnostic', () => {
  const uniform = seeded(5);
  const normal = normals(uniform);
  const draw = (n: number, p: number): number => Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normal());

  it('trusts a binomial process', () => {
    const verdicts = times(200, () => {
      const sizes = times(24, () => 800 + Math.round(400 * uniform()));
      const defectives = sizes.map((n) => draw(n, 0.08));
      return value(dispersionDiagnostic({ kind: 'p', defectives, sizes })).suggestion;
    });
    expect(verdicts.filter((v) => v === 'laney').length).toBeLessThan(24);
    expect(verdicts.filter((v) => v === 'narrower-than-expected').length).toBeLessThan(24);
  });

  it('asks for Laney where the share itself moves from day to day and subgroups are large', () => {
    const verdicts = times(50, () => {
      const sizes = times(24, () => 50_000);
      const defectives = sizes.map((n) => draw(n, Math.max(0.001, 0.02 * (1 + 0.1 * normal()))));
      return value(dispersionDiagnostic({ kind: 'p', defectives, sizes })).suggestion;
    });
    expect(verdicts.every((v) => v === 'laney')).toBe(true);
  });

  it('notices counts that scatter too little', () => {
    const counts = times(30, (i) => 100 + (i % 3));
    expect(value(dispersionDiagnostic({ kind: 'c', counts }))).toMatchObject({ suggestion: 'narrower-than-expected' });
  });

  it('claims nothing for a few points or none', () => {
    expect(value(dispersionDiagnostic({ kind: 'c', counts: [1, 2, 3] })).suggestion).toBe('too-few-points');
    const empty = value(dispersionDiagnostic({ kind: 'u', counts: [null], sizes: [1] }));
    expect(empty).toMatchObject({ points: 0, ratio: null, sigmaZ: null, chiSquare: null, pValue: null });
    const zeros = value(dispersionDiagnostic({ kind: 'c', counts: times(20, () => 0) }));
    expect(zeros).toMatchObject({ suggestion: 'too-few-points', ratio: null });
  });
});

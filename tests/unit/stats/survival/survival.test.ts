import { describe, expect, it } from 'vitest';
import { kaplanMeier, type Duration } from '../../../../src/stats/survival/kaplan-meier';
import { logRank } from '../../../../src/stats/survival/log-rank';
import { failureCode, value } from '../support';

/** Remission of leukaemia in weeks: Freireich et al. 1963, as in Kalbfleisch and Prentice, table 1.1. */
const closed = (...times: number[]): Duration[] => times.map((time) => ({ time, isClosed: true }));
const open = (...times: number[]): Duration[] => times.map((time) => ({ time, isClosed: false }));
const treated = [...closed(6, 6, 6, 7, 10, 13, 16, 22, 23), ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];
const placebo = closed(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);

describe('kaplanMeier', () => {
  const curve = value(kaplanMeier(treated));

  it('has the published estimates and standard errors', () => {
    const published = [
      [6, 0.8571, 0.0764],
      [7, 0.8067, 0.0869],
      [10, 0.7529, 0.0963],
      [13, 0.6902, 0.1068],
      [16, 0.6275, 0.1141],
      [22, 0.5378, 0.1282],
      [23, 0.4482, 0.1346],
    ];
    curve.steps.forEach(({ time, open: share, se }, i) => {
      expect(time).toBe(published[i][0]);
      expect(share).toBeCloseTo(published[i][1], 4);
      expect(se).toBeCloseTo(published[i][2], 4);
    });
    expect(curve.steps).toHaveLength(7);
  });

  it('has the published median, and no upper end of its interval', () => {
    expect(curve.median).toEqual({ time: 23, low: 13, high: null });
    expect(value(kaplanMeier(placebo)).median.time).toBe(8);
  });

  it('counts every case once', () => {
    const counted = curve.steps.reduce((sum, step) => sum + step.closed + step.censored, 0);
    expect(counted).toBe(21);
    expect(curve.steps[0]).toMatchObject({ atRisk: 21, closed: 3, censored: 1 });
  });

  it('takes a curve that touches one half for half', () => {
    expect(value(kaplanMeier([...closed(1, 2, 3), ...open(4, 4, 4)])).median.time).toBe(3);
  });

  it('handles all open and all closed', () => {
    const none = value(kaplanMeier(open(3, 4)));
    expect(none.steps).toEqual([]);
    expect(none.median.time).toBeNull();
    const last = value(kaplanMeier(closed(3, 4))).steps[1];
    expect(last).toMatchObject({ open: 0, se: 0, interval: { low: 0, high: 0 } });
  });

  it('refuses negative durations and no durations', () => {
    expect(failureCode(kaplanMeier(closed(-1)))).toBe('duration-negative');
    expect(failureCode(kaplanMeier([{ time: null, isClosed: true }]))).toBe('no-values');
  });
});

describe('logRank', () => {
  it('has the published χ² of 16.79', () => {
    const { observed, expected, chiSquared } = value(logRank(treated, placebo));
    expect(observed).toBe(9);
    expect(expected).toBeCloseTo(19.25, 2);
    expect(chiSquared).toBeCloseTo(16.79, 2);
  });

  it('finds no difference of a group from itself', () => {
    expect(value(logRank(treated, treated))).toMatchObject({ chiSquared: expect.closeTo(0, 12) as number });
  });
});

import { describe, expect, it } from 'vitest';
import { kendall } from '../../../../src/stats/correlation/kendall';
import { pearson } from '../../../../src/stats/correlation/pearson';
import { spearman } from '../../../../src/stats/correlation/spearman';
import { failureCode, seeded, times, value } from '../support';

describe('pearson', () => {
  it('sees a line among values near 10¹⁵', () => {
    const x = times(10, (i) => 1e15 + i);
    const { r, t, pValue, interval } = value(
      pearson(
        x,
        times(10, (i) => 5 - 2 * i),
      ),
    );
    expect({ r, t, pValue, interval }).toEqual({ r: -1, t: null, pValue: 0, interval: null });
  });

  it('gives a perfect line against the question a p of 1', () => {
    expect(value(pearson([1, 2, 3], [3, 2, 1], { alternative: 'greater' })).pValue).toBe(1);
  });

  it('has no interval from three pairs', () => {
    expect(value(pearson([1, 2, 3], [1, 3, 2])).interval).toBeNull();
  });

  it('refuses a variable that does not vary', () => {
    expect(failureCode(pearson([1, 2, 3], [4, 4, 4]))).toBe('sample-all-equal');
    expect(failureCode(pearson([1, null, 3], [4, 4, 5]))).toBe('sample-too-few-pairs');
  });
});

describe('spearman', () => {
  it('has the exact tail of all permutations', () => {
    // n = 4, Σd² = 2 (ρ = 0.8): 1 + 3 of 24 permutations are at least as close, two-sided twice that
    expect(value(spearman([1, 2, 3, 4], [1, 2, 4, 3])).exactP).toBeCloseTo(8 / 24, 14);
  });

  it('offers no exact p with ties or ten pairs', () => {
    expect(value(spearman([1, 2, 2, 4], [1, 2, 4, 3])).exactP).toBeNull();
    const ten = times(10, (i) => i);
    expect(value(spearman(ten, ten)).exactP).toBeNull();
  });
});

describe('kendall', () => {
  // scipy 1.17, kendalltau(method='asymptotic')
  it('agrees with an independent implementation where there are ties', () => {
    const { tauB, pValue } = value(kendall([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]));
    expect(tauB).toBeCloseTo(-0.4714045207910316, 12);
    expect(pValue).toBeCloseTo(0.28274545993277467, 12);
  });

  it('counts the same pairs as comparing each with each', () => {
    const draw = seeded(11);
    const x = times(200, () => Math.floor(20 * draw()));
    const y = times(200, () => Math.floor(15 * draw()));
    let score = 0;
    let freeX = 0;
    let freeY = 0;
    for (let i = 0; i < 200; i++) {
      for (let j = 0; j < i; j++) {
        score += Math.sign(x[i] - x[j]) * Math.sign(y[i] - y[j]);
        if (x[i] !== x[j]) freeX++;
        if (y[i] !== y[j]) freeY++;
      }
    }
    expect(value(kendall(x, y)).tauB).toBeCloseTo(score / Math.sqrt(freeX * freeY), 14);
  });
});

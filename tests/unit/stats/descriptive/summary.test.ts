import { describe, expect, it } from 'vitest';
import { completeRows } from '../../../../src/stats/descriptive/measured';
import { summarize } from '../../../../src/stats/descriptive/summary';

describe('summarize', () => {
  it('gives nulls, never NaN, where there is nothing', () => {
    const { n, missing, mean, sum, min, median, quantiles, meanInterval } = summarize([null, NaN, Infinity]);
    expect({ n, missing, mean, sum, min, median, meanInterval }).toEqual({
      n: 0,
      missing: 3,
      mean: null,
      sum: null,
      min: null,
      median: null,
      meanInterval: null,
    });
    expect(quantiles.type7.every((q) => q === null)).toBe(true);
  });

  it('keeps a spread of 1 among values near 10¹⁵', () => {
    const { mean, sd, variance } = summarize([1e15, 1e15 + 1, 1e15 + 2]);
    expect(mean).toBe(1e15 + 1);
    expect(sd).toBe(1);
    expect(variance).toBe(1);
  });

  it('does not overflow to Infinity', () => {
    const { mean, variance, skewness } = summarize([1e300, -1e300, 5e299]);
    expect(mean).toBeCloseTo(1e300 / 6, -290);
    expect(variance).toBeNull();
    expect(skewness.g1).toBeNull();
  });

  it('gives a constant series no shape', () => {
    const { sd, skewness, kurtosis, autocorrelationLag1 } = summarize([0.1, 0.1, 0.1, 0.1]);
    expect({ sd, skewness, kurtosis, autocorrelationLag1 }).toEqual({
      sd: 0,
      skewness: { g1: null, adjusted: null },
      kurtosis: { g2: null, adjusted: null },
      autocorrelationLag1: null,
    });
  });

  it('names both quantile conventions, which differ', () => {
    const { quantiles, iqrType7, iqrType6 } = summarize([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(quantiles.probabilities[3]).toBe(0.25);
    expect([quantiles.type7[3], quantiles.type6[3]]).toEqual([2.75, 2.25]);
    expect([iqrType7, iqrType6]).toEqual([3.5, 4.5]);
  });
});

describe('completeRows', () => {
  it('drops a row that lacks any value and remembers where the others stood', () => {
    const { columns, rows } = completeRows([
      [1, null, 3, 4],
      [5, 6, NaN, 8],
    ]);
    expect(rows).toEqual([0, 3]);
    expect(columns.map((column) => [...column])).toEqual([
      [1, 4],
      [5, 8],
    ]);
  });

  it('refuses columns of different length', () => {
    expect(() => completeRows([[1], [1, 2]])).toThrow(RangeError);
  });
});

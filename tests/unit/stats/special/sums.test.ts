import { describe, expect, it } from 'vitest';
import { squaredDeviations } from '../../../../src/stats/special/sums';

describe('squaredDeviations', () => {
  it('is about the mean, whatever the place of the values', () => {
    expect(squaredDeviations([1, 2, 4])).toBeCloseTo(14 / 3, 12);
    expect(squaredDeviations([1e15 + 1, 1e15 + 2, 1e15 + 4])).toBeCloseTo(14 / 3, 12);
  });

  it('is exactly 0 for equal values, and for values whose squares have no digits left', () => {
    expect(squaredDeviations([0.1, 0.1, 0.1])).toBe(0);
    expect(squaredDeviations([0, 3.1e-162, 0])).toBe(0);
    expect(squaredDeviations([0, 1e-120]) * 2e240).toBeCloseTo(1, 12);
  });

  it('has none below one value', () => {
    expect(squaredDeviations([])).toBeNaN();
    expect(squaredDeviations([7])).toBe(0);
  });
});

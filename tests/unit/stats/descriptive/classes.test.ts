import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxFigure } from '../../../../src/stats/descriptive/box-figure';
import { histogram } from '../../../../src/stats/descriptive/histogram';

const sample = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 300 });
/** As far as any measurement goes, and smaller than any. */
const extreme = fc.array(
  fc.oneof(
    fc.double({ min: -1e300, max: 1e300, noNaN: true }),
    fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
    fc.integer({ min: -9, max: 9 }).map((v) => 1e15 + v),
  ),
  { minLength: 1, maxLength: 40 },
);

describe('histogram', () => {
  it('counts every value once, in classes of equal width whose ends hold it', () => {
    fc.assert(
      fc.property(fc.oneof(sample, extreme), (values) => {
        const { edges, counts } = histogram(values);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        counts.forEach((count, i) =>
          expect(values.filter((value) => value >= edges[i] && value < edges[i + 1])).toHaveLength(count),
        );
        expect(counts.length).toBeLessThanOrEqual(62);
      }),
    );
  });
  it('holds a value below an edge by less than a quotient can tell', () => {
    const values = [2.0000000020000006, -5e-324];
    const { edges, counts } = histogram(values);
    expect(edges[0]).toBeLessThanOrEqual(-5e-324);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(counts[0]).toBe(1);
  });
  it('lays classes of whole numbers about the numbers they hold', () => {
    expect(histogram([1, 2, 2, 3, 3, 3])).toEqual({ edges: [0.5, 1.5, 2.5, 3.5], counts: [1, 2, 3], width: 1 });
  });
  it('has readable edges', () => {
    expect(histogram([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]).edges).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });
  it('refuses no values', () => {
    expect(() => histogram([])).toThrow(RangeError);
  });
});

describe('boxFigure', () => {
  it('ends the whiskers at the outermost values within the fences', () => {
    // Quartiles 3.25 and 7.75: fences −3.5 and 14.5.
    expect(boxFigure([1, 2, 3, 4, 5, 6, 7, 8, 9, 40])).toEqual({
      low: 1,
      q1: 3.25,
      median: 5.5,
      q3: 7.75,
      high: 9,
      outliers: [40],
      outlierCount: 1,
    });
  });
  it('thins many outliers evenly and keeps their number', () => {
    const values = [...Array.from({ length: 99 }, () => 0), ...Array.from({ length: 20 }, (_, i) => i + 1)];
    const box = boxFigure(values, 7, 5);
    expect(box?.outlierCount).toBe(20);
    expect(box?.outliers).toEqual([1, 6, 11, 15, 20]);
  });
  it('is in order for any sample', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const box = boxFigure(values);
        expect(box).not.toBeNull();
        if (!box) return;
        expect([box.low, box.q1, box.median, box.q3, box.high]).toEqual(
          [box.low, box.q1, box.median, box.q3, box.high].sort((a, b) => a - b),
        );
      }),
    );
  });
  it('is null without values', () => {
    expect(boxFigure([])).toBeNull();
  });
});

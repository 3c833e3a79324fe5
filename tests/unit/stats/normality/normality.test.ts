import { describe, expect, it } from 'vitest';
import { ryanJoiner } from '../../../../src/stats/normality/ryan-joiner';
import { testNormality } from '../../../../src/stats/normality/test-normality';
import { normals, seeded, times, value, failureCode } from '../support';

const squares = times(20, (i) => (i + 1) ** 2);

describe('testNormality', () => {
  // Values of scipy 1.17 (shapiro, anderson) for the squares of 1 … 20.
  it('agrees with an independent implementation', () => {
    const { andersonDarling, shapiroWilk } = value(testNormality(squares));
    expect(andersonDarling.aSquared).toBeCloseTo(0.62515128415059, 11);
    expect(shapiroWilk?.w).toBeCloseTo(0.9061306286053874, 7);
    expect(shapiroWilk?.pValue).toBeCloseTo(0.053809589128654696, 5);
  });

  it('offers no Shapiro-Wilk above 5000 values, and the other two still', () => {
    const draw = normals(seeded(3));
    const { shapiroWilk, andersonDarling, ryanJoiner: straightness } = value(testNormality(times(5001, draw)));
    expect(shapiroWilk).toBeNull();
    expect(andersonDarling.pValue).toBeGreaterThan(0.001);
    expect(straightness.correlation).toBeGreaterThan(0.99);
  });

  it('stays finite for an outlier 400 standard deviations away', () => {
    const { andersonDarling, shapiroWilk } = value(testNormality([...times(3000, (i) => i % 7), 1e9]));
    expect(Number.isFinite(andersonDarling.aSquared)).toBe(true);
    expect(andersonDarling.pValue).toBeGreaterThanOrEqual(0);
    expect(andersonDarling.pValue).toBeLessThan(1e-100);
    expect(shapiroWilk?.pValue).toBeLessThan(1e-10);
  });

  it('does not depend on scale, however small', () => {
    const plain = value(testNormality(squares));
    const tiny = value(testNormality(squares.map((v) => v * 1e-200)));
    expect(tiny.shapiroWilk?.w).toBeCloseTo(plain.shapiroWilk?.w ?? 0, 12);
  });

  it('says what is missing', () => {
    expect(failureCode(testNormality([1, null, 2]))).toBe('sample-too-few-values');
    expect(failureCode(testNormality([2, 2, 2]))).toBe('sample-all-equal');
  });
});

describe('ryanJoiner', () => {
  it('has the critical values of the printed table for n = 10', () => {
    const critical = ryanJoiner(times(10, (i) => i)).verdict?.critical;
    expect(critical?.at10).toBeCloseTo(0.9347, 4);
    expect(critical?.at5).toBeCloseTo(0.918, 3);
    expect(critical?.at1).toBeCloseTo(0.8804, 4);
  });

  it('judges nothing beyond the 75 values of the table, where its polynomials begin to exceed 1', () => {
    expect(ryanJoiner(times(75, (i) => i)).verdict?.critical.at10).toBeLessThan(1);
    const { correlation, verdict } = ryanJoiner(times(76, (i) => i));
    expect(verdict).toBeNull();
    expect(correlation).toBeCloseTo(0.98, 1);
  });

  it('brackets p by them', () => {
    expect(ryanJoiner(times(10, (i) => i)).verdict?.pBetween).toEqual([0.1, 1]);
    expect(ryanJoiner([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]).verdict?.pBetween).toEqual([0, 0.01]);
  });
});

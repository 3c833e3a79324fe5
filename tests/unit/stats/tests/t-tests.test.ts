import { describe, expect, it } from 'vitest';
import { effectSize } from '../../../../src/stats/tests/effect-size';
import { oneSampleT, pairedT, twoSampleT } from '../../../../src/stats/tests/t-tests';
import { failureCode, value } from '../support';

describe('t tests', () => {
  it('keep the digits of a difference between values near 10¹⁵', () => {
    const near = value(twoSampleT([1e15, 1e15 + 2], [1e15 + 4, 1e15 + 6], 'welch'));
    const plain = value(twoSampleT([0, 2], [4, 6], 'welch'));
    expect(near).toEqual(plain);
  });

  it('take equal paired differences for equal in spite of rounding', () => {
    expect(failureCode(pairedT([0.1, 0.2, 0.3], [0.3, 0.4, 0.5]))).toBe('sample-differences-equal');
  });

  it('leave the end open that a one-sided question does not ask about', () => {
    const { interval } = value(oneSampleT([1, 2, 4], { alternative: 'less' }));
    expect(interval.low).toBeNull();
    expect(interval.high).toBeGreaterThan(2);
  });

  it('let one of two samples be constant under Welch', () => {
    const { df, pValue } = value(twoSampleT([1, 2, 3], [5, 5, 5], 'welch'));
    expect(df).toBeCloseTo(2, 12);
    expect(pValue).toBeGreaterThan(0);
  });

  it('name what is wrong', () => {
    expect(failureCode(oneSampleT([]))).toBe('sample-too-few-values');
    expect(failureCode(oneSampleT([3, 3]))).toBe('sample-all-equal');
    expect(failureCode(twoSampleT([1], [2, 3], 'pooled'))).toBe('group-too-few-values');
    expect(failureCode(twoSampleT([1, 1], [1, 1], 'welch'))).toBe('sample-all-equal');
    expect(failureCode(oneSampleT([1, 2], { confidence: 1 }))).toBe('confidence-outside-unit');
  });
});

describe('effectSize', () => {
  it("is Hedges' g with the exact correction", () => {
    const { cohenD, hedgesG } = value(effectSize([1, 2, 3, 4], [3, 4, 5, 6]));
    expect(cohenD).toBeCloseTo(2 / Math.sqrt(5 / 3), 12);
    // J(6) = Γ(3)/(√3·Γ(2.5)) = 2/(√3·1.3293403881791370)
    expect(hedgesG / cohenD).toBeCloseTo(2 / (Math.sqrt(3) * 1.329340388179137), 12);
  });
});

import { describe, expect, it } from 'vitest';
import { independentBeforeAfter, pairedBeforeAfter } from '../../../../src/stats/tests/before-after';
import { differenceInMeans, differenceInShares } from '../../../../src/stats/tests/difference-in-differences';
import { varianceRatio } from '../../../../src/stats/tests/f-test';
import { twoSampleT } from '../../../../src/stats/tests/t-tests';
import { failureCode, value } from '../support';

describe('before and after', () => {
  it('still shows the means where every difference is the same', () => {
    const { meanDifference, percentChange, t, pValue, interval } = value(pairedBeforeAfter([1, 2, 3], [2, 3, 4]));
    expect({ meanDifference, percentChange, t, pValue, interval }).toEqual({
      meanDifference: 1,
      percentChange: 50,
      t: null,
      pValue: null,
      interval: null,
    });
  });

  it('has no percent change from a mean of 0', () => {
    expect(value(pairedBeforeAfter([-1, 1], [2, 5])).percentChange).toBeNull();
  });

  it('counts groups from before when one is too short', () => {
    const result = independentBeforeAfter([1, 2], [3]);
    expect(result.ok ? null : result.failure.params['group']).toBe(2);
  });

  it('has no ratio to a variance of 0', () => {
    expect(value(varianceRatio([1, 2], [3, 3]))).toEqual({ f: null, df1: 1, df2: 1, pValue: null, interval: null });
  });
});

describe('difference in differences', () => {
  it('of means is the change that the control does not share', () => {
    const result = value(
      differenceInMeans({
        treatedBefore: [10, 12, 14],
        treatedAfter: [6, 8, 10],
        controlBefore: [11, 12, 13],
        controlAfter: [10, 11, 12],
      }),
    );
    expect(result.estimate).toBe(-3);
    expect(result.treatedChange).toBe(-4);
    expect(result.controlChange).toBe(-1);
    // se² = (4 + 4 + 1 + 1)/3; degrees of freedom (10/3)²/(2·(4/3)²/2 + 2·(1/3)²/2) = 100/17
    expect(result.se).toBeCloseTo(Math.sqrt(10 / 3), 12);
    expect(result.df).toBeCloseTo(100 / 17, 12);
  });

  it('is the two-sample test where the control does not vary', () => {
    const treatedBefore = [3, 5, 4, 6];
    const treatedAfter = [2, 3, 1, 2];
    const plain = value(twoSampleT(treatedAfter, treatedBefore, 'welch'));
    const { estimate, se, df, pValue } = value(
      differenceInMeans({ treatedBefore, treatedAfter, controlBefore: [9, 9], controlAfter: [9, 9] }),
    );
    expect([estimate, se, df, pValue]).toEqual([plain.estimate, plain.se, plain.df, plain.pValue]);
  });

  it('of shares uses the normal distribution', () => {
    const share = (successes: number): { successes: number; trials: number } => ({ successes, trials: 100 });
    const { estimate, se, interval } = value(
      differenceInShares({
        treatedBefore: share(20),
        treatedAfter: share(10),
        controlBefore: share(20),
        controlAfter: share(18),
      }),
    );
    expect(estimate).toBeCloseTo(-0.08, 12);
    expect(se).toBeCloseTo(Math.sqrt((0.16 + 0.09 + 0.16 + 0.1476) / 100), 12);
    expect(interval.high).toBeCloseTo(estimate + 1.959963984540054 * se, 12);
  });

  it('says which cell is too small', () => {
    const cells = { treatedBefore: [1, 2], treatedAfter: [1, 2], controlBefore: [1], controlAfter: [1, 2] };
    const result = differenceInMeans(cells);
    expect(failureCode(result)).toBe('group-too-few-values');
    expect(result.ok ? null : result.failure.params['group']).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { compareRates } from '../../../../src/stats/rates/poisson-rate';
import { chiSquareTable } from '../../../../src/stats/tests/chi-square-table';
import { fisherExact } from '../../../../src/stats/tests/fisher-exact';
import { goodnessOfFit } from '../../../../src/stats/tests/goodness-of-fit';
import { oneProportionTest } from '../../../../src/stats/tests/one-proportion';
import { twoProportionTest } from '../../../../src/stats/tests/two-proportions';
import { failureCode, value } from '../support';

describe('two proportions', () => {
  it('agree with the golden example 825/1000 → 892/1000', () => {
    const after = { successes: 892, trials: 1000 };
    const before = { successes: 825, trials: 1000 };
    const { pooled, intervals } = value(twoProportionTest(after, before));
    expect(pooled.z).toBeCloseTo(4.298, 3);
    expect(pooled.pValue).toBeCloseTo(1.7e-5, 6);
    expect(100 * intervals.newcombe.low).toBeCloseTo(3.65, 2);
    expect(100 * intervals.newcombe.high).toBeCloseTo(9.75, 2);
  });

  it('follow the alternative in every p-value', () => {
    const [a, b] = [
      { successes: 3, trials: 20 },
      { successes: 9, trials: 21 },
    ];
    const less = value(twoProportionTest(a, b, { alternative: 'less' }));
    const greater = value(twoProportionTest(a, b, { alternative: 'greater' }));
    expect((less.pooled.pValue ?? 0) + (greater.pooled.pValue ?? 0)).toBeCloseTo(1, 12);
    expect(less.fisherP).toBeLessThan(0.06);
    expect(greater.fisherP).toBeGreaterThan(0.9);
  });
});

describe('two Poisson rates', () => {
  it('agree with the golden example 235 → 172 at equal exposure', () => {
    const result = value(compareRates({ events: 235, exposure: 100_000 }, { events: 172, exposure: 100_000 }));
    expect(result.ratio).toBeCloseTo(0.732, 3);
    expect(result.interval?.low).toBeCloseTo(0.598, 3);
    expect(result.interval?.high).toBeCloseTo(0.895, 3);
    expect(result.pValue).toBeCloseTo(0.0021, 4);
  });
});

describe('one proportion', () => {
  it('has no z against 0 or 1, and an exact p still', () => {
    const { z, zP, exactP } = value(oneProportionTest({ successes: 0, trials: 5 }, 0));
    expect({ z, zP, exactP }).toEqual({ z: null, zP: null, exactP: 1 });
  });

  it('refuses shares that are none', () => {
    expect(failureCode(oneProportionTest({ successes: 1, trials: 5 }, 1.2))).toBe('share-outside-unit');
    expect(failureCode(oneProportionTest({ successes: 1.5, trials: 5 }, 0.2))).toBe('table-count-invalid');
    expect(failureCode(oneProportionTest({ successes: 6, trials: 5 }, 0.2))).toBe('successes-outside-trials');
  });
});

describe('tables', () => {
  it('have adjusted residuals whose square is χ² in a 2×2 table', () => {
    const { chiSquared, adjustedResiduals } = value(
      chiSquareTable([
        [12, 30],
        [25, 14],
      ]),
    );
    expect(adjustedResiduals[0][0] ** 2).toBeCloseTo(chiSquared, 10);
    expect(adjustedResiduals[1][1]).toBeCloseTo(adjustedResiduals[0][0], 12);
  });

  it('are refused when empty, negative or too small', () => {
    expect(failureCode(chiSquareTable([[1, 2]]))).toBe('table-too-small');
    expect(
      failureCode(
        chiSquareTable([
          [1, -2],
          [3, 4],
        ]),
      ),
    ).toBe('table-count-invalid');
    expect(failureCode(goodnessOfFit([5, 5], [0.5, 0.4]))).toBe('shares-not-one');
    expect(failureCode(goodnessOfFit([5, 5], [1, 0]))).toBe('share-outside-unit');
    expect(failureCode(goodnessOfFit([0, 0]))).toBe('table-margin-empty');
  });

  it('test against equal shares unless told otherwise', () => {
    // 60 throws of a die; by hand Σ(O − 10)²/10 = 11.6
    expect(value(goodnessOfFit([8, 9, 19, 5, 8, 11])).chiSquared).toBeCloseTo(11.6, 12);
  });
});

describe("Fisher's exact test", () => {
  it('handles a million cases at once', () => {
    const { twoSidedP, conditionalOddsRatio } = value(
      fisherExact([
        [500_400, 499_600],
        [499_600, 500_400],
      ]),
    );
    // z = 1.13 by the normal approximation
    expect(twoSidedP).toBeCloseTo(0.258, 3);
    expect(conditionalOddsRatio).toBeCloseTo((5004 / 4996) ** 2, 6);
  });

  it('agrees with the sum over all tables', () => {
    const choose = (n: number, k: number): number => {
      let product = 1;
      for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
      return product;
    };
    const [[a, b], [c, d]] = [
      [2, 9],
      [7, 4],
    ];
    const mass = (k: number): number => (choose(a + c, k) * choose(b + d, a + b - k)) / choose(a + b + c + d, a + b);
    let sum = 0;
    for (let k = 0; k <= a + c; k++) if (mass(k) <= mass(a) * (1 + 1e-7)) sum += mass(k);
    const result = value(
      fisherExact([
        [a, b],
        [c, d],
      ]),
    );
    expect(result.twoSidedP).toBeCloseTo(sum, 12);
    expect(result.oddsRatio).toBeCloseTo((a * d) / (b * c), 12);
  });

  it('has no odds ratio where it would be infinite', () => {
    const result = value(
      fisherExact([
        [5, 0],
        [2, 6],
      ]),
    );
    expect(result.oddsRatio).toBeNull();
    expect(result.conditionalOddsRatio).toBeNull();
  });
});

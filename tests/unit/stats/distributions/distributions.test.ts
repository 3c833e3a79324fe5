import { describe, expect, it } from 'vitest';
import { c4 } from '../../../../src/stats/constants/c4';
import { medianRange, rangeConstants } from '../../../../src/stats/constants/range-constants';
import { beta } from '../../../../src/stats/distributions/beta';
import { binomial } from '../../../../src/stats/distributions/binomial';
import type { Distribution } from '../../../../src/stats/distributions/distribution';
import { fisherF } from '../../../../src/stats/distributions/f';
import { fitWeibull } from '../../../../src/stats/distributions/fit-weibull';
import { chiSquare, gamma } from '../../../../src/stats/distributions/gamma';
import { geometric, negativeBinomial } from '../../../../src/stats/distributions/geometric';
import { hypergeometric } from '../../../../src/stats/distributions/hypergeometric';
import { normal } from '../../../../src/stats/distributions/normal';
import { poisson } from '../../../../src/stats/distributions/poisson';
import { exponential, logNormal, uniform, weibull } from '../../../../src/stats/distributions/positive-families';
import { studentT } from '../../../../src/stats/distributions/student-t';
import { studentizedRange } from '../../../../src/stats/distributions/studentized-range';
import { erf, erfc } from '../../../../src/stats/special/error-function';
import { logGamma } from '../../../../src/stats/special/log-gamma';
import { failureCode, seeded, times, value } from '../support';

const continuous: readonly (readonly [string, Distribution])[] = [
  ['normal', normal(3, 2)],
  ['t with 1', studentT(1)],
  ['t with 2.5', studentT(2.5)],
  ['t with 1e6', studentT(1e6)],
  ['chi-square 0.3', chiSquare(0.3)],
  ['chi-square 9', chiSquare(9)],
  ['chi-square 20000', chiSquare(20_000)],
  ['F 1, 1', fisherF(1, 1)],
  ['F 3, 200', fisherF(3, 200)],
  ['beta 0.5, 2', beta(0.5, 2)],
  ['beta 300, 7', beta(300, 7)],
  ['gamma', gamma(2.5, 4)],
  ['weibull', weibull(0.8, 3)],
  ['exponential', exponential(0.2)],
  ['log-normal', logNormal(0.5, 0.7)],
];

const discrete: readonly (readonly [string, Distribution])[] = [
  ['binomial', binomial(50, 0.1)],
  ['binomial, large', binomial(1_000_000, 0.3)],
  ['poisson', poisson(16)],
  ['poisson, large', poisson(20_000)],
  ['geometric', geometric(0.05)],
  ['negative binomial', negativeBinomial(3.5, 0.2)],
  ['hypergeometric', hypergeometric(30, 70, 20)],
];

describe.each(continuous)('%s distribution', (_name, law) => {
  it.each([1e-12, 1e-6, 0.00135, 0.025, 0.3, 0.5, 0.8, 0.99865])('returns from the quantile of %s', (p) => {
    expect(law.lower(law.quantile(p)) / p).toBeCloseTo(1, 9);
    expect(law.upper(law.upperQuantile(p)) / p).toBeCloseTo(1, 9);
  });

  it('has tails that sum to 1 and a density that is their slope', () => {
    for (const p of [0.1, 0.4, 0.9]) {
      const x = law.quantile(p);
      const h = Math.abs(x) * 1e-5 + 1e-9;
      expect(law.lower(x) + law.upper(x)).toBeCloseTo(1, 12);
      expect((law.lower(x + h) - law.lower(x - h)) / (2 * h) / law.density(x)).toBeCloseTo(1, 4);
    }
  });

  it('knows nothing outside 0 … 1', () => {
    expect(law.quantile(-0.1)).toBeNaN();
    expect(law.upperQuantile(1.1)).toBeNaN();
  });
});

describe.each(discrete)('%s distribution', (_name, law) => {
  it('has masses that are the steps of its tail', () => {
    const k = law.quantile(0.4);
    expect((law.lower(k) - law.lower(k - 1)) / law.density(k)).toBeCloseTo(1, 6);
    expect(law.lower(k) + law.upper(k)).toBeCloseTo(1, 12);
    expect(law.lower(k + 0.5)).toBe(law.lower(k));
    expect(law.density(k + 0.5)).toBe(0);
  });

  it.each([1e-9, 0.05, 0.5, 0.97])('has the smallest number that reaches %s as quantile', (p) => {
    const k = law.quantile(p);
    expect(law.lower(k)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
    expect(law.lower(k - 1)).toBeLessThan(p);
    const upper = law.upperQuantile(p);
    expect(law.upper(upper)).toBeLessThanOrEqual(p * (1 + 1e-12));
    if (upper > 0) expect(law.upper(upper - 1)).toBeGreaterThan(p);
  });
});

describe('limits of distributions', () => {
  it('t with many degrees of freedom is normal', () => {
    expect(studentT(1e9).quantile(0.975)).toBeCloseTo(1.959963984540054, 7);
  });

  it('hold where everything or nothing is certain', () => {
    expect(binomial(5, 0).quantile(0.99)).toBe(0);
    expect(binomial(5, 1).quantile(0.01)).toBe(5);
    expect(poisson(0).lower(0)).toBe(1);
    expect(hypergeometric(4, 0, 3).density(3)).toBe(1);
    expect(binomial(0, 0.5).lower(0)).toBe(1);
  });

  it('refuse parameters that only a mistake can give', () => {
    for (const make of [
      () => normal(0, 0),
      () => studentT(0),
      () => gamma(1, -1),
      () => beta(0, 1),
      () => fisherF(1, 0),
      () => binomial(2.5, 0.5),
      () => poisson(-1),
      () => geometric(0),
      () => weibull(1, 0),
      () => hypergeometric(1, 1, 3),
      () => studentizedRange(1, 10),
      () => uniform(1, 1),
    ]) {
      expect(make).toThrow(RangeError);
    }
  });

  it('uniform is a straight line held at its ends', () => {
    const law = uniform(-1, 3);
    expect([law.lower(-2), law.lower(0), law.lower(9)]).toEqual([0, 0.25, 1]);
    expect([law.quantile(0.75), law.upperQuantile(0.75)]).toEqual([2, 0]);
    expect([law.density(0), law.density(4)]).toEqual([0.25, 0]);
  });

  it('studentized range keeps its tails together', () => {
    const law = studentizedRange(4, 16);
    expect(law.lower(law.quantile(0.99))).toBeCloseTo(0.99, 9);
    expect(law.upper(3) + law.lower(3)).toBeCloseTo(1, 10);
    expect(law.lower(0)).toBe(0);
  });
});

describe('special functions', () => {
  it('the error function meets at the border of its two expansions', () => {
    expect(erfc(1.5 - 1e-12) / erfc(1.5)).toBeCloseTo(1, 10);
    expect(erf(0)).toBe(0);
    expect(erf(-1)).toBe(-erf(1));
    expect(erfc(-3) + erfc(3)).toBeCloseTo(2, 14);
    expect(erfc(30)).toBe(0);
  });

  it('log gamma knows factorials and halves', () => {
    expect(Math.exp(logGamma(11))).toBeCloseTo(3_628_800, 6);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(logGamma(-1)).toBeNaN();
  });
});

describe('constants of control charts', () => {
  it('agree with the printed tables to their digits', () => {
    expect(rangeConstants(5).d2).toBeCloseTo(2.326, 3);
    expect(rangeConstants(5).d3).toBeCloseTo(0.864, 3);
    expect(3 / rangeConstants(2).d2).toBeCloseTo(2.658681, 6);
    expect(1 + (3 * rangeConstants(2).d3) / rangeConstants(2).d2).toBeCloseTo(3.266532, 6);
    expect(medianRange(2)).toBeCloseTo(0.9538725524, 10);
  });

  it('give d3(19) as 0.7335; the printed 0.734 is a slip', () => {
    expect(rangeConstants(19).d3).toBeCloseTo(0.73348, 5);
  });

  it('have a finite c4 beyond the point where the gamma function overflows', () => {
    for (const n of [343, 344, 345, 5000, 1e6]) {
      // 1 − 1/(4(n − 1)) is right to the next order.
      expect(c4(n)).toBeCloseTo(1 - 1 / (4 * (n - 1)), 5);
      expect(c4(n)).toBeLessThan(1);
    }
    expect(c4(200)).toBeCloseTo(c4(200.000001), 9);
    expect(c4(1)).toBeNaN();
  });

  it('do not drift for large subgroups', () => {
    // Harter's tables: d2(100) = 5.01519.
    expect(rangeConstants(100).d2).toBeCloseTo(5.01519, 5);
  });

  it('refuse sizes that have no range', () => {
    expect(() => rangeConstants(1)).toThrow(RangeError);
    expect(() => rangeConstants(2.5)).toThrow(RangeError);
  });
});

describe('Weibull fit', () => {
  it('finds the law that made the values', () => {
    const uniformNumber = seeded(21);
    const law = weibull(1.7, 42);
    const fit = value(fitWeibull(times(4000, () => law.quantile(uniformNumber()))));
    expect(fit.shape).toBeCloseTo(1.7, 1);
    expect(fit.scale / 42).toBeCloseTo(1, 1);
  });

  it('stands values of any size and nearly equal ones', () => {
    const small = value(fitWeibull([1e-200, 2e-200, 3e-200]));
    const large = value(fitWeibull([1e200, 2e200, 3e200]));
    expect(small.shape).toBeCloseTo(large.shape, 8);
    expect(value(fitWeibull([1, 1 + 1e-9])).shape).toBeGreaterThan(1e8);
  });

  it('refuses what has no fit', () => {
    expect(failureCode(fitWeibull([]))).toBe('no-values');
    expect(failureCode(fitWeibull([1, 0]))).toBe('data-not-positive');
    expect(failureCode(fitWeibull([2, 2]))).toBe('no-variation');
  });
});

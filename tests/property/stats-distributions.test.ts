import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beta } from '../../src/stats/distributions/beta';
import { binomial } from '../../src/stats/distributions/binomial';
import type { Distribution } from '../../src/stats/distributions/distribution';
import { fisherF } from '../../src/stats/distributions/f';
import { chiSquare, gamma } from '../../src/stats/distributions/gamma';
import { geometric, negativeBinomial } from '../../src/stats/distributions/geometric';
import { hypergeometric } from '../../src/stats/distributions/hypergeometric';
import { normal } from '../../src/stats/distributions/normal';
import { poisson } from '../../src/stats/distributions/poisson';
import { exponential, logNormal, uniform, weibull } from '../../src/stats/distributions/positive-families';
import { studentT } from '../../src/stats/distributions/student-t';
import { studentizedRange } from '../../src/stats/distributions/studentized-range';

/** A number of any size between two powers of ten. */
const sized = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: low, max: high, noNaN: true }).map((power) => 10 ** power);
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const size = fc.integer({ min: 1, max: 5_000 });

/** Distributions with parameters as data can bring them. */
const families: Readonly<Record<string, fc.Arbitrary<Distribution>>> = {
  normal: fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), sized(0, 6)).map(([mean, sd]) => normal(mean, sd)),
  t: sized(-1, 7).map(studentT),
  chiSquare: sized(-1, 5).map(chiSquare),
  f: fc.tuple(sized(-0.5, 5), sized(-0.5, 5)).map(([a, b]) => fisherF(a, b)),
  // Smaller parameters lay probability closer to 1 than numbers can tell apart.
  beta: fc.tuple(sized(0.5, 5), sized(0.5, 5)).map(([a, b]) => beta(a, b)),
  gamma: fc.tuple(sized(-1, 5), sized(-6, 6)).map(([a, rate]) => gamma(a, rate)),
  weibull: fc.tuple(sized(-1, 2), sized(-6, 6)).map(([a, b]) => weibull(a, b)),
  logNormal: fc
    .tuple(fc.double({ min: -20, max: 20, noNaN: true }), sized(-2, 1))
    .map(([mean, sd]) => logNormal(mean, sd)),
  exponential: sized(-6, 6).map(exponential),
  uniform: fc
    .tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), sized(3, 6))
    .map(([low, width]) => uniform(low, low + width)),
  binomial: fc.tuple(size, share).map(([n, p]) => binomial(n, p)),
  poisson: sized(-4, 5).map(poisson),
  geometric: share.map(geometric),
  negativeBinomial: fc.tuple(sized(-1, 3), share).map(([n, p]) => negativeBinomial(n, p)),
  hypergeometric: fc
    .tuple(size, size, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([m, n, part]) => hypergeometric(m, n, Math.floor(part * (m + n)))),
};

const anywhere = fc.oneof(
  fc.double({ noNaN: true }),
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 1e154, 1.4e154, -1e200, 1.7e308, Infinity, -Infinity, 1e15, 1e-310),
  fc.integer({ min: -3, max: 5_000 }),
);

describe.each(Object.entries(families))('%s', (_name, family) => {
  it('gives a probability for every point of the line, and both tails make 1', () => {
    fc.assert(
      fc.property(family, anywhere, (law, x) => {
        const [lower, upper, density] = [law.lower(x), law.upper(x), law.density(x)];
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeGreaterThanOrEqual(0);
        expect(density).toBeGreaterThanOrEqual(0);
        expect(lower + upper).toBeCloseTo(1, 9);
      }),
    );
  });

  it('never falls', () => {
    fc.assert(
      fc.property(family, anywhere, anywhere, (law, a, b) => {
        const [x, y] = a < b ? [a, b] : [b, a];
        expect(law.lower(y)).toBeGreaterThanOrEqual(law.lower(x) - 1e-11);
        expect(law.upper(y)).toBeLessThanOrEqual(law.upper(x) + 1e-11);
      }),
    );
  });

  it('has a quantile for every probability, which leads back to it', () => {
    fc.assert(
      fc.property(family, fc.oneof(share, sized(-12, -1)), (law, p) => {
        const [x, y] = [law.quantile(p), law.upperQuantile(p)];
        expect(x).not.toBeNaN();
        expect(y).not.toBeNaN();
        // Discrete laws jump over p; none stays below it.
        expect(law.lower(x)).toBeGreaterThanOrEqual(p * (1 - 1e-6) - 1e-12);
        expect(law.upper(y)).toBeLessThanOrEqual(p * (1 + 1e-6) + 1e-12);
      }),
    );
  });
});

describe('student t', () => {
  it('has the tail of a power law where its square overflows', () => {
    // One degree of freedom is Cauchy's law: P(T > t) → 1/(π·t).
    expect(studentT(1).upper(1e200) * Math.PI * 1e200).toBeCloseTo(1, 9);
    expect(studentT(1).density(1e152) * Math.PI * 1e304).toBeCloseTo(1, 9);
    expect(studentT(5).upper(1.7e308)).toBe(0);
    expect(studentT(0.5).lower(-1e300)).toBeGreaterThan(0);
  });
});

describe('studentized range', () => {
  it('agrees with scipy, where the method of Copenhaver and Holland is 2e-6 off', () => {
    // scipy 1.17, stats.studentized_range.cdf(q, means, df)
    expect(studentizedRange(2, 342.10556313809633).lower(8.257192829131705)).toBeCloseTo(0.9999999877700383, 10);
    expect(studentizedRange(22, 5.5227311702616255).lower(11.26887758543739)).toBeCloseTo(0.9897633635613609, 9);
    expect(studentizedRange(2, 6.1710398695108255).lower(1.3614755909416687)).toBeCloseTo(0.6281142191030312, 9);
    // Two means: the range is √2 times |t|.
    expect(studentizedRange(2, 7).upper(30 * Math.SQRT2) / (2 * studentT(7).upper(30))).toBeCloseTo(1, 9);
    expect(studentizedRange(2, 50).upper(14 * Math.SQRT2) / (2 * studentT(50).upper(14))).toBeCloseTo(1, 9);
  });

  it('finds the range that a probability belongs to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), sized(0.31, 5), share, (means, df, p) => {
        const law = studentizedRange(means, df);
        expect(law.upper(law.upperQuantile(p)) / p).toBeCloseTo(1, 6);
        expect(law.lower(law.quantile(p)) / p).toBeCloseTo(1, 6);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its tails between 0 and 1 for any range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), sized(0.31, 7), anywhere, (means, df, q) => {
        const law = studentizedRange(means, df);
        expect(law.lower(q)).toBeGreaterThanOrEqual(0);
        expect(law.lower(q)).toBeLessThanOrEqual(1);
        expect(law.upper(q)).toBeGreaterThanOrEqual(0);
        expect(law.lower(q) + law.upper(q)).toBeCloseTo(1, 9);
      }),
    );
  });
});

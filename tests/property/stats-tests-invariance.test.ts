import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneWayAnova } from '../../src/stats/anova/one-way';
import { kendall } from '../../src/stats/correlation/kendall';
import { pearson } from '../../src/stats/correlation/pearson';
import { spearman } from '../../src/stats/correlation/spearman';
import { benjaminiHochberg } from '../../src/stats/correction/benjamini-hochberg';
import { holm } from '../../src/stats/correction/holm';
import { summarize } from '../../src/stats/descriptive/summary';
import { mannWhitney } from '../../src/stats/nonparametric/mann-whitney';
import { testNormality } from '../../src/stats/normality/test-normality';
import { fitLinearModel } from '../../src/stats/regression/linear-model';
import { fisherExact } from '../../src/stats/tests/fisher-exact';
import { oneSampleT, twoSampleT } from '../../src/stats/tests/t-tests';
import { value } from '../unit/stats/support';

/** Numbers on a grid: differences are exact, so that ties stay ties after a change of scale. */
const grid = fc.integer({ min: -4000, max: 4000 }).map((v) => v / 8);
const sample = (minLength: number): fc.Arbitrary<number[]> =>
  fc.array(grid, { minLength, maxLength: 25 }).filter((values) => new Set(values).size > 1);
/** Powers of two and their multiples scale a grid without rounding. */
const change = fc.record({ factor: fc.constantFrom(0.25, 2, 1024), shift: fc.constantFrom(-64, 0, 4096, 2 ** 40) });
const apply = (values: readonly number[], { factor, shift }: { factor: number; shift: number }): number[] =>
  values.map((v) => factor * v + shift);

function expectClose(got: number | null, expected: number | null, scale = 1): void {
  if (got === null || expected === null) expect(got).toBe(expected);
  else expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-9 * Math.max(scale, Math.abs(expected)));
}

describe('laws of place and scale', () => {
  it('summaries move with the data', () => {
    fc.assert(
      fc.property(sample(2), change, (values, to) => {
        const plain = summarize(values);
        const moved = summarize(apply(values, to));
        const spread = (plain.sd ?? 0) * to.factor;
        expectClose(moved.sd, spread, spread);
        expectClose(moved.mean, (plain.mean ?? 0) * to.factor + to.shift, 1e3);
        expectClose(moved.median, (plain.median ?? 0) * to.factor + to.shift, 1e3);
        expectClose(moved.skewness.adjusted, plain.skewness.adjusted);
        expectClose(moved.kurtosis.adjusted, plain.kurtosis.adjusted);
        expectClose(moved.autocorrelationLag1, plain.autocorrelationLag1);
      }),
    );
  });

  it('normality, t, F and ranks do not see them', () => {
    fc.assert(
      fc.property(sample(4), sample(4), change, (x, y, to) => {
        const [movedX, movedY] = [apply(x, to), apply(y, to)];
        const before = value(testNormality(x));
        const after = value(testNormality(movedX));
        expectClose(after.andersonDarling.aSquared, before.andersonDarling.aSquared);
        expectClose(after.shapiroWilk?.w ?? null, before.shapiroWilk?.w ?? null);
        expectClose(value(twoSampleT(movedX, movedY, 'welch')).t, value(twoSampleT(x, y, 'welch')).t);
        const groups = (a: number[], b: number[]): Parameters<typeof oneWayAnova>[0] => [
          { name: 'a', values: a },
          { name: 'b', values: b },
        ];
        const f = (a: number[], b: number[]): number | null =>
          value(oneWayAnova(groups(a, b), { comparisons: 'none' })).f;
        expectClose(f(movedX, movedY), f(x, y));
        expect(value(mannWhitney(movedX, movedY))).toEqual(value(mannWhitney(x, y)));
      }),
    );
  });

  it('correlations do not see them, and change sign with one variable', () => {
    fc.assert(
      fc.property(sample(4), change, change, fc.integer(), (x, toX, toY, seed) => {
        const y = x.map((v, i) => ((v * 37 + i * (seed % 101)) % 64) + (i === 0 ? 1 : 0));
        fc.pre(new Set(y).size > 1);
        const plain = value(pearson(x, y));
        expectClose(value(pearson(apply(x, toX), apply(y, toY))).r, plain.r);
        expectClose(value(pearson(x, apply(y, { factor: -1, shift: 0 }))).r, -plain.r);
        expectClose(value(kendall(apply(x, toX), y)).tauB, value(kendall(x, y)).tauB);
        expectClose(value(spearman(x, apply(y, toY))).rho, value(spearman(x, y)).rho);
      }),
    );
  });

  it('a regression predicts the same from rescaled predictors', () => {
    fc.assert(
      fc.property(sample(5), change, (x, to) => {
        const y = x.map((v, i) => v + ((i * 7919) % 13));
        const plain = value(fitLinearModel([{ name: 'x', values: x }], y));
        const moved = value(fitLinearModel([{ name: 'x', values: apply(x, to) }], y));
        expectClose(moved.predict([to.shift]).fit, plain.predict([0]).fit, 1e3);
        expectClose(moved.rSquared, plain.rSquared);
      }),
    );
  });
});

describe('order of the data', () => {
  it('does not matter to tests of samples', () => {
    fc.assert(
      fc.property(sample(3), sample(3), (x, y) => {
        const [turnedX, turnedY] = [[...x].reverse(), [...y].reverse()];
        expectClose(value(oneSampleT(turnedX)).t, value(oneSampleT(x)).t);
        expect(value(mannWhitney(turnedX, turnedY))).toEqual(value(mannWhitney(x, y)));
        expectClose(summarize(turnedX).sum, summarize(x).sum);
      }),
    );
  });

  it('swapping two samples turns the sign and keeps p', () => {
    fc.assert(
      fc.property(sample(2), sample(2), (x, y) => {
        const one = value(twoSampleT(x, y, 'welch'));
        const other = value(twoSampleT(y, x, 'welch'));
        expectClose(other.t, -one.t);
        expectClose(other.pValue, one.pValue);
        const ranks = value(mannWhitney(x, y));
        expect(value(mannWhitney(y, x)).u1).toBe(ranks.u2);
      }),
    );
  });

  it('of rows and columns does not matter to a 2×2 table', () => {
    const count = fc.nat({ max: 60 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const one = value(
          fisherExact([
            [a, b],
            [c, d],
          ]),
        );
        expectClose(
          value(
            fisherExact([
              [a, c],
              [b, d],
            ]),
          ).twoSidedP,
          one.twoSidedP,
        );
        expectClose(
          value(
            fisherExact([
              [d, c],
              [b, a],
            ]),
          ).twoSidedP,
          one.twoSidedP,
        );
        expectClose(
          value(
            fisherExact([
              [b, a],
              [d, c],
            ]),
          ).lessP,
          one.greaterP,
        );
        expectClose(one.lessP + one.greaterP - 1, Math.max(0, one.lessP + one.greaterP - 1));
      }),
    );
  });
});

describe('corrections for several tests', () => {
  const pValues = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 });

  it('never lower a p-value, keep the order, and Holm is the stricter', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const strict = holm(given);
        const mild = benjaminiHochberg(given);
        given.forEach((p, i) => {
          if (p === null) return expect([strict[i], mild[i]]).toEqual([null, null]);
          expect(mild[i]).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(strict[i]).toBeGreaterThanOrEqual((mild[i] ?? 0) * (1 - 1e-12));
          given.forEach((other, j) => {
            if (other !== null && other > p) expect(strict[j]).toBeGreaterThanOrEqual(strict[i] ?? 0);
          });
        });
      }),
    );
  });
});

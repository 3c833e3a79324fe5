import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bartlettTest } from '../../src/stats/anova/bartlett';
import { leveneTest } from '../../src/stats/anova/levene';
import { oneWayAnova } from '../../src/stats/anova/one-way';
import { cohenKappa } from '../../src/stats/agreement/cohen-kappa';
import { fleissKappa } from '../../src/stats/agreement/fleiss-kappa';
import { kendall } from '../../src/stats/correlation/kendall';
import { pearson } from '../../src/stats/correlation/pearson';
import { spearman } from '../../src/stats/correlation/spearman';
import type { Maybe } from '../../src/stats/descriptive/measured';
import { summarize } from '../../src/stats/descriptive/summary';
import { crossedGageStudy } from '../../src/stats/gage/crossed-anova';
import { averageRangeStudy } from '../../src/stats/gage/average-range';
import { kruskalWallis } from '../../src/stats/nonparametric/kruskal-wallis';
import { mannWhitney } from '../../src/stats/nonparametric/mann-whitney';
import { signedRank } from '../../src/stats/nonparametric/signed-rank';
import { testNormality } from '../../src/stats/normality/test-normality';
import { diagnoseModel } from '../../src/stats/regression/diagnostics';
import { fitLinearModel } from '../../src/stats/regression/linear-model';
import { cronbachAlpha } from '../../src/stats/reliability/cronbach-alpha';
import { netPromoterScore } from '../../src/stats/service/net-promoter-score';
import { kaplanMeier } from '../../src/stats/survival/kaplan-meier';
import { independentBeforeAfter, pairedBeforeAfter } from '../../src/stats/tests/before-after';
import { chiSquareTable } from '../../src/stats/tests/chi-square-table';
import { differenceInMeans } from '../../src/stats/tests/difference-in-differences';
import { fisherExact } from '../../src/stats/tests/fisher-exact';
import { oneProportionTest } from '../../src/stats/tests/one-proportion';
import { oneSampleT, pairedT, twoSampleT } from '../../src/stats/tests/t-tests';
import { twoProportionTest } from '../../src/stats/tests/two-proportions';

/** Values that break formulas: none, few, equal, missing, huge, close together far from 0, with squares too small. */
const awkward: fc.Arbitrary<Maybe[]> = fc.oneof(
  fc.constant<Maybe[]>([]),
  fc.array(fc.constant<Maybe>(null), { maxLength: 4 }),
  fc.array(fc.constant<Maybe>(0.1), { maxLength: 6 }),
  fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { maxLength: 12 }),
  fc.array(
    fc.integer({ min: -4, max: 4 }).map((v): Maybe => 1e15 + v),
    { maxLength: 8 },
  ),
  fc.array(fc.constantFrom<Maybe>(1e15, -1e15, 0, 1e-15, null, NaN, Infinity), { maxLength: 8 }),
  fc.array(fc.constantFrom<Maybe>(0, 5e-324, -5e-324, 3e-162, -3e-162, 1e-154, 1, null), { maxLength: 8 }),
  fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), { maxLength: 12 }),
);

/** Where a result holds a number that no screen can show; functions of a result are not called. */
function findNotFinite(result: unknown, path = ''): string | null {
  if (typeof result === 'number') return Number.isFinite(result) ? null : `${path} = ${result}`;
  if (typeof result !== 'object' || result === null) return null;
  const entries = ArrayBuffer.isView(result)
    ? Array.from(result as Float64Array).entries()
    : Object.entries(result as Record<string, unknown>);
  for (const [name, inner] of entries) {
    const found = findNotFinite(inner, `${path}.${name}`);
    if (found) return found;
  }
  return null;
}

function expectFinite(...results: readonly unknown[]): void {
  results.forEach((result) => expect(findNotFinite(result)).toBeNull());
}

describe('no result holds NaN or Infinity', () => {
  it('of one sample', () => {
    fc.assert(
      fc.property(awkward, (values) => {
        expectFinite(summarize(values), testNormality(values), oneSampleT(values), signedRank(values));
      }),
      { numRuns: 400 },
    );
  });

  it('of two samples', () => {
    fc.assert(
      fc.property(awkward, awkward, (x, y) => {
        expectFinite(
          twoSampleT(x, y, 'welch'),
          twoSampleT(x, y, 'pooled'),
          mannWhitney(x, y),
          independentBeforeAfter(x, y),
          differenceInMeans({ treatedBefore: x, treatedAfter: y, controlBefore: y, controlAfter: x }),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('of pairs', () => {
    fc.assert(
      fc.property(awkward, awkward, (a, b) => {
        const n = Math.min(a.length, b.length);
        const [x, y] = [a.slice(0, n), b.slice(0, n)];
        expectFinite(pairedT(x, y), pairedBeforeAfter(x, y), pearson(x, y), spearman(x, y), kendall(x, y));
        const model = fitLinearModel([{ name: 'x', values: x }], y);
        expectFinite(model);
        if (model.ok) expectFinite(diagnoseModel(model.value), model.value.predict([1]));
      }),
      { numRuns: 400 },
    );
  });

  it('of groups', () => {
    fc.assert(
      fc.property(fc.array(awkward, { maxLength: 4 }), (samples) => {
        const groups = samples.map((values, i) => ({ name: String(i), values }));
        expectFinite(
          oneWayAnova(groups),
          leveneTest(groups),
          leveneTest(groups, 'mean'),
          bartlettTest(groups),
          kruskalWallis(groups),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('of shares and tables', () => {
    const count = fc.constantFrom(0, 1, 2, 7, 1000, 1_000_000);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const table = [
          [a, b],
          [c, d],
        ];
        const [first, second] = table.map(([successes, failures]) => ({ successes, trials: successes + failures }));
        expectFinite(
          chiSquareTable(table),
          fisherExact(table),
          cohenKappa(table),
          cohenKappa(table, 'quadratic'),
          oneProportionTest(first, 0.5),
          twoProportionTest(first, second),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('of ratings, scales and studies', () => {
    const rating = fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        rating,
        fc.array(fc.constantFrom<Maybe>(0, 1, 1e15, null), { minLength: 8, maxLength: 8 }),
        (rows, v) => {
          const study = { parts: [1, 1, 1, 1, 2, 2, 2, 2], operators: [1, 1, 2, 2, 1, 1, 2, 2], values: v };
          expectFinite(
            cronbachAlpha(rows),
            fleissKappa(rows),
            crossedGageStudy(study),
            averageRangeStudy(study),
            netPromoterScore(rows.flat()),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of durations', () => {
    const duration = fc.record({ time: fc.constantFrom<Maybe>(0, 1, 2, 5, 1e15, null), isClosed: fc.boolean() });
    fc.assert(fc.property(fc.array(duration, { maxLength: 12 }), (cases) => expectFinite(kaplanMeier(cases))));
  });
});

describe('a million values', () => {
  it('are summarised with the digits of the exact sums', () => {
    const values = Array.from({ length: 1_000_000 }, (_, i) => 1e9 + (i % 1000) / 8);
    const { mean, sd } = summarize(values);
    expect(mean).toBeCloseTo(1e9 + 999 / 16, 6);
    // Variance of 0 … 999 in eighths, n − 1
    expect(sd).toBeCloseTo(Math.sqrt((((1000 ** 2 - 1) / 12 / 64) * 1e6) / (1e6 - 1)), 9);
  });
});

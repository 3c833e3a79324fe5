import { fail, ok } from '../../kernel/result';
import { ratioOrNull, type Maybe } from '../descriptive/measured';
import { chiSquare } from '../distributions/gamma';
import { rankValues } from '../nonparametric/ranks';
import type { TestResult } from '../tests/failures';

/** Agreement of several raters on an order. */
export interface KendallW {
  readonly raters: number;
  readonly subjects: number;
  /** 0 none … 1 the same order; null where every rater ties everything. */
  readonly w: Maybe;
  readonly chiSquared: Maybe;
  readonly df: number;
  readonly pValue: Maybe;
}

/**
 * Kendall's coefficient of concordance.
 *
 * Shape     ratings[rater][subject] of ordered grades, complete; at least 2 raters and 2 subjects
 * Formula   W = 12S/(m²(n³ − n) − mΣ(t³ − t)), S the squared deviations of the rank sums; χ² = m(n − 1)W
 * Fails     ratings-too-few
 * Accuracy  1e-12 relative
 * Source    Kendall and Babington Smith 1939
 */
export function kendallW(ratings: readonly (readonly number[])[]): TestResult<KendallW> {
  const raters = ratings.length;
  const subjects = ratings[0]?.length ?? 0;
  if (raters < 2 || subjects < 2) return fail('ratings-too-few', { needed: 2, ratings: Math.min(raters, subjects) });
  if (ratings.some((row) => row.length !== subjects)) throw new RangeError(`raters need equal lengths: ${subjects}`);
  const ranked = ratings.map((row) => rankValues(row));
  const mean = (raters * (subjects + 1)) / 2;
  const spread = ratings[0].reduce((sum, _, j) => {
    const rankSum = ranked.reduce((inner, { ranks }) => inner + ranks[j], 0);
    return sum + (rankSum - mean) ** 2;
  }, 0);
  const ties = ranked.reduce((sum, { tieSum }) => sum + tieSum, 0);
  const w = ratioOrNull(12 * spread, raters * (raters * (subjects ** 3 - subjects) - ties));
  const df = subjects - 1;
  const chiSquared = w === null ? null : raters * df * w;
  return ok({
    raters,
    subjects,
    w,
    chiSquared,
    df,
    pValue: chiSquared === null ? null : chiSquare(df).upper(chiSquared),
  });
}

import { ok } from '../../kernel/result';
import { measured, ratioOrNull, type Maybe } from '../descriptive/measured';
import { standardNormal, symmetricP, tailsP, type Alternative } from '../tests/alternative';
import type { TestResult } from '../tests/failures';
import { rankValues } from './ranks';

/** Result of the signed-rank test. */
export interface SignedRank {
  /** Sum of the ranks of the positive differences. */
  readonly v: number;
  /** Differences that are not 0. */
  readonly nonZero: number;
  /** Null with ties or zeros, and above 300 differences. */
  readonly exactP: Maybe;
  /** With continuity correction ½; null where no difference is left. */
  readonly z: Maybe;
  readonly normalP: Maybe;
}

/**
 * Wilcoxon's signed-rank test of differences against 0.
 *
 * Shape     missing differences are left out, zeros are dropped.
 * Formula   z = (V − n(n + 1)/4 ∓ ½)/σ, σ² = n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48; exact by counting signs
 * Accuracy  1e-12 relative (tests/reference/cases/before_after-*)
 * Source    Wilcoxon 1945; Hollander and Wolfe, Nonparametric Statistical Methods, 1973, §3.1
 */
export function signedRank(
  differences: ArrayLike<Maybe>,
  alternative: Alternative = 'two-sided',
): TestResult<SignedRank> {
  const given = measured(differences);
  const kept = given.filter((difference) => difference !== 0);
  const n = kept.length;
  const { ranks, hasTies, tieSum } = rankValues(kept.map(Math.abs));
  const v = ranks.reduce((sum, rank, i) => (kept[i] > 0 ? sum + rank : sum), 0);
  const distance = v - (n * (n + 1)) / 4;
  const sigma = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieSum / 48);
  const correction = { 'two-sided': Math.sign(distance) * 0.5, greater: 0.5, less: -0.5 }[alternative];
  const z = ratioOrNull(distance - correction, sigma);
  const isExact = n > 0 && n <= 300 && !hasTies && n === given.length;
  return ok({
    v,
    nonZero: n,
    exactP: isExact ? tailsP(exactTails(n, v), alternative) : null,
    z,
    normalP: z === null ? null : symmetricP(standardNormal, z, alternative),
  });
}

/** P(V ≤ v) and P(V ≥ v): every rank counts with probability ½. */
function exactTails(n: number, v: number): { lower: number; upper: number } {
  const last = Math.min(v, (n * (n + 1)) / 2 - v);
  const law = new Float64Array(last + 1);
  law[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let k = last; k >= 0; k--) law[k] = 0.5 * (law[k] + (k >= rank ? law[k - rank] : 0));
  }
  const near = law.reduce((sum, p) => sum + p, 0);
  const far = 1 - near + law[last];
  return v === last ? { lower: near, upper: far } : { lower: far, upper: near };
}

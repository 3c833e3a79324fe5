import { fail, ok } from '../../kernel/result';
import { measured, ratioOrNull, type Maybe } from '../descriptive/measured';
import { standardNormal, symmetricP, tailsP, type Alternative } from '../tests/alternative';
import type { TestResult } from '../tests/failures';
import { rankValues } from './ranks';

/** Result of the rank-sum test. */
export interface MannWhitney {
  readonly n1: number;
  readonly n2: number;
  /** Pairs in which the first value is larger, ties counting half. */
  readonly u1: number;
  readonly u2: number;
  /** Sum of the ranks of the first sample (Minitab's W). */
  readonly rankSum1: number;
  /** Null with ties, and where n₁·n₂ is above 10 000: there the normal approximation is as good. */
  readonly exactP: Maybe;
  /** With continuity correction ½; null where all values are tied. */
  readonly corrected: { readonly z: Maybe; readonly pValue: Maybe };
  readonly uncorrected: { readonly z: Maybe; readonly pValue: Maybe };
  /** u₁/(n₁n₂): chance that a value of the first sample is the larger one. */
  readonly probabilityLarger: number;
}

/**
 * Mann-Whitney test (Wilcoxon's rank-sum test). `greater` asks whether the first sample is larger.
 *
 * Shape     missing values are left out; at least one must remain in each sample.
 * Formula   z = (u₁ − n₁n₂/2)/σ, σ² = n₁n₂/12·(n + 1 − Σ(t³ − t)/(n(n − 1))); exact by counting arrangements
 * Fails     group-too-few-values
 * Accuracy  1e-12 relative (tests/reference/cases/mannwhitney-*)
 * Source    Mann and Whitney 1947; Hollander and Wolfe, Nonparametric Statistical Methods, 1973, §4.1
 */
export function mannWhitney(
  first: ArrayLike<Maybe>,
  second: ArrayLike<Maybe>,
  alternative: Alternative = 'two-sided',
): TestResult<MannWhitney> {
  const samples = [measured(first), measured(second)];
  const empty = samples.findIndex((sample) => sample.length === 0);
  if (empty >= 0) return fail('group-too-few-values', { group: empty + 1, needed: 1, n: 0 });
  const [n1, n2] = samples.map((sample) => sample.length);
  const n = n1 + n2;
  const all = new Float64Array(n);
  all.set(samples[0]);
  all.set(samples[1], n1);
  const { ranks, hasTies, tieSum } = rankValues(all);
  const rankSum1 = ranks.subarray(0, n1).reduce((sum, rank) => sum + rank, 0);
  const u1 = rankSum1 - (n1 * (n1 + 1)) / 2;
  const distance = u1 - (n1 * n2) / 2;
  const sigma = Math.sqrt(((n1 * n2) / 12) * (n + 1 - tieSum / (n * (n - 1))));
  const test = (z: Maybe): { z: Maybe; pValue: Maybe } => ({
    z,
    pValue: z === null ? null : symmetricP(standardNormal, z, alternative),
  });
  const correction = { 'two-sided': Math.sign(distance) * 0.5, greater: 0.5, less: -0.5 }[alternative];
  return ok({
    n1,
    n2,
    u1,
    u2: n1 * n2 - u1,
    rankSum1,
    exactP: hasTies || n1 * n2 > 10_000 ? null : tailsP(exactTails(n1, n2, u1), alternative),
    corrected: test(ratioOrNull(distance - correction, sigma)),
    uncorrected: test(ratioOrNull(distance, sigma)),
    probabilityLarger: u1 / (n1 * n2),
  });
}

/**
 * P(U ≤ u) and P(U ≥ u). Among m + n values in random order the largest belongs to the first sample with probability
 * m/(m + n), and then adds n to U: a sum of positive terms only.
 */
function exactTails(n1: number, n2: number, u: number): { lower: number; upper: number } {
  const last = Math.min(u, n1 * n2 - u);
  // rows[n] is the law of U for m values against n; it turns into that for m + 1 from the far end on.
  const rows = Array.from({ length: n2 + 1 }, () => pointAtZero(last));
  for (let m = 1; m <= n1; m++) {
    for (let n = 1; n <= n2; n++) {
      const law = rows[n];
      const fewer = rows[n - 1];
      for (let k = Math.min(last, m * n); k >= 0; k--) {
        law[k] = (m * (k >= n ? law[k - n] : 0) + n * fewer[k]) / (m + n);
      }
    }
  }
  const law = rows[n2];
  const near = law.reduce((sum, p) => sum + p, 0);
  const far = 1 - near + law[last];
  return u === last ? { lower: near, upper: far } : { lower: far, upper: near };
}

function pointAtZero(last: number): Float64Array {
  const law = new Float64Array(last + 1);
  law[0] = 1;
  return law;
}

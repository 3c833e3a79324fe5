import { meanOf } from '../special/sums';
import { normalScores } from './normal-scores';

/** Result of a Ryan-Joiner test. */
export interface RyanJoiner {
  /** Correlation of the values with normal scores; 1 for a perfect straight line. */
  readonly correlation: number;
  /** Null above `mostRyanJoiner` values, for which no critical value was published. */
  readonly verdict: RyanJoinerVerdict | null;
}

/** What the correlation says at the published levels. */
export interface RyanJoinerVerdict {
  /** Below these the sample is not normal at that level. */
  readonly critical: { readonly at10: number; readonly at5: number; readonly at1: number };
  /** Between which published levels p lies: 0 … 0.01, 0.01 … 0.05, 0.05 … 0.1 or 0.1 … 1. */
  readonly pBetween: readonly [number, number];
}

/** Most values with published critical values; the polynomials fitted to them exceed 1 some way beyond. */
export const mostRyanJoiner = 75;

/**
 * Ryan-Joiner test of normality: how straight the probability plot is.
 *
 * Shape     at least 3 finite values in ascending order, not all equal; RangeError elsewhere.
 * Formula   Pearson's r of the ordered values and Φ⁻¹((i − 3/8)/(n + 1/4))
 * Accuracy  1e-12 for r; critical values by the published polynomials in 1/√n
 * Source    Ryan and Joiner, Normal probability plots and tests for normality, 1976
 */
export function ryanJoiner(sorted: ArrayLike<number>): RyanJoiner {
  const n = sorted.length;
  const range = sorted[n - 1] - sorted[0];
  if (!(n >= 3 && range > 0)) throw new RangeError(`ryan-joiner requires 3 values that vary: ${n}`);
  const scores = normalScores(n);
  const mean = meanOf(sorted);
  let product = 0;
  let squares = 0;
  let scoreSquares = 0;
  for (let i = 0; i < n; i++) {
    const x = (sorted[i] - mean) / range;
    product += x * scores[i];
    squares += x * x;
    scoreSquares += scores[i] * scores[i];
  }
  const correlation = Math.min(1, product / Math.sqrt(squares * scoreSquares));
  return { correlation, verdict: n <= mostRyanJoiner ? judge(correlation, n) : null };
}

function judge(correlation: number, n: number): RyanJoinerVerdict {
  const root = 1 / Math.sqrt(n);
  const at = (a: number, b: number, c: number, d: number): number => a + root * (b + root * (c + root * root * d));
  const critical = {
    at10: at(1.0071, -0.1371, -0.3682, 0.778),
    at5: at(1.0063, -0.1288, -0.6118, 1.3505),
    at1: at(0.9963, -0.0211, -1.4106, 3.1791),
  };
  const pBetween: readonly [number, number] =
    correlation >= critical.at10
      ? [0.1, 1]
      : correlation >= critical.at5
        ? [0.05, 0.1]
        : correlation >= critical.at1
          ? [0.01, 0.05]
          : [0, 0.01];
  return { critical, pBetween };
}

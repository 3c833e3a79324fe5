import { normalQuantile } from '../distributions/normal';

/**
 * Approximate expected order statistics of a standard normal sample.
 *
 * Formula   Φ⁻¹((i − 3/8)/(n + 1/4)), i = 1 … n
 * Accuracy  antisymmetric to the last digit
 * Source    Blom 1958
 */
export function normalScores(n: number): Float64Array {
  const scores = new Float64Array(n);
  for (let i = 0; i < n >> 1; i++) {
    scores[i] = normalQuantile((i + 0.625) / (n + 0.25));
    scores[n - 1 - i] = -scores[i];
  }
  return scores;
}

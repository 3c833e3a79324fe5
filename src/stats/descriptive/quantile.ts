/** How a quantile between two values is placed: 6 as Minitab and SPSS, 7 as R and Excel. */
export type QuantileType = 6 | 7;

/**
 * Quantile of sorted values.
 *
 * Shape     values ascending, finite; 0 ≤ p ≤ 1; NaN without values.
 * Formula   linear between order statistics at position p(n + 1) (type 6) or 1 + p(n − 1) (type 7), held within the data
 * Accuracy  1e-15 relative
 * Source    Hyndman and Fan 1996
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number, type: QuantileType): number {
  const n = sorted.length;
  if (n === 0 || !(p >= 0 && p <= 1)) return NaN;
  const position = type === 6 ? p * (n + 1) : 1 + p * (n - 1);
  if (position <= 1) return sorted[0];
  if (position >= n) return sorted[n - 1];
  // A position that misses a whole number by rounding only is that number.
  const whole = Math.floor(position + 4 * Number.EPSILON * n);
  const fraction = Math.max(0, position - whole);
  const low = sorted[whole - 1];
  return fraction === 0 ? low : low + fraction * (sorted[whole] - low);
}

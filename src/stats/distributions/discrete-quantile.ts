/** Tails of a distribution on whole numbers from `min` to `max`. */
export interface DiscreteTails {
  readonly lower: (k: number) => number;
  readonly upper: (k: number) => number;
  readonly min: number;
  readonly max: number;
  readonly start: number;
}

/**
 * Smallest k with P(X ≤ k) ≥ p, or with P(X > k) ≤ p for `side` upper.
 *
 * Shape     0 ≤ p ≤ 1; NaN elsewhere. A probability that misses p by rounding only counts as reaching it.
 */
export function discreteQuantile(of: DiscreteTails, p: number, side: 'lower' | 'upper'): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === (side === 'lower' ? 0 : 1)) return of.min;
  if (p === (side === 'lower' ? 1 : 0)) return of.max;
  const slack = 64 * Number.EPSILON;
  const isReached = (k: number): boolean =>
    side === 'lower' ? of.lower(k) >= p * (1 - slack) : of.upper(k) <= p * (1 + slack);
  let low = of.min - 1;
  let high = Math.min(of.max, Math.max(of.min, Math.ceil(of.start)));
  for (let width = 1; high < of.max && !isReached(high); width *= 2) {
    low = high;
    high = Math.min(of.max, high + width);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

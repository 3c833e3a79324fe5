/**
 * A probability distribution.
 *
 * Both tails are given, because 1 − lower has no digits where the upper tail is tiny. Outside its domain a function
 * returns NaN; callers that show a result turn that into null.
 */
export interface Distribution {
  /** Density at x; the probability of x where the distribution is discrete. */
  density(x: number): number;
  /** P(X ≤ x) */
  lower(x: number): number;
  /** P(X > x) */
  upper(x: number): number;
  /** Smallest x with P(X ≤ x) ≥ p. */
  quantile(p: number): number;
  /** Smallest x with P(X > x) ≤ p. */
  upperQuantile(p: number): number;
}

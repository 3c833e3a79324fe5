/** A continuous distribution's tails, and where a search for its quantiles may begin. */
export interface TailFunctions {
  readonly density: (x: number) => number;
  readonly lower: (x: number) => number;
  readonly upper: (x: number) => number;
  /** Ends of the support. */
  readonly min: number;
  readonly max: number;
  readonly start: number;
}

/**
 * x with P(X ≤ x) = p, or P(X > x) = p with `side` upper.
 *
 * Shape     0 ≤ p ≤ 1; NaN elsewhere.
 * Formula   Newton steps on the logarithm of the smaller tail inside a shrinking bracket, so that tiny
 *           probabilities keep their relative accuracy.
 * Accuracy  that of the tail functions
 */
export function solveQuantile(of: TailFunctions, p: number, side: 'lower' | 'upper'): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  const fromBelow = side === 'lower';
  if (p === 0) return fromBelow ? of.min : of.max;
  if (p === 1) return fromBelow ? of.max : of.min;
  const useLower = fromBelow === p <= 0.5;
  const target = p <= 0.5 ? p : 1 - p;
  const tail = useLower ? of.lower : of.upper;
  let low = of.min;
  let high = of.max;
  let x = of.start;
  for (let i = 0; i < 400; i++) {
    const value = tail(x);
    if (value === target) return x;
    if (value < target === useLower) low = x;
    else high = x;
    const slope = of.density(x) / value;
    const step = (Math.log(target / value) / slope) * (useLower ? 1 : -1);
    if (Math.abs(step) <= 1e-14 * Math.abs(x)) return x;
    const next = x + step;
    const isInside = Number.isFinite(next) && next > low && next < high;
    const candidate = isInside ? next : between(low, high);
    if (candidate === low || candidate === high) return x;
    x = candidate;
  }
  return x;
}

/** A point well inside an interval that may be infinite or span many orders of magnitude. */
function between(low: number, high: number): number {
  if (low === -Infinity && high === Infinity) return 0;
  if (low === -Infinity) return high > 0 ? -1 : high * 2 - 1;
  if (high === Infinity) return low < 0 ? 1 : low * 2 + 1;
  if (low >= 0 && high > 4 * low && high > 1e-300) return low === 0 ? high / 16 : Math.sqrt(low) * Math.sqrt(high);
  return low + (high - low) / 2;
}

/**
 * Mean in two passes.
 *
 * Shape     finite values; NaN where there is none.
 * Formula   m = Σx/n, then m + Σ(x − m)/n
 * Accuracy  equal values give exactly that value, so that a constant series has no spurious spread
 */
export function meanOf(values: ArrayLike<number>): number {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  let mean = sum / n;
  if (!Number.isFinite(mean) && n > 0) {
    mean = 0;
    for (let i = 0; i < n; i++) mean += values[i] / n;
  }
  let rest = 0;
  for (let i = 0; i < n; i++) rest += values[i] - mean;
  return mean + rest / n;
}

/**
 * Below this a sum of squares is none. Smaller doubles lose their digits, or have no finite reciprocal, and every quotient
 * of two variances would have to look for that; values that differ by less than 1e-125 are equal to whoever measures.
 */
const vanishing = 1e-250;

/**
 * Sum of squared deviations from the mean.
 *
 * Formula   Σ(x − m)² − (Σ(x − m))²/n, with m from `meanOf`; 0 below 1e-250
 */
export function squaredDeviations(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) return n === 1 ? 0 : NaN;
  const mean = meanOf(values);
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < n; i++) {
    const d = values[i] - mean;
    squares += d * d;
    rest += d;
  }
  const sum = squares - (rest * rest) / n;
  return sum < vanishing ? 0 : sum;
}

/** Standard deviation with n − 1; NaN below two values. */
export function standardDeviation(values: ArrayLike<number>): number {
  return values.length < 2 ? NaN : Math.sqrt(squaredDeviations(values) / (values.length - 1));
}

/** Median; NaN where there is no value. The input is not changed. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return NaN;
  const upper = sorted[n >> 1];
  return n % 2 === 1 ? upper : sorted[(n >> 1) - 1] + (upper - sorted[(n >> 1) - 1]) / 2;
}

/**
 * Mean of the values from `start` to `end` (exclusive) that are not NaN, and how many they are.
 *
 * Shape     NaN where there is none.
 * Formula   as `meanOf`; four partial sums, so that a long series does not wait for one adder
 */
export function meanMeasured(
  values: Float64Array,
  start: number,
  end: number,
): { readonly mean: number; readonly count: number } {
  const stretch = values.subarray(start, end);
  const sum = sumOfDifferences(stretch, 0);
  if (Number.isFinite(sum) && stretch.length > 0) {
    const mean = sum / stretch.length;
    return { mean: mean + sumOfDifferences(stretch, mean) / stretch.length, count: stretch.length };
  }
  const measured = stretch.filter((value) => !Number.isNaN(value));
  return { mean: meanOf(measured), count: measured.length };
}

function sumOfDifferences(values: Float64Array, from: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = values.length - (values.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += values[i] - from;
    b += values[i + 1] - from;
    c += values[i + 2] - from;
    d += values[i + 3] - from;
  }
  for (let i = whole; i < values.length; i++) a += values[i] - from;
  return a + b + (c + d);
}

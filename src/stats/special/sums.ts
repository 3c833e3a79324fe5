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
 * Sum of squared deviations from the mean.
 *
 * Formula   Σ(x − m)² − (Σ(x − m))²/n, with m from `meanOf`
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
  return Math.max(0, squares - (rest * rest) / n);
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
 * Formula   as `meanOf`
 */
export function meanMeasured(
  values: Float64Array,
  start: number,
  end: number,
): { readonly mean: number; readonly count: number } {
  let sum = 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    const value = values[i];
    if (value !== value) continue;
    sum += value;
    count++;
  }
  const mean = sum / count;
  if (!Number.isFinite(mean)) return { mean: meanOf(values.subarray(start, end).filter((v) => v === v)), count };
  let rest = 0;
  for (let i = start; i < end; i++) {
    const deviation = values[i] - mean;
    if (deviation === deviation) rest += deviation;
  }
  return { mean: mean + rest / count, count };
}

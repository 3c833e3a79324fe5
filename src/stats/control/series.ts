import type { Maybe, PointRange } from './types';

/**
 * Points as numbers, with NaN where nothing was measured.
 *
 * Inside the control charts a missing point is NaN, because a typed array has no null; NaN never leaves them.
 */
export function toSeries(values: ArrayLike<Maybe>): Float64Array {
  const series = new Float64Array(values.length);
  for (let i = 0; i < series.length; i++) {
    const value = values[i];
    series[i] = value === null || !Number.isFinite(value) ? NaN : value;
  }
  return series;
}

/** A number for the outside: null where it is not finite. */
export function toMaybe(value: number): Maybe {
  return Number.isFinite(value) ? value : null;
}

/** The points for the outside: null where nothing was measured. */
export function toMaybes(series: Float64Array): Maybe[] {
  return Array.from(series, toMaybe);
}

/** A copy in which the points listed are missing. */
export function withoutPoints(series: Float64Array, excluded: readonly number[]): Float64Array {
  const copy = Float64Array.from(series);
  for (const index of excluded) copy[index] = NaN;
  return copy;
}

/** The measured values of a range. */
export function measuredIn(series: Float64Array, { start, end }: PointRange): Float64Array {
  return series.subarray(start, end).filter((value) => !Number.isNaN(value));
}

/** Refuses arrays of different length, which only a caller can cause. */
export function requireEqualLengths(a: ArrayLike<unknown>, b: ArrayLike<unknown>): void {
  if (a.length !== b.length) throw new RangeError(`counts and sizes need equal lengths: ${a.length} and ${b.length}`);
}

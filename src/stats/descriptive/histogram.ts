import { sortedQuantile } from './quantile';

/** Counts of values in classes of equal width. */
export interface Histogram {
  /** One more than counts; class i holds edges[i] ≤ x < edges[i + 1]. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly width: number;
}

const mostClasses = 60;

/**
 * Classes for a histogram, with edges that people can read.
 *
 * Shape     finite values, at least one; RangeError otherwise. `unit` > 0: edges are round multiples of it.
 * Formula   width 2·IQR/∛n (Freedman and Diaconis), Sturges' number where the quartiles agree; made a round number, and
 *           the classes at most 60. Whole numbers get whole widths and edges half way between them.
 * Source    Freedman and Diaconis 1981; Sturges 1926
 */
export function histogram(values: ArrayLike<number>, unit = 1): Histogram {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0 || !(unit > 0)) throw new RangeError(`a histogram requires values and a unit: ${n}, ${unit}`);
  const low = sorted[0] / unit;
  const high = sorted[n - 1] / unit;
  const isWhole =
    sorted.every((value) => Number.isInteger(value / unit)) && Math.abs(low) < 1e15 && Math.abs(high) < 1e15;
  const width = chooseWidth(sorted, { low, high, unit, isWhole });
  // Half a unit lower: a class of whole numbers lies about the numbers it holds.
  const offset = isWhole ? 0.5 : 0;
  const edge = (i: number): number => (tidy(i * width, width) - offset) * unit;
  // A quotient may round across an edge: the values themselves decide where the classes begin and end.
  let first = Math.floor((low + offset) / width);
  if (edge(first + 1) <= sorted[0]) first++;
  else if (edge(first) > sorted[0]) first--;
  let end = Math.max(first, Math.floor((high + offset) / width)) + 1;
  if (edge(end) <= sorted[n - 1]) end++;
  const edges = Array.from({ length: end - first + 1 }, (_, i) => edge(first + i));
  return { edges, counts: countIn(sorted, edges), width: width * unit };
}

function chooseWidth(
  sorted: Float64Array,
  of: { readonly low: number; readonly high: number; readonly unit: number; readonly isWhole: boolean },
): number {
  const n = sorted.length;
  const range = of.high - of.low;
  // Edges closer than the digits of the values hold would fall together.
  const finest = Math.max(Math.abs(of.low), Math.abs(of.high)) * 1e-12 + 1e-290;
  if (!(range > finest)) return of.isWhole ? 1 : roundWidth(Math.max(Math.abs(of.low) / 10, finest));
  const iqr = (sortedQuantile(sorted, 0.75, 7) - sortedQuantile(sorted, 0.25, 7)) / of.unit;
  const sturges = range / Math.ceil(Math.log2(n) + 1);
  const wanted = iqr > 0 ? Math.min((2 * iqr) / Math.cbrt(n), sturges) : sturges;
  const width = roundWidth(Math.max(wanted, range / mostClasses, finest));
  return of.isWhole ? Math.max(1, Math.ceil(width)) : width;
}

/** The next of 1, 2, 2.5, 5 × 10ᵏ that is not smaller. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= width * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** A multiple of the width without the rounding of its product. */
function tidy(edge: number, width: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(width)));
  return Math.abs(edge) < 1e21 && digits <= 100 ? Number(edge.toFixed(digits)) : edge;
}

function countIn(sorted: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  let at = 0;
  for (const value of sorted) {
    while (at < counts.length - 1 && value >= edges[at + 1]) at++;
    counts[at]++;
  }
  return counts;
}

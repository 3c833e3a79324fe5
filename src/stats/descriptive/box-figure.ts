import { sortedQuantile, type QuantileType } from './quantile';

/** What a box plot shows of one sample. */
export interface BoxFigure {
  /** Ends of the whiskers: the outermost values within 1.5 interquartile ranges of the box. */
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
  /** Values beyond the whiskers, ascending; at most as many as asked, evenly chosen. */
  readonly outliers: readonly number[];
  readonly outlierCount: number;
}

/**
 * Box, whiskers and outliers of a sample.
 *
 * Shape     finite values; null where there is none.
 * Formula   fences q1 − 1.5·IQR and q3 + 1.5·IQR; whiskers end at the outermost values within
 * Source    Tukey 1977; quartiles by the type given instead of hinges
 */
export function boxFigure(values: ArrayLike<number>, type: QuantileType = 7, mostOutliers = 200): BoxFigure | null {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return null;
  const q1 = sortedQuantile(sorted, 0.25, type);
  const q3 = sortedQuantile(sorted, 0.75, type);
  const reach = 1.5 * (q3 - q1);
  let first = 0;
  while (first < n && sorted[first] < q1 - reach) first++;
  let last = n - 1;
  while (last >= 0 && sorted[last] > q3 + reach) last--;
  const below = Array.from(sorted.subarray(0, first));
  const above = Array.from(sorted.subarray(last + 1));
  return {
    low: Math.min(sorted[first], q1),
    q1,
    median: sortedQuantile(sorted, 0.5, type),
    q3,
    high: Math.max(sorted[last], q3),
    outliers: thin([...below, ...above], mostOutliers),
    outlierCount: below.length + above.length,
  };
}

/** As many as asked, evenly chosen, both ends included: a gap that is not in the data must not appear in the picture. */
function thin(values: readonly number[], most: number): number[] {
  if (values.length <= most) return [...values];
  return Array.from({ length: most }, (_, i) => values[Math.round((i * (values.length - 1)) / (most - 1))]);
}

import { getBit } from '../kernel/bitmap';
import type { NumericColumn } from './column';
import { forEachRow, type Groups } from './group';
import type { Rows } from './rows';

export type Statistic = 'mean' | 'median' | 'p90' | 'sum' | 'min' | 'max';

export interface Aggregate {
  /** Per group; null where no row has a value. */
  readonly values: readonly (number | null)[];
  /** Rows with a value, per group. */
  readonly counts: readonly number[];
}

/**
 * One figure per group from a number column; missing cells take no part.
 *
 * Formula  quantiles: linear interpolation between order statistics, position (n − 1)p (type 7, Excel "inclusive")
 */
export function aggregateBy(groups: Groups, column: NumericColumn, rows: Rows, statistic: Statistic): Aggregate {
  const lists = valuesBy(groups, column, rows);
  return {
    values: lists.map((list) => (list.length === 0 ? null : summarise(list, statistic))),
    counts: lists.map((list) => list.length),
  };
}

/** The values of each group in row order. */
export function valuesBy(groups: Groups, column: NumericColumn, rows: Rows): readonly Float64Array[] {
  const ends = new Uint32Array(groups.size + 1);
  const isIn = (row: number): boolean => groups.of[row] >= 0 && !getBit(column.missing, row);
  forEachRow(rows, groups.of.length, (row) => {
    if (isIn(row)) ends[groups.of[row] + 1]++;
  });
  for (let g = 0; g < groups.size; g++) ends[g + 1] += ends[g];
  const starts = ends.slice();
  const all = new Float64Array(ends[groups.size]);
  forEachRow(rows, groups.of.length, (row) => {
    if (isIn(row)) all[starts[groups.of[row]]++] = column.values[row];
  });
  return Array.from({ length: groups.size }, (_, g) => all.subarray(ends[g], ends[g + 1]));
}

function summarise(values: Float64Array, statistic: Statistic): number {
  switch (statistic) {
    case 'sum':
      return sum(values);
    case 'mean':
      return sum(values) / values.length;
    case 'median':
      return quantileOfSorted(values.slice().sort(), 0.5);
    case 'p90':
      return quantileOfSorted(values.slice().sort(), 0.9);
    case 'min':
      return values.reduce((low, value) => Math.min(low, value), Infinity);
    case 'max':
      return values.reduce((high, value) => Math.max(high, value), -Infinity);
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

/** Type 7 quantile of ascending values; at least one. */
export function quantileOfSorted(sorted: ArrayLike<number>, fraction: number): number {
  if (sorted.length === 0) throw new RangeError(`quantileOfSorted requires at least one value: ${sorted.length}`);
  const position = (sorted.length - 1) * fraction;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

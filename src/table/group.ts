/** Rows put into numbered groups, and what can be counted and summed over them. */

import { countBits, getBit } from '../kernel/bitmap';
import { msPerDay } from '../kernel/dates';
import type { Column, DictionaryColumn, NumericColumn } from './column';
import { canDivide, dayExtent, periodOfDay, periodOfMonth, type PeriodUnit } from './period';
import type { Rows } from './rows';

export interface Groups {
  /** How many groups there are; some may be empty. */
  readonly size: number;
  /** Group of each row of the table, −1 = in none. */
  readonly of: Int32Array;
}

/** Groups of consecutive calendar periods: group g is period `first + g`, also when no row falls into it. */
export interface PeriodGroups extends Groups {
  readonly unit: PeriodUnit;
  readonly first: number;
}

/** One group per dictionary entry; a missing cell is in none. */
export function groupByWord(column: DictionaryColumn): Groups {
  const of = Int32Array.from(column.codes);
  if (countBits(column.missing, of.length) > 0) {
    for (let i = 0; i < of.length; i++) if (getBit(column.missing, i)) of[i] = -1;
  }
  return { size: column.dictionary.length, of };
}

/** One group per distinct number among the rows, ascending; a missing cell is in none. */
export function groupByNumber(column: NumericColumn, rows: Rows): Groups & { readonly values: readonly number[] } {
  const distinct = new Set<number>();
  forEachRow(rows, column.values.length, (row) => {
    if (!getBit(column.missing, row)) distinct.add(column.values[row]);
  });
  const values = [...distinct].sort((a, b) => a - b);
  const groupOf = new Map(values.map((value, group) => [value, group]));
  const of = new Int32Array(column.values.length).fill(-1);
  forEachRow(rows, of.length, (row) => {
    if (!getBit(column.missing, row)) of[row] = groupOf.get(column.values[row]) ?? -1;
  });
  return { size: values.length, of, values };
}

/**
 * One group per calendar period from the first to the last row (or the given bounds), none left out.
 *
 * Shape  null when no row has a date or the column cannot be divided so finely.
 */
export function groupByPeriod(
  column: NumericColumn,
  unit: PeriodUnit,
  rows: Rows,
  bounds: { readonly first?: number; readonly last?: number } = {},
): PeriodGroups | null {
  const extent = dayExtent(column, rows);
  if (!extent || !canDivide(column.type, unit)) return null;
  const first = bounds.first ?? periodOfDay(extent.first, unit);
  const last = bounds.last ?? periodOfDay(extent.last, unit);
  const size = Math.max(0, last - first + 1);
  const of = new Int32Array(column.values.length).fill(-1);
  const periodOf = periodReader(column, unit, extent);
  forEachRow(rows, of.length, (row) => {
    if (getBit(column.missing, row)) return;
    const group = periodOf(column.values[row]) - first;
    if (group >= 0 && group < size) of[row] = group;
  });
  return { size, of, unit, first };
}

/** Value → period. The calendar is consulted once per day, not once per row. */
function periodReader(
  column: NumericColumn,
  unit: PeriodUnit,
  extent: { readonly first: number; readonly last: number },
): (value: number) => number {
  if (column.type === 'month') {
    return unit === 'day' || unit === 'week' ? () => -1 : (value) => periodOfMonth(value, unit);
  }
  const days = extent.last - extent.first + 1;
  const scale = column.type === 'datetime' ? msPerDay : 1;
  // A stray year 9999 must not cost a table of three million days.
  if (days > 200_000) return (value) => periodOfDay(Math.floor(value / scale), unit);
  const table = Int32Array.from({ length: days }, (_, i) => periodOfDay(extent.first + i, unit));
  return (value) => table[Math.floor(value / scale) - extent.first];
}

/** Rows per group. */
export function countBy(groups: Groups, rows: Rows): Float64Array {
  const counts = new Float64Array(groups.size);
  const { of } = groups;
  if (rows === null) {
    for (let i = 0; i < of.length; i++) if (of[i] >= 0) counts[of[i]]++;
  } else {
    for (let i = 0; i < rows.length; i++) if (of[rows[i]] >= 0) counts[of[rows[i]]]++;
  }
  return counts;
}

/** Rows per pair of groups, at `group × inner.size + inner group`. */
export function countCross(groups: Groups, inner: Groups, rows: Rows): Float64Array {
  const counts = new Float64Array(groups.size * inner.size);
  forEachRow(rows, groups.of.length, (row) => {
    if (groups.of[row] >= 0 && inner.of[row] >= 0) counts[groups.of[row] * inner.size + inner.of[row]]++;
  });
  return counts;
}

/** Sums of a number column per group. */
export interface GroupSums {
  readonly sums: Float64Array;
  /** Sums of squares, for the spread of a weighted share. */
  readonly squares: Float64Array;
  /** Rows of the group that had a value. */
  readonly counts: Float64Array;
  /** Rows in a group whose cell has no value. */
  readonly missing: number;
}

/** Sums, sums of squares and counts of a number column per group. */
export function sumBy(groups: Groups, column: NumericColumn, rows: Rows): GroupSums {
  const sums = new Float64Array(groups.size);
  const squares = new Float64Array(groups.size);
  const counts = new Float64Array(groups.size);
  let missing = 0;
  forEachRow(rows, groups.of.length, (row) => {
    const group = groups.of[row];
    if (group < 0) return;
    if (getBit(column.missing, row)) {
      missing++;
      return;
    }
    const value = column.values[row];
    sums[group] += value;
    squares[group] += value * value;
    counts[group]++;
  });
  return { sums, squares, counts, missing };
}

/** How many of the rows have no value in this column. */
export function countMissing(column: Column, rows: Rows): number {
  if (rows === null)
    return countBits(column.missing, column.layout === 'numeric' ? column.values.length : column.codes.length);
  let missing = 0;
  for (let i = 0; i < rows.length; i++) if (getBit(column.missing, rows[i])) missing++;
  return missing;
}

/** Calls `visit` with every selected row, ascending. */
export function forEachRow(rows: Rows, tableRows: number, visit: (row: number) => void): void {
  if (rows === null) for (let row = 0; row < tableRows; row++) visit(row);
  else for (let i = 0; i < rows.length; i++) visit(rows[i]);
}

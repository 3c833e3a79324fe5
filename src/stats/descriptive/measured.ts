/** A number, or null where nothing was measured. */
export type Maybe = number | null;

/** The values that are there: neither null nor without a finite value. */
export function measured(values: ArrayLike<Maybe>): Float64Array {
  const found = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isMeasured(value)) found[count++] = value;
  }
  return found.subarray(0, count);
}

/** Whether a value is there and finite. */
export function isMeasured(value: Maybe): value is number {
  return value !== null && Number.isFinite(value);
}

/** Rows in which every column has a value. */
export interface CompleteRows {
  /** One array per column given, all of the same length. */
  readonly columns: readonly Float64Array[];
  /** Where the rows stood before, ascending. */
  readonly rows: readonly number[];
}

/**
 * Drops every row in which a value is missing.
 *
 * Shape     columns of equal length; RangeError otherwise.
 */
export function completeRows(columns: readonly ArrayLike<Maybe>[]): CompleteRows {
  const length = columns[0]?.length ?? 0;
  const other = columns.find((column) => column.length !== length);
  if (other) throw new RangeError(`columns need equal lengths: ${length} and ${other.length}`);
  const rows: number[] = [];
  for (let i = 0; i < length; i++) if (columns.every((column) => isMeasured(column[i]))) rows.push(i);
  return { rows, columns: columns.map((column) => Float64Array.from(rows, (i) => Number(column[i]))) };
}

/** The number for the outside: null where it is not finite. */
export function finiteOrNull(value: number): Maybe {
  return Number.isFinite(value) ? value : null;
}

/** The quotient; null where it has no finite value. */
export function ratioOrNull(numerator: number, denominator: number): Maybe {
  return finiteOrNull(numerator / denominator);
}

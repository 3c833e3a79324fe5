import type { Bitmap } from '../kernel/bitmap';
import type { Edition } from './first-row';

const dictionaryTypes = ['category', 'text', 'identifier'] as const;
const numericTypes = ['number', 'date', 'datetime', 'month', 'time', 'duration', 'boolean'] as const;

export type NumericType = (typeof numericTypes)[number];
export type DictionaryType = (typeof dictionaryTypes)[number];

/**
 * What the values of a column mean.
 *
 * | type        | layout     | values                                                        |
 * |-------------|------------|---------------------------------------------------------------|
 * | number      | numeric    | as read; a percentage is a fraction (12 % → 0.12)             |
 * | date        | numeric    | epoch day                                                     |
 * | datetime    | numeric    | milliseconds since 1970-01-01 00:00 on the writer's wall clock |
 * | month       | numeric    | year × 12 + month − 1                                         |
 * | time        | numeric    | seconds since midnight                                        |
 * | duration    | numeric    | seconds                                                       |
 * | boolean     | numeric    | 1 yes, 0 no                                                   |
 * | category    | dictionary | a word from a small set                                       |
 * | text        | dictionary | free text                                                     |
 * | identifier  | dictionary | digit for digit as written, never a number                    |
 */
export type ColumnType = NumericType | DictionaryType;

/** All types, in the order in which they are offered. */
export const columnTypes: readonly ColumnType[] = [...dictionaryTypes, ...numericTypes];

/** Whether the values of a column are words. */
export function isDictionaryType(type: ColumnType): type is DictionaryType {
  return (dictionaryTypes as readonly ColumnType[]).includes(type);
}

export type NumericValues = Float64Array | Int32Array | Uint8Array;

interface ColumnBase {
  /** Stable within the table: `c0`, `c1`, …; never taken from a file, so a header named `__proto__` is harmless. */
  readonly id: string;
  /** The header as shown; unique within the table. */
  readonly name: string;
  /** Bit set = the cell has no value. The value or code at that row is 0 and means nothing. */
  readonly missing: Bitmap;
}

export interface NumericColumn extends ColumnBase {
  readonly layout: 'numeric';
  readonly type: NumericType;
  readonly values: NumericValues;
}

export interface DictionaryColumn extends ColumnBase {
  readonly layout: 'dictionary';
  readonly type: DictionaryType;
  /** Index into `dictionary` per row. */
  readonly codes: Uint32Array;
  /** Distinct values in order of first appearance. */
  readonly dictionary: readonly string[];
}

export type Column = NumericColumn | DictionaryColumn;

/** Typed columns of equal length. Immutable: every operation returns a new table or a list of rows. */
export interface Table extends Edition {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/**
 * What the readers (text and workbook) hand to inference: cells as text, each distinct text once.
 *
 * Keeping columns as code + dictionary means that decoding, type inference, masking and conversion work per
 * distinct value, not per row.
 */

import type { Failure, Result } from '../kernel/result';
import type { Issue } from './types';
import type { PlainReader } from './values/plain-forms';

/** What a workbook says about a cell beyond its text; text files only have `text`. */
export const CellHint = {
  text: 0,
  number: 1,
  /** Text is `YYYY-MM-DD`. */
  date: 2,
  /** Text is `YYYY-MM-DD HH:MM:SS`. */
  datetime: 3,
  /** Text is `HH:MM:SS`. */
  time: 4,
  /** Text is seconds. */
  duration: 5,
  /** Text is `TRUE` or `FALSE`. */
  boolean: 6,
  /** An error value such as `#N/A`: missing. */
  error: 7,
  /** A formula whose result the writer did not store: missing, and reported. */
  formulaWithoutValue: 8,
  /** A number shown as a percentage; text is the fraction. */
  percent: 9,
} as const;
export type CellHint = (typeof CellHint)[keyof typeof CellHint];

export interface RawColumn {
  /** Per row: index into `dictionary`. */
  readonly codes: Uint32Array;
  /** Distinct cell texts in order of first appearance; an empty cell is `''`. */
  readonly dictionary: readonly string[];
  /** Per dictionary entry; null = all `text`. The same text with two hints has two entries. */
  readonly hints: Uint8Array | null;
  /**
   * Set where measures hardly repeat: every cell then is an entry of its own, equal ones included, and `dictionary` is
   * decoded when it is first asked for, which is best avoided (see `entryCount` and `entryText`).
   */
  readonly cells?: CellBytes;
}

/** The entries of a column as bytes. */
export interface CellBytes {
  readonly count: number;
  textOf(entry: number): string;
  /** What `read` makes of each entry's bytes. */
  readAll(read: PlainReader): Float64Array;
}

/** Number of dictionary entries. */
export function entryCount(column: RawColumn): number {
  return column.cells ? column.cells.count : column.dictionary.length;
}

/** Text of a dictionary entry. */
export function entryText(column: RawColumn, entry: number): string {
  return column.cells ? column.cells.textOf(entry) : column.dictionary[entry];
}

export interface RawTable {
  readonly rows: number;
  readonly columns: readonly RawColumn[];
  /** Row number in the file of each row, from 1: the line where the record begins, or the sheet's row. */
  readonly sourceRows: Uint32Array;
  readonly issues: readonly Issue[];
}

export interface HeadRow {
  /** Row number in the file, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Per cell, where the reader knows more than text. */
  readonly hints?: readonly CellHint[];
}

export interface ReadHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
  /** Cells per row that the header promises: a source that knows where rows end reports shorter ones. */
  readonly width?: number;
}

/** One table inside a file, opened: its first rows for looking, all of it for reading. */
export interface RowSource {
  head(maxRows: number): Promise<Result<readonly HeadRow[], Failure>>;
  /** All rows after row `afterRow` (0 = from the start); wholly empty rows are skipped and reported. */
  read(afterRow: number, hooks: ReadHooks): Promise<Result<RawTable, Failure>>;
}

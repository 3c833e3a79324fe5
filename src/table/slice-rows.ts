import { getBit } from '../kernel/bitmap';
import { cellText, type YesNoWords } from './cell-text';
import type { Column, Table } from './column';
import { findColumn } from './find-column';
import type { Rows } from './rows';

export interface RowSort {
  readonly column: string;
  readonly descending: boolean;
}

export interface SliceOptions {
  readonly offset: number;
  readonly limit: number;
  readonly sort?: RowSort;
  /** Ids of the columns wanted, in this order; default all. */
  readonly columns?: readonly string[];
  readonly words?: YesNoWords;
}

/** One page of a row list. */
export interface RowPage {
  /** Rows of the whole selection. */
  readonly total: number;
  /** Row numbers in the table, from 0. */
  readonly rows: readonly number[];
  /** Per row, the cells as text. */
  readonly cells: readonly (readonly string[])[];
}

/** One page of the selected rows as text, sorted if asked; missing cells come last in both directions. */
export function sliceRows(table: Table, rows: Rows, options: SliceOptions): RowPage {
  const sorted = options.sort ? sortRows(table, rows, options.sort) : rows;
  const total = sorted === null ? table.rows : sorted.length;
  const end = Math.min(total, options.offset + options.limit);
  const page: number[] = [];
  for (let i = Math.max(0, options.offset); i < end; i++) page.push(sorted === null ? i : sorted[i]);
  const columns = options.columns ? options.columns.flatMap((id) => findColumn(table, id) ?? []) : table.columns;
  return { total, rows: page, cells: page.map((row) => columns.map((column) => cellText(column, row, options.words))) };
}

/** The rows in the order of a column; ties keep their order. An unknown column changes nothing. */
export function sortRows(table: Table, rows: Rows, sort: RowSort): Uint32Array {
  const list = rows === null ? Uint32Array.from({ length: table.rows }, (_, i) => i) : rows.slice();
  const column = findColumn(table, sort.column);
  if (!column) return list;
  const keys = sortKeys(column, list);
  const sign = sort.descending ? -1 : 1;
  const order = Uint32Array.from({ length: list.length }, (_, i) => i);
  order.sort((a, b) => {
    const x = keys[a];
    const y = keys[b];
    if (x === y || (x !== x && y !== y)) return a - b;
    if (x !== x) return 1;
    if (y !== y) return -1;
    return (x - y) * sign;
  });
  return order.map((i) => list[i]);
}

/** A number per row that sorts as its cell does; NaN = missing. */
function sortKeys(column: Column, rows: Uint32Array): Float64Array {
  const keys = new Float64Array(rows.length);
  const ranks = column.layout === 'dictionary' ? wordRanks(column.dictionary) : null;
  rows.forEach((row, i) => {
    if (getBit(column.missing, row)) keys[i] = NaN;
    else if (column.layout === 'numeric') keys[i] = column.values[row];
    else keys[i] = ranks === null ? 0 : ranks[column.codes[row]];
  });
  return keys;
}

/** Alphabetical position of each dictionary entry; by pinyin, and 2 before 10. */
function wordRanks(dictionary: readonly string[]): Uint32Array {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const ranks = new Uint32Array(dictionary.length);
  Array.from(dictionary.keys())
    .sort((a, b) => collator.compare(dictionary[a], dictionary[b]))
    .forEach((code, rank) => (ranks[code] = rank));
  return ranks;
}

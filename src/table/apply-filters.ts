import { getBit } from '../kernel/bitmap';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Column, DictionaryColumn, NumericColumn, Table } from './column';
import type { Filter } from './filter';
import { findColumn } from './find-column';
import type { Rows } from './rows';

export type FilterFailureCode = 'filter-column-unknown' | 'filter-wrong-type';

type ColumnFilter = Exclude<Filter, { readonly op: 'rows' }>;

/**
 * The rows that satisfy all filters.
 *
 * A condition on words is decided once per dictionary entry, then looked up per row: O(rows) per filter and column.
 * Columns named in `also` may be absent: a table without them has no further places to look.
 *
 * Shape  result: ascending row numbers; null = every row of the table.
 * Fails  filter-column-unknown, filter-wrong-type
 */
export function applyFilters(table: Table, filters: readonly Filter[]): Result<Rows, Failure<FilterFailureCode>> {
  if (filters.length === 0) return ok(null);
  const keep = new Uint8Array(table.rows).fill(1);
  for (const filter of filters) {
    if (filter.op === 'rows') {
      keepListed(keep, filter.rows);
      continue;
    }
    const column = findColumn(table, filter.column);
    if (!column) return fail('filter-column-unknown', { column: filter.column });
    const narrowed =
      filter.op === 'in' && filter.also && filter.also.length > 0
        ? narrowByAny(keep, [column, ...filter.also.flatMap((id) => findColumn(table, id) ?? [])], filter.values)
        : narrow(keep, column, filter);
    if (!narrowed) return fail('filter-wrong-type', { column: column.name });
  }
  return ok(collect(keep));
}

/** The rows of `rows` that are also in `other`; both ascending. */
export function intersectRows(rows: Rows, other: Rows): Rows {
  if (rows === null) return other;
  if (other === null) return rows;
  const both = new Uint32Array(Math.min(rows.length, other.length));
  let length = 0;
  for (let i = 0, j = 0; i < rows.length && j < other.length;) {
    if (rows[i] === other[j]) {
      both[length++] = rows[i];
      i++;
      j++;
    } else if (rows[i] < other[j]) i++;
    else j++;
  }
  return both.slice(0, length);
}

function keepListed(keep: Uint8Array, rows: readonly number[]): void {
  const listed = new Uint8Array(keep.length);
  for (const row of rows) if (row >= 0 && row < keep.length) listed[row] = 1;
  for (let i = 0; i < keep.length; i++) keep[i] &= listed[i];
}

/** Clears the rows that fail one condition; false if the column cannot answer it. */
function narrow(keep: Uint8Array, column: Column, filter: ColumnFilter): boolean {
  switch (filter.op) {
    case 'missing':
    case 'present': {
      const wanted = filter.op === 'missing';
      for (let i = 0; i < keep.length; i++) if (keep[i] === 1 && getBit(column.missing, i) !== wanted) keep[i] = 0;
      return true;
    }
    case 'in':
    case 'notIn':
    case 'contains':
      if (column.layout !== 'dictionary') return false;
      narrowByWord(keep, column, wordTest(column, filter), filter.op === 'notIn');
      return true;
    case 'range':
    case 'equals':
      if (column.layout !== 'numeric') return false;
      if (filter.op === 'range') narrowByRange(keep, column, filter.from ?? -Infinity, filter.before ?? Infinity);
      else narrowByNumbers(keep, column, new Set(filter.values));
      return true;
  }
}

/** Keeps the rows that have one of the words in any of the columns; false if a column has no words. */
function narrowByAny(keep: Uint8Array, columns: readonly Column[], values: readonly string[]): boolean {
  const found = new Uint8Array(keep.length);
  for (const column of columns) {
    if (column.layout !== 'dictionary') return false;
    const here = new Uint8Array(keep.length).fill(1);
    narrowByWord(here, column, wordTest(column, { column: column.id, op: 'in', values }), false);
    for (let i = 0; i < keep.length; i++) found[i] |= here[i];
  }
  for (let i = 0; i < keep.length; i++) keep[i] &= found[i];
  return true;
}

/** 1 per dictionary entry that satisfies the condition. */
function wordTest(
  column: DictionaryColumn,
  filter: Extract<ColumnFilter, { readonly op: 'in' | 'notIn' | 'contains' }>,
): Uint8Array {
  const passes = new Uint8Array(column.dictionary.length);
  if (filter.op === 'contains') {
    const needle = filter.text.toLowerCase();
    column.dictionary.forEach((word, code) => (passes[code] = Number(word.toLowerCase().includes(needle))));
  } else {
    const words = new Set(filter.values);
    const inside = filter.op === 'in';
    column.dictionary.forEach((word, code) => (passes[code] = Number(words.has(word) === inside)));
  }
  return passes;
}

function narrowByWord(keep: Uint8Array, column: DictionaryColumn, passes: Uint8Array, missingPasses: boolean): void {
  const { codes, missing } = column;
  const ifMissing = missingPasses ? 1 : 0;
  for (let i = 0; i < keep.length; i++) {
    keep[i] &= ((missing[i >>> 3] >>> (i & 7)) & 1) === 1 ? ifMissing : passes[codes[i]];
  }
}

function narrowByRange(keep: Uint8Array, column: NumericColumn, from: number, before: number): void {
  const { values, missing } = column;
  // No branches: half of the rows passing at random would cost three times as much.
  for (let i = 0; i < keep.length; i++) {
    const value = values[i];
    keep[i] &= Number(value >= from) & Number(value < before) & ~(missing[i >>> 3] >>> (i & 7));
  }
}

function narrowByNumbers(keep: Uint8Array, column: NumericColumn, wanted: ReadonlySet<number>): void {
  for (let i = 0; i < keep.length; i++) {
    if (keep[i] === 1 && (getBit(column.missing, i) || !wanted.has(column.values[i]))) keep[i] = 0;
  }
}

function collect(keep: Uint8Array): Rows {
  let length = 0;
  for (let i = 0; i < keep.length; i++) length += keep[i];
  if (length === keep.length) return null;
  const rows = new Uint32Array(length);
  // Writing always and advancing by 0 or 1 avoids a branch; what lies past the end is ignored.
  for (let i = 0, next = 0; i < keep.length; i++) {
    rows[next] = i;
    next += keep[i];
  }
  return rows;
}

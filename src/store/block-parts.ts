/** Columns cut into the parts of their blocks, and put together again. */

import { createBitmap } from '../kernel/bitmap';
import {
  isDictionaryType,
  type Column,
  type DictionaryColumn,
  type DictionaryType,
  type NumericColumn,
  type NumericType,
} from '../table/column';
import type { ColumnPart, DictionaryPart, NumericPart } from './block-format';
import type { StoredColumn } from './types';

/** The parts of a column, to be asked for in order of the chunks. */
export function splitColumn(column: Column, rows: number, chunkRows: number): (chunk: number) => ColumnPart {
  const bounds = (chunk: number): { start: number; end: number; missing: Uint8Array } => {
    const start = chunk * chunkRows;
    const end = Math.min(rows, start + chunkRows);
    return { start, end, missing: column.missing.subarray(start >>> 3, (end + 7) >>> 3) };
  };
  if (column.layout === 'numeric') {
    return (chunk) => {
      const { start, end, missing } = bounds(chunk);
      return { layout: 'numeric', values: column.values.subarray(start, end), missing };
    };
  }
  let known = 0;
  return (chunk) => {
    const { start, end, missing } = bounds(chunk);
    const codes = column.codes.subarray(start, end);
    const next = end === rows ? column.dictionary.length : Math.max(known, highest(codes) + 1);
    const entries = column.dictionary.slice(known, next);
    known = next;
    return { layout: 'dictionary', codes, entries, missing };
  };
}

/** The column of its parts; `null` if they do not make up a column of that type and length. */
export function joinParts(column: StoredColumn, parts: readonly ColumnPart[], rows: number): Column | null {
  const lengthOf = (part: ColumnPart): number => (part.layout === 'numeric' ? part.values : part.codes).length;
  if (parts.reduce((sum, part) => sum + lengthOf(part), 0) !== rows) return null;
  const missing = joinMissing(parts, rows);
  if (isDictionaryType(column.type)) {
    return parts.every((part) => part.layout === 'dictionary')
      ? joinDictionary({ ...column, type: column.type }, parts, missing)
      : null;
  }
  return parts.every((part) => part.layout === 'numeric')
    ? joinNumeric({ ...column, type: column.type }, parts, missing)
    : null;
}

function joinNumeric(
  { id, name, type }: StoredColumn & { readonly type: NumericType },
  parts: readonly NumericPart[],
  missing: Uint8Array,
): NumericColumn {
  const rows = parts.reduce((sum, part) => sum + part.values.length, 0);
  const [{ values: first }] = parts;
  const values =
    first instanceof Float64Array
      ? new Float64Array(rows)
      : first instanceof Int32Array
        ? new Int32Array(rows)
        : new Uint8Array(rows);
  let offset = 0;
  for (const part of parts) {
    values.set(part.values, offset);
    offset += part.values.length;
  }
  return { id, name, type, layout: 'numeric', values, missing };
}

function joinDictionary(
  { id, name, type }: StoredColumn & { readonly type: DictionaryType },
  parts: readonly DictionaryPart[],
  missing: Uint8Array,
): DictionaryColumn {
  const codes = new Uint32Array(parts.reduce((sum, part) => sum + part.codes.length, 0));
  let offset = 0;
  for (const part of parts) {
    codes.set(part.codes, offset);
    offset += part.codes.length;
  }
  return { id, name, type, layout: 'dictionary', codes, dictionary: parts.flatMap((part) => part.entries), missing };
}

function joinMissing(parts: readonly ColumnPart[], rows: number): Uint8Array {
  const missing = createBitmap(rows);
  let offset = 0;
  for (const part of parts) {
    missing.set(part.missing, offset);
    offset += part.missing.length;
  }
  return missing;
}

function highest(codes: Uint32Array): number {
  let max = 0;
  for (const code of codes) if (code > max) max = code;
  return max;
}

/**
 * Rows that were erased from datasets, so that copies which erased different rows agree on all of them.
 *
 * Each erasure is a field of its own on the record of the dataset, so a merge keeps every one of them. Rows go by their
 * **first number**: their place, from 0, in the dataset as it was imported. An edition says which first numbers it leaves
 * out, and everything that points to a row (a coding) does so by the first number, which no erasure changes.
 */

import { manifestOf } from './datasets';
import { erasedRowsPrefix, isErased } from './deletion';
import type { Edition } from '../table/first-row';
import type { Json, RecordKind, StoredRecord } from './types';

/** First numbers of the rows that any copy erased, in order. */
export function erasedRowsOf({ kind, fields }: StoredRecord): readonly number[] {
  if (kind !== 'dataset') return [];
  const lists = Object.entries(fields).filter(([field]) => field.startsWith(erasedRowsPrefix));
  return inOrder(lists.flatMap(([, { value }]) => rowsIn(value)));
}

/** First numbers of erased rows that the edition of the record still holds, in order: those that another copy erased. */
export function rowsStillHeld(record: StoredRecord): readonly number[] {
  const manifest = manifestOf(record);
  if (!manifest) return [];
  const left = new Set(manifest.without);
  const rows = manifest.rows + left.size;
  return erasedRowsOf(record).filter((row) => row < rows && !left.has(row));
}

/** The first numbers that an edition leaves out which leaves out more rows than the one before. */
export function leftOut({ without = [] }: Edition, more: readonly number[]): readonly number[] {
  return inOrder([...without, ...more]);
}

/** Whether an older build would spoil these records, by bringing back what was erased. */
export function holdsErasure(records: readonly StoredRecord[]): boolean {
  return records.some((record) => isErased(record) || erasedRowsOf(record).length > 0);
}

/** Whether a field of a record may be what it says; what is no such field may hold anything. */
export function isErasedRowsField(kind: RecordKind, field: string, value: Json): boolean {
  if (kind !== 'dataset' || !field.startsWith(erasedRowsPrefix)) return true;
  return Array.isArray(value) && value.length === rowsIn(value).length;
}

function rowsIn(value: Json): readonly number[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is number => Number.isSafeInteger(row) && (row as number) >= 0);
}

function inOrder(rows: readonly number[]): readonly number[] {
  return [...new Set(rows)].sort((a, b) => a - b);
}

/**
 * Merging two copies of a record: each field's latest register wins, every other value is kept beside it.
 *
 * A field is the set of values it was seen with, each under its greatest stamp. Union with the greater stamp is
 * commutative, associative and idempotent, so any order and any repetition of merges ends in the same record.
 */

import { isErased, tombstoneFields } from './deletion';
import { canonicalJson, isSameJson } from './json';
import type { RecordKind, Register, StoredRecord } from './types';

/** The copies as one record; both must be the same record. */
export function mergeRecords(a: StoredRecord, b: StoredRecord): StoredRecord {
  if (a.kind !== b.kind || a.id !== b.id) {
    throw new RangeError(`only copies of one record merge: ${a.kind}/${a.id}, ${b.kind}/${b.id}`);
  }
  if (isErased(a) || isErased(b)) return mergeErased(a, b);
  const fields: Record<string, Register> = {};
  const lost: Record<string, readonly Register[]> = {};
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  for (const name of [...names].sort()) {
    const alone = soleRegister(a, b, name);
    if (alone) {
      fields[name] = alone;
      continue;
    }
    const [winner, ...losers] = mergeRegisters([...registersOf(a, name), ...registersOf(b, name)]);
    fields[name] = winner;
    if (losers.length > 0 && !isReplaced(a.kind, name)) lost[name] = losers;
  }
  return { id: a.id, kind: a.kind, fields, ...(Object.keys(lost).length > 0 ? { lost } : {}) };
}

/** An edition of rows that another one replaced is nobody's entry: its blocks are gone. */
function isReplaced(kind: RecordKind, name: string): boolean {
  return kind === 'dataset' && name === 'manifest';
}

/** Once one copy was erased, so is every copy it meets, whatever the others held and whenever they wrote it. */
function mergeErased(a: StoredRecord, b: StoredRecord): StoredRecord {
  const fields: Record<string, Register> = {};
  for (const name of tombstoneFields) {
    const registers = [...registersOf(a, name), ...registersOf(b, name)];
    const winner = mergeRegisters(registers.filter(({ value }) => value === true)).at(0);
    if (winner) fields[name] = winner;
  }
  return { id: a.id, kind: a.kind, fields };
}

/** The record as a merge with itself would leave it: fields in the order of their names, losers without repetition. */
export function toNormalForm(record: StoredRecord): StoredRecord {
  const names = Object.keys(record.fields);
  const isSorted = names.every((name, i) => i === 0 || names[i - 1] < name);
  return isSorted && !record.lost && !isErased(record) ? record : mergeRecords(record, record);
}

/** One register per distinct value, the latest first. */
export function mergeRegisters(registers: readonly Register[]): readonly Register[] {
  const latest = new Map<string, Register>();
  for (const register of registers) {
    const key = canonicalJson(register.value);
    const known = latest.get(key);
    if (!known || register.stamp > known.stamp) latest.set(key, register);
  }
  // Equal stamps come from a cloned profile; then the value decides, so that both copies decide alike.
  return [...latest]
    .sort(([keyA, a], [keyB, b]) => compare(b.stamp, a.stamp) || compare(keyB, keyA))
    .map(([, register]) => register);
}

/** The register of a field that both copies hold alike, or only one of them: most fields of most merges. */
function soleRegister(a: StoredRecord, b: StoredRecord, name: string): Register | null {
  if ((a.lost && Object.hasOwn(a.lost, name)) || (b.lost && Object.hasOwn(b.lost, name))) return null;
  if (!Object.hasOwn(b.fields, name)) return a.fields[name];
  if (!Object.hasOwn(a.fields, name)) return b.fields[name];
  const [ours, theirs] = [a.fields[name], b.fields[name]];
  return ours.stamp === theirs.stamp && isSameJson(ours.value, theirs.value) ? ours : null;
}

function registersOf(record: StoredRecord, name: string): readonly Register[] {
  const losers = record.lost && Object.hasOwn(record.lost, name) ? record.lost[name] : [];
  return Object.hasOwn(record.fields, name) ? [record.fields[name], ...losers] : losers;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Judges foreign records before anything of theirs is kept. */

import { isErasedRowsField } from '../erased-rows';
import { isSafeKey } from '../json';
import type { Json, RecordKind, Register, StoredRecord } from '../types';
import { findManifestFault } from './check-manifest';
import { bundleLimits, isStamp } from './format';

/** The record, without parts that nobody knows, or the path of what is wrong with it. */
export type CheckedRecord = { readonly record: StoredRecord } | { readonly wrong: string };

/**
 * Whether parsed JSON is a record of the shape that this product writes. A kind of a newer build is let through; who
 * reads the record decides about it.
 */
export function checkRecord(value: unknown): CheckedRecord {
  if (!isPlain(value)) return { wrong: 'record' };
  const { id, kind, fields, lost } = value;
  // Records are counted by kind in a plain object; no build will ever name one like what every object has.
  if (!isName(kind) || kind in Object.prototype) return { wrong: 'kind' };
  if (!isName(id)) return { wrong: `${kind}/id` };
  const at = `${kind}/${id}`;
  if (!isPlain(fields)) return { wrong: `${at}/fields` };
  const names = Object.keys(fields);
  if (names.length === 0 || names.length > bundleLimits.fieldsPerRecord) return { wrong: `${at}/fields` };
  // Rebuilding what is as it should be would take as long as reading it.
  let isWhole = countKeys(value) === (lost === undefined ? 3 : 4);
  const checked: Register[] = [];
  for (const name of names) {
    const register = isName(name) ? toRegister(fields[name]) : null;
    if (!register) return { wrong: `${at}/${name.slice(0, 80)}` };
    if (!isErasedRowsField(kind as RecordKind, name, register.value)) return { wrong: `${at}/${name}` };
    if (register !== fields[name]) isWhole = false;
    checked.push(register);
  }
  const registers = isWhole
    ? (fields as StoredRecord['fields'])
    : Object.fromEntries(names.map((name, i) => [name, checked[i]]));
  if (kind === 'dataset' && Object.hasOwn(registers, 'manifest') && registers.manifest.value !== null) {
    const fault = findManifestFault(registers.manifest.value);
    if (fault !== null) return { wrong: `${at}/manifest/${fault}` };
  }
  const record = isWhole ? (value as unknown as StoredRecord) : { id, kind: kind as RecordKind, fields: registers };
  if (lost === undefined) return { record };
  const losers = checkLost(lost, registers);
  return typeof losers === 'string' ? { wrong: `${at}/lost/${losers}` } : { record: { ...record, lost: losers } };
}

function checkLost(
  lost: unknown,
  fields: Readonly<Record<string, Register>>,
): Readonly<Record<string, readonly Register[]>> | string {
  if (!isPlain(lost)) return '';
  const checked: Record<string, readonly Register[]> = {};
  for (const [name, list] of Object.entries(lost)) {
    const registers = Array.isArray(list) && Object.hasOwn(fields, name) ? list.map(toRegister) : [null];
    if (registers.some((register) => register === null)) return name.slice(0, 80);
    checked[name] = registers.filter((register) => register !== null);
  }
  return checked;
}

function toRegister(value: unknown): Register | null {
  if (!isPlain(value)) return null;
  const { value: content, stamp } = value;
  if (!isStamp(stamp) || !isJson(content, 0)) return null;
  return countKeys(value) === 2 ? (value as unknown as Register) : { value: content, stamp };
}

function countKeys(value: Readonly<Record<string, unknown>>): number {
  let count = 0;
  for (const key in value) if (Object.hasOwn(value, key)) count++;
  return count;
}

function isJson(value: unknown, depth: number): value is Json {
  if (depth > bundleLimits.depth) return false;
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  if (!isPlain(value)) return false;
  return Object.keys(value).every((key) => isSafeKey(key) && isJson(value[key], depth + 1));
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= bundleLimits.nameLength && isSafeKey(value);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

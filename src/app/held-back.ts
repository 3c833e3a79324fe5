/**
 * What came with a merge and uses a code or an outlet that nobody here knows.
 *
 * The records are taken in as they are, so that every copy ends in the same state; they are left out of lists and
 * figures until a person maps the value to one that is known, or lets it pass. Nothing is dropped.
 */

import type { ServiceEvent } from '../domain/events/event';
import type { Change, Json, StoredRecord } from '../store/types';
import { rowFieldPrefix, valueFieldPrefix } from './entries';

export type HeldKind = 'codes' | 'outlets';
export type HeldBack = Readonly<Record<HeldKind, readonly string[]>>;

/** The field of the settings that keeps it. */
export const heldBackField = 'heldBack';

const eventFields = ['primaryLink', 'contributing', 'outlet'];

/** What is kept in the settings; codes that have become known since are no longer held. */
export function readHeldBack(setting: Json | undefined, known: ReadonlySet<string>): HeldBack {
  const stored = (typeof setting === 'object' && setting !== null ? setting : {}) as Readonly<Record<string, Json>>;
  const texts = (value: Json | undefined): readonly string[] =>
    Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  return { codes: texts(stored.codes).filter((code) => !known.has(code)), outlets: texts(stored.outlets) };
}

/** Whether an event is left out of lists and figures. */
export function isHeldBack(
  { primaryLink, outlet }: Pick<ServiceEvent, 'primaryLink' | 'outlet'>,
  held: HeldBack,
): boolean {
  return (
    (primaryLink !== null && held.codes.includes(primaryLink)) || (outlet !== null && held.outlets.includes(outlet))
  );
}

/** Codes and outlets that these records use, each once. */
export function usedValues(records: readonly StoredRecord[]): Readonly<Record<HeldKind, ReadonlySet<string>>> {
  const used = { codes: new Set<string>(), outlets: new Set<string>() };
  for (const record of records) {
    for (const field of fieldsOf(record)) {
      const kind = kindOf(record.kind, field);
      if (kind === null || !Object.hasOwn(record.fields, field)) continue;
      const { value } = record.fields[field];
      for (const item of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
        if (typeof item === 'string' && item !== '') used[kind].add(item);
      }
    }
  }
  return used;
}

/** What is held back by either, each value once. */
export function joinHeld(a: HeldBack, b: HeldBack): HeldBack {
  return { codes: [...new Set([...a.codes, ...b.codes])], outlets: [...new Set([...a.outlets, ...b.outlets])] };
}

/** The outlets that have figures of a quarter, whose ids end in them, and those of the ledger. */
export function outletsOf(
  quarters: readonly Pick<StoredRecord, 'id'>[],
  records: readonly StoredRecord[],
): ReadonlySet<string> {
  const known = new Set(usedValues(records).outlets);
  for (const { id } of quarters) known.add(id.slice(id.indexOf(' ') + 1));
  return known;
}

/** The changes that put a known value in the place of one that is held back, in every record that uses it. */
export function mappingChanges(records: readonly StoredRecord[], kind: HeldKind, from: string, to: string): Change[] {
  return records.flatMap((record) =>
    Object.entries(record.fields).flatMap(([field, { value }]): Change[] => {
      if (kindOf(record.kind, field) !== kind) return [];
      const change = { kind: record.kind, id: record.id, field };
      if (value === from) return [{ ...change, value: to }];
      const list = Array.isArray(value) ? (value as readonly Json[]) : [];
      return list.includes(from) ? [{ ...change, value: list.map((item) => (item === from ? to : item)) }] : [];
    }),
  );
}

/** Fields that may name a code or an outlet. */
function fieldsOf({ kind, fields }: StoredRecord): readonly string[] {
  if (kind === 'event') return eventFields;
  return kind === 'coding' ? Object.keys(fields) : [];
}

function kindOf(kind: StoredRecord['kind'], field: string): HeldKind | null {
  if (kind === 'coding') return field.startsWith(valueFieldPrefix) || field.startsWith(rowFieldPrefix) ? 'codes' : null;
  if (kind !== 'event') return null;
  if (field === 'primaryLink' || field === 'contributing') return 'codes';
  return field === 'outlet' ? 'outlets' : null;
}

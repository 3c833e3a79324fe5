import type { RecordKind, StoredRecord } from './types';

/**
 * The records that somebody watches, as last shown, deleted ones included.
 *
 * What this tab has written is put in its place at once; reading everything again, which the database asks for after
 * every write, then finds nothing new and is not shown a second time.
 */
export class LiveRecords {
  readonly #kinds: readonly RecordKind[];
  readonly #show: (records: readonly StoredRecord[]) => void;
  #known: readonly StoredRecord[] | null = null;

  constructor(kinds: readonly RecordKind[], show: (records: readonly StoredRecord[]) => void) {
    this.#kinds = kinds;
    this.#show = show;
  }

  /** Everything as it is stored now, by kind and then by id. */
  receive(records: readonly StoredRecord[]): void {
    if (this.#known && areSame(this.#known, records)) return;
    this.#known = records;
    this.#show(records);
  }

  /** Records as this tab has just written them. */
  take(written: readonly StoredRecord[]): void {
    if (!this.#known) return;
    const own = written.filter(({ kind }) => this.#kinds.includes(kind));
    if (own.length === 0) return;
    const places = new Map(own.map((record) => [keyOf(record), record]));
    const kept = this.#known.filter((record) => !places.has(keyOf(record)));
    this.#known = [...kept, ...places.values()].sort((a, b) => this.#order(a, b));
    this.#show(this.#known);
  }

  #order(a: StoredRecord, b: StoredRecord): number {
    return this.#kinds.indexOf(a.kind) - this.#kinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
  }
}

function keyOf({ kind, id }: StoredRecord): string {
  return `${kind}/${id}`;
}

function areSame(before: readonly StoredRecord[], after: readonly StoredRecord[]): boolean {
  return before.length === after.length && after.every((record, i) => isSame(before[i], record));
}

/** No two values of a field ever have the same stamp, so the stamps tell whether anything differs. */
function isSame(before: StoredRecord, after: StoredRecord): boolean {
  if (before.kind !== after.kind || before.id !== after.id || lostCount(before) !== lostCount(after)) return false;
  const fields = Object.entries(after.fields);
  return (
    fields.length === Object.keys(before.fields).length &&
    fields.every(([field, { stamp }]) => Object.hasOwn(before.fields, field) && before.fields[field].stamp === stamp)
  );
}

function lostCount({ lost = {} }: StoredRecord): number {
  return Object.values(lost).reduce((sum, registers) => sum + registers.length, 0);
}

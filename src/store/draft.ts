import { tick } from './clock';
import { isDeleted, tombstoneFields } from './deletion';
import { isSameJson } from './json';
import type { Database } from './schema';
import type { ActChange, Change, Json, RecordKind, Register, StoredRecord, StoreState } from './types';

type FieldRef = Pick<Change, 'kind' | 'id' | 'field'>;
type RecordRef = Pick<Change, 'kind' | 'id'>;

interface OpenRecord {
  readonly stored: StoredRecord | null;
  readonly fields: Record<string, Register>;
  touched: boolean;
  erased: boolean;
}

/** What an act left behind: the store's own state, and every record that it touched. */
export interface Saved {
  readonly state: StoreState;
  readonly written: readonly StoredRecord[];
}

/**
 * The records of one act while it is being written: read once, changed in memory, put back once, all inside the
 * transaction of the caller.
 */
export class Draft {
  readonly #database: Database;
  readonly #now: number;
  readonly #records: ReadonlyMap<string, OpenRecord & RecordRef>;
  #state: StoreState;

  private constructor(
    database: Database,
    state: StoreState,
    now: number,
    records: ReadonlyMap<string, OpenRecord & RecordRef>,
  ) {
    this.#database = database;
    this.#state = state;
    this.#now = now;
    this.#records = records;
  }

  /** Reads the records that the changes name. */
  static async open(database: Database, changes: readonly RecordRef[], now: number): Promise<Draft> {
    const idsByKind = new Map<RecordKind, Set<string>>();
    for (const { kind, id } of changes) idsByKind.set(kind, (idsByKind.get(kind) ?? new Set()).add(id));
    const records = new Map<string, OpenRecord & RecordRef>();
    const read = async ([kind, set]: [RecordKind, ReadonlySet<string>]): Promise<void> => {
      const ids = [...set];
      const found = await database.records(kind).bulkGet(ids);
      ids.forEach((id, i) => {
        const stored = found[i] ?? null;
        records.set(recordKey(kind, id), {
          kind,
          id,
          stored,
          fields: { ...stored?.fields },
          touched: false,
          erased: false,
        });
      });
    };
    const [row] = await Promise.all([database.meta.get('state'), ...[...idsByKind].map(read)]);
    if (!row) throw new DOMException('the database has lost its state', 'InvalidStateError');
    return new Draft(database, row.state, now, records);
  }

  isNew(ref: RecordRef): boolean {
    return this.#record(ref).stored === null;
  }

  isTouched(ref: RecordRef): boolean {
    return this.#record(ref).touched;
  }

  /** The value of a field; `null` if it has none. */
  value(ref: FieldRef): Json {
    const { fields } = this.#record(ref);
    // A record that another's edit brought back reads as not deleted, so that it can be deleted again.
    if (ref.field === 'deleted' && Object.hasOwn(fields, 'deleted') && fields.deleted.value === true) {
      return isDeleted({ fields });
    }
    return Object.hasOwn(fields, ref.field) ? fields[ref.field].value : null;
  }

  /** Sets a field, with a stamp that beats the one it replaces. */
  set(ref: FieldRef, value: Json): void {
    const record = this.#record(ref);
    const replaced = this.#replacedStamp(record, ref.field);
    const { stamp, clock } = tick(this.#state.clock, this.#now, this.#state.replica, replaced);
    record.fields[ref.field] = { value, stamp };
    record.touched = true;
    this.#state = { ...this.#state, clock };
  }

  /** From now on no older build writes here. */
  requireWriter(version: number): void {
    this.#state = { ...this.#state, minWriter: Math.max(this.#state.minWriter, version) };
  }

  /** Leaves of a record an empty tombstone; what is not stored is left alone. */
  erase(ref: RecordRef): readonly ActChange[] {
    const record = this.#record(ref);
    if (record.stored === null) return [];
    this.set({ ...ref, field: 'deleted' }, true);
    this.set({ ...ref, field: 'erased' }, true);
    for (const field of Object.keys(record.fields)) {
      if (!tombstoneFields.includes(field)) delete record.fields[field];
    }
    record.erased = true;
    return [{ ...ref, field: 'erased', before: null, after: true }];
  }

  /** Puts back what was changed, and counts the act. */
  async save(): Promise<Saved> {
    const counts = { ...this.#state.counts };
    const written: StoredRecord[] = [];
    const byKind = new Map<RecordKind, StoredRecord[]>();
    for (const { kind, id, stored, fields, touched, erased } of this.#records.values()) {
      if (!touched) continue;
      const records = byKind.get(kind) ?? [];
      const record = erased ? { id, kind, fields } : { ...stored, id, kind, fields };
      records.push(record);
      written.push(record);
      byKind.set(kind, records);
      if (!stored) counts[kind] = (counts[kind] ?? 0) + 1;
    }
    const { generation } = this.#state;
    const state = { ...this.#state, counts, generation: generation + 1, savedAt: this.#now };
    await Promise.all([...byKind].map(([kind, records]) => this.#database.records(kind).bulkPut(records)));
    await this.#database.meta.put({ key: 'state', state });
    return { state, written };
  }

  /** A deletion replaces the whole record, so it has to be later than every field of it. */
  #replacedStamp({ fields }: OpenRecord, field: string): string | null {
    if (field !== 'deleted') return Object.hasOwn(fields, field) ? fields[field].stamp : null;
    const stamps = Object.values(fields).map(({ stamp }) => stamp);
    return stamps.reduce<string | null>((latest, stamp) => (latest === null || stamp > latest ? stamp : latest), null);
  }

  #record({ kind, id }: RecordRef): OpenRecord & RecordRef {
    const record = this.#records.get(recordKey(kind, id));
    if (!record) throw new RangeError(`the draft has not read this record: ${kind}/${id}`);
    return record;
  }
}

/**
 * Applies changes and tells what they changed; a value set to itself changes nothing.
 *
 * A new record is told as one change of `deleted` from `true` to `false`: undoing takes the record away, and redoing
 * brings it back with whatever it holds by then.
 */
export function applyChanges(draft: Draft, changes: readonly Change[]): readonly ActChange[] {
  const done: ActChange[] = [];
  for (const change of changes) {
    const { kind, id, field, value } = change;
    const before = draft.value(change);
    if (isSameJson(before, value)) continue;
    draft.set(change, value);
    if (!draft.isNew(change)) done.push({ kind, id, field, before, after: value });
  }
  for (const { kind, id } of newRecords(draft, changes)) {
    const deleted: FieldRef = { kind, id, field: 'deleted' };
    if (draft.value(deleted) === null) draft.set(deleted, false);
    done.push({ ...deleted, before: true, after: draft.value(deleted) });
  }
  return done;
}

/** Sets every field of an act back (or forth again), save those that no longer hold what the act left there. */
export function reverseChanges(
  draft: Draft,
  changes: readonly ActChange[],
  direction: 'undo' | 'redo',
): readonly FieldRef[] {
  const skipped: FieldRef[] = [];
  // Backwards when undoing: an act may have set one field twice.
  for (const { kind, id, field, before, after } of direction === 'undo' ? changes.toReversed() : changes) {
    const ref: FieldRef = { kind, id, field };
    const [expected, wanted] = direction === 'undo' ? [after, before] : [before, after];
    if (isSameJson(draft.value(ref), expected)) draft.set(ref, wanted);
    else skipped.push(ref);
  }
  return skipped;
}

function newRecords(draft: Draft, changes: readonly Change[]): readonly RecordRef[] {
  const fresh = new Map<string, RecordRef>();
  for (const { kind, id } of changes) {
    if (draft.isNew({ kind, id }) && draft.isTouched({ kind, id })) fresh.set(recordKey(kind, id), { kind, id });
  }
  return [...fresh.values()];
}

function recordKey(kind: RecordKind, id: string): string {
  return `${kind}/${id}`;
}

import { newId } from '../kernel/ids';
import { fail, ok } from '../kernel/result';
import type { Failure, Result } from '../kernel/result';
import type { Connection } from './connection';
import { parseStamp } from './clock';
import { isDeleted } from './deletion';
import { applyChanges, Draft, reverseChanges } from './draft';
import { forgetPast, type Erasure } from './erasure';
import { isSafeKey, isSameJson, toStoredJson } from './json';
import type { MergeContext, MergeHooks } from './merge-files';
import type { IncomingFile, MergeExtras, MergePlan, MergeRow, MergeUndoRow } from './merge-types';
import { LiveRecords } from './live-records';
import { addAct, findReversible, markAct, reversibleActsOn } from './journal';
import type { NextUndo } from './journal';
import { recordKinds, strictTable } from './schema';
import type { Database } from './schema';
import { erasingWriter, sealingWriter } from './database';
import { isSealedTable, type RowVault } from './vault/rows';
import type {
  Act,
  ActLabel,
  Change,
  Json,
  Peer,
  RecordKind,
  Reversal,
  StoredRecord,
  StoreResult,
  StoreState,
} from './types';

export interface CommitOptions {
  /** Whether undo takes it back; true unless said otherwise. */
  readonly undoable?: boolean;
  /**
   * `strict` waits until the disk has it. Acts on datasets always do; the others may lose their last seconds to a
   * power cut, never to a crash.
   */
  readonly durability?: 'strict' | 'relaxed';
}

/** What a write answers, and what it left behind, as far as it went through a draft. */
interface Done<T> {
  readonly result: T;
  readonly state: StoreState | null;
  readonly written?: readonly StoredRecord[];
}

interface StoreIdentity {
  readonly installId: string;
  /** Made by a newer build, or opened to look only: nothing is ever written. */
  readonly readOnly: boolean;
  /** The browser threw a damaged database away while opening it. */
  readonly dataLoss: boolean;
  readonly now: () => number;
}

/** Fetched with the first file that is taken in, and before its transaction begins, which would not wait for it. */
const loadMerging = () => import('./merge-files');

/** Records of a merge that are handed over to the database together. */
const mergePart = 1_000;
/** Parts that may be under way while another is handed over. */
const partsAhead = 3;
/** The part of the way back that holds what was known of the senders. */
const peersPart = -1;
/** Merges whose way back is kept. */
const keptMergeUndos = 3;

/** The records that people write, with their history. */
export class Store {
  readonly installId: string;
  readonly readOnly: boolean;
  readonly dataLoss: boolean;
  readonly #connection: Connection;
  readonly #now: () => number;
  readonly #savedListeners = new Set<(state: StoreState) => void>();
  readonly #live = new Set<LiveRecords>();
  #writes = 0;

  constructor(connection: Connection, identity: StoreIdentity) {
    this.#connection = connection;
    this.installId = identity.installId;
    this.readOnly = identity.readOnly;
    this.dataLoss = identity.dataLoss;
    this.#now = identity.now;
  }

  /**
   * Writes changes as one act, all or none. When it returns, the transaction has ended: only then is it saved.
   *
   * A value set to itself is no change; an act without changes is not written and has `seq` 0. Values that are not
   * plain data throw: they are a mistake of the program.
   */
  async commit(changes: readonly Change[], label: ActLabel, options: CommitOptions = {}): Promise<StoreResult<Act>> {
    const accepted = changes.map(acceptChange);
    const { undoable = true, durability = 'relaxed' } = options;
    const kinds: RecordKind[] = accepted.map(({ kind }) => kind);
    if (durability === 'strict') kinds.push(strictTable);
    return this.#write(kinds, async (database, now) => {
      const draft = await Draft.open(database, accepted, now);
      const done = applyChanges(draft, accepted);
      const act = { at: now, label, undoable, undone: false, changes: done };
      if (done.length === 0) return { result: { ...act, seq: 0 }, state: null };
      return { result: await addAct(database, act), ...(await draft.save()) };
    });
  }

  /**
   * Erases records for good, with what takes the place of what they were part of, as one act that cannot be undone; on
   * the disk when it returns. Of records that rows were erased from, such as codings, the history is forgotten too.
   */
  async erase({ records, changes, label }: Erasure): Promise<StoreResult<Act>> {
    const accepted = changes.map(acceptChange);
    const touched = [...records, ...accepted].map(({ kind, id }) => ({ kind, id }));
    const kinds = [...touched.map(({ kind }) => kind), strictTable as RecordKind];
    return this.#write(
      kinds,
      async (database, now) => {
        const draft = await Draft.open(database, touched, now);
        const done = [...applyChanges(draft, accepted), ...records.flatMap((record) => draft.erase(record))];
        await forgetPast(database, touched);
        draft.requireWriter(erasingWriter);
        const act = { at: now, label, undoable: false, undone: false, changes: done };
        return { result: await addAct(database, act), ...(await draft.save()) };
      },
      ['merges', 'mergeUndo'],
    );
  }

  /**
   * Takes back the latest act, also one of another tab or of before a reload; `null` if there is none.
   *
   * A field that no longer holds what the act left there was changed by something that is not part of the history,
   * such as a merge. It stays as it is and is reported, and the rest of the act is taken back.
   */
  undo(): Promise<StoreResult<Reversal | null>> {
    return this.#reverse('undo');
  }

  /** Does the act undone last again, by the rules of `undo`. */
  redo(): Promise<StoreResult<Reversal | null>> {
    return this.#reverse('redo');
  }

  /** Labels of what undo and redo would turn round. */
  async nextUndo(): Promise<NextUndo> {
    const found = await this.#connection.run(readNextUndo);
    return found.ok ? found.value : { undo: null, redo: null };
  }

  /** Acts, the latest first. */
  history(limit = 200): Promise<StoreResult<readonly Act[]>> {
    return this.#connection.run(({ journal }) => journal.orderBy('seq').reverse().limit(limit).toArray());
  }

  /** Calls back with the latest acts, now and after every change in any tab. */
  observeHistory(callback: (acts: readonly Act[]) => void, limit = 200): () => void {
    return this.#connection.watch(({ journal }) => journal.orderBy('seq').reverse().limit(limit).toArray(), callback);
  }

  /** The record, unless there is none or it was deleted. */
  get(
    kind: RecordKind,
    id: string,
    options: { readonly deleted?: boolean } = {},
  ): Promise<StoreResult<StoredRecord | null>> {
    return this.#connection.run(async (database) => {
      const record = hasTable(database, kind) ? await database.records(kind).get(id) : undefined;
      return record && (options.deleted || !isDeleted(record)) ? record : null;
    });
  }

  /** The records of these ids, in their order; `null` where there is none or it was deleted. */
  some(kind: RecordKind, ids: readonly string[]): Promise<StoreResult<readonly (StoredRecord | null)[]>> {
    return this.#connection.run(async (database) => {
      if (ids.length === 0 || !hasTable(database, kind)) return ids.map(() => null);
      const found = await database.records(kind).bulkGet([...ids]);
      return found.map((record) => (record && !isDeleted(record) ? record : null));
    });
  }

  /** The records of a kind, without deleted ones. */
  all(kind: RecordKind, options: { readonly deleted?: boolean } = {}): Promise<StoreResult<readonly StoredRecord[]>> {
    return this.#connection.run(async (database) => {
      const records = await readAll(database, [kind]);
      return options.deleted ? records : records.filter((record) => !isDeleted(record));
    });
  }

  /** Calls back with all records of these kinds, without deleted ones, now and after every change in any tab. */
  observe(kinds: readonly RecordKind[], callback: (records: readonly StoredRecord[]) => void): () => void {
    const live = new LiveRecords(kinds, (records) => callback(records.filter((record) => !isDeleted(record))));
    this.#live.add(live);
    const stop = this.#connection.watch(
      (database) => readAll(database, kinds),
      (records) => live.receive(records),
    );
    return () => {
      this.#live.delete(live);
      stop();
    };
  }

  /** What the store knows about itself; `null` in a database whose build keeps it elsewhere. */
  state(): Promise<StoreResult<StoreState | null>> {
    return this.#connection.run(async (database) => (await database.meta.get('state'))?.state ?? null);
  }

  /** How many records there are in truth, deleted ones included. */
  countRecords(): Promise<StoreResult<StoreState['counts']>> {
    return this.#connection.run(async (database) => {
      const counts: Partial<Record<RecordKind, number>> = {};
      for (const kind of recordKinds) {
        const count = hasTable(database, kind) ? await database.records(kind).count() : 0;
        if (count > 0) counts[kind] = count;
      }
      return counts;
    });
  }

  /**
   * Writes every record again, sealed or as it stands, and from now on every other. A kill leaves some of each, which
   * read alike.
   */
  rewriteRows(vault: RowVault, seals: boolean): Promise<StoreResult<null>> {
    return this.#connection.run(async ({ dexie, meta, sealing }) => {
      Object.assign(sealing, { vault, seals });
      // First, so that no older build writes in between.
      await dexie.transaction('rw', ['meta'], async () => {
        const row = await meta.get('state');
        if (!row) return;
        const { state } = row;
        // What was erased stays erased, sealed or not.
        const least = state.minWriter >= erasingWriter ? erasingWriter : 1;
        await meta.put({ key: 'state', state: { ...state, minWriter: Math.max(least, seals ? sealingWriter : 1) } });
      });
      for (const table of dexie.tables.filter(({ name }) => isSealedTable(name))) {
        await dexie.transaction('rw', table, async () => {
          await table.bulkPut(await table.toArray());
        });
      }
      sealing.sawPlain = false;
      return null;
    });
  }

  /** Whether a record was read that should have been sealed, such as one that a page wrote which was still open. */
  sawPlainRows(): Promise<StoreResult<boolean>> {
    return this.#connection.run(({ sealing }) => Promise.resolve(sealing.sawPlain));
  }

  /** Changes what the store knows about itself; not an act, so the history does not show it. */
  async updateState(change: (state: StoreState) => StoreState): Promise<StoreResult<StoreState>> {
    return this.#write([strictTable], async ({ meta }) => {
      const row = await meta.get('state');
      if (!row) throw new DOMException('the database has lost its state', 'InvalidStateError');
      const state = change(row.state);
      await meta.put({ key: 'state', state });
      return { result: state, state };
    });
  }

  /** Whether a write of this tab has begun and not ended: it dies with the page. */
  get isWriting(): boolean {
    return this.#writes > 0;
  }

  /** Calls back after every write of this tab. */
  onSaved(listener: (state: StoreState) => void): () => void {
    this.#savedListeners.add(listener);
    return () => this.#savedListeners.delete(listener);
  }

  /** Whether an undo or redo could still change this field. */
  isReversible(kind: RecordKind, id: string, field: string): Promise<StoreResult<boolean>> {
    return this.#connection.run(async (database) => (await reversibleActsOn(database, kind, id, field)).length > 0);
  }

  /** From now on neither undo nor redo changes this field through an earlier act. */
  forgetUndo(kind: RecordKind, id: string, field: string): Promise<StoreResult<null>> {
    return this.#write([strictTable], async (database) => {
      const acts = await reversibleActsOn(database, kind, id, field);
      await database.journal.bulkPut(acts.map((act) => ({ ...act, undoable: false })));
      return { result: null, state: null };
    });
  }

  /**
   * Reads what an act wrote once more, past every cache of the page; false if the database holds something else. What
   * was overtaken by a later act counts as read.
   */
  async readBack({ changes }: Pick<Act, 'changes'>, { generation }: Pick<StoreState, 'generation'>): Promise<boolean> {
    const kinds = [...new Set(changes.map(({ kind }) => kind))];
    const read = await this.#connection.run((database) =>
      database.dexie.transaction('r', [...kinds, 'meta'], async () => {
        const row = await database.meta.get('state');
        if (row?.state.generation !== generation) return row !== undefined && row.state.generation > generation;
        for (const { kind, id, field, after } of changes) {
          if (field === 'deleted') continue;
          const record = await database.records(kind).get(id);
          if (!record || !isSameJson(record.fields[field]?.value ?? null, after)) return false;
        }
        return true;
      }),
    );
    // A connection that cannot be read says so elsewhere; this is about what was written.
    return !read.ok || read.value;
  }

  /** Everything as it stands at one moment: what a workbench file is written from. Deleted records are in it. */
  readEverything(): Promise<StoreResult<{ readonly state: StoreState; readonly records: readonly StoredRecord[] }>> {
    return this.#connection.run((database) =>
      database.dexie.transaction('r', [...recordKinds.filter((kind) => hasTable(database, kind)), 'meta'], async () => {
        const row = await database.meta.get('state');
        if (!row) throw new DOMException('the database has lost its state', 'InvalidStateError');
        return { state: row.state, records: await readAll(database, recordKinds) };
      }),
    );
  }

  /** Works out what merging workbench files would do. An aborted signal throws its reason. */
  async planMerge(
    files: readonly IncomingFile[],
    context: Omit<MergeContext, 'now'> = {},
    hooks: MergeHooks = {},
  ): Promise<StoreResult<MergePlan>> {
    const { planMerge } = await loadMerging();
    const plan = await this.#connection.run((database) =>
      planMerge(database, files, { ...context, now: this.#now() }, hooks),
    );
    hooks.signal?.throwIfAborted();
    return plan;
  }

  /**
   * Does what was planned, in one transaction that is on the disk when this returns. An aborted signal leaves
   * everything as it was and throws its reason.
   *
   * What the merge erased is forgotten here too, and its way back does not lead to it.
   *
   * Fails  merge-outdated: something was saved since the plan was made
   */
  async applyMerge(
    plan: MergePlan,
    { signal, onProgress }: MergeHooks = {},
    { editions = new Map(), changes = [] }: MergeExtras = {},
  ): Promise<Result<MergeRow>> {
    const { erasedBy, peersAfterMerge, stateAfterMerge, wayBackOf, withEditions } = await loadMerging();
    const accepted = changes.map(acceptChange);
    const done = await this.#write<MergeRow | Failure<'merge-outdated'>>(
      recordKinds,
      async (database, now) => {
        const row = await database.meta.get('state');
        if (!row) throw new DOMException('the database has lost its state', 'InvalidStateError');
        if (row.state.generation !== plan.generation) {
          return { result: fail('merge-outdated').failure, state: null };
        }
        const merged = stateAfterMerge(row.state, plan, now, () => newId().slice(0, 10));
        const { after, clock } = withEditions(plan.after, editions, merged, now);
        const state = { ...merged, clock };
        const { lines, conflicts } = plan;
        const erased = erasedBy(plan);
        await forgetPast(database, erased);
        const account: Omit<MergeRow, 'seq'> = {
          at: now,
          lines,
          conflicts,
          undone: false,
          stamp: clock ?? '',
          ...(erased.length > 0 ? { erased: erased.length } : {}),
        };
        const seq = await database.merges.add(account);
        const putPart = async (at: number): Promise<void> => {
          const part = after.slice(at, at + mergePart);
          const records = part.flatMap((record, i) => wayBackOf(plan.before[at + i], record) ?? []);
          const kinds = [...new Set(part.map((record) => record.kind))];
          await Promise.all([
            ...kinds.map((kind) => database.records(kind).bulkPut(part.filter((record) => record.kind === kind))),
            database.mergeUndo.put({ merge: seq, part: at / mergePart, records }),
          ]);
          onProgress?.((at + part.length) / after.length);
        };
        // Several parts are under way at once: neither this thread nor the database waits for the other.
        const underWay: Promise<void>[] = [];
        try {
          for (let at = 0; at < after.length; at += mergePart) {
            signal?.throwIfAborted();
            const part = putPart(at);
            // Waited for in turn; until then a failure is not one that nobody looks at.
            part.catch(() => undefined);
            underWay.push(part);
            if (underWay.length > partsAhead) await underWay.shift();
          }
        } finally {
          await Promise.allSettled(underWay);
        }
        await Promise.all(underWay);
        const known = new Map((await database.peers.toArray()).map((peer) => [peer.replica, peer]));
        const peers = peersAfterMerge(plan, known, row.state, now);
        await database.peers.bulkPut(peers);
        const wayBackOfPeers = peers.map(({ replica }) => ({ replica, before: known.get(replica) ?? null }));
        await database.mergeUndo.put({ merge: seq, part: peersPart, records: [], peers: wayBackOfPeers });
        await database.mergeUndo
          .where('merge')
          .belowOrEqual(seq - keptMergeUndos)
          .delete();
        await database.meta.put({ key: 'state', state });
        const draft = await Draft.open(database, accepted, now);
        applyChanges(draft, accepted);
        return { result: { ...account, seq }, state: accepted.length > 0 ? (await draft.save()).state : state };
      },
      ['merges', 'mergeUndo', 'peers'],
    );
    if (!done.ok) {
      signal?.throwIfAborted();
      return done;
    }
    return 'code' in done.value ? { ok: false, failure: done.value } : ok(done.value);
  }

  /**
   * Takes the latest merge back: every record it changed is as it was before, with what was edited here since. What it
   * erased stays erased; the row says how many.
   *
   * Fails  merge-unknown: there is none, or its way back is no longer kept
   */
  async undoMerge(): Promise<Result<MergeRow>> {
    const { takeBack } = await loadMerging();
    const done = await this.#write<MergeRow | null>(
      recordKinds,
      async (database, now) => {
        const merge = await database.merges
          .orderBy('seq')
          .reverse()
          .filter(({ undone }) => !undone)
          .first();
        const parts = merge ? await wayBack(database, merge) : [];
        const row = await database.meta.get('state');
        if (!merge || !row || parts.length === 0) return { result: null, state: null };
        const counts = { ...row.state.counts };
        const isOwnSince = (stamp: string): boolean =>
          stamp > merge.stamp && parseStamp(stamp).replica === row.state.replica;
        for (const { records } of parts) {
          for (const kind of new Set(records.map((record) => record.kind))) {
            const own = records.filter((record) => record.kind === kind);
            const current = await database.records(kind).bulkGet(own.map(({ id }) => id));
            const restored: StoredRecord[] = [];
            const removed: string[] = [];
            own.forEach(({ id, before }, i) => {
              const found = current[i];
              const record = found && takeBack(before, found, isOwnSince);
              if (record) restored.push(record);
              else if (found) removed.push(id);
            });
            await Promise.all([database.records(kind).bulkPut(restored), database.records(kind).bulkDelete(removed)]);
            counts[kind] = (counts[kind] ?? removed.length) - removed.length;
          }
        }
        for (const { replica, before } of parts.flatMap(({ peers = [] }) => peers)) {
          await (before ? database.peers.put(before) : database.peers.delete(replica));
        }
        const undone = { ...merge, undone: true };
        await database.merges.put(undone);
        await database.mergeUndo.where('merge').equals(merge.seq).delete();
        // This copy no longer has what it had seen of the others.
        const state = { ...row.state, counts, generation: row.state.generation + 1, savedAt: now, seen: {} };
        await database.meta.put({ key: 'state', state });
        return { result: undone, state };
      },
      ['merges', 'mergeUndo', 'peers'],
    );
    if (!done.ok) return done;
    return done.value ? ok(done.value) : fail('merge-unknown');
  }

  /** Merges, the latest first; none where the database is older than merging. */
  merges(limit = 20): Promise<StoreResult<readonly MergeRow[]>> {
    return this.#connection.run((database) => latestMerges(database, limit));
  }

  /** Calls back with the latest merges, now and whenever one is made or taken back in any tab. */
  observeMerges(callback: (merges: readonly MergeRow[]) => void, limit = 20): () => void {
    return this.#connection.watch((database) => latestMerges(database, limit), callback);
  }

  /** Whether the latest merge can be taken back. */
  async canUndoMerge(): Promise<boolean> {
    const found = await this.#connection.run(async (database) => {
      const merge = await database.merges
        .orderBy('seq')
        .reverse()
        .filter(({ undone }) => !undone)
        .first();
      return merge !== undefined && (await database.mergeUndo.where('merge').equals(merge.seq).count()) > 0;
    });
    return found.ok && found.value;
  }

  /** Who has sent files. */
  peers(): Promise<StoreResult<readonly Peer[]>> {
    return this.#connection.run(({ peers }) => peers.toArray());
  }

  close(): void {
    this.#connection.close();
  }

  #reverse(direction: 'undo' | 'redo'): Promise<StoreResult<Reversal | null>> {
    return this.#write(recordKinds, async (database, now) => {
      const act = await findReversible(database, direction);
      if (!act) return { result: null, state: null };
      const draft = await Draft.open(database, act.changes, now);
      const skipped = reverseChanges(draft, act.changes, direction);
      const marked = await markAct(database, act, direction === 'undo');
      return { result: { act: marked, skipped }, ...(await draft.save()) };
    });
  }

  async #write<T>(
    kinds: readonly RecordKind[],
    task: (database: Database, now: number) => Promise<Done<T>>,
    more: readonly string[] = [],
  ): Promise<StoreResult<T>> {
    if (this.readOnly) return fail('storage-newer');
    const scope = [...new Set<string>([...kinds, 'journal', 'meta', ...more])];
    this.#writes++;
    const written = await this.#connection
      .run((database) => database.dexie.transaction('rw', scope, () => task(database, this.#now())))
      .finally(() => this.#writes--);
    if (!written.ok) return written;
    const { result, state, written: records = [] } = written.value;
    for (const live of this.#live) live.take(records);
    if (state) for (const listener of this.#savedListeners) listener(state);
    return ok(result);
  }
}

export { isDeleted } from './deletion';

/** The values of a record by field; empty and absent fields are both left out. */
export function view(record: StoredRecord): Readonly<Record<string, Json>> {
  const filled = Object.entries(record.fields).filter(([, register]) => register.value !== null);
  return Object.fromEntries(filled.map(([field, register]) => [field, register.value]));
}

async function latestMerges(database: Database, limit: number): Promise<readonly MergeRow[]> {
  return hasTable(database, 'merges') ? database.merges.orderBy('seq').reverse().limit(limit).toArray() : [];
}

function wayBack({ mergeUndo }: Database, { seq }: MergeRow): Promise<MergeUndoRow[]> {
  return mergeUndo.where('merge').equals(seq).toArray();
}

function acceptChange(change: Change): Change {
  const { kind, id, field } = change;
  if (!recordKinds.includes(kind)) throw new RangeError(`there is no such kind of record: ${String(kind)}`);
  if (typeof id !== 'string' || id === '') throw new RangeError(`a record requires an id: ${kind}/${String(id)}`);
  if (typeof field !== 'string' || field === '' || !isSafeKey(field)) {
    throw new RangeError(`a field requires a name that is no prototype's: ${kind}/${id}/${String(field)}`);
  }
  return { kind, id, field, value: toStoredJson(change.value, `${kind}/${id}/${field}`) };
}

async function readNextUndo(database: Database): Promise<NextUndo> {
  const [undo, redo] = await Promise.all([findReversible(database, 'undo'), findReversible(database, 'redo')]);
  return { undo: undo?.label ?? null, redo: redo?.label ?? null };
}

async function readAll(database: Database, kinds: readonly RecordKind[]): Promise<readonly StoredRecord[]> {
  const known = kinds.filter((kind) => hasTable(database, kind));
  return (await Promise.all(known.map((kind) => database.records(kind).toArray()))).flat();
}

/** A database of another build may lack a table; nothing is in it then. */
function hasTable({ dexie }: Database, name: RecordKind | 'merges'): boolean {
  return dexie.tables.some((table) => table.name === name);
}

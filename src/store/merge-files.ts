/**
 * Merging the workbench files of other copies into this one.
 *
 * The records that result depend only on what was merged, never on order or repetition. What is told about them
 * (conflicts, notices) depends on what this copy knew before.
 */

import { fail } from '../kernel/result';
import type { Phrase } from '../kernel/result';
import { bundleLimits, snapshotExportId } from './bundle/format';
import { pause } from './pause';
import { follow, followedSkewMs, parseStamp, tick, timeBounds, usableTimes } from './clock';
import { isSameJson } from './json';
import { mergeRecords, toNormalForm } from './merge';
import type {
  Editions,
  IncomingFile,
  MergeConflict,
  MergeLine,
  MergeNoticeCode,
  MergePlan,
  MergeUndoRow,
} from './merge-types';
import { manifestOf } from './datasets';
import { deviceKinds, recordKinds } from './schema';
import type { Database } from './schema';
import { erasingWriter } from './database';
import { erasedRowsPrefix, isDeleted, isErased } from './deletion';
import { erasedRowsOf, holdsErasure } from './erased-rows';
import type { Json, Peer, RecordKind, Register, Seen, Stamp, StoredRecord, StoreState } from './types';

export interface MergeHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
}

export interface MergeContext {
  readonly now: number;
  /** Codes that a record uses and nobody here knows; they are told, and the record is taken as it is. */
  readonly findUnknownCodes?: (records: readonly StoredRecord[]) => readonly string[];
}

/** Conflicts that a merge keeps in its account; more than a person looks at. */
export const keptConflicts = 2_000;

const recordsPerTurn = 500;

type Working = Map<string, { readonly before: StoredRecord | null; after: StoredRecord }>;

/** Works out what merging the files would do; nothing is written. An aborted signal throws its reason. */
export async function planMerge(
  database: Database,
  files: readonly IncomingFile[],
  context: MergeContext,
  { signal, onProgress }: MergeHooks = {},
): Promise<MergePlan> {
  const row = await database.meta.get('state');
  if (!row) throw new DOMException('the database has lost its state', 'InvalidStateError');
  const { state } = row;
  const peers = new Map((await database.peers.toArray()).map((peer) => [peer.replica, peer]));
  const identities = findClones(files, state, peers);
  const knowledge = gatherKnowledge(files, state, peers, identities.cloned);
  const working: Working = new Map();
  const present = await keysOf(database, files);
  const conflicts: MergeConflict[] = [];
  const lines: MergeLine[] = [];
  const sources = await sourcesOf(database);
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    const line = lineOf(file);
    if (hasImpossibleStamp(file, context.now)) {
      lines.push({ ...line, failure: fail('bundle-clock', { from: file.manifest.from.name }).failure });
      continue;
    }
    const found: MergeConflict[] = [];
    const counts = { added: 0, updated: 0, same: 0, erased: 0 };
    const records = file.records.filter(({ kind }) => isTaken(kind, file));
    for (let at = 0; at < records.length; at += recordsPerTurn) {
      signal?.throwIfAborted();
      const part = records.slice(at, at + recordsPerTurn);
      await readInto(working, database, part, present);
      for (const record of part) {
        const { taken, erases } = takeRecord(working, record, knowledge, found);
        counts[erases ? 'erased' : taken]++;
      }
      onProgress?.((index + (at + part.length) / records.length) / files.length);
      await pause();
    }
    const notices = [
      ...identities.noticesOf(file),
      ...clockNotices(file, records, context.now),
      ...contentNotices(file, records, sources),
      ...codeNotices(context.findUnknownCodes?.(records) ?? []),
      ...erasureNotices(counts.erased),
    ];
    const { added, updated, same } = counts;
    lines.push({ ...line, added, updated, same, conflicts: found.length, notices });
    conflicts.push(...found);
  }
  const changed = [...working.values()].filter(({ before, after }) => !before || !isSameRecord(before, after));
  const taken = files.filter((_, index) => lines[index].failure === null);
  onProgress?.(1);
  return {
    generation: state.generation,
    lines,
    conflicts: conflicts.sort(byUrgency).slice(0, keptConflicts),
    after: changed.map(({ after }) => after),
    before: changed.map(({ before }) => before),
    seen: seenAfter(taken, state),
    files: taken,
    cloned: identities.cloned,
  };
}

/** The state of the store after a merge: its clock follows what it saw, its identity changes if it is shared. */
export function stateAfterMerge(state: StoreState, plan: MergePlan, now: number, newReplica: () => string): StoreState {
  const counts = { ...state.counts };
  plan.after.forEach(({ kind }, i) => {
    if (!plan.before[i]) counts[kind] = (counts[kind] ?? 0) + 1;
  });
  const replica = plan.cloned.includes(state.replica) ? newReplica() : state.replica;
  const latest = latestFollowed(plan.after, now);
  const clock = latest === '' ? state.clock : follow(state.clock, now, replica, latest);
  return {
    ...state,
    replica,
    clock: tick(clock, now, replica).clock,
    counts,
    generation: state.generation + 1,
    savedAt: now,
    seen: plan.seen,
    cloned: [...new Set([...(state.cloned ?? []), ...plan.cloned])],
    minWriter: holdsErasure(plan.after) ? Math.max(state.minWriter, erasingWriter) : state.minWriter,
  };
}

/** What is known of the senders after a merge. */
export function peersAfterMerge(
  plan: MergePlan,
  known: ReadonlyMap<string, Peer>,
  state: StoreState,
  now: number,
): Peer[] {
  const peers = new Map<string, Peer>();
  for (const { manifest } of plan.files) {
    const { replica, name } = manifest.from;
    if (replica === state.replica || manifest.exportId === snapshotExportId) continue;
    const old = peers.get(replica) ?? known.get(replica);
    const newer = !old || manifest.createdAt >= old.sentAt;
    peers.set(replica, {
      replica,
      name: newer && name !== '' ? name : (old?.name ?? name),
      sentAt: Math.max(old?.sentAt ?? 0, manifest.createdAt),
      receivedAt: now,
      exports: [...new Set([manifest.exportId, ...(old?.exports ?? [])])].slice(0, bundleLimits.earlier),
      ancestors: [...new Set([...manifest.earlier, ...(old?.ancestors ?? [])])].slice(0, 2 * bundleLimits.earlier),
      seen: joinSeen(old?.seen ?? {}, claimsOf(manifest)),
    });
  }
  return [...peers.values()];
}

/**
 * A record as it was before a merge, with what was edited on this computer since: the way back takes nothing of it.
 *
 * @returns null if the record was not there and has not been edited since
 */
export function takeBack(
  before: StoredRecord | null,
  current: StoredRecord,
  isOwnSince: (stamp: Stamp) => boolean,
): StoredRecord | null {
  const since = Object.entries(current.fields).filter(([, register]) => isOwnSince(register.stamp));
  if (since.length === 0) return before;
  const edits: StoredRecord = { id: current.id, kind: current.kind, fields: Object.fromEntries(since) };
  if (!before) return edits;
  return { ...before, fields: { ...before.fields, ...edits.fields } };
}

/**
 * The records as they are stored, with the editions in place of the manifests; each a change of this copy, later than
 * everything that was merged.
 */
export function withEditions(
  records: readonly StoredRecord[],
  editions: Editions,
  { clock, replica }: Pick<StoreState, 'clock' | 'replica'>,
  now: number,
): { readonly after: readonly StoredRecord[]; readonly clock: Stamp | null } {
  let latest = clock;
  const after = records.map((record) => {
    const manifest = record.kind === 'dataset' ? editions.get(record.id) : undefined;
    if (!manifest) return record;
    const ticked = tick(latest, now, replica);
    latest = ticked.clock;
    const value = JSON.parse(JSON.stringify(manifest)) as Json;
    return { ...record, fields: { ...record.fields, manifest: { value, stamp: ticked.stamp } } };
  });
  return { after, clock: latest };
}

/** Records of this copy that the merge erases, or rows of which it erases. */
export function erasedBy({ before, after }: MergePlan): readonly StoredRecord[] {
  return after.filter((record, i) => {
    const known = before[i];
    return known !== null && isErasedFurther(known, record);
  });
}

function isErasedFurther(before: StoredRecord, after: StoredRecord): boolean {
  if (isErased(before)) return false;
  return isErased(after) || erasedRowsOf(after).length > erasedRowsOf(before).length;
}

/** How the way back remembers a record: without what the merge erased of it; null if no way leads back. */
export function wayBackOf(before: StoredRecord | null, after: StoredRecord): MergeUndoRow['records'][number] | null {
  const { kind, id } = after;
  if (before === null) return { kind, id, before };
  if (isErased(after) && !isErased(before)) return null;
  if (kind !== 'dataset') return { kind, id, before };
  // The blocks of the edition before are gone, or hold rows that were erased.
  const kept = Object.entries(after.fields).filter(
    ([field]) => field === 'manifest' || field.startsWith(erasedRowsPrefix),
  );
  return { kind, id, before: { ...before, fields: { ...before.fields, ...Object.fromEntries(kept) } } };
}

function isTaken(kind: string, { manifest }: IncomingFile): boolean {
  const known = (recordKinds as readonly string[]).includes(kind);
  return known && (manifest.scope.purpose === 'backup' || !(deviceKinds as readonly string[]).includes(kind));
}

function lineOf({ fileName, manifest, digest }: IncomingFile): MergeLine {
  return {
    fileName,
    from: manifest.from.name,
    replica: manifest.from.replica,
    createdAt: manifest.createdAt,
    digest,
    taxonomy: manifest.taxonomy,
    added: 0,
    updated: 0,
    same: 0,
    conflicts: 0,
    notices: [],
    failure: null,
  };
}

/** The ids of what is here, of the kinds that the files bring: most of what others send is new, and need not be read. */
async function keysOf(
  database: Database,
  files: readonly IncomingFile[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const kinds = new Set(
    files.flatMap(({ manifest, records }) => [...Object.keys(manifest.counts), ...records.map(({ kind }) => kind)]),
  );
  const present = new Map<string, ReadonlySet<string>>();
  for (const kind of recordKinds.filter((known) => kinds.has(known))) {
    present.set(kind, new Set(await database.records(kind).toCollection().primaryKeys()));
  }
  return present;
}

async function readInto(
  working: Working,
  database: Database,
  records: readonly StoredRecord[],
  present: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const idsByKind = new Map<RecordKind, string[]>();
  for (const { kind, id } of records) {
    if (!present.get(kind)?.has(id) || working.has(keyOf(kind, id))) continue;
    const ids = idsByKind.get(kind) ?? [];
    ids.push(id);
    idsByKind.set(kind, ids);
  }
  for (const [kind, ids] of idsByKind) {
    const found = await database.records(kind).bulkGet(ids);
    for (const stored of found) {
      if (stored) working.set(keyOf(kind, stored.id), { before: stored, after: stored });
    }
  }
}

function takeRecord(
  working: Working,
  incoming: StoredRecord,
  knowledge: Knowledge,
  conflicts: MergeConflict[],
): { readonly taken: 'added' | 'updated' | 'same'; readonly erases: boolean } {
  const key = keyOf(incoming.kind, incoming.id);
  const entry = working.get(key);
  if (!entry) {
    working.set(key, { before: null, after: toNormalForm(incoming) });
    return { taken: 'added', erases: false };
  }
  const current = entry.after;
  const merged = mergeRecords(current, incoming);
  if (isSameRecord(current, merged)) return { taken: 'same', erases: false };
  conflicts.push(...findConflicts(current, incoming, merged, knowledge));
  entry.after = merged;
  return { taken: 'updated', erases: isErasedFurther(current, merged) };
}

const nothingSeen: Seen = {};

/** What each replica had seen, by replica; nothing is known of one that two computers write under. */
type Knowledge = ReadonlyMap<string, Seen>;

function gatherKnowledge(
  files: readonly IncomingFile[],
  state: StoreState,
  peers: ReadonlyMap<string, Peer>,
  cloned: readonly string[],
): Knowledge {
  const knowledge = new Map<string, Seen>([[state.replica, state.seen ?? {}]]);
  for (const { replica, seen } of peers.values()) knowledge.set(replica, seen);
  for (const { manifest } of files) {
    const { replica } = manifest.from;
    if (replica !== state.replica) knowledge.set(replica, joinSeen(knowledge.get(replica) ?? {}, manifest.seen));
  }
  for (const replica of [...cloned, ...(state.cloned ?? [])]) knowledge.set(replica, nothingSeen);
  return knowledge;
}

function findConflicts(
  current: StoredRecord,
  incoming: StoredRecord,
  merged: StoredRecord,
  knowledge: Knowledge,
): MergeConflict[] {
  const conflicts: MergeConflict[] = [];
  const { kind, id } = merged;
  for (const [field, theirs] of Object.entries(incoming.fields)) {
    if (!Object.hasOwn(current.fields, field) || !Object.hasOwn(merged.fields, field)) continue;
    // Which rows are left out is no choice of a person's, and the blocks of the other edition are gone.
    if (kind === 'dataset' && field === 'manifest') continue;
    const ours = current.fields[field];
    if (isSameJson(ours.value, theirs.value)) continue;
    const kept = merged.fields[field];
    const other = isSameJson(kept.value, ours.value) ? theirs : ours;
    if (wasSeen(other, kept, knowledge) || isLoserOf(current, field, other)) continue;
    conflicts.push({ kind, id, field, kept, other });
  }
  const edit = editAgainstDeletion(current, incoming, merged, knowledge);
  if (edit) conflicts.push(edit);
  return conflicts;
}

/** One side deleted what the other went on editing, neither knowing of the other. */
function editAgainstDeletion(
  current: StoredRecord,
  incoming: StoredRecord,
  merged: StoredRecord,
  knowledge: Knowledge,
): MergeConflict | null {
  if (isErased(merged) || isDeleted(current) === isDeleted(incoming) || !Object.hasOwn(merged.fields, 'deleted'))
    return null;
  const deletion = merged.fields.deleted;
  if (deletion.value !== true) return null;
  const unseen = Object.entries(merged.fields).find(
    ([field, register]) => field !== 'deleted' && !wasSeen(register, deletion, knowledge),
  );
  if (!unseen) return null;
  const alive: Register = { value: false, stamp: unseen[1].stamp };
  const [kept, other] = isDeleted(merged) ? [deletion, alive] : [alive, deletion];
  return { kind: merged.kind, id: merged.id, field: 'deleted', kept, other };
}

/** Whether who wrote `winner` had seen `loser`: then it was replaced on purpose. */
function wasSeen(loser: Register, winner: Register, knowledge: Knowledge): boolean {
  const { replica } = parseStamp(loser.stamp);
  const author = parseStamp(winner.stamp).replica;
  const seen = knowledge.get(author);
  // What two computers write under one name, neither need have seen of the other.
  if (seen === nothingSeen) return false;
  if (replica === author) return true;
  return seen !== undefined && Object.hasOwn(seen, replica) && seen[replica] >= loser.stamp;
}

function isLoserOf({ lost }: StoredRecord, field: string, register: Register): boolean {
  return Boolean(
    lost && Object.hasOwn(lost, field) && lost[field].some(({ value }) => isSameJson(value, register.value)),
  );
}

/** Fields in which the later value is not simply the better one come first. */
const decidedByHand = ['status', 'verdict', 'deleted'];

function byUrgency(a: MergeConflict, b: MergeConflict): number {
  return Number(decidedByHand.includes(b.field)) - Number(decidedByHand.includes(a.field));
}

function isSameRecord(a: StoredRecord, b: StoredRecord): boolean {
  const names = Object.keys(a.fields);
  if (names.length !== Object.keys(b.fields).length) return false;
  const isSame = (x: Register, y: Register): boolean => x.stamp === y.stamp && isSameJson(x.value, y.value);
  if (!names.every((name) => Object.hasOwn(b.fields, name) && isSame(a.fields[name], b.fields[name]))) return false;
  const lostA = a.lost ?? {};
  const lostB = b.lost ?? {};
  const losers = Object.keys(lostA);
  return (
    losers.length === Object.keys(lostB).length &&
    losers.every(
      (name) =>
        Object.hasOwn(lostB, name) &&
        lostA[name].length === lostB[name].length &&
        lostA[name].every((register, i) => isSame(register, lostB[name][i])),
    )
  );
}

function hasImpossibleStamp({ records, manifest }: IncomingFile, now: number): boolean {
  const { first, last } = usableTimes(now);
  // Stamps are ordered as text, so their time need not be read.
  const isImpossible = (stamp: Stamp): boolean => stamp < first || stamp > last;
  return (
    (manifest.clock !== null && isImpossible(manifest.clock)) ||
    records.some(({ fields, lost }) => {
      for (const name in fields) if (isImpossible(fields[name].stamp)) return true;
      return (
        lost !== undefined && Object.values(lost).some((losers) => losers.some(({ stamp }) => isImpossible(stamp)))
      );
    })
  );
}

/** The greatest stamp of the records that this computer's clock follows; '' if there is none. */
function latestFollowed(records: readonly StoredRecord[], now: number): Stamp {
  const { last } = timeBounds(now + followedSkewMs);
  let latest = '';
  const meet = ({ stamp }: Register): void => {
    if (stamp > latest && stamp <= last) latest = stamp;
  };
  for (const { fields, lost } of records) {
    for (const name in fields) meet(fields[name]);
    if (lost) for (const losers of Object.values(lost)) losers.forEach(meet);
  }
  return latest;
}

/** A clock that is ahead wins fields that it should not; told with how far ahead it is and how many fields it wins. */
function clockNotices(
  { manifest }: IncomingFile,
  records: readonly StoredRecord[],
  now: number,
): Phrase<MergeNoticeCode>[] {
  let ahead = Math.max(0, manifest.createdAt - now);
  let fields = 0;
  const followed = timeBounds(now + followedSkewMs).last;
  for (const record of records) {
    for (const { stamp } of Object.values(record.fields)) {
      if (stamp <= followed) continue;
      const { ms, replica } = parseStamp(stamp);
      if (replica !== manifest.from.replica) continue;
      fields++;
      ahead = Math.max(ahead, ms - now);
    }
  }
  if (ahead <= followedSkewMs) return [];
  const hours = Math.round((ahead / 3_600_000) * 10) / 10;
  return [{ code: 'clock-ahead', params: { hours, fields } }];
}

function contentNotices(
  file: IncomingFile,
  records: readonly StoredRecord[],
  sources: Map<string, string>,
): Phrase<MergeNoticeCode>[] {
  const notices: Phrase<MergeNoticeCode>[] = [];
  const unknown = file.records.filter(({ kind }) => !(recordKinds as readonly string[]).includes(kind)).length;
  if (unknown > 0) notices.push({ code: 'kinds-unknown', params: { n: unknown } });
  for (const record of records) {
    const digest = record.kind === 'dataset' && !isDeleted(record) ? sourceDigest(record) : '';
    if (digest === '') continue;
    const known = sources.get(digest);
    if (known === undefined) sources.set(digest, record.id);
    else if (known !== record.id) notices.push({ code: 'same-source', params: { name: nameOf(record) } });
  }
  return notices;
}

function codeNotices(codes: readonly string[]): Phrase<MergeNoticeCode>[] {
  if (codes.length === 0) return [];
  return [{ code: 'codes-unknown', params: { n: codes.length, codes: { as: 'list', items: codes.slice(0, 8) } } }];
}

function erasureNotices(n: number): Phrase<MergeNoticeCode>[] {
  return n > 0 ? [{ code: 'erasures', params: { n } }] : [];
}

/** The datasets that are here, by the digest of the file they came from. */
async function sourcesOf(database: Database): Promise<Map<string, string>> {
  const datasets = await database.records('dataset').toArray();
  const known = datasets
    .filter((record) => !isDeleted(record))
    .map((record) => [sourceDigest(record), record.id] as const);
  return new Map(known.filter(([digest]) => digest !== ''));
}

function sourceDigest(record: StoredRecord): string {
  const source = manifestOf(record)?.source as { readonly fileDigest?: unknown } | undefined;
  return typeof source?.fileDigest === 'string' ? source.fileDigest : '';
}

function nameOf(record: StoredRecord): string {
  const value = Object.hasOwn(record.fields, 'name') ? record.fields.name.value : null;
  return typeof value === 'string' ? value : record.id;
}

interface Identities {
  readonly cloned: readonly string[];
  noticesOf(file: IncomingFile): Phrase<MergeNoticeCode>[];
}

/**
 * Two computers that write under one name, such as laptops that were set up from one image. Their files show it: each
 * names the files written before it, and of two files of one copy the later one names the earlier.
 */
function findClones(files: readonly IncomingFile[], state: StoreState, peers: ReadonlyMap<string, Peer>): Identities {
  const shared = new Set<string>(files.flatMap(({ manifest }) => manifest.cloned));
  const renewed = new Set<string>();
  for (const [index, { manifest }] of files.entries()) {
    if (manifest.exportId === snapshotExportId) continue;
    const { replica } = manifest.from;
    if (replica === state.replica) {
      if (!(state.exports ?? []).includes(manifest.exportId)) shared.add(replica);
      continue;
    }
    const others = files.slice(0, index).filter((one) => one.manifest.from.replica === replica);
    if (others.some((one) => !isOneCopy(one.manifest, manifest))) shared.add(replica);
    const known = peers.get(replica);
    if (known && !isOfCopy(manifest, known)) shared.add(replica);
  }
  if (shared.has(state.replica)) renewed.add(state.replica);
  return {
    cloned: [...shared],
    noticesOf({ manifest }) {
      const { replica, name } = manifest.from;
      if (renewed.has(replica)) return [{ code: 'identity-renewed', params: { name } }];
      return shared.has(replica) ? [{ code: 'identity-shared', params: { name } }] : [];
    },
  };
}

type Lineage = Pick<IncomingFile['manifest'], 'exportId' | 'earlier'>;

function isOneCopy(a: Lineage, b: Lineage): boolean {
  return a.exportId === b.exportId || a.earlier.includes(b.exportId) || b.earlier.includes(a.exportId);
}

/** Whether a file continues what is known of a copy, or is one of the files that led there. */
function isOfCopy({ exportId, earlier }: Lineage, { exports, ancestors }: Peer): boolean {
  if (exports.includes(exportId) || ancestors.includes(exportId)) return true;
  // A full list has forgotten the oldest; then nothing can be proved.
  return earlier.length >= bundleLimits.earlier || exports.every((id) => earlier.includes(id));
}

function joinSeen(a: Seen, b: Seen): Seen {
  const joined: Record<string, Stamp> = { ...a };
  for (const [replica, stamp] of Object.entries(b)) {
    if (!Object.hasOwn(joined, replica) || stamp > joined[replica]) joined[replica] = stamp;
  }
  return joined;
}

function claimsOf({ seen, from, clock }: IncomingFile['manifest']): Seen {
  return clock === null ? seen : joinSeen(seen, { [from.replica]: clock });
}

/** Only a file with everything in it lets this copy claim that it has seen everything. */
function seenAfter(files: readonly IncomingFile[], state: StoreState): Seen {
  return files
    .filter(({ manifest: { scope, withheld } }) => {
      const isWhole = scope.kinds === null && scope.since === null && !scope.screened;
      return isWhole && (withheld.damaged ?? []).length === 0;
    })
    .reduce<Seen>((seen, { manifest }) => joinSeen(seen, claimsOf(manifest)), state.seen ?? {});
}

function keyOf(kind: string, id: string): string {
  return `${kind}/${id}`;
}

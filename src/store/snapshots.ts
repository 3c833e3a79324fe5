/**
 * Snapshots in the browser's private file system, which outlived every damage to IndexedDB that was tried.
 *
 * Records are written whole each time; the blocks of a dataset never change, so each dataset is written once. Both
 * die with the browser's "clear site data": a file that the person keeps is the only safe copy.
 */

import { ok, type Result } from '../kernel/result';
import { blocksIdOf, type WritableBlockStore } from './blocks';
import { bundleFormat, bundleLimits, snapshotExportId, versionOf } from './bundle/format';
import type { BundleManifest } from './bundle/format';
import { writeBundle } from './bundle/write-bundle';
import { blocksIdOfRecord, manifestOf } from './datasets';
import { isDeleted } from './deletion';
import type { Store } from './store';
import type { DatasetManifest, StoredRecord, StoreState } from './types';

/** A place for files; names are plain. */
export interface Shelf {
  list(): Promise<readonly string[]>;
  /** `null` if there is no such file or it cannot be read. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface Snapshot {
  readonly name: string;
  readonly installId: string;
  /** By the clock on the wall, which may have been wrong: it is shown, and tells days apart, and orders nothing. */
  readonly at: number;
  /** Records that are not deleted. */
  readonly records: number;
  /** Counts the snapshots of this browser, across databases; 0 in the names that older builds gave. */
  readonly order: number;
}

const kept = { latest: 3, total: 10 } as const;
const dayMs = 86_400_000;
/** A copy of fewer records is next to nothing. */
const fewRecords = 4;

/** The folder of the browser's private file system; fails where there is none, such as on file:// in Chromium. */
export function privateShelf(root: () => Promise<FileSystemDirectoryHandle>): Shelf {
  const folder = async (): Promise<FileSystemDirectoryHandle> =>
    (await root()).getDirectoryHandle('snapshots', { create: true });
  return {
    async list() {
      const names: string[] = [];
      for await (const name of (await folder()).keys()) names.push(name);
      return names;
    },
    async read(name) {
      try {
        const file = await (await (await folder()).getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      } catch {
        return null;
      }
    },
    async write(name, bytes) {
      // The stream writes beside the file and takes its place only when it is closed: a crash leaves the old one.
      const stream = await (await (await folder()).getFileHandle(name, { create: true })).createWritable();
      await stream.write(bytes);
      await stream.close();
    },
    async remove(name) {
      await (await folder()).removeEntry(name);
    },
  };
}

/** The snapshots on the shelf, the one taken last first; what is no snapshot is left out. */
export async function listSnapshots(shelf: Shelf): Promise<readonly Snapshot[]> {
  const snapshots = (await shelf.list()).map(parseName).filter((snapshot) => snapshot !== null);
  return snapshots.sort((a, b) => b.order - a.order || b.at - a.at);
}

/**
 * Writes a snapshot of what is stored now. Where there is less than there was, the larger snapshot before is kept
 * beside the new ones: whether something was lost or removed on purpose is not for this to judge, and a ring that waits
 * for what does not come back would stop unseen. Only a database that has next to nothing does not begin after one
 * that had more. A renewal is written whatever it holds.
 *
 * @returns null if nothing was written
 */
export async function takeSnapshot(
  store: Store,
  blocks: WritableBlockStore,
  shelf: Shelf,
  now: number = Date.now(),
  isRenewal = false,
): Promise<Result<Snapshot | null>> {
  const everything = await store.readEverything();
  if (!everything.ok) return everything;
  const { state, records } = everything.value;
  const alive = records.filter((record) => !isDeleted(record));
  const ring = await listSnapshots(shelf);
  const isNothing = records.length === 0 || isEmptied(ring.at(0), state, alive.length);
  if (!isRenewal && isNothing) return ok(null);
  const names = new Set(await shelf.list());
  for (const record of alive) {
    const manifest = record.kind === 'dataset' ? manifestOf(record) : null;
    const id = manifest && blocksIdOf(record.id, manifest);
    if (!manifest || id === null || names.has(blocksName(id))) continue;
    const packed = await blocks.pack(id, manifest);
    // A dataset that is damaged is told at the start; the records are worth keeping all the same.
    if (packed.ok) await shelf.write(blocksName(id), packed.value);
  }
  const { bytes } = await writeBundle({ manifest: manifestFor(state, records, now), records, datasets: [] });
  const order = Math.max(0, ...ring.map((one) => one.order)) + 1;
  const snapshot = { installId: state.installId, at: now, records: alive.length, order };
  const name = toName(snapshot);
  await shelf.write(name, bytes);
  await prune(shelf, alive, order);
  return ok({ ...snapshot, name });
}

/**
 * Writes a new snapshot and removes all older ones: what was erased is not kept in them either.
 *
 * @returns how many older ones were removed
 */
export async function renewSnapshots(
  store: Store,
  blocks: WritableBlockStore,
  shelf: Shelf,
  now: number = Date.now(),
): Promise<Result<number>> {
  const before = await listSnapshots(shelf);
  const taken = await takeSnapshot(store, blocks, shelf, now, true);
  if (!taken.ok) return taken;
  const old = before.filter(({ name }) => name !== taken.value?.name);
  const names = new Set(await shelf.list());
  for (const { name } of old) if (names.has(name)) await shelf.remove(name);
  await removeUnused(shelf);
  return ok(old.length);
}

/**
 * Writes the blocks of a dataset again from the copy that the snapshots keep, each checked against its digest; also
 * those that are there and damaged.
 *
 * @returns false if there is no copy
 */
export async function repairBlocks(
  datasetId: string,
  manifest: DatasetManifest,
  blocks: WritableBlockStore,
  shelf: Shelf,
): Promise<Result<boolean>> {
  const id = blocksIdOf(datasetId, manifest);
  const packed = await readBlocksCopy(shelf, id);
  if (!packed) return ok(false);
  const written = await blocks.unpack(id, manifest, packed);
  return written.ok ? ok(true) : written;
}

/** The copy of a dataset's blocks; null if there is none or it cannot be read. */
export function readBlocksCopy(shelf: Shelf, blocksId: string): ReturnType<Shelf['read']> {
  return shelf.read(blocksName(blocksId));
}

/** Whether a database that lost everything has hardly begun again. */
function isEmptied(latest: Snapshot | undefined, { installId }: StoreState, records: number): boolean {
  if (!latest || latest.installId === installId) return false;
  return latest.records >= fewRecords && records < fewRecords;
}

/**
 * Keeps the latest three and, of those before, the last of each day, of each database, and before fewer than half as
 * many records; ten in all. Blocks are kept as long as a snapshot from the time of their dataset is.
 */
async function prune(shelf: Shelf, alive: readonly StoredRecord[], order: number): Promise<void> {
  const ring = await listSnapshots(shelf);
  const days = new Set<number>();
  let least = Infinity;
  const surplus = ring.filter(({ at, records, installId }, index) => {
    const day = Math.floor(at / dayMs);
    const isLarger = records >= fewRecords && least * 2 < records;
    const isLastOfDatabase = index > 0 && ring[index - 1].installId !== installId;
    const isMarked = !days.has(day) || isLarger || isLastOfDatabase;
    const isKept = index < kept.latest || (isMarked && index < kept.total);
    days.add(day);
    if (isKept) least = Math.min(least, records);
    return !isKept;
  });
  for (const { name } of surplus) await shelf.remove(name);
  const wanted = new Set(
    alive.filter(({ kind }) => kind === 'dataset').map((record) => blocksName(blocksIdOfRecord(record))),
  );
  await markUnused(shelf, wanted, order);
  await removeUnused(shelf);
}

/** Notes on the shelf which blocks no dataset refers to from this snapshot on. */
async function markUnused(shelf: Shelf, wanted: ReadonlySet<string>, order: number): Promise<void> {
  const names = await shelf.list();
  const marks = new Map(names.map(parseMark).flatMap((mark) => (mark ? [[mark.blocks, mark.name]] : [])));
  for (const name of names.filter((one) => one.startsWith('blocks-'))) {
    const mark = marks.get(name);
    if (mark !== undefined && wanted.has(name)) await shelf.remove(mark);
    if (mark === undefined && !wanted.has(name)) await shelf.write(toMark(order, name), new Uint8Array());
  }
}

/** Removes blocks of which every snapshot that may refer to them is gone. */
async function removeUnused(shelf: Shelf): Promise<void> {
  const names = await shelf.list();
  const oldest = (await listSnapshots(shelf)).at(-1)?.order ?? Infinity;
  for (const { name, blocks, order } of names.map(parseMark).filter((mark) => mark !== null)) {
    if (oldest < order) continue;
    if (names.includes(blocks)) await shelf.remove(blocks);
    await shelf.remove(name);
  }
}

function manifestFor(
  state: StoreState,
  records: readonly StoredRecord[],
  createdAt: number,
): Omit<BundleManifest, 'parts' | 'counts'> {
  return {
    format: bundleFormat,
    version: versionOf(records),
    app: { version: '', build: '' },
    createdAt,
    exportId: snapshotExportId,
    earlier: (state.exports ?? []).slice(0, bundleLimits.earlier),
    from: { replica: state.replica, installId: state.installId, name: state.deviceName ?? '' },
    clock: state.clock,
    seen: state.seen ?? {},
    cloned: state.cloned ?? [],
    scope: { purpose: 'backup', kinds: null, since: null, rows: false, screened: false },
    withheld: { fields: 0, datasets: 0 },
    taxonomy: '',
    generation: state.generation,
  };
}

function blocksName(datasetId: string): string {
  return `blocks-${datasetId}`;
}

/** Older builds read the order as a part of the id, which they make no use of. */
function toName({ at, records, installId, order }: Omit<Snapshot, 'name'>): string {
  return `records-${at}-${records}-${installId}${order}.dmaic`;
}

/** `.crswap` files are what browsers leave of a write that never ended. */
function parseName(name: string): Snapshot | null {
  // An id has 22 characters.
  const match = /^records-(\d+)-(\d+)-([0-9A-Za-z]{22})(\d*)\.dmaic$/.exec(name);
  if (!match) return null;
  const [, at, records, installId, order] = match;
  return { name, at: Number(at), records: Number(records), installId, order: Number(order) };
}

/** An empty file that says since which snapshot blocks are not used. */
function toMark(order: number, blocks: string): string {
  return `unused-${order}-${blocks}`;
}

function parseMark(name: string): { readonly name: string; readonly order: number; readonly blocks: string } | null {
  const match = /^unused-(\d+)-(blocks-.+)$/.exec(name);
  return match && { name, order: Number(match[1]), blocks: match[2] };
}

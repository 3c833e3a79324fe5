/**
 * Snapshots in the browser's private file system, which outlived every damage to IndexedDB that was tried.
 *
 * Records are written whole each time; the blocks of a dataset never change, so each dataset is written once. Both
 * die with the browser's "clear site data": a file that the person keeps is the only safe copy.
 */

import { ok, type Result } from '../kernel/result';
import { blocksIdOf, type WritableBlockStore } from './blocks';
import { blocksPath, bundleFormat, bundleLimits, snapshotExportId, versionOf } from './bundle/format';
import type { BundleManifest } from './bundle/format';
import { readBundle, type OpenedBundle } from './bundle/read-bundle';
import { takeBlocks } from './bundle/take-blocks';
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
  readonly at: number;
  /** Records that are not deleted. */
  readonly records: number;
}

const kept = { latest: 3, total: 10 } as const;
const dayMs = 86_400_000;
/** A copy of so many records is not pushed out by one of less than half. */
const guardedRecords = 4;

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

/** The snapshots on the shelf, the latest first; what is no snapshot is left out. */
export async function listSnapshots(shelf: Shelf): Promise<readonly Snapshot[]> {
  const snapshots = (await shelf.list()).map(parseName).filter((snapshot) => snapshot !== null);
  return snapshots.sort((a, b) => b.at - a.at);
}

/**
 * Writes a snapshot of what is stored now, unless it would hold less than half of what the latest one holds: then
 * something was lost, and the old one is the copy that counts. A renewal is written whatever it holds.
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
  if (!isRenewal && (alive.length === 0 || isLossOf(ring[0], alive.length))) return ok(null);
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
  const snapshot = { installId: state.installId, at: now, records: alive.length };
  const name = toName(snapshot);
  await shelf.write(name, bytes);
  await prune(shelf, alive);
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
  return ok(old.length);
}

/**
 * Brings back what the latest readable snapshot holds and the store does not. What is stored and newer stays.
 *
 * @returns the snapshot; null if none could be read
 */
export async function restoreSnapshot(
  store: Store,
  blocks: WritableBlockStore,
  shelf: Shelf,
): Promise<Result<Snapshot | null>> {
  for (const snapshot of await listSnapshots(shelf)) {
    const bytes = await shelf.read(snapshot.name);
    const opened = bytes ? await readBundle(bytes) : null;
    if (!opened?.ok) continue;
    const restored = await restore(store, blocks, shelf, opened.value);
    return restored.ok ? ok(snapshot) : restored;
  }
  return ok(null);
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
  const packed = await shelf.read(blocksName(id));
  if (!packed) return ok(false);
  const written = await blocks.unpack(id, manifest, packed);
  return written.ok ? ok(true) : written;
}

async function restore(
  store: Store,
  blocks: WritableBlockStore,
  shelf: Shelf,
  bundle: OpenedBundle,
): Promise<Result<null>> {
  const names = new Set(await shelf.list());
  const isThere = (record: StoredRecord): boolean =>
    record.kind !== 'dataset' || names.has(blocksName(blocksIdOfRecord(record)));
  const records = bundle.records.filter((record) => isDeleted(record) || isThere(record));
  const datasets = records.filter(({ kind }) => kind === 'dataset').map(blocksIdOfRecord);
  const source: Parameters<typeof takeBlocks>[0] = {
    manifest: bundle.manifest,
    parts: new Set(datasets.map(blocksPath)),
    async readPart(path) {
      const found = datasets.find((id) => blocksPath(id) === path);
      return ok((found !== undefined && (await shelf.read(blocksName(found)))) || new Uint8Array());
    },
  };
  const taken = await takeBlocks(source, records, blocks);
  if (!taken.ok) return taken;
  const file = { fileName: '', manifest: bundle.manifest, digest: bundle.digest, records };
  const plan = await store.planMerge([file]);
  if (!plan.ok) return plan;
  const merged = await store.applyMerge(plan.value);
  return merged.ok ? ok(null) : merged;
}

function isLossOf(latest: Snapshot | undefined, records: number): boolean {
  return latest !== undefined && latest.records >= guardedRecords && records * 2 < latest.records;
}

/** Keeps the latest three and one of each day before, ten in all, and the blocks of datasets that are still there. */
async function prune(shelf: Shelf, alive: readonly StoredRecord[]): Promise<void> {
  const ring = await listSnapshots(shelf);
  const days = new Set<number>();
  const surplus = ring.filter(({ at }, index) => {
    const day = Math.floor(at / dayMs);
    const isFirstOfDay = !days.has(day);
    days.add(day);
    return index >= kept.latest && !(isFirstOfDay && index < kept.total);
  });
  for (const { name } of surplus) await shelf.remove(name);
  // Older snapshots may still name a deleted dataset; without its blocks they restore everything else.
  const wanted = new Set(
    alive.filter(({ kind }) => kind === 'dataset').map((record) => blocksName(blocksIdOfRecord(record))),
  );
  for (const name of await shelf.list()) {
    if (name.startsWith('blocks-') && !wanted.has(name)) await shelf.remove(name);
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
  };
}

function blocksName(datasetId: string): string {
  return `blocks-${datasetId}`;
}

function toName({ at, records, installId }: Omit<Snapshot, 'name'>): string {
  return `records-${at}-${records}-${installId}.dmaic`;
}

/** `.crswap` files are what browsers leave of a write that never ended. */
function parseName(name: string): Snapshot | null {
  const match = /^records-(\d+)-(\d+)-([0-9A-Za-z]+)\.dmaic$/.exec(name);
  return match && { name, at: Number(match[1]), records: Number(match[2]), installId: match[3] };
}

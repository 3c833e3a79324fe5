import { fail, ok, type Failure, type Result } from '../kernel/result';
import { blocksIdOf, type WritableBlockStore } from './blocks';
import { readBundle, readBundleManifest, type OpenedBundle } from './bundle/read-bundle';
import { datasetName, manifestOf } from './datasets';
import { isDeleted } from './deletion';
import type { MergePlan } from './merge-types';
import { listSnapshots, readBlocksCopy, type Shelf, type Snapshot } from './snapshots';
import type { Store } from './store';

/** What was brought back. */
export interface Restored {
  /** Where the records are from. */
  readonly snapshot: Snapshot;
  /** How many later ones could not be used: what was done between them and this one is not back. */
  readonly passedOver: number;
  /** Names of the datasets whose rows are not back. They are listed as before, so that a file can bring the rows. */
  readonly withoutRows: readonly string[];
}

/** The snapshot that a restore would begin with, and how many acts its database had seen by then. */
export interface RestorePoint extends Snapshot {
  /** `null` if the snapshot does not say, as those of older builds do not. */
  readonly generation: number | null;
}

/** The latest snapshot that can be read; the latest of all, silent about its acts, where none can; `null` without any. */
export async function findRestorePoint(shelf: Shelf): Promise<RestorePoint | null> {
  const ring = await listSnapshots(shelf).catch(() => []);
  for (const snapshot of ring) {
    const bytes = await shelf.read(snapshot.name);
    const manifest = bytes && (await readBundleManifest(bytes));
    if (manifest?.ok) return { ...snapshot, generation: manifest.value.generation ?? null };
  }
  return ring.length > 0 ? { ...ring[0], generation: null } : null;
}

/**
 * Brings back what the latest usable snapshot holds and the store does not. What is stored and newer stays.
 *
 * Rows that one copy of the blocks does not give are not looked for in older snapshots: all share the copy, and an
 * older edition would hold rows that were erased.
 *
 * Fails  restore-unreadable, restore-clock, bundle-newer: nothing was brought back, because no snapshot can be read, or
 *        all that can bear impossible times, or are of a newer build; what the store fails with
 */
export async function restoreSnapshot(
  store: Store,
  blocks: WritableBlockStore,
  shelf: Shelf,
): Promise<Result<Restored>> {
  const ring = await listSnapshots(shelf).catch(() => []);
  let reason: Failure | null = null;
  for (const [passedOver, snapshot] of ring.entries()) {
    const bytes = await shelf.read(snapshot.name);
    const opened = bytes && (await readBundle(bytes));
    if (!opened?.ok) {
      if (opened?.failure.code === 'bundle-newer') reason ??= opened.failure;
      continue;
    }
    const plan = await planRestore(store, opened.value);
    if (!plan.ok) return plan;
    if (plan.value.lines[0].failure) {
      reason ??= fail('restore-clock').failure;
      continue;
    }
    const withoutRows = await restoreRows(store, blocks, shelf, plan.value);
    if (!withoutRows.ok) return withoutRows;
    const merged = await store.applyMerge(plan.value);
    return merged.ok ? ok({ snapshot, passedOver, withoutRows: withoutRows.value }) : merged;
  }
  return reason ? { ok: false, failure: reason } : fail('restore-unreadable', { n: ring.length });
}

function planRestore(store: Store, { manifest, digest, records }: OpenedBundle): Promise<Result<MergePlan>> {
  return store.planMerge([{ fileName: '', manifest, digest, records }]);
}

/** Writes the blocks that datasets will lack after the merge; returns the names of those that no copy gave whole. */
async function restoreRows(
  store: Store,
  blocks: WritableBlockStore,
  shelf: Shelf,
  { files, after }: MergePlan,
): Promise<Result<readonly string[]>> {
  const withoutRows: string[] = [];
  for (const { id } of files.flatMap(({ records }) => records.filter(({ kind }) => kind === 'dataset'))) {
    const stored = await store.get('dataset', id);
    if (!stored.ok) return stored;
    const record = after.find((one) => one.kind === 'dataset' && one.id === id) ?? stored.value;
    const manifest = record && !isDeleted(record) ? manifestOf(record) : null;
    if (!record || !manifest) continue;
    const blocksId = blocksIdOf(id, manifest);
    const missing = await blocks.findMissing(blocksId, manifest);
    if (!missing.ok) return missing;
    if (missing.value.length === 0) continue;
    const packed = await readBlocksCopy(shelf, blocksId);
    const written = packed ? await blocks.unpack(blocksId, manifest, packed) : null;
    if (written?.ok) continue;
    if (written && written.failure.code !== 'block-damaged') return written;
    withoutRows.push(datasetName(record));
  }
  return ok(withoutRows);
}

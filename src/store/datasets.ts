/**
 * The life of a dataset's blocks.
 *
 * Deleting a dataset is an act like any other: it can be undone, and the blocks stay. They are removed at a later
 * start, once no undo can bring the dataset back or a week has gone by; earlier only if the person asks for the room.
 */

import { fail, ok } from '../kernel/result';
import { blocksIdOf, type WritableBlockStore } from './blocks';
import { parseStamp } from './clock';
import { isDeleted } from './deletion';
import type { Store } from './store';
import type { DatasetManifest, StoredRecord, StoreResult } from './types';

/** How long the blocks of a deleted dataset are kept for an undo. */
export const keptDeletedMs = 7 * 86_400_000;

/** The manifest of a dataset record; `null` if its import never ended. */
export function manifestOf(record: StoredRecord): DatasetManifest | null {
  const value = Object.hasOwn(record.fields, 'manifest') ? record.fields.manifest.value : null;
  return typeof value === 'object' ? (value as unknown as DatasetManifest | null) : null;
}

/** What a person calls a dataset; its id where it has no name. */
export function datasetName({ id, fields }: StoredRecord): string {
  const name = Object.hasOwn(fields, 'name') ? fields.name.value : null;
  return typeof name === 'string' ? name : id;
}

/** The manifest of a dataset that is there. */
export async function readManifest(store: Store, datasetId: string): Promise<StoreResult<DatasetManifest>> {
  const record = await store.get('dataset', datasetId);
  if (!record.ok) return record;
  const manifest = record.value && manifestOf(record.value);
  return manifest ? ok(manifest) : fail('dataset-unknown');
}

export interface Tidied {
  /** Blocks without a dataset: what an import that was cut off left behind. */
  readonly orphans: readonly string[];
  /** Deleted datasets whose blocks are gone now. */
  readonly released: readonly string[];
}

/**
 * Removes blocks that nothing can need again. To be called once after the start.
 *
 * With `everythingDeleted` the blocks of all deleted datasets go, and with them the possibility to undo the deletion.
 */
export async function tidyStorage(
  store: Store,
  blocks: WritableBlockStore,
  options: {
    readonly now?: number;
    readonly everythingDeleted?: boolean;
    /** The caller holds the writer lock: what an import left behind is no longer being written. */
    readonly nobodyWrites?: boolean;
  } = {},
): Promise<StoreResult<Tidied>> {
  const { now = Date.now(), everythingDeleted = false, nobodyWrites = false } = options;
  const datasets = await store.all('dataset', { deleted: true });
  if (!datasets.ok) return datasets;
  const orphans = await blocks.collectOrphans(datasets.value.map(blocksIdOfRecord), { nobodyWrites });
  if (!orphans.ok) return orphans;
  const stored = await blocks.datasets();
  if (!stored.ok) return stored;
  const released: string[] = [];
  for (const record of datasets.value.filter((one) => isDeleted(one) && stored.value.includes(blocksIdOfRecord(one)))) {
    const due = everythingDeleted || (await isDue(store, record, now));
    if (!due) continue;
    const result = await releaseBlocks(store, blocks, record);
    if (!result.ok) return result;
    released.push(record.id);
  }
  return ok({ orphans: orphans.value, released });
}

async function isDue(store: Store, record: StoredRecord, now: number): Promise<boolean> {
  if (now - parseStamp(record.fields.deleted.stamp).ms >= keptDeletedMs) return true;
  const reversible = await store.isReversible('dataset', record.id, 'deleted');
  return reversible.ok && !reversible.value;
}

/** Removes the blocks of a deleted dataset. First the way back is closed, then the blocks go: killed in between, there is no undo to an empty dataset. */
export async function releaseBlocks(
  store: Store,
  blocks: WritableBlockStore,
  record: StoredRecord,
): Promise<StoreResult<void>> {
  const forgotten = await store.forgetUndo('dataset', record.id, 'deleted');
  return forgotten.ok ? blocks.remove(blocksIdOfRecord(record)) : forgotten;
}

/** Under which id the blocks of a dataset are kept, whether or not its import has ended. */
export function blocksIdOfRecord(record: StoredRecord): string {
  return blocksIdOf(record.id, manifestOf(record) ?? {});
}

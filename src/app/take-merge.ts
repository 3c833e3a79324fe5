/** Doing a planned merge: blocks first, then the rows that copies erased apart from each other, then the records. */

import { ok, type Failure, type Result } from '../kernel/result';
import { blocksIdOf } from '../store/blocks';
import type { OpenedBundle } from '../store/bundle/read-bundle';
import { takeBlocks } from '../store/bundle/take-blocks';
import { blocksIdOfRecord, manifestOf } from '../store/datasets';
import { isDeleted, isErased } from '../store/deletion';
import { rowsStillHeld } from '../store/erased-rows';
import { rowOfFirst } from '../table/first-row';
import type { MergeHooks } from '../store/merge-files';
import type { MergePlan, MergeRow } from '../store/merge-types';
import type { Change, DatasetManifest } from '../store/types';
import { renew, writeWithout, type ErasureTools } from './erase-customer';

/**
 * Does what was planned, all of it or nothing; to be called with the writer lock. A dataset of which two copies erased
 * different rows is written anew without any of them before anything refers to it. Where the merge erased something,
 * the blocks that held it go, and snapshots are made anew. `changes` are written with it. An aborted signal throws its
 * reason.
 *
 * Fails  bundle-damaged, bundle-content, merge-outdated, what the store fails with; then nothing was changed
 */
export async function takeMerge(
  tools: ErasureTools,
  plan: MergePlan,
  bundles: readonly OpenedBundle[],
  hooks: MergeHooks = {},
  changes: readonly Change[] = [],
): Promise<Result<MergeRow, Failure>> {
  const blocks = await tools.openBlocks();
  const written = new Set<string>();
  const before = new Set(plan.before.flatMap((one) => (one?.kind === 'dataset' ? [blocksIdOfRecord(one)] : [])));
  let isDone = false;
  try {
    const datasets = plan.after.filter(({ kind }) => kind === 'dataset');
    for (const bundle of bundles) {
      const brought = bundle.records.filter(({ kind }) => kind === 'dataset').map(blocksIdOfRecord);
      const own = datasets.filter((dataset) => brought.includes(blocksIdOfRecord(dataset)));
      const stored = await takeBlocks(bundle, own, blocks, hooks.signal);
      if (!stored.ok) return stored;
      for (const id of stored.value) written.add(id);
    }
    const editions = new Map<string, DatasetManifest>();
    const kept = new Set<string>();
    for (const record of datasets) {
      const rows = isDeleted(record) ? [] : rowsStillHeld(record);
      const manifest = manifestOf(record);
      if (rows.length === 0 || manifest === null) {
        if (!isErased(record)) kept.add(blocksIdOfRecord(record));
        continue;
      }
      const places = rows.flatMap((first) => rowOfFirst(first, manifest) ?? []);
      const next = await writeWithout(tools.bridge, record, places);
      if (!next.ok) return next;
      editions.set(record.id, next.value);
      const id = blocksIdOf(record.id, next.value);
      written.add(id);
      kept.add(id);
    }
    const merged = await tools.store.applyMerge(plan, hooks, { editions, changes });
    if (!merged.ok) return merged;
    isDone = true;
    // A kill here leaves them to the next start, which removes what belongs to nobody.
    for (const id of [...before, ...written]) if (!kept.has(id)) await blocks.remove(id);
    if (merged.value.erased !== undefined) await renew(tools, blocks);
    return ok(merged.value);
  } finally {
    if (!isDone) for (const id of written) if (!before.has(id)) await blocks.remove(id);
    blocks.close();
  }
}

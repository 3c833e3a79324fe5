import { openBlockStore } from './blocks';
import { databaseName, nativeVersion } from './database';
import { isDeleted } from './deletion';
import { openStore, type OpenStoreOptions } from './open-store';
import { listSnapshots, takeSnapshot, type Shelf, type Snapshot } from './snapshots';

/**
 * Takes a snapshot of what an older build left, before this build changes its tables; to be called before the store is
 * opened. An upgrade is done whole or not at all, but whether it was right is seen later.
 *
 * Whether the older data are whole has not been looked at yet, so they do not become the latest snapshot where the one
 * there is has more records, or everything up to the last act. Whatever fails does not keep the upgrade from being made.
 *
 * @returns null if there was nothing to upgrade, nothing to add to the snapshots, or no place for one
 */
export async function snapshotBeforeUpgrade(shelf: Shelf, options: OpenStoreOptions = {}): Promise<Snapshot | null> {
  const factory = options.indexedDB ?? (globalThis as { indexedDB?: IDBFactory }).indexedDB;
  try {
    const known = await factory?.databases();
    const version = known?.find(({ name }) => name === (options.name ?? databaseName))?.version ?? 0;
    if (version === 0 || version >= nativeVersion) return null;
    const opened = await openStore({ ...options, readOnly: true });
    if (!opened.ok) return null;
    const blocks = await openBlockStore(options);
    try {
      const everything = await opened.value.readEverything();
      const latest = (await listSnapshots(shelf)).at(0);
      if (!everything.ok) return null;
      const { state, records } = everything.value;
      const alive = records.filter((record) => !isDeleted(record)).length;
      if (latest && (latest.at >= state.savedAt || alive < latest.records)) return null;
      const taken = await takeSnapshot(opened.value, blocks, shelf);
      return taken.ok ? taken.value : null;
    } finally {
      blocks.close();
      opened.value.close();
    }
  } catch {
    // The disk is full, or there are no private files here: the data of the older build stay as they are until the end.
    return null;
  }
}

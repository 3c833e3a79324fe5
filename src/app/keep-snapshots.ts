import { openBlockStore } from '../store/blocks';
import type { Store } from '../store/open-store';
import { takeSnapshot, type Shelf } from '../store/snapshots';

/** A snapshot follows the last edit by so much, and the first unsaved one by no more than `latestMs`. */
const idleMs = 30_000;
const latestMs = 600_000;
const lockName = 'service-quality-workbench.snapshot';

/** Takes a snapshot after edits, in one tab at a time. Where the browser offers no private files, nothing happens. */
export function keepSnapshots(store: Store, shelf: Shelf): void {
  let idle: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const take = async (): Promise<void> => {
    clearTimeout(idle);
    clearTimeout(latest);
    latest = undefined;
    const blocks = await openBlockStore();
    try {
      await takeSnapshot(store, blocks, shelf);
    } catch {
      // The disk is full, or private files are refused: the reminder of a backup file stands in.
    } finally {
      blocks.close();
    }
  };
  const takeAlone = (): void => {
    const locks = (navigator as { locks?: LockManager }).locks;
    if (!locks) void take();
    else void locks.request(lockName, { ifAvailable: true }, (lock) => (lock ? take() : undefined));
  };
  store.onSaved(() => {
    clearTimeout(idle);
    idle = setTimeout(takeAlone, idleMs);
    latest ??= setTimeout(takeAlone, latestMs);
  });
  // What was saved shortly before the page was last closed.
  takeAlone();
}

import { openBlockStore } from '../store/blocks';
import type { Store } from '../store/open-store';
import { takeSnapshot, type Shelf } from '../store/snapshots';

/** A snapshot follows the last edit by so much, and the first unsaved one by no more than `latestMs`. */
const idleMs = 30_000;
const latestMs = 600_000;
const lockName = 'service-quality-workbench.snapshot';

/** What takes a snapshot, and keeps other tabs from doing so meanwhile. */
export interface SnapshotTools {
  readonly take: () => Promise<unknown>;
  readonly locks: Pick<LockManager, 'request'> | undefined;
}

/** Takes a snapshot after edits, in one tab at a time. Where the browser offers no private files, nothing happens. */
export function keepSnapshots(store: Pick<Store, 'onSaved'>, { take, locks }: SnapshotTools): void {
  let idle: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const stopTimers = (): void => {
    clearTimeout(idle);
    clearTimeout(latest);
    latest = undefined;
  };
  const follow = (): void => {
    clearTimeout(idle);
    idle = setTimeout(takeAlone, idleMs);
    latest ??= setTimeout(takeAlone, latestMs);
  };
  const takeAlone = (): void => {
    stopTimers();
    if (!locks) void take();
    // The other tab may have begun before the last edit of this one.
    else void locks.request(lockName, { ifAvailable: true }, (lock) => (lock ? take() : follow()));
  };
  store.onSaved(follow);
  // What was saved shortly before the page was last closed.
  takeAlone();
}

/** Writes the snapshots of a profile to its shelf. */
export function snapshotTools(store: Store, shelf: Shelf): SnapshotTools {
  return {
    locks: (navigator as { readonly locks?: LockManager }).locks,
    async take() {
      const blocks = await openBlockStore();
      try {
        await takeSnapshot(store, blocks, shelf);
      } catch {
        // The disk is full, or private files are refused: the reminder of a backup file stands in.
      } finally {
        blocks.close();
      }
    },
  };
}

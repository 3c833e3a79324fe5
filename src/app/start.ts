import { ok, type Failure, type Result } from '../kernel/result';
import { openBlockStore } from '../store/blocks';
import { boot, type BootReport } from '../store/boot';
import { tidyStorage } from '../store/datasets';
import { subtleCrypto } from '../store/passphrase';
import { currentCipher, useCipher } from '../store/vault/cipher';
import type { ProfileKeys } from '../store/vault/keys';
import { lockPlaces, type LockPlaces } from '../store/vault/lock-places';
import type { TextPlace } from '../store/vault/sealed-place';
import { lossWindow, type LossWindow } from '../store/loss-window';
import { pause } from '../store/pause';
import type { Restored, RestorePoint } from '../store/restore-snapshot';
import { snapshotBeforeUpgrade } from '../store/snapshot-before-upgrade';
import type { Shelf, Snapshot } from '../store/snapshots';
import { ifNobodyWrites } from '../store/writer-lock';
import type { ClosedReason, OutdatedReason, Store } from '../store/open-store';
import { createBridge } from '../worker/bridge';
import type { UnlockWorker } from '../worker/protocol';
import { toDataset } from './entries';
import { keepLastWords, localPlace, speakLastWords } from './last-words';
import { keepSnapshots, snapshotTools } from './keep-snapshots';
import { profileShelf } from './profile-shelf';
import type { Protection } from './protection.svelte';
import { Workbench } from './workbench.svelte';

/** What the person must be told before going on. */
export interface BootProblem {
  readonly state: 'wiped' | 'partial' | 'newer' | 'stuck' | 'locked' | 'waiting';
  readonly failure: Failure | null;
  readonly savedAt: number | null;
  /** Acts that were saved and are gone, where they can be counted: at least so many. */
  readonly acts: number;
  readonly counts: readonly { readonly kind: string; readonly n: number }[];
  readonly datasets: readonly { readonly name: string; readonly blocks: number }[];
  /** What was saved after this time is gone; `null` if nothing is, or nobody can tell. */
  readonly since: number | null;
  /** The latest snapshot in this browser, from which the rest can be brought back. */
  readonly snapshot: Snapshot | null;
  /** What that snapshot does not bring back; `null` if it brings back everything. */
  readonly window: LossWindow | null;
}

export interface StartHooks {
  /** The data changed under this page: another tab updated or deleted them, or the browser closed them. */
  readonly onInterrupted: (reason: OutdatedReason | ClosedReason) => void;
  /** Another tab holds the data; the start goes on by itself. */
  readonly onWaiting?: (problem: BootProblem) => void;
  readonly startWorker: () => Worker;
}

/** A profile that waits for its passphrase. */
export interface Locked {
  /** Fails  passphrase-wrong, crypto-unavailable */
  readonly unlock: (passphrase: string) => Promise<Result<Started>>;
}

/** What a page works on. */
export interface Opened {
  readonly workbench: Workbench;
  readonly protection: Protection;
  /** Where this page keeps what is neither a record nor may be read without the passphrase; null without one. */
  readonly sealed: TextPlace | null;
}

export interface Started {
  readonly locked: Locked | null;
  /** A passphrase should be set before anything is entered: other pages can read what is stored here. */
  readonly isExposed: boolean;
  readonly problem: BootProblem | null;
  /** Goes on to the workbench; null where nothing could be opened. */
  readonly proceed: (() => Promise<Opened>) | null;
  /** Brings back what the latest usable snapshot holds. */
  readonly restore: (() => Promise<Result<Restored>>) | null;
}

/** Whether all is back that the latest snapshot held: then there is nothing to tell. */
export function isWhole({ passedOver, withoutRows }: Restored): boolean {
  return passedOver === 0 && withoutRows.length === 0;
}

/** Opens what is stored, and says what is wrong with it before anything else happens. */
export async function start(hooks: StartHooks): Promise<Started> {
  const lock = await readLock(hooks);
  if (!lock) return open(hooks, null);
  const unlock = async (passphrase: string): Promise<Result<Started>> => {
    const { openProfileKeys } = await import('../store/vault/keys');
    const keys = await openProfileKeys(lock, passphrase);
    return keys.ok ? ok(await open(hooks, keys.value)) : keys;
  };
  return { locked: { unlock }, isExposed: false, problem: null, proceed: null, restore: null };
}

/** Reading stands still as long as another tab waits for its upgrade; this says so after a while. */
const patienceMs = 2_000;

/** The lock of the profile. Where the database cannot be read, opening it says why. */
async function readLock({ onWaiting }: StartHooks): Promise<Awaited<ReturnType<LockPlaces['read']>>> {
  const waiting = setTimeout(() => onWaiting?.(waitingProblem), patienceMs);
  try {
    return await lockPlaces().read();
  } catch {
    return null;
  } finally {
    clearTimeout(waiting);
  }
}

async function open(hooks: StartHooks, keys: ProfileKeys | null): Promise<Started> {
  useCipher(keys?.cipher ?? null);
  const { onInterrupted, onWaiting } = hooks;
  const shelf = profileShelf();
  const vault = keys?.rows ?? null;
  await snapshotBeforeUpgrade(shelf, { vault });
  const report = await boot({
    onOutdated: onInterrupted,
    onClosed: onInterrupted,
    ...(onWaiting && { onWaiting: () => onWaiting(waitingProblem) }),
    vault,
    seals: keys?.cipher.seals ?? true,
  });
  const { store } = report;
  const places = lockPlaces();
  // The database was lost and is new: it takes the lock of the snapshots over.
  const isMoved = keys && store && !store.readOnly && keys.lock.installId !== store.installId;
  const own = isMoved ? { ...keys, lock: { ...keys.lock, installId: store.installId } } : keys;
  if (isMoved && own) await places.write(own.lock);
  const canRestore = store !== null && (report.state === 'wiped' || report.state === 'partial');
  const snapshot = canRestore ? await restorePoint(shelf) : null;
  return {
    locked: null,
    isExposed: location.protocol === 'file:' && report.state === 'fresh' && !keys && subtleCrypto() !== undefined,
    problem: report.state === 'fresh' || report.state === 'ok' ? null : await describe(report, report.state, snapshot),
    restore: snapshot && store ? () => restore(store, shelf) : null,
    proceed:
      store === null
        ? null
        : async () => {
            await report.acknowledge();
            if (!store.readOnly) void tidy(store).then(() => keepSnapshots(store, snapshotTools(store, shelf)));
            const { Protection } = await import('./protection.svelte');
            const protection = new Protection({ store, shelf, places, keys: own });
            const workbench = await Workbench.open(store, createBridge(startUnlocked(hooks)));
            const place = await placeFor(keys);
            if (!store.readOnly && place) await followLeaving(workbench, place);
            // Opening took its time and putting the page together takes more: between the two the browser may answer.
            await pause();
            return { workbench, protection, sealed: keys ? place : null };
          },
  };
}

/** Where short texts are kept that must be written at once; sealed under a passphrase. Null where it is switched off. */
async function placeFor(keys: ProfileKeys | null): Promise<TextPlace | null> {
  try {
    const place = localPlace(globalThis.localStorage);
    return keys ? (await import('../store/vault/sealed-place')).sealedPlace(place, keys.rows) : place;
  } catch {
    // Then a transaction that a closed tab cuts off stays undone.
    return null;
  }
}

/** What was under way when the page was last left is done, and noted again when it is left the next time. */
async function followLeaving(workbench: Workbench, place: TextPlace): Promise<void> {
  await speakLastWords(workbench, place);
  keepLastWords(workbench, globalThis.window, place);
}

const waitingProblem: BootProblem = {
  state: 'waiting',
  failure: null,
  savedAt: null,
  acts: 0,
  counts: [],
  datasets: [],
  since: null,
  snapshot: null,
  window: null,
};

/** A worker that has the key of the blocks before its first job. */
function startUnlocked({ startWorker }: StartHooks): () => Worker {
  return () => {
    const worker = startWorker();
    const cipher = currentCipher();
    if (cipher) worker.postMessage({ type: 'unlock', cipher } satisfies UnlockWorker);
    return worker;
  };
}

/** Where the browser offers no private files, such as on file://, there are no snapshots. */
async function restorePoint(shelf: Shelf): Promise<RestorePoint | null> {
  const { findRestorePoint } = await import('../store/restore-snapshot');
  return findRestorePoint(shelf);
}

async function restore(store: Store, shelf: Shelf): Promise<Result<Restored>> {
  const { restoreSnapshot } = await import('../store/restore-snapshot');
  const blocks = await openBlockStore();
  const restored = await restoreSnapshot(store, blocks, shelf);
  blocks.close();
  return restored;
}

async function tidy(store: Store): Promise<void> {
  const blocks = await openBlockStore();
  const alone = await ifNobodyWrites(() => tidyStorage(store, blocks, { nobodyWrites: true }));
  if (!alone) await tidyStorage(store, blocks);
  blocks.close();
}

async function describe(
  report: BootReport,
  state: BootProblem['state'],
  snapshot: RestorePoint | null,
): Promise<BootProblem> {
  const { loss, store, failure } = report;
  const names = new Map<string, string>();
  if (store && loss && loss.datasets.length > 0) {
    const records = await store.all('dataset');
    for (const record of records.ok ? records.value : []) names.set(record.id, toDataset(record)?.name ?? record.id);
  }
  return {
    state,
    failure,
    snapshot,
    window: loss && snapshot && lossWindow(loss, snapshot),
    // Where all acts are there and records are gone, no time says which.
    since: loss?.acts ? (loss.here?.savedAt ?? null) : null,
    savedAt: loss?.savedAt ?? null,
    // Of an emptied database all acts are gone: the counts below say it better.
    acts: state === 'partial' ? (loss?.acts ?? 0) : 0,
    counts: Object.entries(loss?.counts ?? {}).map(([kind, n]) => ({ kind, n: n ?? 0 })),
    datasets: (loss?.datasets ?? []).map(({ datasetId, damages }) => ({
      name: names.get(datasetId) ?? datasetId,
      blocks: damages.length,
    })),
  };
}

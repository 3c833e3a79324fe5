import { newId } from '../kernel/ids';
import { fail, ok } from '../kernel/result';
import { Connection } from './connection';
import type { ConnectionHooks } from './connection';
import { databaseName, nativeVersion, probeDatabase, retryUnknownError, writerVersion } from './database';
import { createDatabase } from './schema';
import type { Database, DatabaseOptions } from './schema';
import { errorNames, storageFailure, UpgradeError } from './storage-failure';
import { Store } from './store';
import type { StoreResult, StoreState } from './types';
import type { RowVault } from './vault/rows';

export { isDeleted, Store, view } from './store';
export type { ClosedReason, OutdatedReason } from './connection';
export type { NextUndo } from './journal';

export interface OpenStoreOptions extends ConnectionHooks {
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
  readonly name?: string;
  /** The key of the records, if the profile has a passphrase. */
  readonly vault?: RowVault | null;
  /** Whether records are sealed when they are written; true unless said otherwise. */
  readonly seals?: boolean;
  readonly now?: () => number;
  /** Names this computer in stamps; a random one is made for a new database. */
  readonly replica?: string;
  /** Look only: the way into data that a newer build wrote, or that cannot be upgraded. */
  readonly readOnly?: boolean;
  /**
   * Another tab holds the database, or the computer is slow. Opening goes on by itself; without this callback it is
   * given up with `storage-blocked`.
   */
  readonly onWaiting?: () => void;
}

const patienceMs = 1500;

/** Opens the store, or says why it cannot be opened. Nothing is changed in a database that a newer build wrote. */
export async function openStore(options: OpenStoreOptions = {}): Promise<StoreResult<Store>> {
  const indexedDB = options.indexedDB ?? globalThis.indexedDB;
  if (!indexedDB) return fail('storage-unavailable');
  const database: DatabaseOptions = {
    name: options.name ?? databaseName,
    indexedDB,
    IDBKeyRange: options.IDBKeyRange ?? globalThis.IDBKeyRange,
    vault: options.vault ?? null,
    seals: options.seals ?? true,
  };
  const opening = open(database, options).then<StoreResult<Store>, StoreResult<Store>>(ok, storageFailure);
  const { onWaiting } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A tab that queues behind another's blocked upgrade gets no `blocked` event, so a timer of our own is needed.
  const impatience = new Promise<'waiting'>((resolve) => {
    timer = setTimeout(() => resolve('waiting'), patienceMs);
  });
  const first = await Promise.race([opening, impatience]);
  clearTimeout(timer);
  if (first !== 'waiting') return first;
  if (onWaiting) {
    onWaiting();
    return opening;
  }
  void opening.then((late) => late.ok && late.value.close());
  return fail('storage-blocked');
}

async function open(database: DatabaseOptions, options: OpenStoreOptions): Promise<Store> {
  const now = options.now ?? Date.now;
  const { readOnly = false } = options;
  let dataLoss = false;
  let installed = 0;
  const opening = retryUnknownError(async () => {
    const probe = await probeDatabase(database.indexedDB, database.name ?? databaseName);
    dataLoss ||= probe.dataLoss;
    installed = probe.version;
    const isNewer = installed > nativeVersion;
    if (isNewer && !readOnly) throw newer();
    return openDatabase(database, { ...options, isNewer });
  });
  const { opened, state } = await opening.catch((error: unknown) => {
    const isUpgrade = !readOnly && installed > 0 && installed < nativeVersion;
    if (!isUpgrade || errorNames(error).includes('VersionError')) throw error;
    // Whatever it was, a mistake of the program included: who owns the data must be told that they are untouched.
    throw new UpgradeError('the tables were not upgraded', { cause: error });
  });
  const installId = state?.installId ?? '';
  return new Store(new Connection(opened, installId, options), { installId, readOnly, dataLoss, now });
}

async function openDatabase(
  database: DatabaseOptions,
  options: OpenStoreOptions & { readonly isNewer: boolean },
): Promise<{ opened: Database; state: StoreState | null }> {
  const { isNewer, readOnly = false } = options;
  // Who only looks must not upgrade the tables of an older build either.
  const opened = createDatabase(database, isNewer || readOnly ? 'installed' : 'own');
  // Keeps Dexie from warning on the console; the timer tells the person.
  opened.dexie.on('blocked', () => false);
  // Until the connection listens for itself; Dexie's own handler would open the database again.
  opened.dexie.on('versionchange', () => {
    opened.dexie.close();
    return false;
  });
  await opened.dexie.open();
  try {
    // Another tab may have upgraded between the probe and now, and Dexie would say nothing.
    if (!readOnly && opened.dexie.backendDB().version > nativeVersion) throw newer();
    const state = readOnly ? await readState(opened) : await ensureState(opened, options.replica);
    if (!readOnly && state && state.minWriter > writerVersion) throw newer();
    return { opened, state };
  } catch (error) {
    opened.dexie.close();
    throw error;
  }
}

async function readState(database: Database): Promise<StoreState | null> {
  // A newer build may have put it elsewhere.
  if (!database.dexie.tables.some((table) => table.name === 'meta')) return null;
  return (await database.meta.get('state'))?.state ?? null;
}

function ensureState({ dexie, meta }: Database, replica: string | undefined): Promise<StoreState> {
  return dexie.transaction('rw', ['meta'], async () => {
    const row = await meta.get('state');
    if (row) return row.state;
    const state: StoreState = {
      installId: newId(),
      replica: replica ?? newId().slice(0, 10),
      clock: null,
      generation: 0,
      counts: {},
      savedAt: 0,
      acknowledged: [],
      minWriter: 1,
    };
    await meta.put({ key: 'state', state });
    return state;
  });
}

function newer(): DOMException {
  return new DOMException('a newer build wrote the database', 'VersionError');
}

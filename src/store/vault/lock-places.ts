/** Where the lock of a profile is kept: in the database, and a copy beside it for the day the database is lost. */

import { databaseName, settle, settleTransaction } from '../database';
import type { Lock } from './lock';

export interface LockPlaces {
  /** The lock that holds for what is stored now; null = nothing is locked. */
  read(): Promise<Lock | null>;
  /**
   * Puts the lock into the database, on the disk when this returns, and the copy beside it. Null takes both away. The
   * database must be there.
   */
  write(lock: Lock | null): Promise<void>;
}

export interface LockPlacesOptions {
  readonly indexedDB?: IDBFactory;
  readonly name?: string;
  /** The browser's private file system; on file:// Chromium has none. */
  readonly root?: () => Promise<FileSystemDirectoryHandle>;
}

const fileName = 'lock.json';

/** The places of a browser. */
export function lockPlaces(options: LockPlacesOptions = {}): LockPlaces {
  const root = options.root ?? (() => globalThis.navigator.storage.getDirectory());
  return {
    async read() {
      const stored = await readDatabase(options);
      if (stored.lock) return stored.lock;
      const copy = await readFile(root);
      // The copy of a database that is still there, without a lock: it was taken away, and the file was not.
      return copy && copy.installId !== stored.installId ? copy : null;
    },
    async write(lock) {
      await writeDatabase(options, lock);
      await writeFile(root, lock).catch(() => undefined);
    },
  };
}

interface Stored {
  readonly lock: Lock | null;
  readonly installId: string | null;
}

async function readDatabase(options: LockPlacesOptions): Promise<Stored> {
  const connection = await connect(options);
  if (!connection) return { lock: null, installId: null };
  try {
    if (!connection.objectStoreNames.contains('meta')) return { lock: null, installId: null };
    const meta = connection.transaction('meta', 'readonly').objectStore('meta');
    const [lock, state] = await Promise.all([
      settle(meta.get('lock') as IDBRequest<{ readonly lock?: unknown } | undefined>),
      settle(meta.get('state') as IDBRequest<{ readonly state?: { readonly installId?: unknown } } | undefined>),
    ]);
    const installId = state?.state?.installId;
    return { lock: await parse(lock?.lock), installId: typeof installId === 'string' ? installId : null };
  } finally {
    connection.close();
  }
}

async function writeDatabase(options: LockPlacesOptions, lock: Lock | null): Promise<void> {
  const connection = await connect(options);
  if (!connection) throw new DOMException('there is no database', 'InvalidStateError');
  try {
    const transaction = connection.transaction('meta', 'readwrite', { durability: 'strict' });
    const meta = transaction.objectStore('meta');
    if (lock) meta.put({ key: 'lock', lock });
    else meta.delete('lock');
    await settleTransaction(transaction);
  } finally {
    connection.close();
  }
}

/** Opens the database as it is; null if there is none, and none is made. */
async function connect({ indexedDB, name = databaseName }: LockPlacesOptions): Promise<IDBDatabase | null> {
  const factory = indexedDB ?? (globalThis as { indexedDB?: IDBFactory }).indexedDB;
  if (!factory) return null;
  let absent = false;
  const request = factory.open(name);
  request.onupgradeneeded = () => {
    absent = true;
    request.transaction?.abort();
  };
  try {
    return await settle(request);
  } catch (error) {
    if (absent) return null;
    throw error;
  }
}

/** The check of a lock is fetched only where there is one. */
async function parse(value: unknown): Promise<Lock | null> {
  return value === undefined ? null : (await import('./lock')).parseLock(value);
}

async function readFile(root: () => Promise<FileSystemDirectoryHandle>): Promise<Lock | null> {
  try {
    const handle = await (await root()).getFileHandle(fileName);
    return await parse(JSON.parse(await (await handle.getFile()).text()));
  } catch {
    return null;
  }
}

async function writeFile(root: () => Promise<FileSystemDirectoryHandle>, lock: Lock | null): Promise<void> {
  if (!lock) return (await root()).removeEntry(fileName);
  const stream = await (await (await root()).getFileHandle(fileName, { create: true })).createWritable();
  await stream.write(JSON.stringify(lock));
  await stream.close();
}

/** The block table of the database, opened without Dexie. */

import { databaseName, nativeVersion, retryUnknownError, settle, settleTransaction } from './database';

export interface BlockConnectionOptions {
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
  readonly name?: string;
  readonly now?: () => number;
  /** Reads from the database of a newer build; nothing is written. */
  readonly readOnly?: boolean;
}

export interface BlockRow {
  readonly dataset: string;
  readonly column: string;
  readonly chunk: number;
  readonly bytes: ArrayBuffer;
}

export type BlockKey = readonly [dataset: string, column: string, chunk: number];

export interface BlockConnection {
  put(dataset: string, rows: readonly BlockRow[]): Promise<void>;
  get(dataset: string, column: string): Promise<readonly BlockRow[]>;
  /** `null` if there is no such block. */
  getOne(dataset: string, column: string, chunk: number): Promise<BlockRow | null>;
  keys(dataset: string): Promise<readonly BlockKey[]>;
  /** The datasets that have blocks. */
  datasets(): Promise<readonly string[]>;
  remove(dataset: string): Promise<void>;
  removeOrphans(known: ReadonlySet<string>, nobodyWrites: boolean): Promise<readonly string[]>;
  close(): void;
}

/** An import that has not written for so long is over, one way or the other. */
const importIdleMs = 10 * 60_000;

interface WritingMark {
  readonly dataset: string;
  /** Time of the last chunk. */
  readonly at: number;
}

/** A connection that opens itself when needed. */
export function createBlockConnection(options: BlockConnectionOptions): BlockConnection {
  const keyRange = options.IDBKeyRange ?? globalThis.IDBKeyRange;
  const now = options.now ?? Date.now;
  let opened: Promise<IDBDatabase> | null = null;

  const database = (): Promise<IDBDatabase> => {
    opened ??= openExisting(options, () => (opened = null)).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    const connection = await database();
    const stores = options.readOnly ? ['blocks'] : ['blocks', 'writing'];
    return connection.transaction(stores, options.readOnly ? 'readonly' : mode, { durability: 'relaxed' });
  };
  const ofDataset = (dataset: string): IDBKeyRange => keyRange.bound([dataset], [dataset, []]);

  const remove = async (dataset: string): Promise<void> => {
    const transaction = await begin('readwrite');
    transaction.objectStore('blocks').delete(ofDataset(dataset));
    transaction.objectStore('writing').delete(dataset);
    await settleTransaction(transaction);
  };

  const datasets = async (): Promise<readonly string[]> => datasetsOf((await begin('readonly')).objectStore('blocks'));

  return {
    datasets,
    remove,
    async put(dataset, rows) {
      const transaction = await begin('readwrite');
      const done = settleTransaction(transaction);
      const blocks = transaction.objectStore('blocks');
      for (const row of rows) blocks.put(row);
      transaction.objectStore('writing').put({ dataset, at: now() } satisfies WritingMark);
      await done;
    },
    async get(dataset, column) {
      const transaction = await begin('readonly');
      const range = keyRange.bound([dataset, column], [dataset, column, []]);
      return settle(transaction.objectStore('blocks').getAll(range) as IDBRequest<BlockRow[]>);
    },
    async getOne(dataset, column, chunk) {
      const transaction = await begin('readonly');
      const request = transaction.objectStore('blocks').get([dataset, column, chunk]);
      return (await settle(request as IDBRequest<BlockRow | undefined>)) ?? null;
    },
    async keys(dataset) {
      const transaction = await begin('readonly');
      const keys = await settle(transaction.objectStore('blocks').getAllKeys(ofDataset(dataset)));
      return keys as unknown as BlockKey[];
    },
    async removeOrphans(known, nobodyWrites) {
      const stored = await datasets();
      // The marks last: a dataset that begins in between is then seen as busy or not at all.
      const transaction = await begin('readonly');
      const marks = await settle(transaction.objectStore('writing').getAll() as IDBRequest<WritingMark[]>);
      const isBusy = ({ at }: WritingMark): boolean => !nobodyWrites && now() - at < importIdleMs;
      const busy = new Set(marks.filter(isBusy).map(({ dataset }) => dataset));
      const orphans = stored.filter((dataset) => !known.has(dataset) && !busy.has(dataset));
      for (const dataset of orphans) await remove(dataset);
      return orphans;
    },
    close() {
      void opened?.then(
        (connection) => connection.close(),
        () => undefined,
      );
      opened = null;
    },
  };
}

/** Opens the database at the version it has; one that is absent or newer is left as it is. */
async function openExisting(options: BlockConnectionOptions, onClosed: () => void): Promise<IDBDatabase> {
  const factory = options.indexedDB ?? globalThis.indexedDB;
  if (!factory) throw new DOMException('no IndexedDB', 'SecurityError');
  const connection = await retryUnknownError(() => {
    const request = factory.open(options.name ?? databaseName);
    request.onupgradeneeded = () => request.transaction?.abort();
    return settle(request);
  });
  if (connection.version > nativeVersion && !options.readOnly) {
    connection.close();
    throw new DOMException('the database is newer', 'VersionError');
  }
  connection.onversionchange = () => {
    onClosed();
    connection.close();
  };
  connection.onclose = onClosed;
  return connection;
}

/** The dataset of every block, by jumping from one dataset's first key to the next. */
function datasetsOf(blocks: IDBObjectStore): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const found: string[] = [];
    const request = blocks.openKeyCursor();
    request.onerror = () => reject(request.error ?? new DOMException('cursor failed', 'UnknownError'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(found);
      const [dataset] = cursor.key as unknown as BlockKey;
      found.push(dataset);
      cursor.continue([dataset, []]);
    };
  });
}

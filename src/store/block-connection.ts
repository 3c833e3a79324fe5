/** The block table of the database, opened without Dexie. */

import { currentCipher, openBytes, sealBytes, type Cipher } from './vault/cipher';
import { databaseName, nativeVersion, retryUnknownError, settle, settleTransaction } from './database';

export interface BlockConnectionOptions {
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
  readonly name?: string;
  readonly now?: () => number;
  /** Reads from the database of a newer build; nothing is written. */
  readonly readOnly?: boolean;
  /** The key of the blocks; that of this page or worker unless given. */
  readonly cipher?: Cipher;
}

export interface BlockRow {
  readonly dataset: string;
  readonly column: string;
  readonly chunk: number;
  readonly bytes: ArrayBuffer;
  /** The bytes are sealed; rows are handed out and taken in without this mark. */
  readonly sealed?: true;
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
  const cipher = (): Cipher | null => options.cipher ?? currentCipher();
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
      const sealed = await sealRows(rows, cipher());
      const transaction = await begin('readwrite');
      const done = settleTransaction(transaction);
      const blocks = transaction.objectStore('blocks');
      for (const row of sealed) blocks.put(row);
      transaction.objectStore('writing').put({ dataset, at: now() } satisfies WritingMark);
      await done;
    },
    async get(dataset, column) {
      const transaction = await begin('readonly');
      const range = keyRange.bound([dataset, column], [dataset, column, []]);
      const rows = await settle(transaction.objectStore('blocks').getAll(range) as IDBRequest<BlockRow[]>);
      return openRows(rows, cipher());
    },
    async getOne(dataset, column, chunk) {
      const transaction = await begin('readonly');
      const request = transaction.objectStore('blocks').get([dataset, column, chunk]);
      const row = await settle(request as IDBRequest<BlockRow | undefined>);
      const [opened] = await openRows(row ? [row] : [], cipher());
      return opened ?? null;
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

/** A file with flipped bits may come back as any value at all; buffers of another window or frame are buffers. */
function isBlock(row: unknown): row is BlockRow {
  const { bytes } = (row as Partial<BlockRow> | null | undefined) ?? {};
  return Object.prototype.toString.call(bytes) === '[object ArrayBuffer]';
}

function placeOf({ dataset, column, chunk }: BlockRow): string {
  return JSON.stringify(['block', dataset, column, chunk]);
}

/** Before the transaction begins: one ends while it waits for the browser's cryptography. */
function sealRows(rows: readonly BlockRow[], cipher: Cipher | null): Promise<readonly BlockRow[]> {
  if (!cipher?.seals) return Promise.resolve(rows);
  return Promise.all(
    rows.map(async (row): Promise<BlockRow> => {
      const { buffer } = await sealBytes(cipher, placeOf(row), new Uint8Array(row.bytes));
      return { ...row, bytes: buffer, sealed: true };
    }),
  );
}

/** A block that does not open is handed out empty, which no digest matches: it is told as damaged. */
function openRows(rows: readonly BlockRow[], cipher: Cipher | null): Promise<readonly BlockRow[]> {
  return Promise.all(
    // A scar on the disk may leave a row of which nothing can be read: it is as good as missing.
    rows.filter(isBlock).map(async ({ sealed, ...row }): Promise<BlockRow> => {
      if (!sealed) return row;
      if (!cipher) throw new DOMException('the profile is locked', 'InvalidAccessError');
      const plain = await openBytes(cipher, placeOf(row), new Uint8Array(row.bytes));
      return { ...row, bytes: plain?.buffer ?? new ArrayBuffer(0) };
    }),
  );
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

/**
 * The database as the browser knows it, without Dexie: what the worker and the check before opening need.
 */

export const databaseName = 'service-quality-workbench';
/**
 * Raised with every change of the tables; Dexie stores ten times this number.
 *
 * | version | what it brought                                                     |
 * |---------|---------------------------------------------------------------------|
 * | 1       | records, journal, blocks                                            |
 * | 2       | artefacts of projects, links between them                           |
 * | 3       | merges of workbench files, their way back, who has sent what so far |
 * | 4       | service events, rectification items, evidence, quarters of outlets  |
 * | 5       | surveys, monitoring, indicators, meetings, quality reports          |
 */
export const schemaVersion = 5;
export const nativeVersion = schemaVersion * 10;
/**
 * Raised when records change so that an older build would spoil them although the tables are the same.
 *
 * | version | what it brought                       | asked for by             |
 * |---------|---------------------------------------|--------------------------|
 * | 1       |                                       | every database           |
 * | 2       | records sealed under a passphrase     | a database that has one  |
 * | 3       | erasure: tombstones, editions of rows | a database that has any  |
 */
export const writerVersion = 3;
export const sealingWriter = 2;
export const erasingWriter = 3;

export interface Probe {
  /** The browser's version of the database; 0 = there is none. */
  readonly version: number;
  /** The browser found the database damaged beyond repair and threw it away. */
  readonly dataLoss: boolean;
}

/** The outcome of a request. */
export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('request failed', 'UnknownError'));
  });
}

/** Settles with the transaction, not with its last request: a full disk is reported only at the commit. */
export function settleTransaction(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('transaction aborted', 'AbortError'));
  });
}

/**
 * Looks at the database without changing it.
 *
 * Dexie opens a newer database without a word and hides that the browser discarded a damaged one. Opening without a
 * version shows both, also where `indexedDB.databases()` is missing; an absent database stays absent, because the
 * upgrade that would make it is aborted.
 */
export async function probeDatabase(factory: IDBFactory, name: string): Promise<Probe> {
  let absent: { readonly dataLoss: boolean } | null = null;
  const request = factory.open(name);
  request.onupgradeneeded = (event) => {
    absent = { dataLoss: (event as { readonly dataLoss?: string }).dataLoss === 'total' };
    request.transaction?.abort();
  };
  try {
    const connection = await settle(request);
    const { version } = connection;
    connection.close();
    return { version, dataLoss: false };
  } catch (error) {
    const seen = absent as { readonly dataLoss: boolean } | null;
    if (seen) return { version: 0, dataLoss: seen.dataLoss };
    throw error;
  }
}

/** Runs an opening again when the browser fails without a reason, which often passes by itself. */
export async function retryUnknownError<T>(open: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      if (attempt > 3 || (error as { name?: unknown } | null)?.name !== 'UnknownError') throw error;
    }
  }
}

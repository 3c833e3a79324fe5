/**
 * Handles of files on the person's disk, kept from one visit to the next.
 *
 * In a database of their own: a handle can neither be written into a file nor merged, and the tables of the workbench
 * hold only what can.
 */

import { databaseName, settle, settleTransaction } from './database';

export const handlesName = `${databaseName}.handles`;
const table = 'handles';

/** Where handles are kept, by name. */
export interface HandleShelf {
  get(key: string): Promise<FileSystemFileHandle | null>;
  put(key: string, handle: FileSystemFileHandle): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The browser's own; each call rejects where it refuses. */
export function openHandleShelf(factory: IDBFactory = globalThis.indexedDB): HandleShelf {
  const run = async <T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const opening = factory.open(handlesName, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(table);
    const database = await settle(opening);
    try {
      const transaction = database.transaction(table, mode);
      const done = settleTransaction(transaction);
      const result = await settle(use(transaction.objectStore(table)));
      await done;
      return result;
    } finally {
      database.close();
    }
  };
  return {
    async get(key) {
      return ((await run('readonly', (store) => store.get(key))) as FileSystemFileHandle | undefined) ?? null;
    },
    async put(key, handle) {
      await run('readwrite', (store) => store.put(handle, key));
    },
    async remove(key) {
      await run('readwrite', (store) => store.delete(key));
    },
  };
}

/** A database as text: what a build of some version left behind, to be opened by every later one. */

import { settle, settleTransaction } from '../../src/store/database';

export interface DatabaseDump {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | readonly string[] | null;
    readonly autoIncrement: boolean;
    readonly indexes: readonly { readonly name: string; readonly keyPath: string | readonly string[] }[];
    /** Bytes stand as `{ base64 }`. */
    readonly rows: readonly unknown[];
  }[];
}

export async function dumpOf(factory: IDBFactory, name: string): Promise<DatabaseDump> {
  const database = await settle(factory.open(name));
  const stores = [];
  for (const store of [...database.objectStoreNames].sort()) {
    const table = database.transaction(store).objectStore(store);
    const rows = await settle(table.getAll() as IDBRequest<unknown[]>);
    const indexes = [...table.indexNames].map((index) => ({ name: index, keyPath: table.index(index).keyPath }));
    stores.push({
      name: store,
      keyPath: table.keyPath,
      autoIncrement: table.autoIncrement,
      indexes,
      rows: rows.map(toText),
    });
  }
  const dump = { version: database.version, stores };
  database.close();
  return dump;
}

export async function restoreDump(factory: IDBFactory, name: string, dump: DatabaseDump): Promise<void> {
  const opening = factory.open(name, dump.version);
  opening.onupgradeneeded = () => {
    for (const { name: store, keyPath, autoIncrement, indexes } of dump.stores) {
      const table = opening.result.createObjectStore(store, { keyPath: keyPath as string | string[], autoIncrement });
      for (const index of indexes) table.createIndex(index.name, index.keyPath as string | string[]);
    }
  };
  const database = await settle(opening);
  for (const { name: store, rows } of dump.stores) {
    if (rows.length === 0) continue;
    const transaction = database.transaction(store, 'readwrite');
    for (const row of rows) transaction.objectStore(store).put(fromText(row));
    await settleTransaction(transaction);
  }
  database.close();
}

function toText(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { base64: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(toText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toText(item)]));
}

function fromText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromText);
  if (typeof value !== 'object' || value === null) return value;
  const { base64 } = value as { readonly base64?: unknown };
  if (typeof base64 === 'string') return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromText(item)]));
}

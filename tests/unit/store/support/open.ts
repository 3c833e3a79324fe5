import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openStore } from '../../../../src/store/open-store';
import type { OpenStoreOptions, Store } from '../../../../src/store/open-store';
import type { Change, Json, RecordKind, StoreResult } from '../../../../src/store/types';

/** A browser's storage of its own for one test. */
export function freshFactory(): IDBFactory {
  const factory = new IDBFactory();
  // Live queries ask this place whether there is a database at all.
  Dexie.dependencies.indexedDB = factory;
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  return factory;
}

export function valueOf<T>(result: StoreResult<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export async function openTestStore(factory: IDBFactory, options: OpenStoreOptions = {}): Promise<Store> {
  return valueOf(await openStore({ indexedDB: factory, IDBKeyRange, ...options }));
}

export function change(kind: RecordKind, id: string, field: string, value: Json): Change {
  return { kind, id, field, value };
}

export { IDBKeyRange };

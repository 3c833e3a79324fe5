import type { Page } from '@playwright/test';
import { formatStamp } from '../../src/store/clock';
import { databaseName } from '../../src/store/database';
import { recordKinds } from '../../src/store/schema';

/** What version 5 brought; see the table in `src/store/database.ts`. */
const newKinds = [
  'survey',
  'surveyAnswer',
  'monitoring',
  'training',
  'standardAnswer',
  'indicator',
  'scoring',
  'meeting',
  'report',
];

/**
 * Makes the database as version 4 had it, with so many events and a project in it, on a page of the product's origin
 * that is not the product.
 */
export async function makeOldDatabase(page: Page, events: number): Promise<void> {
  const kinds = recordKinds.filter((kind) => !newKinds.includes(kind));
  await page.evaluate(
    async ([name, tables, count, stamp]) => {
      const opening = indexedDB.open(name, 40);
      opening.onupgradeneeded = () => {
        const { result } = opening;
        for (const table of tables) result.createObjectStore(table, { keyPath: 'id' });
        result.createObjectStore('meta', { keyPath: 'key' });
        result.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true });
        result.createObjectStore('blocks', { keyPath: ['dataset', 'column', 'chunk'] });
        result.createObjectStore('writing', { keyPath: 'dataset' });
        result.createObjectStore('merges', { keyPath: 'seq', autoIncrement: true });
        result.createObjectStore('mergeUndo', { keyPath: ['merge', 'part'] }).createIndex('merge', 'merge');
        result.createObjectStore('peers', { keyPath: 'replica' });
      };
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error('the database was not made'));
      });
      const write = database.transaction(['meta', 'event', 'project'], 'readwrite');
      for (let n = 0; n < count; n++) {
        const fields = { title: { value: `old ${n}`, stamp }, status: { value: 'registered', stamp } };
        write.objectStore('event').put({ id: `old-${n}`, kind: 'event', fields });
      }
      write.objectStore('project').put({
        id: 'old',
        kind: 'project',
        fields: { name: { value: 'Old project', stamp }, createdAt: { value: 1_780_000_000_000, stamp } },
      });
      const state = {
        installId: 'old-installation',
        replica: 'old',
        clock: stamp,
        generation: 1,
        counts: { event: count, project: 1 },
        savedAt: 1_780_000_000_000,
        acknowledged: [],
        minWriter: 1,
      };
      write.objectStore('meta').put({ key: 'state', state });
      await new Promise<void>((resolve, reject) => {
        write.oncomplete = () => resolve();
        write.onabort = () => reject(write.error ?? new Error('the old records were not written'));
      });
      database.close();
    },
    [databaseName, kinds, events, formatStamp({ ms: 1_780_000_000_000, counter: 0, replica: 'old' })] as const,
  );
}

/** The version of the database as the browser counts. */
export function versionOf(page: Page): Promise<number> {
  return page.evaluate(async (name) => {
    const found = (await indexedDB.databases()).find((database) => database.name === name);
    return found?.version ?? 0;
  }, databaseName);
}

/** Opens the database on this page at a version of its own; a stubborn one does not let go when asked. */
export async function holdDatabase(page: Page, version: number | null, stubborn: boolean): Promise<void> {
  await page.evaluate(
    async ([name, wanted, stays]) => {
      const opening = wanted === null ? indexedDB.open(name) : indexedDB.open(name, wanted);
      opening.onupgradeneeded = () => {
        if (!opening.result.objectStoreNames.contains('future')) opening.result.createObjectStore('future');
      };
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error('the database was not opened'));
      });
      if (!stays) database.onversionchange = () => database.close();
      Object.assign(globalThis, { release: () => database.close() });
    },
    [databaseName, version, stubborn] as const,
  );
}

export async function releaseDatabase(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { release: () => void }).release());
}

/** Everything in the database as one text, to tell whether a byte of it has changed. */
export function dumpDatabase(page: Page): Promise<string> {
  return page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the request failed'));
      });
    const database = await done(indexedDB.open(name));
    const parts: string[] = [String(database.version)];
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const rows = await done(store.getAll() as IDBRequest<object[]>);
      parts.push(
        JSON.stringify([table, rows], (_, value: unknown) =>
          value instanceof ArrayBuffer ? [...new Uint8Array(value)].join() : value,
        ),
      );
    }
    database.close();
    return parts.join('\n');
  }, databaseName);
}

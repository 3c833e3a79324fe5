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
 * that is not the product. What a database of this build holds already is in it too, as it was.
 */
export async function makeOldDatabase(page: Page, events: number): Promise<void> {
  const kinds = recordKinds.filter((kind) => !newKinds.includes(kind));
  await page.evaluate(
    async ([name, tables, count, stamp]) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('the request failed'));
        });
      const held = new Map<string, readonly unknown[]>();
      if ((await indexedDB.databases()).some((one) => one.name === name)) {
        const present = await done(indexedDB.open(name));
        for (const table of present.objectStoreNames) {
          const store = present.transaction(table).objectStore(table);
          held.set(table, await done(store.getAll() as IDBRequest<unknown[]>));
        }
        present.close();
        await done(indexedDB.deleteDatabase(name));
      }
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
      const write = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const [table, rows] of held) {
        if (database.objectStoreNames.contains(table)) for (const row of rows) write.objectStore(table).put(row);
      }
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
      const [known] = (held.get('meta') ?? []) as { state: typeof state & { counts: Record<string, number> } }[];
      if (known) {
        const { counts } = known.state;
        // Saved just now: no snapshot holds it yet.
        Object.assign(state, known.state, {
          savedAt: Date.now(),
          counts: { ...counts, event: (counts.event ?? 0) + count, project: (counts.project ?? 0) + 1 },
        });
      }
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

/** Its tables and the blocks in it, as the browser itself tells. */
export interface Installed {
  readonly version: number;
  readonly tables: readonly string[];
  /** SHA-256 over the digests of all blocks under their keys. */
  readonly blocks: string;
  readonly events: number;
}

/** Looks at the database past the product, on any page of its origin. */
export function installedOf(page: Page): Promise<Installed> {
  return page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the request failed'));
      });
    const digest = async (bytes: BufferSource): Promise<string> =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
    const database = await done(indexedDB.open(name));
    const table = (of: string) => database.transaction(of).objectStore(of);
    const keys = await done(table('blocks').getAllKeys());
    const lines: string[] = [];
    for (const key of keys) {
      const { bytes } = (await done(table('blocks').get(key))) as { bytes: ArrayBuffer };
      lines.push(`${JSON.stringify(key)} ${bytes.byteLength} ${await digest(bytes)}`);
    }
    const found = {
      version: database.version,
      tables: [...database.objectStoreNames],
      blocks: await digest(new TextEncoder().encode(lines.join('\n'))),
      events: await done(table('event').count()),
    };
    database.close();
    return found;
  }, databaseName);
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

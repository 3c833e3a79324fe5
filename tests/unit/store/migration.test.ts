import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot } from '../../../src/store/boot';
import { databaseName, nativeVersion } from '../../../src/store/database';
import { view } from '../../../src/store/store';
import { change, freshFactory, IDBKeyRange, openTestStore, valueOf } from './support/open';

/** The tables of the first version, as it made them. */
const firstTables = {
  ...Object.fromEntries(
    ['analysis', 'coding', 'crosswalk', 'dataset', 'mapping', 'project', 'setting', 'taxonomy'].map((kind) => [
      kind,
      'id',
    ]),
  ),
  meta: 'key',
  journal: '++seq',
  blocks: '[dataset+column+chunk]',
  writing: 'dataset',
};

let factory: IDBFactory;

beforeEach(() => {
  factory = freshFactory();
});
afterEach(() => {
  Dexie.dependencies.indexedDB = factory;
});

/** A database as the first version left it, with one project in it. */
async function writeFirstVersion(): Promise<void> {
  const first = new Dexie(databaseName, { indexedDB: factory, IDBKeyRange });
  first.version(1).stores(firstTables);
  await first.open();
  const stamp = '0000000000000000replica';
  await first.table('project').put({ id: 'p', kind: 'project', fields: { name: { value: 'kept', stamp } } });
  await first.table('meta').put({
    key: 'state',
    state: {
      installId: 'i',
      replica: 'replica',
      clock: null,
      generation: 1,
      counts: { project: 1 },
      savedAt: 1,
      acknowledged: [],
      minWriter: 1,
    },
  });
  first.close();
}

describe('from the first version', () => {
  it('keeps every record and gains artefacts and links', async () => {
    await writeFirstVersion();
    const store = await openTestStore(factory);
    const project = valueOf(await store.get('project', 'p'));
    expect(project && view(project)).toEqual({ name: 'kept' });
    valueOf(
      await store.commit([change('artefact', 'a', 'project', 'p'), change('link', 'l', 'project', 'p')], { code: 'x' }),
    );
    expect(valueOf(await store.countRecords())).toEqual({ project: 1, artefact: 1, link: 1 });
    valueOf(await store.undo());
    expect(valueOf(await store.all('artefact'))).toEqual([]);
    store.close();
    expect(await factory.databases()).toEqual([{ name: databaseName, version: nativeVersion }]);
  });

  it('is no longer written by a build of that version', async () => {
    const store = await openTestStore(factory);
    store.close();
    // What a build of the first version sees when it looks before opening.
    expect((await factory.databases())[0].version).toBeGreaterThan(10);
  });

  it.each([
    [
      new DOMException('no such table', 'ConstraintError'),
      { code: 'upgrade-failed', params: { reason: 'ConstraintError' } },
    ],
    [new TypeError('a mistake of the program'), { code: 'upgrade-failed', params: { reason: 'TypeError' } }],
    [new DOMException('no room for a table', 'QuotaExceededError'), { code: 'upgrade-full' }],
  ])('D08 that fails (%s) leaves the data as they were, readable and to be copied', async (error, failure) => {
    await writeFirstVersion();
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = factory.open(databaseName);
      request.onsuccess = () => resolve(request.result);
    });
    const tables = Object.getPrototypeOf(opened) as IDBDatabase;
    opened.close();
    const failing = vi.spyOn(tables, 'createObjectStore').mockImplementation(() => {
      throw error;
    });
    const report = await boot({ indexedDB: factory, IDBKeyRange, places: [] });
    failing.mockRestore();
    expect(report).toMatchObject({ state: 'stuck', failure });
    expect(report.store?.readOnly).toBe(true);
    const everything = report.store && valueOf(await report.store.readEverything());
    expect(everything?.records.map(({ id }) => id)).toEqual(['p']);
    report.store?.close();
    expect((await factory.databases()).map(({ version }) => version)).toEqual([10]);
  });
});

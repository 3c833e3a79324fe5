import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nativeVersion } from '../../../src/store/database';
import { openBlockStore } from '../../../src/store/blocks';
import { boot } from '../../../src/store/boot';
import type { BootReport } from '../../../src/store/boot';
import { createSentinelWriter, localStoragePlace, privateFilePlace } from '../../../src/store/sentinel';
import type { Sentinel, SentinelPlace } from '../../../src/store/sentinel';
import type { Store } from '../../../src/store/open-store';
import type { Json } from '../../../src/store/types';
import { change, freshFactory, IDBKeyRange, valueOf } from './support/open';
import { numeric } from './support/tables';

const label = { code: 'rename' };
const name = 'service-quality-workbench';

interface Memory extends SentinelPlace {
  note: Sentinel | null;
  fails: boolean;
}

function memoryPlace(): Memory {
  return {
    name: 'memory',
    note: null,
    fails: false,
    async read() {
      if (this.fails) throw new DOMException('denied', 'SecurityError');
      return this.note;
    },
    async write(sentinel) {
      if (this.fails) throw new DOMException('denied', 'SecurityError');
      this.note = sentinel;
    },
  };
}

let factory: IDBFactory;
let near: Memory;
let far: Memory;
const opened: Store[] = [];

beforeEach(() => {
  factory = freshFactory();
  near = memoryPlace();
  far = memoryPlace();
});

afterEach(() => opened.splice(0).forEach((store) => store.close()));

async function start(): Promise<BootReport> {
  const report = await boot({ indexedDB: factory, IDBKeyRange, places: [near, far], now: () => 1_800_000_000_000 });
  if (report.store) opened.push(report.store);
  return report;
}

async function startOpen(): Promise<BootReport & { store: Store }> {
  const report = await start();
  if (!report.store) throw new Error(`not open: ${JSON.stringify(report.failure)}`);
  return { ...report, store: report.store };
}

/** The places are written after the answer; a macrotask is enough for memory. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function save(store: Store, id: string): Promise<void> {
  valueOf(await store.commit([change('project', id, 'name', id)], label));
  await settled();
}

function stopAll(): void {
  opened.splice(0).forEach((store) => store.close());
}

async function wipe(): Promise<void> {
  stopAll();
  const request = factory.deleteDatabase(name);
  await new Promise((resolve) => (request.onsuccess = resolve));
}

/** Changes a table behind the back of the store. */
async function tamper(table: string, act: (rows: IDBObjectStore) => void): Promise<void> {
  const request = factory.open(name);
  await new Promise<void>((resolve) => {
    request.onsuccess = () => {
      const transaction = request.result.transaction(table, 'readwrite');
      act(transaction.objectStore(table));
      transaction.oncomplete = () => (request.result.close(), resolve());
    };
  });
}

describe('boot', () => {
  it('is fresh where nothing was ever saved, also the second time', async () => {
    expect((await start()).state).toBe('fresh');
    await settled();
    stopAll();
    expect(await start()).toMatchObject({ state: 'fresh', loss: null, failure: null });
  });

  it('is ok after work, and the places know of it', async () => {
    const { store } = await startOpen();
    await save(store, 'p');
    expect(near.note).toEqual({
      installId: store.installId,
      generation: 1,
      counts: { project: 1 },
      savedAt: 1_800_000_000_000,
    });
    expect(far.note).toEqual(near.note);
    stopAll();
    expect(await start()).toMatchObject({ state: 'ok', loss: null });
  });

  it('is ok when no place can be used', async () => {
    near.fails = far.fails = true;
    const { store } = await startOpen();
    await save(store, 'p');
    stopAll();
    expect((await start()).state).toBe('ok');
  });

  it('is wiped when the database is gone and one place remembers, until that is acknowledged', async () => {
    const { store } = await startOpen();
    await save(store, 'p');
    await save(store, 'q');
    await wipe();
    near.note = null;
    const expected = {
      state: 'wiped',
      loss: {
        ...{ counts: { project: 2 }, acts: 2, savedAt: 1_800_000_000_000, datasets: [] },
        ...{ known: { installId: store.installId, generation: 2 }, here: null },
      },
    };
    expect(await start()).toMatchObject(expected);
    stopAll();
    const again = await startOpen();
    expect(again).toMatchObject(expected);
    // New work does not make the loss forgotten either.
    await save(again.store, 'new');
    stopAll();
    const last = await start();
    expect(last).toMatchObject(expected);
    valueOf(await last.acknowledge());
    await settled();
    stopAll();
    expect((await start()).state).toBe('ok');
  });

  it('stays acknowledged even if a place still holds the old note', async () => {
    const { store } = await startOpen();
    await save(store, 'p');
    await wipe();
    const old = near.note;
    valueOf(await (await start()).acknowledge());
    await settled();
    stopAll();
    near.note = old;
    expect((await start()).state).toBe('fresh');
  });

  it('is wiped when the browser says that it threw a damaged database away', async () => {
    const { store } = await startOpen();
    await save(store, 'p');
    await wipe();
    near.note = far.note = null;
    const open = factory.open.bind(factory);
    factory.open = (...input) => {
      const request = open(...input);
      request.addEventListener('upgradeneeded', (event) => Object.assign(event, { dataLoss: 'total' }));
      return request;
    };
    expect(await start()).toMatchObject({
      state: 'wiped',
      loss: { counts: {}, acts: null, savedAt: null, known: null, here: null },
    });
  });

  it('is partial when the last acts are gone, and tells how many', async () => {
    const { store } = await startOpen();
    await save(store, 'p');
    stopAll();
    const note = near.note;
    near.note = note && { ...note, generation: 4, savedAt: 1_800_000_009_000 };
    const report = await start();
    expect(report).toMatchObject({
      state: 'partial',
      loss: {
        ...{ acts: 3, savedAt: 1_800_000_009_000, counts: {} },
        ...{
          known: { installId: store.installId, generation: 4 },
          here: { generation: 1, savedAt: 1_800_000_000_000 },
        },
      },
    });
    valueOf(await report.acknowledge());
    await settled();
    // What nothing was ever saved of is not counted: the note lists what there is to lose.
    expect(near.note).toMatchObject({ generation: 4, counts: { project: 1 } });
    expect(Object.keys(near.note?.counts ?? {})).toEqual(['project']);
    stopAll();
    expect((await start()).state).toBe('ok');
  });

  it('is partial when records are gone although the database opens', async () => {
    const { store } = await startOpen();
    await save(store, 'p');
    await save(store, 'q');
    stopAll();
    await tamper('project', (rows) => rows.delete('q'));
    const report = await start();
    expect(report).toMatchObject({ state: 'partial', loss: { acts: 0, counts: { project: 1 }, datasets: [] } });
    valueOf(await report.acknowledge());
    stopAll();
    expect((await start()).state).toBe('ok');
  });

  it('is partial when blocks of a dataset are gone, and names column and chunk', async () => {
    const { store } = await startOpen();
    const blocks = await openBlockStore({ indexedDB: factory, IDBKeyRange });
    const table = { rows: 3, columns: [numeric('c0', 'number', Float64Array.of(1, 2, 3))] };
    const manifest = { rows: 3, ...valueOf(await blocks.write('d', table)) };
    valueOf(await store.commit([change('dataset', 'd', 'manifest', manifest as unknown as Json)], label));
    await settled();
    blocks.close();
    stopAll();
    expect((await start()).state).toBe('ok');
    stopAll();
    await tamper('blocks', (rows) => rows.clear());
    const report = await start();
    const damage = { column: 'c0', name: '名称 c0', chunk: 0, code: 'block-missing' };
    expect(report).toMatchObject({ state: 'partial', loss: { datasets: [{ datasetId: 'd', damages: [damage] }] } });
    valueOf(await report.acknowledge());
    stopAll();
    expect((await start()).state).toBe('ok');
  });

  it('does not take another tab that saves meanwhile for a loss', async () => {
    const { store } = await startOpen();
    await save(store, 'p');
    const report = await Promise.all([start(), save(store, 'q'), save(store, 'r')]);
    expect(report[0].state).toBe('ok');
  });

  it('is newer for data of a newer build, which can be looked at only', async () => {
    const { store } = await startOpen();
    await save(store, 'p');
    stopAll();
    const request = factory.open(name, nativeVersion + 10);
    await new Promise<void>((resolve) => (request.onsuccess = () => (request.result.close(), resolve())));
    const report = await startOpen();
    expect(report).toMatchObject({ state: 'newer', failure: { code: 'storage-newer' } });
    expect(report.store.readOnly).toBe(true);
    expect(valueOf(await report.store.all('project'))).toHaveLength(1);
  });

  it('is locked, with the reason, when the browser forbids storage', async () => {
    factory.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(await start()).toMatchObject({ state: 'locked', store: null, failure: { code: 'storage-unavailable' } });
  });
});

describe('places', () => {
  const sentinel: Sentinel = { installId: 'i', generation: 3, counts: { project: 1 }, savedAt: 5 };

  it('keep the note in local storage', async () => {
    const items = new Map<string, string>();
    const place = localStoragePlace(() => ({
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, text) => items.set(key, text),
    }));
    expect(await place.read()).toBeNull();
    await place.write(sentinel);
    expect(await place.read()).toEqual(sentinel);
  });

  it.each(['', '{', 'null', '[]', '{"installId":1}', '{"installId":"i","generation":1,"savedAt":1}'])(
    'take %j for no note',
    async (text) => {
      expect(await localStoragePlace(() => ({ getItem: () => text, setItem: () => undefined })).read()).toBeNull();
    },
  );

  it('keep the note in a private file', async () => {
    let content: string | null = null;
    const handle = {
      getFile: async () => new Blob([content ?? '']),
      createWritable: async () => ({
        write: async (text: string) => void (content = text),
        close: async () => undefined,
      }),
    };
    const root = { getFileHandle: async () => handle } as unknown as FileSystemDirectoryHandle;
    const place = privateFilePlace(async () => root);
    await place.write(sentinel);
    expect(await place.read()).toEqual(sentinel);
  });

  it('get the latest note when many are written at once', async () => {
    const write = createSentinelWriter([near, far]);
    await Promise.all([1, 2, 3].map((generation) => write({ ...sentinel, generation })));
    expect(near.note?.generation).toBe(3);
    expect(far.note?.generation).toBe(3);
    await write({ ...sentinel, generation: 4 });
    expect(near.note?.generation).toBe(4);
  });
});

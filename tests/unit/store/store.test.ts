import { IDBDatabase, IDBFactory, IDBObjectStore, forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nativeVersion } from '../../../src/store/database';
import { openStore, view } from '../../../src/store/open-store';
import type { Store } from '../../../src/store/open-store';
import type { Json, StoredRecord } from '../../../src/store/types';
import { change, freshFactory, IDBKeyRange, openTestStore, valueOf } from './support/open';

const label = { code: 'rename', params: { name: 'x' } };
let factory: IDBFactory;
let store: Store;

beforeEach(async () => {
  factory = freshFactory();
  store = await openTestStore(factory);
});

afterEach(() => store.close());

async function valuesOf(id: string, from: Store = store): Promise<Readonly<Record<string, Json>> | null> {
  const record = valueOf(await from.get('project', id));
  return record && view(record);
}

describe('commit', () => {
  it('writes all fields of an act and finds them again after closing', async () => {
    const act = valueOf(
      await store.commit([change('project', 'p', 'name', '投诉'), change('project', 'p', 'goal', 3.4)], label),
    );
    expect(act.seq).toBe(1);
    store.close();
    store = await openTestStore(factory);
    expect(await valuesOf('p')).toEqual({ name: '投诉', goal: 3.4, deleted: false });
  });

  it('reads back what it wrote, and notices when the database holds something else', async () => {
    const act = valueOf(await store.commit([change('project', 'p', 'name', 'right')], label));
    const state = valueOf(await store.state());
    if (!state) throw new Error('there is no state');
    expect(await store.readBack(act, state)).toBe(true);
    const wrong = { changes: [{ kind: 'project', id: 'p', field: 'name', before: null, after: 'wrong' }] } as const;
    expect(await store.readBack(wrong, state)).toBe(false);
    valueOf(await store.commit([change('project', 'p', 'name', 'later')], label));
    expect(await store.readBack(wrong, state), 'overtaken').toBe(true);
    expect(await store.readBack(wrong, { generation: 99 }), 'the act is not there').toBe(false);
  });

  it('is told of while it is under way, as is every other write, until it has ended or failed', async () => {
    const tried: [string, () => Promise<{ readonly ok: boolean }>, boolean][] = [
      ['an act', () => store.commit([change('project', 'p', 'name', 'a')], label), true],
      ['an undo', () => store.undo(), true],
      ['the state', () => store.updateState((state) => ({ ...state, deviceName: 'b' })), true],
      [
        'a failure',
        () =>
          store.updateState(() => {
            throw new DOMException('full', 'QuotaExceededError');
          }),
        false,
      ],
    ];
    for (const [name, write, works] of tried) {
      const written = write();
      expect(store.isWriting, name).toBe(true);
      expect((await written).ok, name).toBe(works);
      expect(store.isWriting, name).toBe(false);
    }
  });

  it('S23 keeps lone surrogates, emoji and long notes unchanged', async () => {
    const note = `\ud800 half 👍🏽 ${'长'.repeat(200_000)}`;
    valueOf(await store.commit([change('project', 'p', 'note', note)], label));
    expect((await valuesOf('p'))?.note).toBe(note);
  });

  it.each([
    ['NaN', NaN],
    ['Infinity', { deep: [1, -Infinity] }],
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['a proxy', new Proxy({ a: 1 }, {})],
    ['a nested proxy', { a: [new Proxy([1], {})] }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['a prototype key', JSON.parse('{"__proto__": {"admin": true}}') as unknown],
    ['too deep nesting', JSON.parse('['.repeat(70) + ']'.repeat(70)) as unknown],
  ])('throws on %s and writes nothing', async (_, value) => {
    await expect(store.commit([change('project', 'p', 'name', value as Json)], label)).rejects.toThrow(RangeError);
    expect(valueOf(await store.all('project'))).toEqual([]);
    expect(valueOf(await store.history())).toEqual([]);
  });

  it('throws on an unknown kind, an empty id and a prototype as field', async () => {
    await expect(store.commit([change('nothing' as 'project', 'p', 'a', 1)], label)).rejects.toThrow(RangeError);
    await expect(store.commit([change('project', '', 'a', 1)], label)).rejects.toThrow(RangeError);
    await expect(store.commit([change('project', 'p', '__proto__', 1)], label)).rejects.toThrow(RangeError);
  });

  it('leaves out keys without a value, as JSON does', async () => {
    valueOf(await store.commit([change('project', 'p', 'plan', { a: undefined, b: 1 } as unknown as Json)], label));
    expect((await valuesOf('p'))?.plan).toStrictEqual({ b: 1 });
  });

  it('takes the value as it was when called', async () => {
    const list = [1];
    const written = store.commit([change('project', 'p', 'list', list)], label);
    list.push(2);
    valueOf(await written);
    expect((await valuesOf('p'))?.list).toEqual([1]);
  });

  it('does not count a value set to itself as an act', async () => {
    valueOf(await store.commit([change('project', 'p', 'a', { x: 1, y: 2 })], label));
    const again = valueOf(await store.commit([change('project', 'p', 'a', { y: 2, x: 1 })], label));
    expect(again).toMatchObject({ seq: 0, changes: [] });
    expect(valueOf(await store.history())).toHaveLength(1);
  });

  it('P08 stamps every field later than the one it replaces, also when the clock goes back', async () => {
    let now = Date.UTC(2026, 5, 1);
    const other = await openTestStore(factory, { now: () => now });
    const stamps: string[] = [];
    for (let i = 0; i < 5; i++) {
      now -= 86_400_000;
      valueOf(await other.commit([change('project', 'p', 'a', i)], label));
      stamps.push(valueOf(await other.get('project', 'p'))?.fields.a.stamp ?? '');
    }
    expect([...stamps].sort()).toEqual(stamps);
    expect(new Set(stamps).size).toBe(5);
    other.close();
  });

  it('keeps fields that it does not know and values that lost a merge', async () => {
    const foreign: StoredRecord = {
      id: 'p',
      kind: 'project',
      fields: { future: { value: { v: 9 }, stamp: '0mdrqvx5c000aother' } },
      lost: { future: [{ value: 'old', stamp: '0mdrqvx5c0000other' }] },
    };
    const request = factory.open('service-quality-workbench');
    await new Promise<void>((resolve) => {
      request.onsuccess = () => {
        const transaction = request.result.transaction('project', 'readwrite');
        transaction.objectStore('project').put(foreign);
        transaction.oncomplete = () => (request.result.close(), resolve());
      };
    });
    valueOf(await store.commit([change('project', 'p', 'name', 'n')], label));
    const record = valueOf(await store.get('project', 'p'));
    expect(record?.fields.future).toEqual(foreign.fields.future);
    expect(record?.lost).toEqual(foreign.lost);
  });

  it('asks the disk for certainty with datasets and when told to, and only then', async () => {
    store.close();
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    store = await openTestStore(factory);
    asked.mockClear();
    const durabilities = (): unknown[] =>
      asked.mock.calls.splice(0).flatMap(([, mode, options]) => (mode === 'readwrite' ? [options?.durability] : []));
    valueOf(await store.commit([change('project', 'p', 'a', 1)], label));
    expect(durabilities()).toEqual(['relaxed']);
    valueOf(await store.commit([change('project', 'p', 'a', 2)], label, { durability: 'strict' }));
    expect(durabilities()).toEqual(['strict']);
    valueOf(await store.commit([change('dataset', 'd', 'name', 'x')], label));
    expect(durabilities()).toEqual(['strict']);
  });

  it('leaves deleted records out unless they are asked for', async () => {
    valueOf(await store.commit([change('project', 'p', 'a', 1)], label));
    valueOf(await store.commit([change('project', 'p', 'deleted', true)], label));
    expect(valueOf(await store.all('project'))).toEqual([]);
    expect(valueOf(await store.get('project', 'p'))).toBeNull();
    expect(valueOf(await store.all('project', { deleted: true }))).toHaveLength(1);
    expect(valueOf(await store.get('project', 'p', { deleted: true }))?.fields.a.value).toBe(1);
  });
});

describe('a full disk', () => {
  it('is told as such when the write fails, and nothing of the act remains', async () => {
    valueOf(await store.commit([change('project', 'p', 'a', 1)], label));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    const full = await store.commit([change('project', 'p', 'a', 2), change('setting', 's', 'b', 2)], label);
    expect(full).toMatchObject({ ok: false, failure: { code: 'storage-full' } });
    put.mockRestore();
    expect(await valuesOf('p')).toEqual({ a: 1, deleted: false });
    expect(valueOf(await store.history())).toHaveLength(1);
    valueOf(await store.commit([change('project', 'p', 'a', 3)], label));
  });

  it('is told as such when it shows only at the commit of the transaction', async () => {
    store.close();
    let isFull = false;
    const begin: IDBDatabase['transaction'] = Reflect.get(IDBDatabase.prototype, 'transaction');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...input) {
      const transaction = begin.apply(this, input);
      if (isFull && input[1] === 'readwrite') failAtCommit(transaction);
      return transaction;
    });
    store = await openTestStore(factory);
    isFull = true;
    const full = await store.commit([change('project', 'p', 'a', 1)], label);
    expect(full).toMatchObject({ ok: false, failure: { code: 'storage-full' } });
    isFull = false;
    expect(valueOf(await store.all('project'))).toEqual([]);
    valueOf(await store.commit([change('project', 'p', 'a', 1)], label));
  });
});

/** Lets every request succeed and aborts when the state, the last thing of an act, has been written. */
function failAtCommit(transaction: IDBTransaction): void {
  const objectStore = transaction.objectStore.bind(transaction);
  transaction.objectStore = (name) => {
    const found = objectStore(name);
    if (name !== 'meta') return found;
    const put = found.put.bind(found);
    found.put = (...input) => {
      const request = put(...input);
      request.addEventListener('success', () => {
        (transaction as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
      });
      return request;
    };
    return found;
  };
}

describe('other tabs', () => {
  it('sees what another connection writes', async () => {
    const other = await openTestStore(factory);
    const seen: number[] = [];
    const unsubscribe = store.observe(['project', 'setting'], (records) => seen.push(records.length));
    await vi.waitFor(() => expect(seen).toEqual([0]));
    valueOf(await other.commit([change('project', 'p', 'a', 1)], label));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    valueOf(await other.commit([change('project', 'p', 'deleted', true)], label));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(0));
    unsubscribe();
    const calls = seen.length;
    valueOf(await other.commit([change('project', 'q', 'a', 1)], label));
    expect(valueOf(await store.all('project'))).toHaveLength(1);
    expect(seen).toHaveLength(calls);
    other.close();
  });

  it('has shown what this tab writes when it says that it is written', async () => {
    const seen: string[] = [];
    const unsubscribe = store.observe(['project'], (records) => seen.push(records.map(({ id }) => id).join(' ')));
    await vi.waitFor(() => expect(seen).toEqual(['']));
    valueOf(await store.commit([change('project', 'q', 'a', 1), change('project', 'p', 'a', 1)], label));
    expect(seen).toEqual(['', 'p q']);
    valueOf(await store.undo());
    expect(seen).toEqual(['', 'p q', '']);
    unsubscribe();
  });

  it('shows the history of all tabs', async () => {
    const other = await openTestStore(factory);
    const seen: number[] = [];
    const unsubscribe = store.observeHistory((acts) => seen.push(acts.length));
    valueOf(await other.commit([change('project', 'p', 'a', 1)], label));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    unsubscribe();
    other.close();
  });

  it('closes for good when a newer build upgrades, and says so', async () => {
    const onOutdated = vi.fn();
    const old = await openTestStore(factory, { onOutdated });
    store.close();
    const request = factory.open('service-quality-workbench', nativeVersion + 10);
    await new Promise((resolve) => (request.onsuccess = resolve));
    expect(onOutdated).toHaveBeenCalledExactlyOnceWith('newer');
    const refused = await old.commit([change('project', 'p', 'a', 1)], label);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'storage-newer' } });
    expect(await old.all('project')).toMatchObject({ ok: false, failure: { code: 'storage-newer' } });
    request.result.close();
  });

  it('says that the data are gone when another tab deletes them', async () => {
    const onOutdated = vi.fn();
    const old = await openTestStore(factory, { onOutdated });
    store.close();
    const request = factory.deleteDatabase('service-quality-workbench');
    await new Promise((resolve) => (request.onsuccess = resolve));
    expect(onOutdated).toHaveBeenCalledExactlyOnceWith('deleted');
    expect(await old.all('project')).toMatchObject({ ok: false, failure: { code: 'storage-lost' } });
  });
});

describe('a connection dropped by the browser', () => {
  function dropAll(): void {
    const { _databases } = factory as unknown as { _databases: Map<string, { connections: IDBDatabase[] }> };
    for (const database of _databases.values())
      [...database.connections].forEach((one) => forceCloseDatabase(one as never));
  }

  it('is made again, and nothing is lost', async () => {
    const onClosed = vi.fn();
    const dropped = await openTestStore(factory, { onClosed });
    store.close();
    valueOf(await dropped.commit([change('project', 'p', 'a', 1)], label));
    const seen: number[] = [];
    const unsubscribe = dropped.observe(['project'], (records) => seen.push(records.length));
    await vi.waitFor(() => expect(seen).toEqual([1]));
    dropAll();
    await vi.waitFor(() => expect(onClosed).toHaveBeenCalledExactlyOnceWith('reopened'));
    valueOf(await dropped.commit([change('project', 'q', 'a', 2)], label));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
    unsubscribe();
    dropped.close();
  });

  it('is not made again to an emptied database', async () => {
    const onClosed = vi.fn();
    const dropped = await openTestStore(factory, { onClosed });
    store.close();
    valueOf(await dropped.commit([change('project', 'p', 'a', 1)], label));
    dropAll();
    (factory as unknown as { _databases: Map<string, unknown> })._databases.clear();
    await vi.waitFor(() => expect(onClosed).toHaveBeenCalledExactlyOnceWith('lost'));
    const refused = await dropped.commit([change('project', 'p', 'a', 2)], label);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'storage-lost' } });
  });
});

describe('opening', () => {
  it('refuses a newer database without touching it, and lets it be looked at', async () => {
    valueOf(await store.commit([change('project', 'p', 'name', 'kept')], label));
    store.close();
    const request = factory.open('service-quality-workbench', nativeVersion + 10);
    await new Promise<void>((resolve) => {
      request.onupgradeneeded = () => request.result.createObjectStore('charter', { keyPath: 'id' });
      request.onsuccess = () => (request.result.close(), resolve());
    });
    expect(await openStore({ indexedDB: factory, IDBKeyRange })).toMatchObject({
      ok: false,
      failure: { code: 'storage-newer' },
    });
    expect(await factory.databases()).toEqual([{ name: 'service-quality-workbench', version: nativeVersion + 10 }]);
    const reader = await openTestStore(factory, { readOnly: true });
    expect(await valuesOf('p', reader)).toEqual({ name: 'kept', deleted: false });
    expect(await reader.commit([change('project', 'p', 'name', 'spoilt')], label)).toMatchObject({
      ok: false,
      failure: { code: 'storage-newer' },
    });
    expect(await reader.undo()).toMatchObject({ ok: false });
    reader.close();
    expect(await factory.databases()).toEqual([{ name: 'service-quality-workbench', version: nativeVersion + 10 }]);
  });

  it('refuses a database whose records only a newer writer understands', async () => {
    valueOf(await store.updateState((state) => ({ ...state, minWriter: 99 })));
    expect(await openStore({ indexedDB: factory, IDBKeyRange })).toMatchObject({
      ok: false,
      failure: { code: 'storage-newer' },
    });
  });

  it.each([
    [3, true],
    [4, false],
  ])('with %i unknown errors of the browser in a row: %s', async (errors, opens) => {
    const original = factory.open.bind(factory);
    let left = errors;
    vi.spyOn(factory, 'open').mockImplementation((...input) => {
      if (left-- > 0) throw new DOMException('internal error', 'UnknownError');
      return original(...input);
    });
    const opened = await openStore({ indexedDB: factory, IDBKeyRange });
    expect(opened.ok).toBe(opens);
    if (opened.ok) opened.value.close();
    else expect(opened.failure).toEqual({ code: 'storage-failed', params: { reason: 'UnknownError' } });
  });

  it('says that there is no storage where the browser has none or forbids it', async () => {
    expect(await openStore()).toMatchObject({ ok: false, failure: { code: 'storage-unavailable' } });
    const forbidden = new IDBFactory();
    forbidden.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(await openStore({ indexedDB: forbidden, IDBKeyRange })).toMatchObject({
      ok: false,
      failure: { code: 'storage-unavailable' },
    });
  });

  it('waits behind a tab that does not let go, says so, and goes on by itself', async () => {
    const held = new IDBFactory();
    const holder = held.open('service-quality-workbench', 5);
    await new Promise((resolve) => (holder.onsuccess = resolve));
    const given = await openStore({ indexedDB: held, IDBKeyRange });
    expect(given).toMatchObject({ ok: false, failure: { code: 'storage-blocked' } });

    const onWaiting = vi.fn(() => holder.result.close());
    const opened = valueOf(await openStore({ indexedDB: held, IDBKeyRange, onWaiting }));
    expect(onWaiting).toHaveBeenCalledOnce();
    opened.close();
  });

  it('gives two tabs that open at once the same installation', async () => {
    const shared = freshFactory();
    const [a, b] = await Promise.all([openTestStore(shared), openTestStore(shared)]);
    expect(a.installId).toBe(b.installId);
    expect(a.installId).toHaveLength(22);
    a.close();
    b.close();
  });
});

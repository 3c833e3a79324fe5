import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBlockStore, type WritableBlockStore } from '../../../src/store/blocks';
import { view } from '../../../src/store/open-store';
import type { Store } from '../../../src/store/open-store';
import { useCipher } from '../../../src/store/vault/cipher';
import { convertProfile } from '../../../src/store/vault/convert';
import { changePassphrase, doesSeal, openProfileKeys, type ProfileKeys } from '../../../src/store/vault/keys';
import { parseLock, wrapKey, type Lock } from '../../../src/store/vault/lock';
import { lockPlaces, type LockPlaces } from '../../../src/store/vault/lock-places';
import { withSealing } from '../../../src/store/vault/rows';
import { sealedPlace } from '../../../src/store/vault/sealed-place';
import { sealedShelf } from '../../../src/store/vault/sealed-shelf';
import { iterationLimits } from '../../../src/store/passphrase';
import type { Shelf } from '../../../src/store/snapshots';
import type { Result } from '../../../src/kernel/result';
import type { Table } from '../../../src/table/column';
import { change, freshFactory, IDBKeyRange, openTestStore, valueOf } from './support/open';
import { rawText, settle, testKeys } from './support/vault';

const label = { code: 'rename', params: { name: 'label-canary' } };
const passphrase = 'four words make locks';
let factory: ReturnType<typeof freshFactory>;
let keys: ProfileKeys;

beforeEach(async () => {
  factory = freshFactory();
  keys = await testKeys(passphrase);
});

afterEach(() => useCipher(null));

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const sealedOptions = (from: ProfileKeys = keys) => ({ vault: from.rows, seals: doesSeal(from.lock) });

async function filled(options: Parameters<typeof openTestStore>[1] = {}): Promise<Store> {
  const store = await openTestStore(factory, options);
  for (const id of ['p', 'q']) valueOf(await store.commit([change('project', id, 'name', `name-canary-${id}`)], label));
  valueOf(await store.commit([change('event', 'e', 'facts', '客户张三来电')], label));
  return store;
}

async function blocksWith(
  text: string,
): Promise<{ blocks: WritableBlockStore; layout: Parameters<WritableBlockStore['verify']>[1] }> {
  const blocks = await openBlockStore({ indexedDB: factory, IDBKeyRange });
  const column = {
    id: 'c0',
    name: 'text',
    type: 'text' as const,
    layout: 'dictionary' as const,
    dictionary: [text],
    codes: new Uint32Array([0, 0]),
    missing: new Uint8Array(1),
  };
  const table: Table = { rows: 2, columns: [column] };
  const written = valueOf(await blocks.write('d', table));
  return { blocks, layout: { rows: 2, ...written } };
}

function memoryShelf(): Shelf & { readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    files,
    list: () => Promise.resolve([...files.keys()]),
    read: (name) => Promise.resolve(files.get(name) ?? null),
    write: (name, bytes) => Promise.resolve(void files.set(name, bytes)),
    remove: (name) => Promise.resolve(void files.delete(name)),
  };
}

describe('a lock', () => {
  it('opens with its passphrase, typed on any keyboard, and with no other', async () => {
    const made = await wrapKey(
      new Uint8Array(32),
      'é長い口令',
      { installId: 'i', state: 'sealed' },
      iterationLimits.least,
    );
    const lock = need(made);
    expect((await openProfileKeys(lock, 'e\u0301長い口令')).ok).toBe(true);
    for (const wrong of ['', 'é長い口令 ', 'É長い口令'])
      expect(await openProfileKeys(lock, wrong)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });

  it.each([
    ['fewer iterations than protect', { iterations: 1 }],
    ['iterations that would freeze the browser', { iterations: 2 ** 31 }],
    ['another derivation', { kdf: 'none' }],
    ['a field that is not known', { extra: 1 }],
    ['a salt that is no text of bytes', { salt: '<script>' }],
    ['a state that is not known', { state: 'open' }],
  ])('is none with %s', (_name, part) => {
    expect(parseLock(keys.lock)).toEqual(keys.lock);
    expect(parseLock({ ...keys.lock, ...part })).toBeNull();
  });

  it('does not open when anything of it was changed', async () => {
    const other = await testKeys(passphrase);
    for (const part of [
      { iterations: keys.lock.iterations + 1 },
      { salt: other.lock.salt },
      { iv: other.lock.iv },
      { key: other.lock.key },
    ])
      expect(await openProfileKeys({ ...keys.lock, ...part }, passphrase)).toMatchObject({
        failure: { code: 'passphrase-wrong' },
      });
  });
});

describe('sealed records', () => {
  it('C01 leave nothing readable in the database and read as before', async () => {
    const store = await filled(sealedOptions());
    const raw = await rawText(factory);
    expect(raw).not.toMatch(/canary|张三|rename/);
    const names = valueOf(await store.all('project')).map((record) => view(record)['name']);
    expect(names).toEqual(['name-canary-p', 'name-canary-q']);
    expect(valueOf(await store.history()).map(({ seq }) => seq)).toEqual([3, 2, 1]);
    store.close();
    const plain = await filled({ name: 'plain' });
    expect(await rawText(factory, 'plain')).toMatch(/name-canary-p/);
    plain.close();
  });

  it('are undone, done again and observed like others', async () => {
    const store = await filled(sealedOptions());
    const seen: number[] = [];
    const stop = store.observe(['project'], (records) => seen.push(records.length));
    expect(valueOf(await store.undo())?.act.changes[0]?.id).toBe('e');
    expect(valueOf(await store.undo())?.act.changes[0]?.id).toBe('q');
    await expect.poll(() => seen.at(-1)).toBe(1);
    expect((await store.nextUndo()).redo?.code).toBe('rename');
    expect(valueOf(await store.redo())?.act.changes[0]?.id).toBe('q');
    await expect.poll(() => seen.at(-1)).toBe(2);
    stop();
    store.close();
  });

  it('are told as locked without the key', async () => {
    (await filled(sealedOptions())).close();
    const store = await openTestStore(factory);
    expect(await store.all('project')).toMatchObject({ ok: false, failure: { code: 'profile-locked' } });
    store.close();
  });

  it('C05 cannot change places or be changed', async () => {
    (await filled(sealedOptions())).close();
    const connection = await settle(factory.open('service-quality-workbench'));
    const rows = () => connection.transaction('project', 'readwrite').objectStore('project');
    const [p, q] = (await settle(rows().getAll())) as { id: string; sealed: Uint8Array }[];
    await settle(rows().put({ id: 'p', sealed: q?.sealed }));
    const store = await openTestStore(factory, sealedOptions());
    expect(await store.get('project', 'p')).toMatchObject({ failure: { code: 'record-changed' } });
    const flipped = Uint8Array.from(p?.sealed ?? [], (byte, i) => (i === 20 ? byte ^ 1 : byte));
    await settle(rows().put({ id: 'p', sealed: flipped }));
    expect(await store.get('project', 'p')).toMatchObject({ failure: { code: 'record-changed' } });
    await settle(rows().put(p));
    expect(view(valueOf(await store.get('project', 'p')) ?? fail())['name']).toBe('name-canary-p');
    connection.close();
    store.close();
  });
});

function fail(): never {
  throw new Error('nothing was found');
}

describe('sealed blocks', () => {
  it('C05 are read back, and are damaged when they change places', async () => {
    useCipher(keys.cipher);
    (await filled(sealedOptions())).close();
    const { blocks, layout } = await blocksWith('block-canary');
    expect(await rawText(factory)).not.toContain('block-canary');
    expect((await blocks.read('d', layout, ['c0'])).ok).toBe(true);
    const connection = await settle(factory.open('service-quality-workbench'));
    const table = () => connection.transaction('blocks', 'readwrite').objectStore('blocks');
    const [row] = (await settle(table().getAll())) as { dataset: string }[];
    await settle(table().put({ ...row, dataset: 'other' }));
    connection.close();
    expect(await blocks.read('other', layout, ['c0'])).toMatchObject({ failure: { code: 'block-damaged' } });
    useCipher(null);
    expect(await blocks.read('d', layout, ['c0'])).toMatchObject({ failure: { code: 'profile-locked' } });
    blocks.close();
  });

  it('of a snapshot open only under their name', async () => {
    const bare = memoryShelf();
    const shelf = sealedShelf(bare, () => keys.cipher);
    await shelf.write('a', new TextEncoder().encode('file-canary'));
    expect(Buffer.from(bare.files.get('a') ?? []).toString('latin1')).not.toContain('canary');
    expect(new TextDecoder().decode((await shelf.read('a')) ?? undefined)).toBe('file-canary');
    bare.files.set('b', bare.files.get('a') ?? new Uint8Array());
    expect(await shelf.read('b')).toBeNull();
    expect(await sealedShelf(bare, () => null).read('a')).toBeNull();
  });
});

describe('sealed short texts', () => {
  it('are read back under their own name only', () => {
    const kept = new Map<string, string>();
    const place = sealedPlace(
      {
        keys: () => [...kept.keys()],
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, text) => void kept.set(key, text),
        removeItem: (key) => void kept.delete(key),
      },
      keys.rows,
    );
    const text = `最后的话 ${'canary'.repeat(50_000)}`;
    place.setItem('a', text);
    expect(atob(kept.get('a') ?? '')).not.toContain('canary');
    expect(place.getItem('a')).toBe(text);
    expect(place.keys()).toEqual(['a']);
    kept.set('b', kept.get('a') ?? '');
    kept.set('c', '{"plain":true}');
    expect(['b', 'c', 'd'].map((key) => place.getItem(key))).toEqual([null, null, null]);
    place.removeItem('a');
    expect(kept.has('a')).toBe(false);
  });
});

describe('a profile on its way', () => {
  it('is sealed whole and opened whole, records, blocks and snapshots', async () => {
    const store = await filled();
    const { blocks, layout } = await blocksWith('block-canary');
    const bare = memoryShelf();
    await bare.write('snapshot', new TextEncoder().encode('file-canary'));
    const texts = async () =>
      (await rawText(factory)) + [...bare.files.values()].map((bytes) => Buffer.from(bytes).toString('latin1')).join();
    const convert = (seals: boolean) => {
      const cipher = { ...keys.cipher, seals };
      useCipher(cipher);
      const shelf = sealedShelf(bare, () => cipher);
      return convertProfile({ store, shelf, rows: keys.rows, seals, blocks: { indexedDB: factory, IDBKeyRange } });
    };
    valueOf(await convert(true));
    expect(await texts()).not.toMatch(/canary|张三/);
    expect(valueOf(await store.state())?.minWriter).toBe(2);
    expect((await blocks.read('d', layout, ['c0'])).ok).toBe(true);
    expect(valueOf(await store.all('project'))).toHaveLength(2);
    valueOf(await convert(false));
    for (const canary of ['name-canary', 'block-canary', 'file-canary', '张三', 'label-canary'])
      expect(await texts()).toContain(canary);
    expect(valueOf(await store.state())?.minWriter).toBe(1);
    expect((await blocks.read('d', layout, ['c0'])).ok).toBe(true);
    blocks.close();
    store.close();
  });

  it('reads what an open page wrote unsealed, and knows of it', async () => {
    const old = await filled();
    const store = await openTestStore(factory, sealedOptions());
    expect(valueOf(await store.all('project'))).toHaveLength(2);
    expect(valueOf(await store.sawPlainRows())).toBe(true);
    valueOf(await store.rewriteRows(keys.rows, true));
    expect(valueOf(await store.all('project'))).toHaveLength(2);
    expect(valueOf(await store.sawPlainRows())).toBe(false);
    old.close();
    store.close();
  });
});

describe('the places of a lock', () => {
  let places: LockPlaces;
  let files: Map<string, string>;
  /** Steps of writing files after which the page is killed. */
  let stepsLeft: number;

  beforeEach(() => {
    files = new Map();
    stepsLeft = Infinity;
    const step = async (): Promise<void> => {
      if (stepsLeft === 0) throw new DOMException('the page is gone', 'AbortError');
      stepsLeft--;
    };
    // As browsers do it: what is written takes the place of the file when it is closed.
    const root = {
      async getFileHandle(name: string, options?: { readonly create?: boolean }) {
        if (options?.create) await step();
        let written = '';
        return {
          getFile: () => Promise.resolve({ text: () => Promise.resolve(files.get(name) ?? '') }),
          async createWritable() {
            await step();
            return {
              async write(text: string) {
                await step();
                written = text;
              },
              async close() {
                await step();
                files.set(name, written);
              },
            };
          },
        };
      },
      removeEntry: (name: string) => Promise.resolve(void files.delete(name)),
    };
    places = lockPlaces({ indexedDB: factory, root: () => Promise.resolve(root as never) });
  });

  it('are empty where nothing is stored, and make no database', async () => {
    expect(await places.read()).toBeNull();
    expect(await factory.databases()).toEqual([]);
  });

  it('C03 change with the passphrase: at every moment the old or the new one opens', async () => {
    (await filled()).close();
    await places.write(keys.lock);
    const changed = need(await changePassphrase(keys.lock, passphrase, 'another', iterationLimits.least));
    expect(await changePassphrase(keys.lock, 'wrong', 'x')).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    const opens = async (lock: Lock, text: string) => (await openProfileKeys(lock, text)).ok;
    expect([await opens(keys.lock, passphrase), await opens(keys.lock, 'another')]).toEqual([true, false]);
    expect([await opens(changed, passphrase), await opens(changed, 'another')]).toEqual([false, true]);
    const found = async () => {
      const text = JSON.stringify(await places.read());
      return text === JSON.stringify(keys.lock) ? 'old' : text === JSON.stringify(changed) ? 'new' : 'neither';
    };
    expect(await found()).toBe('old');
    const before = new Map(files);
    // Killed before the database is written, then at every step of the copy beside it, then not at all.
    const told: string[] = [];
    for (let step = -1; step <= 4; step++) {
      await places.write(keys.lock);
      files = new Map(before);
      if (step >= 0) {
        stepsLeft = step;
        await places.write(changed);
        stepsLeft = Infinity;
      }
      told.push(await found());
    }
    expect(told).toEqual(['old', 'new', 'new', 'new', 'new', 'new']);
    // The copy alone, should the database go as well: the old one until it is written whole.
    await settle(factory.deleteDatabase('service-quality-workbench'));
    const copies: string[] = [];
    for (let step = 0; step <= 4; step++) {
      files = new Map(before);
      (await filled()).close();
      stepsLeft = step;
      await places.write(changed);
      stepsLeft = Infinity;
      await settle(factory.deleteDatabase('service-quality-workbench'));
      copies.push(await found());
    }
    expect(copies).toEqual(['old', 'old', 'old', 'old', 'new']);
  });

  it('find the copy when the database is gone or is another one', async () => {
    (await filled()).close();
    await places.write(keys.lock);
    await settle(factory.deleteDatabase('service-quality-workbench'));
    expect(await places.read()).toEqual(keys.lock);
    (await filled()).close();
    expect(await places.read()).toEqual(keys.lock);
  });

  it('do not lock what was opened for good, although the copy stayed', async () => {
    const store = await filled();
    await places.write({ ...keys.lock, installId: store.installId });
    const copy = files.get('lock.json') ?? '';
    await places.write(null);
    files.set('lock.json', copy);
    expect(await places.read()).toBeNull();
    store.close();
  });
});

it('C05 no two rows are sealed under one vector', () => {
  const count = Number(process.env['TRIALS'] ?? 0) > 0 ? 1_000_000 : 50_000;
  const seen = new Set<string>();
  const core = {
    table: () => ({
      name: 'project',
      schema: { primaryKey: { keyPath: 'id', extractKey: ({ id }: { id: string }) => id }, indexes: [] },
      mutate: () => Promise.resolve({}),
    }),
  };
  const gcm = (_key: Uint8Array, iv: Uint8Array) => {
    seen.add(Buffer.from(iv).toString('latin1'));
    return { encrypt: (plain: Uint8Array) => plain, decrypt: (sealed: Uint8Array) => sealed };
  };
  const sealing = { vault: { key: new Uint8Array(32), gcm }, seals: true, sawPlain: false };
  const table = withSealing(sealing)(core as never).table('project');
  const values = Array.from({ length: count }, (_, i) => ({ id: String(i) }));
  void table.mutate({ type: 'put', trans: {} as never, values });
  expect(seen.size).toBe(count);
});

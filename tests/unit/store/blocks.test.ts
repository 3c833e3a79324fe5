import { isDeepStrictEqual } from 'node:util';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseName, nativeVersion, settle, settleTransaction } from '../../../src/store/database';
import { chunkRows, openBlockStore, prepareTable } from '../../../src/store/blocks';
import type { WritableBlockStore } from '../../../src/store/blocks';
import type { Store } from '../../../src/store/open-store';
import type { BlockRef, StoredColumn } from '../../../src/store/types';
import type { Table } from '../../../src/table/column';
import { freshFactory, IDBKeyRange, openTestStore, valueOf } from './support/open';
import { dictionary, idsOf, numeric, tableOfEveryType } from './support/tables';

let factory: IDBFactory;
let store: Store;
let blocks: WritableBlockStore;
let now = 0;

beforeEach(async () => {
  factory = freshFactory();
  now = Date.UTC(2026, 0, 1);
  store = await openTestStore(factory);
  blocks = await openBlockStore({ indexedDB: factory, IDBKeyRange, now: () => now });
});

afterEach(() => {
  blocks.close();
  store.close();
});

interface Written {
  readonly rows: number;
  readonly chunkRows: number;
  readonly columns: readonly StoredColumn[];
  readonly blocks: readonly BlockRef[];
}

async function write(id: string, table: Table): Promise<Written> {
  return { rows: table.rows, ...valueOf(await blocks.write(id, table)) };
}

type RawRow = { dataset: string; column: string; chunk: number; bytes: ArrayBuffer };

/** Changes the stored rows behind the back of the store. */
async function tamper(change: (rows: IDBObjectStore) => void): Promise<void> {
  const request = factory.open('service-quality-workbench');
  await new Promise<void>((resolve) => {
    request.onsuccess = () => {
      const transaction = request.result.transaction('blocks', 'readwrite');
      change(transaction.objectStore('blocks'));
      transaction.oncomplete = () => (request.result.close(), resolve());
    };
  });
}

async function storedRows(): Promise<RawRow[]> {
  let found: RawRow[] = [];
  await tamper((rows) => {
    const request = rows.getAll();
    request.onsuccess = () => (found = request.result as RawRow[]);
  });
  return found;
}

describe('round trip', () => {
  it.each([0, 1, 7, 8, 9, 1000])('of every column type with %i rows', async (rows) => {
    const table = tableOfEveryType(rows);
    const manifest = await write('d', table);
    expect(manifest.chunkRows).toBe(131_072);
    expect(manifest.columns).toEqual(table.columns.map(({ id, name, type }) => ({ id, name, type })));
    expect(manifest.blocks).toHaveLength(table.columns.length);
    expect(valueOf(await blocks.read('d', manifest, idsOf(table)))).toEqual(table);
  });

  it('of 140,000 rows in two chunks', async () => {
    const table = tableOfEveryType(140_000);
    const manifest = await write('d', table);
    expect(manifest.blocks.filter(({ column }) => column === 'c8').map(({ chunk }) => chunk)).toEqual([0, 1]);
    expect(isDeepStrictEqual(valueOf(await blocks.read('d', manifest, idsOf(table))), table)).toBe(true);
  });

  it('of exactly one chunk', async () => {
    const table: Table = {
      rows: chunkRows,
      columns: [numeric('c0', 'number', new Float64Array(chunkRows).fill(0.5), [chunkRows - 1])],
    };
    const manifest = await write('d', table);
    expect(manifest.blocks).toHaveLength(1);
    expect(isDeepStrictEqual(valueOf(await blocks.read('d', manifest, ['c0'])), table)).toBe(true);
  });

  it('of chunks of another size, as earlier versions wrote them', async () => {
    const values = Float64Array.from({ length: 100 }, (_, row) => row * 1.5);
    const refs: BlockRef[] = [];
    for (const [chunk, part] of [values.slice(0, 64), values.slice(64)].entries()) {
      const { blocks: written } = await write(`part${chunk}`, {
        rows: part.length,
        columns: [numeric('c0', 'number', part)],
      });
      const [row] = (await storedRows()).filter(({ dataset }) => dataset === `part${chunk}`);
      await tamper((rows) => rows.put({ ...row, dataset: 'd', chunk }));
      refs.push({ ...written[0], chunk });
    }
    const manifest = {
      rows: 100,
      chunkRows: 64,
      columns: [{ id: 'c0', name: 'c0', type: 'number' }],
      blocks: refs,
    } as const;
    expect(valueOf(await blocks.read('d', manifest, ['c0'])).columns).toMatchObject([{ values }]);
    expect(valueOf(await blocks.verify('d', manifest))).toEqual([]);
  });

  it('reads only the columns that are asked for, in that order', async () => {
    const table = tableOfEveryType(20);
    const manifest = await write('d', table);
    const read = valueOf(await blocks.read('d', manifest, ['c7', 'c0']));
    expect(read.columns).toEqual([table.columns[7], table.columns[0]]);
    await expect(blocks.read('d', manifest, ['c99'])).rejects.toThrow(RangeError);
  });

  it('keeps numbers bit for bit', async () => {
    const values = Float64Array.of(
      -0,
      0,
      0.1 + 0.2,
      5e-324,
      Number.MAX_VALUE,
      -1,
      2 ** 53,
      4_294_967_295,
      4_294_967_296,
    );
    const table: Table = { rows: values.length, columns: [numeric('c0', 'number', values)] };
    const read = valueOf(await blocks.read('d', await write('d', table), ['c0']));
    expect(new BigUint64Array((read.columns[0] as { values: Float64Array }).values.buffer)).toEqual(
      new BigUint64Array(values.buffer),
    );
  });

  it('keeps words that are no well-formed text, empty, or marked', async () => {
    // The pair that the border of the first two entries forms must be cut in two again.
    const entries = ['a\ud83d', '\udc4d', '\ud800', '', '\ufeff', 'e\u0301', '\u0000', '__proto__', '客户经理', '𠮷'];
    const table: Table = { rows: 10, columns: [dictionary('c0', 'text', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], entries)] };
    const read = valueOf(await blocks.read('d', await write('d', table), ['c0']));
    expect(read).toEqual(table);
    const paired: Table = { rows: 2, columns: [dictionary('c0', 'text', [0, 1], ['a\ud83d', '\udc4d'])] };
    expect(valueOf(await blocks.read('e', await write('e', paired), ['c0']))).toEqual(paired);
  });

  it('keeps dictionaries whose order is not that of first appearance, and unused entries', async () => {
    const rows = chunkRows + 10;
    const codes = Array.from({ length: rows }, (_, row) => (row < chunkRows ? 3 : row % 6));
    const table: Table = {
      rows,
      columns: [dictionary('c0', 'category', codes, ['a', 'b', 'c', 'd', 'e', 'f', 'unused'])],
    };
    expect(isDeepStrictEqual(valueOf(await blocks.read('d', await write('d', table), ['c0'])), table)).toBe(true);
  });

  it('stores dense integers and words in few bytes', async () => {
    const rows = 10_000;
    const table: Table = {
      rows,
      columns: [
        numeric(
          'c0',
          'number',
          Float64Array.from({ length: rows }, (_, row) => row % 200),
        ),
        numeric(
          'c1',
          'date',
          Int32Array.from({ length: rows }, (_, row) => 20_000 + (row % 700)),
        ),
        dictionary(
          'c2',
          'category',
          Array.from({ length: rows }, (_, row) => row % 3),
          ['a', 'b', 'c'],
        ),
      ],
    };
    const { blocks: refs } = await write('d', table);
    expect(refs.map(({ bytes }) => Math.round(bytes / rows))).toEqual([1, 2, 1]);
  });

  it('keeps source rows beside the table', async () => {
    const table: Table = { rows: 3, columns: [numeric('a', 'number', Float64Array.of(1, 2, 3))] };
    const sourceRows = Uint32Array.of(2, 3, 4_000_000_000);
    const full = { rows: 3, ...valueOf(await blocks.write('d', prepareTable(table, sourceRows))) };
    expect(full.columns.map(({ id }) => id)).toEqual(['a']);
    expect(valueOf(await blocks.readSourceRows('d', full))).toEqual(sourceRows);
    expect(valueOf(await blocks.readSourceRows('bare', await write('bare', table)))).toBeNull();
  });

  it.each([0, 1, 2, 9])('writes the same blocks of a table of which %d chunks were encoded ahead', async (ahead) => {
    const table = tableOfEveryType(280_000);
    const plain = valueOf(await blocks.write('plain', table));
    expect(valueOf(await blocks.write('ahead', prepareTable(table, undefined, ahead)))).toEqual(plain);
    expect(valueOf(await blocks.verify('ahead', { rows: 280_000, ...plain }))).toEqual([]);
  });

  it('refuses column ids of its own namespace', async () => {
    const table: Table = { rows: 1, columns: [numeric('#sourceRows', 'number', Float64Array.of(1))] };
    await expect(blocks.write('d', table)).rejects.toThrow(RangeError);
  });

  it('reports progress up to the whole', async () => {
    const seen: number[] = [];
    valueOf(await blocks.write('d', tableOfEveryType(140_000), { onProgress: (fraction) => seen.push(fraction) }));
    expect(seen).toEqual([0.5, 1]);
  });
});

describe('damage', () => {
  it('names the column and the rows of a block with a flipped bit, and leaves the others readable', async () => {
    const table = tableOfEveryType(140_000);
    const manifest = await write('d', table);
    const [row] = (await storedRows()).filter(({ column, chunk }) => column === 'c8' && chunk === 1);
    new Uint8Array(row.bytes)[40] ^= 1;
    await tamper((rows) => rows.put(row));
    expect(await blocks.read('d', manifest, ['c8'])).toEqual({
      ok: false,
      failure: { code: 'block-damaged', params: { column: '名称 c8', firstRow: 131_073, lastRow: 140_000 } },
    });
    expect((await blocks.read('d', manifest, ['c0', 'c7'])).ok).toBe(true);
    expect(valueOf(await blocks.verify('d', manifest))).toEqual([
      { column: 'c8', name: '名称 c8', chunk: 1, code: 'block-damaged' },
    ]);
    expect(valueOf(await blocks.findMissing('d', manifest))).toEqual([]);
  });

  it('names a missing block', async () => {
    const table = tableOfEveryType(10);
    const manifest = await write('d', table);
    await tamper((rows) => rows.delete(['d', 'c3', 0]));
    expect(await blocks.read('d', manifest, ['c3'])).toEqual({
      ok: false,
      failure: { code: 'block-missing', params: { column: '名称 c3', firstRow: 1, lastRow: 10 } },
    });
    const expected = [{ column: 'c3', name: '名称 c3', chunk: 0, code: 'block-missing' }];
    expect(valueOf(await blocks.findMissing('d', manifest))).toEqual(expected);
    expect(valueOf(await blocks.verify('d', manifest))).toEqual(expected);
  });

  it('names a block whose file the browser has lost', async () => {
    const table = tableOfEveryType(10);
    const manifest = await write('d', table);
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Data lost due to missing file', 'NotReadableError');
    });
    expect(await blocks.read('d', manifest, ['c3'])).toMatchObject({ ok: false, failure: { code: 'block-damaged' } });
  });

  it('does not accept intact bytes of another block', async () => {
    const table = tableOfEveryType(10);
    const manifest = await write('d', table);
    const [other] = (await storedRows()).filter(({ column }) => column === 'c4');
    await tamper((rows) => rows.put({ ...other, column: 'c3' }));
    expect(await blocks.read('d', manifest, ['c3'])).toMatchObject({ ok: false, failure: { code: 'block-damaged' } });
  });
});

describe('writing that does not end', () => {
  it('I11 leaves nothing behind when cancelled half-way', async () => {
    const cancel = new AbortController();
    const writing = blocks.write('d', tableOfEveryType(280_000), {
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(await storedRows()).toEqual([]);
  });

  it('leaves nothing behind when the disk is full, and other datasets stay', async () => {
    const kept = await write('kept', tableOfEveryType(10));
    const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...input) {
      if ((input[0] as Partial<RawRow>).chunk === 1) throw new DOMException('no space', 'QuotaExceededError');
      return put.apply(this, input);
    });
    const full = await blocks.write('d', tableOfEveryType(140_000));
    expect(full).toEqual({ ok: false, failure: { code: 'storage-full', params: {} } });
    expect((await storedRows()).filter(({ dataset }) => dataset === 'd')).toEqual([]);
    expect((await blocks.read('kept', kept, ['c0'])).ok).toBe(true);
  });
});

describe('removing', () => {
  it('takes all blocks of one dataset and no other', async () => {
    await write('a', tableOfEveryType(5));
    await write('ab', tableOfEveryType(5));
    valueOf(await blocks.remove('a'));
    expect(new Set((await storedRows()).map(({ dataset }) => dataset))).toEqual(new Set(['ab']));
  });

  it('collects what a killed import left, but not what another tab is writing', async () => {
    await write('dead', tableOfEveryType(5));
    await write('known', tableOfEveryType(5));
    now += 9 * 60_000;
    await write('busy', tableOfEveryType(5));
    now += 2 * 60_000;
    expect(valueOf(await blocks.collectOrphans(['known']))).toEqual(['dead']);
    expect(new Set((await storedRows()).map(({ dataset }) => dataset))).toEqual(new Set(['busy', 'known']));
    now += 11 * 60_000;
    expect(valueOf(await blocks.collectOrphans(['known']))).toEqual(['busy']);
  });
});

describe('left behind', () => {
  it('S02 is removed at once where nobody else is writing', async () => {
    await write('dead', tableOfEveryType(5));
    await write('known', tableOfEveryType(5));
    expect(valueOf(await blocks.collectOrphans(['known']))).toEqual([]);
    expect(valueOf(await blocks.collectOrphans(['known'], { nobodyWrites: true }))).toEqual(['dead']);
  });
});

describe('reading back', () => {
  it.each([2 ** 53, 'text', null])('S09 takes a row that has become %j for damage', async (rubbish) => {
    const manifest = await write('d', tableOfEveryType(5));
    const [{ column, chunk }] = manifest.blocks;
    const database = await settle(factory.open(databaseName));
    const transaction = database.transaction('blocks', 'readwrite');
    transaction.objectStore('blocks').put({ dataset: 'd', column, chunk, bytes: rubbish });
    await settleTransaction(transaction);
    database.close();
    expect(valueOf(await blocks.verify('d', manifest))).toMatchObject([{ column, chunk, code: 'block-missing' }]);
    expect(valueOf(await blocks.verifySample('d', manifest, 1_000))).toMatchObject([{ column, chunk }]);
  });

  it('finds blocks that are not what was written, and reads only a few of a large dataset', async () => {
    const manifest = await write('d', tableOfEveryType(5));
    expect(valueOf(await blocks.verifySample('d', manifest))).toEqual([]);
    const gets = vi.spyOn(IDBObjectStore.prototype, 'get');
    const getAlls = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    valueOf(await blocks.verifySample('d', manifest, 2));
    expect(gets).toHaveBeenCalledTimes(2);
    expect(getAlls).not.toHaveBeenCalled();
    vi.restoreAllMocks();

    const other: Written = {
      ...manifest,
      blocks: manifest.blocks.map((block) => ({ ...block, digest: '0'.repeat(64) })),
    };
    const damages = valueOf(await blocks.verifySample('d', other, 1_000));
    expect(damages.map(({ column, code }) => `${column} ${code}`)).toEqual(
      manifest.blocks.map(({ column }) => `${column} block-damaged`),
    );
    valueOf(await blocks.remove('d'));
    expect(valueOf(await blocks.verifySample('d', manifest, 1))).toMatchObject([{ code: 'block-missing' }]);
  });
});

describe('the connection', () => {
  it('does not create the database', async () => {
    const empty = freshFactory();
    const alone = await openBlockStore({ indexedDB: empty, IDBKeyRange });
    expect(await alone.write('d', tableOfEveryType(1))).toMatchObject({
      ok: false,
      failure: { code: 'storage-failed' },
    });
    expect(await empty.databases()).toEqual([]);
  });

  it('gives way to a newer build and then writes no more', async () => {
    const manifest = await write('d', tableOfEveryType(5));
    store.close();
    const request = factory.open('service-quality-workbench', nativeVersion + 10);
    await new Promise((resolve) => (request.onsuccess = resolve));
    request.result.close();
    expect(await blocks.read('d', manifest, ['c0'])).toMatchObject({ ok: false, failure: { code: 'storage-newer' } });
    expect(await blocks.write('e', tableOfEveryType(5))).toMatchObject({
      ok: false,
      failure: { code: 'storage-newer' },
    });
  });
});

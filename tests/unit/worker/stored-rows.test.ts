import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../../src/kernel/result';
import { openBlockStore, type WritableBlockStore } from '../../../src/store/blocks';
import type { Table } from '../../../src/table/column';
import { StoredRows } from '../../../src/worker/stored-rows';
import type { DatasetRef } from '../../../src/worker/protocol';
import { hostileBytes, hostileDir, importBytes, importText } from '../ingest/support/import-fixture';
import { freshFactory, IDBKeyRange, openTestStore } from '../store/support/open';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

let blocks: WritableBlockStore;
const tableOf = async (text: string): Promise<Table> => (await importText(text)).table;

async function store(id: string, table: Table): Promise<DatasetRef> {
  return { id, rows: table.rows, ...valueOf(await blocks.write(id, table)), coding: null };
}

beforeEach(async () => {
  const factory = freshFactory();
  await openTestStore(factory);
  blocks = await openBlockStore({ indexedDB: factory, IDBKeyRange });
});

describe('StoredRows', () => {
  it('I12 finds every row of every file again, of whatever types, in any order', async () => {
    const names = readdirSync(hostileDir).filter((name) => /\.(csv|tsv|txt|xlsx)$/.test(name));
    let tables = 0;
    for (const name of names) {
      const imported = await importBytes(hostileBytes(name)).catch(() => null);
      if (!imported || imported.table.rows === 0) continue;
      const { table } = imported;
      const stored = await store(name, table);
      const again = new StoredRows({ ...table, columns: [...table.columns].reverse() });
      const { overlaps, newRows } = valueOf(await again.findIn(blocks, [stored]));
      expect([name, overlaps, newRows.length]).toEqual([name, [{ datasetId: name, rows: table.rows }], 0]);
      tables++;
    }
    expect(tables).toBeGreaterThan(30);
  });

  it('tells rows apart, counts equal ones, and goes through several datasets', async () => {
    const first = await store('first', await tableOf('编号,类别\n1,排队\n2,收费\n2,收费\n'));
    const second = await store('second', await tableOf('编号,类别\n3,排队\n4,\n'));
    const rows = new StoredRows(await tableOf('编号,类别\n2,收费\n2,收费\n2,收费\n4,\n4,排队\n5,态度\n'));
    expect(valueOf(await rows.findIn(blocks, [first, second]))).toEqual({
      overlaps: [
        { datasetId: 'first', rows: 2 },
        { datasetId: 'second', rows: 1 },
      ],
      knownRows: Uint32Array.of(0, 1, 3),
      newRows: Uint32Array.of(2, 4, 5),
    });
  });

  it('reads days, then words, and the other columns only where a row may be known; nothing twice', async () => {
    const header = '编号,日期,类别,金额';
    const table = await tableOf(`${header}\nA1,2024-03-01,排队,1\nA2,2024-03-31,收费,2\n`);
    const april = await store('april', await tableOf(`${header}\nA1,2024-04-01,排队,1\nA2,2024-04-02,收费,2\n`));
    const other = await store('other', await tableOf(`${header}\nB1,2024-03-31,排队,1\nB2,2024-04-02,收费,2\n`));
    const same = await store('same', table);
    const narrow = await store('narrow', await tableOf('编号,日期,类别\nA1,2024-03-01,排队\n'));
    const read = vi.spyOn(blocks, 'read');
    const rows = new StoredRows(table);
    for (let time = 0; time < 2; time++) {
      const { overlaps } = valueOf(await rows.findIn(blocks, [april, other, same, narrow]));
      expect(overlaps).toEqual([{ datasetId: 'same', rows: 2 }]);
    }
    expect(read.mock.calls.map(([id, , columns]) => [id, columns])).toEqual([
      ['april', ['c1']],
      ['other', ['c1']],
      ['other', ['c0']],
      ['same', ['c1']],
      ['same', ['c0']],
      ['same', ['c2', 'c3']],
    ]);
  });

  it('finds rows of numbers alone, and rows whose cells are missing', async () => {
    const numbers = '金额,时长\n1.5,2\n-3,4\n';
    const stored = await store('numbers', await tableOf(numbers));
    const found = async (text: string): Promise<readonly number[]> => [
      ...valueOf(await new StoredRows(await tableOf(text)).findIn(blocks, [stored])).knownRows,
    ];
    expect(await found(numbers)).toEqual([0, 1]);
    expect(await found('金额,时长\n8,9\n1.5,2\n')).toEqual([1]);
    expect(await found('金额,时长\n8,9\n7,6\n')).toEqual([]);
    const gaps = await store('gaps', await tableOf('日期,类别\n,排队\n2024-03-01,\n'));
    const rows = new StoredRows(await tableOf('日期,类别\n2024-05-01,\n,排队\n'));
    expect([...valueOf(await rows.findIn(blocks, [gaps])).knownRows]).toEqual([1]);
  });

  it('does not pass over a dataset that cannot be read', async () => {
    const table = await tableOf('编号,类别\n1,排队\n');
    const stored = await store('lost', table);
    await blocks.remove('lost');
    expect(await new StoredRows(table).findIn(blocks, [stored])).toMatchObject({
      ok: false,
      failure: { code: 'block-missing' },
    });
  });

  it('takes no row of an empty table for stored', async () => {
    const stored = await store('first', await tableOf('编号,类别\n1,排队\n'));
    const rows = new StoredRows({ rows: 0, columns: [] });
    expect(valueOf(await rows.findIn(blocks, [stored]))).toMatchObject({ overlaps: [] });
  });
});

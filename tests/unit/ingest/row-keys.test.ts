import { describe, expect, it } from 'vitest';
import { rowKeys } from '../../../src/ingest/row-keys';
import type { NumericColumn } from '../../../src/table/column';
import { importText } from './support/import-fixture';

async function keysOf(text: string): Promise<number[]> {
  return [...rowKeys((await importText(text)).table)];
}

describe('rowKeys', () => {
  const file = '编号,日期,量,类\nT1,2024/1/1,3,慢\nT2,2024/1/2,4,乱\nT3,2024/1/3,,慢\n';

  it('are whole numbers below 2^53 and differ from row to row', async () => {
    const keys = await keysOf(file);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
  });

  it('are the same for the same rows in another order of rows and columns', async () => {
    const other = '类,量,日期,编号\n乱,4,2024/1/2,T2\n慢,,2024/1/3,T3\n慢,3,2024/1/1,T1\n';
    expect((await keysOf(other)).sort()).toEqual((await keysOf(file)).sort());
  });

  it('count a repeated row of one file as a row of its own, the same way in every file', async () => {
    const twice = 'a,b\nx,1\nx,1\ny,2\n';
    const thrice = 'a,b\ny,2\nx,1\nx,1\nx,1\n';
    const keys = await keysOf(twice);
    expect(new Set(keys).size).toBe(3);
    const known = new Set(keys);
    expect((await keysOf(thrice)).filter((key) => !known.has(key))).toHaveLength(1);
  });

  it('tell a missing cell from zero and an empty text from none', async () => {
    const [a, b] = await keysOf('k,v,w\nz,0,u\nz,,u\n');
    expect(a).not.toBe(b);
  });

  it('do not collide over many similar rows', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i % 300},${Math.floor(i / 300)}`).join('\n');
    expect(new Set(await keysOf(`a,b\n${rows}\n`)).size).toBe(60_000);
  });

  it('are those that a number has in a table of its own, wherever its row stands', () => {
    const column = (values: Float64Array): NumericColumn => {
      const missing = new Uint8Array((values.length + 7) >>> 3);
      return { id: 'c', name: 'n', layout: 'numeric', type: 'number', values, missing };
    };
    const values = Float64Array.from({ length: 2_600 }, (_, row) => (row % 2 === 0 ? -row / 8 : row * 1e9));
    values[2_599] = -0;
    values[0] = 7;
    const keys = rowKeys({ rows: values.length, columns: [column(values)] });
    const alone = Array.from(values, (value) => rowKeys({ rows: 1, columns: [column(Float64Array.of(value + 0))] })[0]);
    expect([...keys]).toEqual(alone);
  });
});

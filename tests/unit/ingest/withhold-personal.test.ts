import { describe, expect, it } from 'vitest';
import { importText, issuesOf, type Imported } from './support/import-fixture';
import { cellsOf } from './support/read-column';

const masking = { plan: { mask: true } } as const;
const mobiles = Array.from({ length: 12 }, (_, i) => `138001380${10 + i}`);

/** Every number and text that would be written, names of columns included. */
function written({ table, issues, masked }: Imported): string {
  const cells = table.columns.map((column) =>
    column.layout === 'numeric' ? [...column.values].join() : column.dictionary.join(),
  );
  return JSON.stringify([table.columns.map(({ name }) => name), cells, issues, masked]);
}

describe('a column of personal numbers of mixed lengths', () => {
  it.each([
    ['an eight-digit line', '62345678'],
    ['a digit too few', '1380013800'],
    ['a decimal that a program added', '13900139000.0'],
  ])('is kept as identifiers and masked: %s', async (_, odd) => {
    for (const header of ['联系方式', '客户联系电话', 'contact', 'card', '列甲']) {
      const text = `${header},量\n${[...mobiles, odd].map((number, i) => `${number},${i}\n`).join('')}`;
      const imported = await importText(text, masking);
      expect(
        imported.table.columns.map(({ type }) => type),
        header,
      ).toEqual(['identifier', 'number']);
      expect(written(imported), header).not.toContain('138001380');
    }
  });

  it('is told from counts, sums and measures, which stay numbers', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `${i * 7},${13_000_000_000 + i * 41},${13_000_000_000 + i}.5\n`);
    const { table, masked } = await importText(`联系方式,贷款余额,量\n${rows.join('')}`, masking);
    expect(table.columns.map(({ type }) => type)).toEqual(['number', 'number', 'number']);
    expect(masked).toEqual([]);
    expect(cellsOf(table, '贷款余额')[1]).toBe(13_000_000_041);
  });
});

describe('personal numbers among measures', () => {
  const numbers = ['3', '13800138000', '5', '13800138000', '6222020000000000000', '110105194912310021', '7', '8', '9'];
  const text = `编,量\n${numbers.map((number, i) => `a${i},${number}\n`).join('')}`;
  const asNumber = { columns: { 量: { type: 'number', reading: {} } } } as const;

  it('are missing, counted and reported where they stand', async () => {
    const imported = await importText(text, { ...masking, ...asNumber });
    expect(cellsOf(imported.table, '量').slice(0, 5)).toEqual([3, null, 5, null, null]);
    expect(cellsOf(imported.table, '量')[5]).toBe(110105194912310021);
    expect(imported.masked).toEqual([
      { kind: 'mobile', column: '量', count: 2, examples: ['138****8000'] },
      { kind: 'bankCard', column: '量', count: 1, examples: ['***************0000'] },
    ]);
    expect(issuesOf(imported.issues, 'personalNumber').map(({ row, column }) => [row, column])).toEqual([
      [3, 2],
      [5, 2],
      [6, 2],
    ]);
    expect(written(imported)).not.toMatch(/13800138000|62220200/);
  });

  it('stay where the person switched masking off', async () => {
    const { table, masked } = await importText(text, asNumber);
    expect([cellsOf(table, '量')[1], masked]).toEqual([13_800_138_000, []]);
  });

  it('are not taken into a list made of a cross-table', async () => {
    const table = `网点,1月,2月,3月\n甲,1,2,3\n乙,4,13800138000,6\n丙,7,8,9\n`;
    const imported = await importText(table, masking);
    expect(cellsOf(imported.table, '数值')).toEqual([1, 2, 3, 4, null, 6, 7, 8, 9]);
    expect(imported.masked).toMatchObject([{ kind: 'mobile', column: '2月', count: 1 }]);
    expect(issuesOf(imported.issues, 'personalNumber')).toMatchObject([{ row: 3, column: 3 }]);
  });
});

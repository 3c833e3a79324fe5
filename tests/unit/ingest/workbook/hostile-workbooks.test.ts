import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CellHint } from '../../../../src/ingest/raw-table';
import { firstColumn, readHead, readSheet, refusalOf } from './read-workbook';

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/hostile/${name}`, import.meta.url)));

describe('hostile workbooks', () => {
  it('48: names both possibilities for an OLE container', async () => {
    expect(await refusalOf(file('48_ole_encrypted_or_old_xls.xls'))).toBe('workbook-encrypted');
  });

  it('60: reads real date cells under a merged title', async () => {
    const { cells, rows, columns } = await readSheet(file('60_xlsx_merged_header_dates.xlsx'), undefined, 3);
    expect([rows, columns.length]).toEqual([100, 10]);
    const days = cells.map((row) => row[1]).sort();
    expect([days[0], days.at(-1)]).toEqual(['2024-01-01', '2024-02-29']);
    expect(cells.reduce((sum, row) => sum + Math.round(Number(row[5]) * 100), 0)).toBe(153500);
    expect(cells.filter((row) => row[4] === '排队等候时间长')).toHaveLength(34);
    expect((await readHead(file('60_xlsx_merged_header_dates.xlsx'), 3))[2]).toMatchObject({ row: 3 });
  });

  it('62: refuses flipped bytes', async () => {
    expect(await refusalOf(file('62_xlsx_corrupt_middle.xlsx'))).toBe('workbook-damaged');
  });

  it('63: reads the sheet that is asked for', async () => {
    expect((await readSheet(file('63_xlsx_several_sheets.xlsx'), '明细', 1)).rows).toBe(100);
    expect((await readSheet(file('63_xlsx_several_sheets.xlsx'), '空表')).rows).toBe(0);
  });

  it('64: gives unsolved formulas no value', async () => {
    const { columns, cells } = await readSheet(file('64_xlsx_formulas_no_cached_values.xlsx'), undefined, 1);
    expect(cells.map((row) => row[2])).toEqual(['', '', '', '']);
    expect([...(columns[2].hints ?? [])]).toEqual([CellHint.formulaWithoutValue]);
    expect(cells.map((row) => row[1])).toEqual(['2', '5', '#N/A', 'TRUE']);
  });

  it('66: leaves the missing cell blank', async () => {
    const { cells } = await readSheet(file('66_xlsx_crosstab_with_totals.xlsx'), undefined, 1);
    expect(cells[1]).toEqual(['人民路支行', '7', '', '8', '15']);
  });

  it('68: keeps numbers stored as text, and leading zeros', async () => {
    const { cells, columns } = await readSheet(file('68_xlsx_numbers_as_text.xlsx'), undefined, 1);
    expect(cells[0]).toEqual(['01', '1,000.50', '2024/1/1', '0.01']);
    expect(columns[3].hints?.[0]).toBe(CellHint.percent);
  });

  it('69: keeps texts that look like formulas', async () => {
    expect((await firstColumn(file('69_xlsx_text_that_looks_like_formula.xlsx'))).map(([text]) => text)).toEqual([
      '客户原声',
      '=1+1',
      '+86',
      '@x',
    ]);
  });

  it('71: refuses entities', async () => {
    expect(await refusalOf(file('71_xlsx_xml_entities.xlsx'))).toBe('workbook-doctype');
  });
});

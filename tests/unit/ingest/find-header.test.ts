import { describe, expect, it } from 'vitest';
import { findHeader } from '../../../src/ingest/find-header';
import { importText, issuesOf } from './support/import-fixture';
import { cellsOf, sumOf } from './support/read-column';

const head = (text: string) => text.split('\n').map((line, i) => ({ row: i + 1, cells: line.split(',') }));

describe('findHeader', () => {
  it.each([
    ['the first row', 'a,b\n1,2', 1],
    ['a row below a title', '某行投诉明细\n日期,网点,量\n2024/1/1,城东,3\n2024/1/2,城西,4', 2],
    ['a row below a title padded with delimiters', '投诉明细,,\n日期,网点,量\n2024/1/1,城东,3', 2],
    [
      'a row below title, date and group headings',
      '明细,,,\n制表日期,2024/1/1,,\n基本,,情况,\n日期,网点,量,费\n2024/1/1,城东,3,4\n2024/1/2,城东,3,4',
      4,
    ],
    ['names of text columns over text', '一级,二级,三级\n存款,柜面,慢\n贷款,热线,乱', 1],
    ['years over numbers', '网点,2022,2023,2024\n城东,1,2,3\n城西,4,5,6', 1],
    ['half-empty names over data', '日期,,投诉量, ,\n2024/1/1,a,12,x,1\n2024/1/2,b,9,y,2', 1],
    ['no header', '2024/1/1,城东,120,9\n2024/1/2,城东,98,7\n2024/1/3,城东,110,8', 0],
  ])('finds %s', (_, text, row) => expect(findHeader(head(text)).row).toBe(row));

  it('doubts a header in which some cells look like data', () => {
    const found = findHeader(head('网点,渠道,类别,12\n城东,柜面,慢,3\n城西,柜面,慢,4'));
    expect(found).toMatchObject({ row: 1, doubtfulRow: 1 });
  });

  it('leaves out a row of units', async () => {
    const { table, issues } = await importText('日期,等候,金额\n,(分钟),(万元)\n2024/1/1,3,4\n2024/1/2,5,6\n');
    expect(table.rows).toBe(2);
    expect(sumOf(table, '等候')).toBe(8);
    expect(issuesOf(issues, 'unitsRow')).toMatchObject([{ row: 2 }]);
  });

  it('reports title rows and accounts for every row of the file', async () => {
    const text = '报表,,\n,,\n日期,网点,量\n2024/1/1,城东,3\n2024/1/2,城西,4\n合计,,7\n制表人：张三,,\n';
    const { table, issues, opened, sourceRows } = await importText(text);
    expect(opened.inspection).toMatchObject({ headerRow: 3, rows: 2, totalRows: [6, 7] });
    expect([...sourceRows]).toEqual([4, 5]);
    expect(sumOf(table, '量')).toBe(7);
    expect(issues.map(({ code, row }) => `${code}@${row ?? 0}`)).toEqual(
      expect.arrayContaining(['titleRows@1', 'totalRows@6', 'noteRows@7']),
    );
  });

  it('reads the header that a person chose', async () => {
    const { table, opened } = await importText('x\ny,z\n1,2\n', { options: { headerRow: 2 } });
    expect(opened.inspection.headerRow).toBe(2);
    expect(cellsOf(table, 'z')).toEqual([2]);
  });
});

describe('totals', () => {
  it('keeps totals when asked to', async () => {
    const { table } = await importText('网点,量\n城东,3\n城西,4\n小计,7\n', { plan: { keepTotals: true } });
    expect(sumOf(table, '量')).toBe(14);
  });

  it('does not take a frequent word of the data for totals', async () => {
    const { table } = await importText('网点,量\nTotal,3\nTotal,4\nTotal,7\n城东,1\n');
    expect(table.rows).toBe(4);
  });

  it('leaves a total column out of the plan, not out of the file', async () => {
    const { table, opened } = await importText('网点,1月,2月,合计\n城东,1,2,3\n城西,4,5,9\n', {
      plan: { unpivot: null },
    });
    expect(opened.inspection.columns).toHaveLength(4);
    expect(table.columns.map(({ name }) => name)).toEqual(['网点', '1月', '2月']);
  });
});

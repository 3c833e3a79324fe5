import { describe, expect, it } from 'vitest';
import { convert } from '../../../src/ingest/convert';
import { defaultPlan } from '../../../src/ingest/default-plan';
import { shapeKey } from '../../../src/ingest/shape';
import { importText, issuesOf } from './support/import-fixture';
import { cellsOf, countsOf } from './support/read-column';

describe('convert', () => {
  it('reports cells that cannot be read as planned, and makes them missing', async () => {
    const { table, issues } = await importText('量\n1\n二二\n3\nx\n', {
      columns: { 量: { type: 'number', reading: {} } },
    });
    expect(cellsOf(table, '量')).toEqual([1, null, 3, null]);
    expect(issuesOf(issues, 'numberExpected').map(({ row, column }) => [row, column])).toEqual([
      [3, 1],
      [5, 1],
    ]);
  });

  it('masks each distinct value once and counts every cell', async () => {
    const text = `内容,量\n${'请回电13800138000,1\n'.repeat(3)}没有号码,2\n`;
    const { table, masked, issues } = await importText(text, { plan: { mask: true } });
    expect(countsOf(table, '内容').get('请回电138****8000')).toBe(3);
    expect(masked).toMatchObject([{ kind: 'mobile', column: '内容', count: 3 }]);
    expect(JSON.stringify([masked, issues])).not.toContain('13800138000');
  });

  it('never puts personal data into an issue', async () => {
    const { issues } = await importText('日期,备注\n2024/1/1,a\n2024/1/2,b\n2024/1/3,c\n13800138000,d\n', {
      columns: { 日期: { type: 'date', reading: { dateOrder: 'ymd' } } },
    });
    expect(issues.length).toBeGreaterThan(0);
    expect(JSON.stringify(issues)).not.toContain('13800138000');
  });

  it('imports only the columns of the plan', async () => {
    const { table } = await importText('a,b,c\n1,2,3\n', { columns: { b: { include: false } } });
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'c']);
    await expect(importText('a\n1\n', { columns: { a: { include: false } } })).rejects.toThrow('no-columns');
  });

  it('throws on a plan for another file', async () => {
    const { opened } = await importText('a\n1\n');
    const plan = defaultPlan(opened.inspection);
    const foreign = { ...plan, columns: plan.columns.map((column) => ({ ...column, id: 'c9' })) };
    await expect(convert(opened, foreign)).rejects.toThrow(RangeError);
  });
});

describe('shapeKey', () => {
  it('is the same for the next file of the same columns, another for other columns', async () => {
    const key = async (text: string): Promise<string> => shapeKey((await importText(text)).opened.inspection);
    expect(await key('日期,量\n2024/1/1,1\n')).toBe(await key('日期, 量 \n2024/5/1,9\n2024/5/2,7\n'));
    expect(await key('日期,量\n2024/1/1,1\n')).not.toBe(await key('日期,数\n2024/1/1,1\n'));
  });
});

import { describe, expect, it } from 'vitest';
import { convert } from '../../../src/ingest/convert';
import { defaultPlan } from '../../../src/ingest/default-plan';
import { periodKind } from '../../../src/ingest/period-names';
import type { ImportPlan } from '../../../src/ingest/types';
import { planUnpivot, plannedColumns } from '../../../src/ingest/plan-unpivot';
import { recallPlan } from '../../../src/ingest/recall-plan';
import { importHostile, importText, issuesOf, unwrap } from './support/import-fixture';
import { cellsOf, sumOf } from './support/read-column';

describe('periodKind', () => {
  it.each([
    ['month', '1月 12月 2024年3月 24年3月 2024-03 2024/3 202403 2024M03 Jan Sept. Mar-24 March-2024 一月 十二月 3月份'],
    ['quarter', 'Q1 2024Q3 2024-Q3 3Q24 Q4/2023 第一季度 2024年第3季度 四季度'],
    ['year', '2023 2024年 2024年度 FY2025'],
    ['week', 'W5 第12周 2024-W05 2024年第3周'],
    ['day', '2024-03-05 2024/3/5 2024年3月5日 3月5日'],
  ])('%s', (kind, names) => {
    for (const name of names.split(' ')) expect([name, periodKind(name)]).toEqual([name, kind]);
  });

  it.each([
    '合计',
    '13月',
    'Q5',
    '月份',
    '1',
    '24',
    '1月占比',
    'market',
    'decision',
    '第五季度',
    '金额',
    '2024年1月合计',
  ])('is none: %s', (name) => expect(periodKind(name)).toBeNull());
});

describe('a cross-table', () => {
  it('66_xlsx_crosstab_with_totals.xlsx becomes a list whose sum is that of the cells', async () => {
    const { table, opened, issues, sourceRows } = await importHostile('66_xlsx_crosstab_with_totals.xlsx');
    const [branch, ...rest] = table.columns.map(({ name }) => name);
    expect(rest).toEqual(['月份', '数值']);
    expect(sumOf(table, '数值')).toBe(111);
    expect(new Set(cellsOf(table, '月份'))).toEqual(new Set(['1月', '2月', '3月']));
    // The empty cell makes no row, and certainly no 0.
    const pairs = cellsOf(table, branch).map((name, row) => `${String(name)} ${String(cellsOf(table, '月份')[row])}`);
    expect(pairs.filter((pair) => pair.startsWith('人民路'))).toHaveLength(2);
    expect(pairs.some((pair) => /^人民路.* 2月$/.test(pair))).toBe(false);
    const branches = opened.inspection.rows;
    expect(table.rows).toBe(branches * 3 - 1);
    expect(issuesOf(issues, 'unpivotedWithGaps')).toMatchObject([
      { params: { rows: branches, columns: 3, cells: branches * 3, empty: 1, filled: table.rows } },
    ]);
    // Totals are left out, and said.
    expect(issuesOf(issues, 'totalRows')).toHaveLength(1);
    expect(issuesOf(issues, 'totalColumn')).toHaveLength(1);
    expect(issuesOf(issues, 'crossTable')).toHaveLength(0);
    expect(new Set(sourceRows).size).toBe(branches);
  });

  it('is proposed in the inspection, and stays as it is when the person says so', async () => {
    const { table, opened, issues } = await importHostile('66_xlsx_crosstab_with_totals.xlsx', {
      plan: { unpivot: null },
    });
    expect(issuesOf(opened.inspection.issues, 'crossTable')).toMatchObject([
      { count: 3, params: { n: 3, period: '月份', value: '数值' } },
    ]);
    expect(table.columns).toHaveLength(4);
    expect(issuesOf(issues, 'crossTable')).toHaveLength(1);
  });

  it('with years in its headers becomes a list with months', async () => {
    const { table } = await importText('渠道,2024年1月,2024年2月,2024年3月\n热线,3,4,5\n网点,1,,2\n');
    expect(cellsOf(table, '月份')).toEqual(['2024-01', '2024-02', '2024-03', '2024-01', '2024-03']);
    expect(cellsOf(table, '渠道')).toEqual(['热线', '热线', '热线', '网点', '网点']);
  });

  it('keeps the order of the headers, also where the first row begins late', async () => {
    const { table } = await importText('类别,Q1,Q2,Q3,Q4\n甲,,,3,4\n乙,5,6,,\n');
    const quarter = table.columns.find(({ name }) => name === '季度');
    expect(quarter?.layout === 'dictionary' && quarter.dictionary).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect(cellsOf(table, '季度')).toEqual(['Q3', 'Q4', 'Q1', 'Q2']);
  });

  it('names the new columns in the language of the file, and never twice', async () => {
    const english = await importText('Branch,Value,Jan,Feb,Mar\nA,x,1,2,3\nB,y,4,5,6\n');
    expect(english.table.columns.map(({ name }) => name)).toEqual(['Branch', 'Value', 'Month', 'Value (2)']);
    expect(new Set(english.table.columns.map(({ id }) => id)).size).toBe(4);
  });

  it('reports a cell that cannot be read where it stands, and keeps its row', async () => {
    const lines = [
      '类别,1月,2月,3月',
      ...Array.from({ length: 30 }, (_, i) => `类${i},${i},${i + 1},${i + 2}`),
      '末,1,约二十,3',
    ];
    const { table, issues } = await importText(lines.join('\n'));
    expect(table.rows).toBe(93);
    expect(issuesOf(issues, 'numberExpected')).toMatchObject([{ row: 32, column: 3 }]);
    expect(cellsOf(table, '数值').filter((cell) => cell === null)).toHaveLength(1);
  });

  it('keeps a decimal comma and a month that has no cell yet', async () => {
    const { table } = await importText('Filiale;Jan;Feb;Mar\nA;1,5;2,25;\nB;3,75;4,5;\n');
    expect(sumOf(table, 'Value')).toBe(12);
    expect(table.rows).toBe(4);
  });

  it.each([
    ['a list of complaints', '日期,类别,1月,金额\n2024-01-01,甲,1,5\n2024-01-02,乙,2,6\n'],
    ['words under months', '项目,1月,2月,3月\n甲,完成,完成,延期\n乙,延期,完成,完成\n'],
    ['nothing to say what a row is', '1月,2月,3月\n1,2,3\n4,5,6\n'],
  ])('is not seen in %s', async (_, text) => {
    const { opened, issues } = await importText(text);
    expect(opened.inspection.unpivot).toBeNull();
    expect(issuesOf(issues, 'crossTable')).toHaveLength(0);
  });
});

describe('columns that a person chooses', () => {
  it('become rows, whatever their names; columns that are not imported do not', async () => {
    const { opened } = await importText('网点,柜面,热线,网银,备注\n城东,3,4,5,a\n城西,6,7,,b\n');
    const { inspection } = opened;
    expect(inspection.unpivot).toBeNull();
    const plan = {
      ...defaultPlan(inspection),
      mask: false,
      unpivot: planUnpivot(inspection.columns, ['c3', 'c1', 'c2']),
    };
    expect(plannedColumns(plan).map(({ name }) => name)).toEqual(['网点', '备注', '项目', '数值']);
    const { table } = unwrap(await convert(opened, plan));
    expect(cellsOf(table, '项目')).toEqual(['柜面', '热线', '网银', '柜面', '热线']);
    expect(cellsOf(table, '备注')).toEqual(['a', 'a', 'a', 'b', 'b']);
    const without = {
      ...plan,
      columns: plan.columns.map((column) => (column.id === 'c2' ? { ...column, include: false } : column)),
    };
    expect(cellsOf(unwrap(await convert(opened, without)).table, '数值')).toEqual([3, 5, 6]);
  });

  it('become one value where the person gives two of them one name, and none where no cell is filled', async () => {
    const { table } = await importText('类别,1月,2月,3月,4月\n甲,1,2,3,\n乙,4,5,6,\n', {
      columns: { '1月': { name: '一季度' }, '2月': { name: '一季度' } },
    });
    const month = table.columns.find(({ name }) => name === '月份');
    expect(month?.layout === 'dictionary' && month.dictionary).toEqual(['一季度', '3月']);
    expect(cellsOf(table, '月份')).toEqual(['一季度', '一季度', '3月', '一季度', '一季度', '3月']);
  });

  it('refuses a cross-table without any filled cell, and a plan for another file', async () => {
    const { opened } = await importText('类别,1月,2月\n甲,1,2\n');
    const plan = defaultPlan(opened.inspection);
    const empty = await importText('类别,1月,2月\n甲,,\n乙,,\n', { plan: { unpivot: null } });
    const unpivot = planUnpivot(empty.opened.inspection.columns, ['c1', 'c2']);
    const refused = await convert(empty.opened, { ...defaultPlan(empty.opened.inspection), unpivot });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'no-data-rows' } });
    const foreign = {
      ...plan,
      columns: plan.columns.map((column) => (column.id === 'c1' ? { ...column, id: 'c9' } : column)),
      unpivot: plan.unpivot && { ...plan.unpivot, columns: ['c9'] },
    };
    await expect(convert(opened, foreign)).rejects.toThrow(RangeError);
  });
});

describe('a remembered cross-table', () => {
  it('turns the next file of the same shape the same way, or leaves it, as decided', async () => {
    const text = '类别,1月,2月\n甲,1,2\n乙,3,4\n';
    const { opened } = await importText(text);
    const proposed = defaultPlan(opened.inspection);
    const recalled = (before: ImportPlan) => recallPlan(opened, proposed, before).plan.unpivot;
    expect(proposed.unpivot?.columns).toEqual(['c1', 'c2']);
    const renamed = proposed.unpivot && { ...proposed.unpivot, value: { ...proposed.unpivot.value, name: '投诉量' } };
    expect(recalled({ ...proposed, unpivot: renamed })).toEqual(renamed);
    expect(recalled({ ...proposed, unpivot: null })).toBeNull();
    const { unpivot: _unpivot, ...older } = proposed;
    expect(recalled(older)).toEqual(proposed.unpivot);
  });

  it('reads the cells as this file writes them where the remembered decimal mark does not fit', async () => {
    const written = async (cells: string) => (await importText(`类别;1月;2月\n甲;${cells}\n乙;3;4\n`)).opened;
    const comma = defaultPlan((await written('1,25;2,5')).inspection);
    expect(comma.unpivot?.value.reading).toEqual({ decimal: ',' });
    const opened = await written('1.25;2.5');
    const { plan, notes } = recallPlan(opened, defaultPlan(opened.inspection), comma);
    expect(plan.unpivot?.value.reading).toEqual({ decimal: '.' });
    expect(notes).toContainEqual(expect.objectContaining({ column: 'c4', what: 'reading', outcome: 'differs' }));
  });
});

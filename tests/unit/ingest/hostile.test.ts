import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnalysisSlice } from '../../../src/analyses/contract';
import { capabilitySlice } from '../../../src/analyses/capability/slice';
import { controlChartSlice } from '../../../src/analyses/control-chart/slice';
import { paretoSlice } from '../../../src/analyses/pareto/slice';
import { createTranslator } from '../../../src/i18n/translator';
import { defaultPlan } from '../../../src/ingest/default-plan';
import { inspectFile } from '../../../src/ingest/inspect-file';
import type { Failure } from '../../../src/kernel/result';
import { findColumns } from '../../../src/pages/data/import/find-columns';
import type { Table } from '../../../src/table/column';
import { noCodes } from '../analyses/render';
import { runnerOf } from '../analyses/spec-runner';
import {
  hostileBytes,
  hostileDir,
  importHostile,
  issuesOf,
  refusalOf,
  unwrap,
  type Imported,
} from './support/import-fixture';
import { cellsOf, countsOf, sumOf } from './support/read-column';

interface Truth {
  readonly rows: number;
  readonly columns: number;
  readonly '投诉类别 counts': Readonly<Record<string, number>>;
  readonly 'sum 等待时长(分钟)': number;
  readonly 'sum 处理时长(小时)': number;
  readonly '是否超时=是': number;
  readonly date_min: string;
  readonly date_max: string;
}

interface Expected {
  readonly truth_of_base_table: Truth;
  readonly cases: readonly { readonly file: string; readonly values?: unknown; readonly [key: string]: unknown }[];
}

const expected = JSON.parse(readFileSync(join(hostileDir, 'expected.json'), 'utf8')) as Expected;
const truth = expected.truth_of_base_table;

function caseOf(file: string): Expected['cases'][number] {
  const found = expected.cases.find((item) => item.file === file);
  if (!found) throw new RangeError('no such case: ' + file);
  return found;
}

function inspectHostile(file: string, options = {}) {
  return inspectFile(hostileBytes(file), file, options).then((opened) => unwrap(opened).inspection);
}

function sentence(failure: Failure): string {
  return createTranslator('zh-CN').phrase(failure, 'failure');
}

/** What is said instead of the result of an analysis. */
function failureOf<S, O>(slice: AnalysisSlice<S, O>, table: Table, spec: Record<string, unknown>): string {
  const parsed = slice.parse(spec);
  const result = parsed.ok ? slice.run({ table, codes: noCodes }, parsed.value) : parsed;
  if (result.ok) throw new Error('expected a failure, but there is a result');
  return sentence(result.failure);
}

function expectBaseTable({ table }: Imported): void {
  expect(table.rows).toBe(truth.rows);
  expect(table.columns).toHaveLength(truth.columns);
  expect(table.columns[0].name).toBe('工单编号');
  expect(Object.fromEntries(countsOf(table, '投诉类别'))).toEqual(truth['投诉类别 counts']);
  expect(sumOf(table, '等待时长(分钟)')).toBeCloseTo(truth['sum 等待时长(分钟)'], 8);
  expect(sumOf(table, '处理时长(小时)')).toBeCloseTo(truth['sum 处理时长(小时)'], 8);
  expect(countsOf(table, '是否超时').get(1)).toBe(truth['是否超时=是']);
  const dates = cellsOf(table, '受理日期').map(String).sort();
  expect([dates[0], dates.at(-1)]).toEqual([truth.date_min, truth.date_max]);
  const text = table.columns.flatMap((column) => (column.layout === 'dictionary' ? column.dictionary : []));
  expect(text.join('')).not.toMatch(/[\uFFFD\uE000-\uF8FF]/);
}

describe('the hostile corpus', () => {
  it('01_utf8_plain.csv', async () => {
    const imported = await importHostile('01_utf8_plain.csv');
    expect(imported.opened.inspection).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1,
    });
    expect(imported.issues).toEqual([]);
    expectBaseTable(imported);
  });

  it('02_gbk_chinese_excel.csv', async () => {
    const imported = await importHostile('02_gbk_chinese_excel.csv');
    expect(imported.opened.inspection.encoding).toBe('gb18030');
    expectBaseTable(imported);
  });

  it('04_utf8_bom.csv', async () => expectBaseTable(await importHostile('04_utf8_bom.csv')));

  it('05_utf16le_tab_unicode_text.txt', async () => {
    const imported = await importHostile('05_utf16le_tab_unicode_text.txt');
    expect(imported.opened.inspection).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
    expectBaseTable(imported);
  });

  it('07_big5_traditional.csv', async () => {
    const { table, opened } = await importHostile('07_big5_traditional.csv');
    expect(opened.inspection.encoding).toBe('big5');
    expect(table.rows).toBe(2);
    expect(table.columns.map(({ name }) => name)).toEqual(['工單編號', '日期', '分行', '投訴類別', '等候分鐘']);
    expect(cellsOf(table, '投訴類別')).toEqual(['排隊過長', '服務態度']);
  });

  it('08_mixed_utf8_then_gbk.csv', async () => {
    const imported = await importHostile('08_mixed_utf8_then_gbk.csv');
    expect(imported.table.rows).toBe(100);
    expect(issuesOf(imported.issues, 'mixedEncodings')).toMatchObject([{ severity: 'warning', row: 52, count: 50 }]);
    expectBaseTable(imported);
  });

  it('10_semicolon_decimal_comma_cp1252.csv', async () => {
    const { table, opened } = await importHostile('10_semicolon_decimal_comma_cp1252.csv');
    expect(opened.inspection).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    const values = caseOf('10_semicolon_decimal_comma_cp1252.csv').values as Record<string, unknown[]>;
    for (const [name, cells] of Object.entries(values)) expect(cellsOf(table, name), name).toEqual(cells);
    expect(cellsOf(table, 'Filiale')).toEqual(['Köln', 'München', 'Düsseldorf']);
  });

  it('11_quoted_newlines.csv', async () => {
    const { table, sourceRows } = await importHostile('11_quoted_newlines.csv');
    const values = caseOf('11_quoted_newlines.csv').values as { rows: number; r1c2: string };
    expect([table.rows, table.columns.length]).toEqual([values.rows, 3]);
    expect(cellsOf(table, '客户原声')[0]).toBe(values.r1c2);
    expect([...sourceRows]).toEqual([2, 5, 6, 8, 9]);
  });

  it('13_mixed_line_ends_no_final_newline.csv', async () =>
    expectBaseTable(await importHostile('13_mixed_line_ends_no_final_newline.csv')));

  it('14_ragged_rows.csv', async () => {
    const { table, issues } = await importHostile('14_ragged_rows.csv');
    const values = caseOf('14_ragged_rows.csv').values as Record<string, number>;
    expect(table.rows).toBe(values.data_rows);
    expect(sumOf(table, '来电量')).toBe(values['sum 来电量']);
    expect(sumOf(table, '放弃量')).toBe(values['sum 放弃量']);
    expect(issuesOf(issues, 'extraCells')).toMatchObject([{ row: values.warning_line, params: { n: 2 } }]);
    expect(issuesOf(issues, 'shortRow')).toMatchObject([{ row: 3, params: { cells: 3 } }]);
    expect(issuesOf(issues, 'blankRows')).toMatchObject([{ row: 5, count: 2 }]);
  });

  it('16_stray_quotes_inside.csv', async () => {
    const { table, issues } = await importHostile('16_stray_quotes_inside.csv');
    expect([table.rows, table.columns.length]).toEqual([3, 3]);
    expect(cellsOf(table, '客户原声')).toEqual(['他说"马上办"就走了', '6"屏幕坏了', '引号后有字尾巴']);
    expect(issuesOf(issues, 'textAfterQuote')).toMatchObject([{ row: 4, column: 2 }]);
  });

  it('17_pipe_delimited.txt', async () => {
    const { table, opened } = await importHostile('17_pipe_delimited.txt');
    expect(opened.inspection.delimiter).toBe('|');
    expect([table.rows, table.columns.length]).toEqual([3, 4]);
    expect(cellsOf(table, '开户量')).toEqual([340, 355, 298]);
  });

  it('18_excel_sep_hint.csv', async () => {
    const { table, opened, issues } = await importHostile('18_excel_sep_hint.csv');
    expect(opened.inspection).toMatchObject({ delimiter: ';', headerRow: 2 });
    expect([table.rows, table.columns.length]).toEqual([2, 2]);
    expect(issuesOf(issues, 'separatorHint')).toHaveLength(1);
  });

  it('20_all_in_one_column.csv', async () => {
    const { table, opened } = await importHostile('20_all_in_one_column.csv');
    expect(opened.inspection.delimiter).toBeNull();
    expect(Object.fromEntries(countsOf(table, '投诉类别'))).toEqual({ 排队: 2, 态度: 1, 收费: 1 });
  });

  it('21_no_header.csv', async () => {
    const { table, opened, issues } = await importHostile('21_no_header.csv');
    expect(opened.inspection.headerRow).toBe(0);
    expect(table.rows).toBe(3);
    expect(table.columns.map(({ name }) => name)).toEqual(['列1', '列2', '列3', '列4']);
    expect(issuesOf(issues, 'headerLooksLikeData')).toMatchObject([{ row: 1 }]);
    expect((await importHostile('21_no_header.csv', { options: { headerRow: 0 } })).table.rows).toBe(3);
    expect((await importHostile('21_no_header.csv', { options: { headerRow: 1 } })).table.rows).toBe(2);
  });

  it('23_three_plus_date_formats_mixed.csv', async () => {
    const { table } = await importHostile('23_three_plus_date_formats_mixed.csv');
    const dates = caseOf('23_three_plus_date_formats_mixed.csv').dates as {
      row: number;
      text: string;
      expected: string;
    }[];
    const cells = cellsOf(table, '日期');
    const mustRead = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 23]);
    expect(cells).toHaveLength(24);
    for (const { row, text, expected: wanted } of dates) {
      const stated = /\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?/.exec(wanted)?.[0];
      const read = cells[row - 1];
      if (mustRead.has(row)) expect(read, text).not.toBeNull();
      if (/^invalid|^blank/.test(wanted)) expect(read, text).toBeNull();
      else if (read !== null) expect(String(read).startsWith(stated ?? '?'), `${text} → ${String(read)}`).toBe(true);
    }
  });

  it('25_dates_dmy_proved_by_one_row.csv', async () => {
    const { table } = await importHostile('25_dates_dmy_proved_by_one_row.csv');
    expect(cellsOf(table, 'date')).toEqual(caseOf('25_dates_dmy_proved_by_one_row.csv').values);
  });

  it('27_month_labels.csv', async () => {
    const { table } = await importHostile('27_month_labels.csv');
    expect(cellsOf(table, '月份')).toEqual(caseOf('27_month_labels.csv').order);
  });

  it('29_durations.csv', async () => {
    const asked = (await inspectHostile('29_durations.csv')).columns[1];
    expect(asked.type).toBe('duration');
    expect(asked.questions).toContain('clockStyle');
    const seconds = caseOf('29_durations.csv').seconds as (number | null)[];
    const answered = { ...asked.reading, clockStyle: 'm:ss', durationUnit: 's' } as const;
    const { table, issues } = await importHostile('29_durations.csv', { columns: { 通话时长: { reading: answered } } });
    const read = cellsOf(table, '通话时长');
    expect(read.slice(0, 9)).toEqual([200, 200, ...seconds.slice(2, 9)]);
    expect(issuesOf(issues, 'negativeDuration')).toMatchObject([{ row: 10 }]);
    // The tenth cell is a fraction of a day, where the person says so.
    expect(asked.questions).toContain('durationUnit');
    const inDays = { ...asked.reading, clockStyle: 'm:ss', durationUnit: 'day' } as const;
    const days = await importHostile('29_durations.csv', { columns: { 通话时长: { reading: inDays } } });
    const cells = cellsOf(days.table, '通话时长');
    expect(cells[9]).toBeCloseTo(200, 3);
    expect(cells[5]).toBe(200 * 86_400);
    expect(cells.filter((_, row) => row !== 5 && row !== 9)).toEqual(read.filter((_, row) => row !== 5 && row !== 9));
  });

  it('30_ids_that_look_like_numbers.csv', async () => {
    const { table, opened } = await importHostile('30_ids_that_look_like_numbers.csv');
    const values = caseOf('30_ids_that_look_like_numbers.csv').values as Record<string, string[]>;
    for (const [name, cells] of Object.entries(values)) expect(cellsOf(table, name)).toEqual(cells);
    expect(sumOf(table, '金额')).toBe(600);
    expect(issuesOf(opened.inspection.issues, 'looksPersonal').map(({ column }) => column)).toEqual([1, 4]);
    const masked = await importHostile('30_ids_that_look_like_numbers.csv', { plan: { mask: true } });
    expect(masked.masked.map(({ count }) => count)).toEqual([3, 3]);
    expect(JSON.stringify(masked)).not.toContain('9999020200112230846,');
    expect(cellsOf(masked.table, '卡号').join()).not.toContain('9999020200112230846');
  });

  it('32_empty_header_cells.csv', async () => {
    const { table, issues } = await importHostile('32_empty_header_cells.csv');
    expect(table.columns.map(({ name }) => name)).toEqual(['日期', '列2', '投诉量', '列4', '列5']);
    expect(cellsOf(table, '列2')).toEqual(['a', 'b']);
    expect(issuesOf(issues, 'emptyHeader').map(({ column }) => column)).toEqual([2, 4, 5]);
  });

  it('34_header_only.csv', async () => {
    const inspection = await inspectHostile('34_header_only.csv');
    expect(inspection).toMatchObject({ rows: 0, headerRow: 1 });
    expect(issuesOf(inspection.issues, 'noDataRows')).toMatchObject([{ severity: 'error' }]);
    await expect(importHostile('34_header_only.csv')).rejects.toThrow('no-data-rows');
  });

  it('35_300_columns.csv', async () => {
    const { table, opened } = await importHostile('35_300_columns.csv');
    expect([table.rows, table.columns.length]).toEqual([200, 300]);
    expect(sumOf(table, '指标001')).toBe(9913);
    expect(sumOf(table, '指标300')).toBe(9937);
    const { columns } = defaultPlan(opened.inspection);
    expect(findColumns(columns, ' 标300').map(({ name }) => name)).toEqual(['指标300']);
    expect(findColumns(columns, '指标29')).toHaveLength(10);
    expect(findColumns(columns, '')).toHaveLength(300);
    expect(findColumns(columns, '没有')).toEqual([]);
  });

  it('37_header_with_newline_and_spaces.csv', async () => {
    const { table, sourceRows } = await importHostile('37_header_with_newline_and_spaces.csv');
    expect(table.columns.map(({ name }) => name)).toEqual(['等待时长 (分钟)', '投诉量', 'a,b']);
    expect([...sourceRows]).toEqual([3, 4]);
  });

  it('39_category_names_reserved.csv', async () => {
    const { table } = await importHostile('39_category_names_reserved.csv');
    expect(cellsOf(table, '类别')).toEqual(['__proto__', 'constructor', 'toString', '排队']);
    expect(cellsOf(table, '数量')).toEqual([5, 3, 2, 7]);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('5');
    const pareto = runnerOf(paretoSlice)(table, { column: 'c0', weight: 'sum', weightColumn: 'c1', otherAbove: 100 });
    expect(pareto.bars.map(({ key, value }) => [key, value])).toEqual([
      ['排队', 7],
      ['__proto__', 5],
      ['constructor', 3],
      ['toString', 2],
    ]);
    expect(pareto.totals.value).toBe(17);
  });

  it('40_csv_injection.csv', async () => {
    const { table } = await importHostile('40_csv_injection.csv');
    expect(table.rows).toBe(14);
    expect(cellsOf(table, '客户原声')).toEqual(caseOf('40_csv_injection.csv').payloads);
  });

  it('42_zero_bytes.csv', async () => {
    const failure = await refusalOf(hostileBytes('42_zero_bytes.csv'));
    expect(failure.code).toBe('empty-file');
    expect(sentence(failure)).toContain('空');
  });

  it('43_only_blank_lines.csv', async () =>
    expect((await refusalOf(hostileBytes('43_only_blank_lines.csv'))).code).toBe('no-rows'));

  it('44_png_renamed.csv', async () =>
    expect(sentence(await refusalOf(hostileBytes('44_png_renamed.csv')))).toContain('图片'));

  it('46_binary_noise.csv', async () =>
    expect((await refusalOf(hostileBytes('46_binary_noise.csv'))).code).toBe('binary-file'));

  it('48_ole_encrypted_or_old_xls.xls', async () => {
    const failure = await refusalOf(hostileBytes('48_ole_encrypted_or_old_xls.xls'));
    expect(sentence(failure)).toMatch(/旧版 Excel.*密码/);
  });

  it('49_json_renamed.csv', async () =>
    expect(sentence(await refusalOf(hostileBytes('49_json_renamed.csv')))).toContain('JSON'));

  it('60_xlsx_merged_header_dates.xlsx', async () => {
    const imported = await importHostile('60_xlsx_merged_header_dates.xlsx');
    expect(imported.opened.inspection).toMatchObject({ format: 'xlsx', headerRow: 3, encoding: null, delimiter: null });
    expect(issuesOf(imported.issues, 'titleRows')).toMatchObject([{ count: 2 }]);
    expectBaseTable(imported);
  });

  it('62_xlsx_corrupt_middle.xlsx', async () => {
    const failure = await refusalOf(hostileBytes('62_xlsx_corrupt_middle.xlsx'));
    expect(sentence(failure)).not.toBe(`failure.${failure.code}`);
    expect(sentence(failure)).toMatch(/损坏/);
  });

  it('63_xlsx_several_sheets.xlsx', async () => {
    const imported = await importHostile('63_xlsx_several_sheets.xlsx');
    expect(imported.opened.inspection.sheet).toBe('明细');
    expect(imported.opened.inspection.sheets).toHaveLength(4);
    expect(imported.opened.inspection.sheets.filter(({ hidden }) => hidden)).toHaveLength(1);
    expectBaseTable(imported);
    expectBaseTable(await importHostile('63_xlsx_several_sheets.xlsx', { options: { sheet: '明细' } }));
    expect((await refusalOf(hostileBytes('63_xlsx_several_sheets.xlsx'), { sheet: '没有' })).code).toBe(
      'sheet-unknown',
    );
  });

  it('64_xlsx_formulas_no_cached_values.xlsx', async () => {
    const { table, issues } = await importHostile('64_xlsx_formulas_no_cached_values.xlsx');
    expect(table.rows).toBe(4);
    expect(issuesOf(issues, 'formulaWithoutValue').map(({ row, column }) => [row, column])).toEqual([
      [2, 3],
      [3, 3],
      [4, 3],
      [5, 3],
    ]);
    expect(issuesOf(issues, 'errorValue')).toMatchObject([{ row: 4, column: 2 }]);
    expect(cellsOf(table, '值')).toEqual(['2', '5', null, 'TRUE']);
    expect(cellsOf(table, '公式')).toEqual([null, null, null, null]);
    const numbers = { 值: { type: 'boolean', reading: {} }, 公式: { type: 'number', reading: {} } } as const;
    const asNumbers = await importHostile('64_xlsx_formulas_no_cached_values.xlsx', { columns: numbers });
    expect(cellsOf(asNumbers.table, '值')).toEqual([null, null, null, 1]);
    expect(cellsOf(asNumbers.table, '公式')).toEqual([null, null, null, null]);
    const cells = table.columns.flatMap(({ name }) => cellsOf(table, name));
    expect(cells.some((cell) => typeof cell === 'string' && /^=|#N\/A/.test(cell))).toBe(false);
  });

  it('66_xlsx_crosstab_with_totals.xlsx', async () => {
    const { table, opened, issues } = await importHostile('66_xlsx_crosstab_with_totals.xlsx', {
      plan: { unpivot: null },
    });
    const numeric = table.columns.filter(({ layout }) => layout === 'numeric');
    expect(numeric.reduce((sum, { name }) => sum + sumOf(table, name), 0)).toBe(111);
    expect(opened.inspection.totalRows).toHaveLength(1);
    expect(issuesOf(issues, 'totalRows')).toHaveLength(1);
    expect(issuesOf(issues, 'totalColumn')).toHaveLength(1);
    expect(issuesOf(issues, 'crossTable')).toHaveLength(1);
    const branch = table.columns[0].name;
    const row = cellsOf(table, branch).findIndex((cell) => String(cell).startsWith('人民路'));
    expect(cellsOf(table, '2月')[row]).toBeNull();
  });

  it('68_xlsx_numbers_as_text.xlsx', async () => {
    const { table } = await importHostile('68_xlsx_numbers_as_text.xlsx');
    expect(sumOf(table, '金额文本')).toBeCloseTo(15002.5, 8);
    expect(sumOf(table, '百分比')).toBeCloseTo(0.15, 12);
    expect(String(cellsOf(table, '编号')[0])).toMatch(/^0/);
    expect(cellsOf(table, '日期文本')).toEqual(['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05']);
  });

  it('69_xlsx_text_that_looks_like_formula.xlsx', async () => {
    const { table } = await importHostile('69_xlsx_text_that_looks_like_formula.xlsx');
    const cells = table.columns.flatMap(({ name }) => cellsOf(table, name)).map(String);
    for (const sign of ['=', '+', '@'])
      expect(
        cells.some((cell) => cell.startsWith(sign)),
        sign,
      ).toBe(true);
  });

  it('71_xlsx_xml_entities.xlsx', async () => {
    const failure = await refusalOf(hostileBytes('71_xlsx_xml_entities.xlsx'));
    expect(sentence(failure)).not.toBe(`failure.${failure.code}`);
  });

  it('80_constant_column.csv', async () => {
    const { table } = await importHostile('80_constant_column.csv');
    expect([...countsOf(table, '等待分钟')]).toEqual([[5, 30]]);
    const { chart } = runnerOf(controlChartSlice)(table, { chart: 'i', subgroup: 'row', measure: 'c1' });
    expect(chart.stages).toMatchObject([{ center: 5, sigma: 0, meanMovingRange: 0, pointsUsed: 30 }]);
    expect([new Set(chart.main.lower), new Set(chart.main.upper)]).toEqual([new Set([5]), new Set([5])]);
    expect(chart.main.signals).toEqual([]);
    const limits = { measure: 'c1', lowerLimit: 1, upperLimit: 10 };
    expect(failureOf(capabilitySlice, table, limits)).toContain('30 个数值完全相同');
    expect(failureOf(capabilitySlice, table, { ...limits, method: 'weibull' })).toContain('完全相同');
  });

  it('81_one_row.csv', async () => {
    const { table } = await importHostile('81_one_row.csv');
    expect(table.rows).toBe(1);
    for (const spec of [
      { chart: 'i', subgroup: 'row', measure: 'c1' },
      { chart: 'c', subgroup: 'day', dateColumn: 'c0', numerator: 'rows' },
    ]) {
      expect(failureOf(controlChartSlice, table, spec)).toMatch(/只有 1 个可用的点，至少要 2 个（12 个以上才可靠）/);
    }
    expect(failureOf(capabilitySlice, table, { measure: 'c1', upperLimit: 5 })).toMatch(/只有 1 个数值.*至少要 2 个/);
  });

  it('83_negative_and_huge.csv', async () => {
    const { table, issues } = await importHostile('83_negative_and_huge.csv');
    expect(cellsOf(table, '处理小时').filter((_, row) => row !== 2)).toEqual([-4, 0, 1e-12, 12.5]);
    expect(issuesOf(issues, 'negativeDuration')).toMatchObject([{ row: 2 }]);
    expect(issuesOf(issues, 'numberBeyondExact')).toMatchObject([{ row: 4 }]);
  });

  it('84_likert_text.csv', async () => {
    const { table, issues, opened } = await importHostile('84_likert_text.csv');
    const means = { 服务态度: 25 / 7, 等候时间: 18 / 7, 环境: 4 };
    expect(cellsOf(table, '服务态度')).toEqual([5, 4, 3, 2, 1, 5, 5]);
    expect(cellsOf(table, '等候时间')).toEqual([2, 1, 3, 4, 4, 2, 2]);
    expect(cellsOf(table, '环境')).toEqual([3, 4, null, 5, null, 4, 4]);
    for (const [name, mean] of Object.entries(means)) {
      const present = cellsOf(table, name).filter((cell) => cell !== null).length;
      expect(sumOf(table, name) / present, name).toBeCloseTo(mean, 12);
    }
    expect(issuesOf(issues, 'ratingWord').map(({ severity, count }) => [severity, count])).toEqual([
      ['info', 5],
      ['info', 5],
      ['info', 3],
    ]);
    expect(opened.inspection.columns.slice(1).map(({ reading }) => reading)).toEqual(Array(3).fill({ rating: 'five' }));
    // The words are there for who wants them.
    const words = await importHostile('84_likert_text.csv', {
      columns: { 服务态度: { type: 'category', reading: {} } },
    });
    expect(cellsOf(words.table, '服务态度').slice(0, 2)).toEqual(['非常满意', '满意']);
  });

  it('has a test for every file of the corpus', () => {
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    for (const { file } of expected.cases) expect(source, file).toContain(`it('${file}'`);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { join } from 'node:path';
import { inspect } from '../../../src/cli/inspect';
import { hostileDir } from '../ingest/support/import-fixture';

interface Report {
  readonly rows: number;
  readonly columns: readonly Record<string, unknown>[];
  readonly [key: string]: unknown;
}

let written = '';
let output: MockInstance;

beforeEach(() => {
  written = '';
  output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => output.mockRestore());

async function run(file: string, ...options: string[]): Promise<{ readonly code: number; readonly report: Report }> {
  const code = await inspect([join(hostileDir, file), ...options]);
  return { code, report: JSON.parse(written) as Report };
}

describe('engine inspect', () => {
  it('prints what ingest makes of a text file', async () => {
    const { code, report } = await run('02_gbk_chinese_excel.csv');
    expect(code).toBe(0);
    expect(Object.keys(report)).toEqual(['format', 'encoding', 'delimiter', 'headerRow', 'rows', 'columns', 'issues']);
    expect(report).toMatchObject({
      format: 'csv',
      encoding: 'gb18030',
      delimiter: ',',
      headerRow: 1,
      rows: 100,
      issues: [],
    });
    const column = (name: string) => report.columns.find((item) => item['name'] === name);
    expect(column('受理日期')).toMatchObject({
      type: 'date',
      min: '2024-01-01',
      max: '2024-02-29',
      sum: null,
      mean: null,
    });
    expect(column('处理时长(小时)')).toMatchObject({ type: 'number', missing: 0, sum: 1812.97 });
    expect(column('投诉类别')).toMatchObject({ type: 'category', distinct: 8, min: null });
    expect((column('投诉类别')?.['top'] as unknown[])[0]).toEqual(['排队等候时间长', 34]);
    expect(column('是否超时')?.['top']).toEqual([
      ['否', 73],
      ['是', 27],
    ]);
    expect(Object.keys(column('渠道') ?? {})).toEqual([
      'name',
      'type',
      'missing',
      'distinct',
      'min',
      'max',
      'sum',
      'mean',
      'top',
    ]);
  });

  it('prints null where a workbook has no such thing', async () => {
    const { report } = await run('63_xlsx_several_sheets.xlsx', '--sheet', '明细');
    expect(report).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null, rows: 100 });
  });

  it('obeys the header and the encoding', async () => {
    expect((await run('21_no_header.csv', '--header', '1')).report.rows).toBe(2);
    written = '';
    expect((await run('02_gbk_chinese_excel.csv', '--encoding=gbk')).report['encoding']).toBe('gb18030');
  });

  it('prints a refusal in plain English and exits with 2', async () => {
    const { code, report } = await run('48_ole_encrypted_or_old_xls.xls');
    expect(code).toBe(2);
    const failure = report['failure'] as { readonly code: string; readonly message: string };
    expect(failure.code).toBe('old-excel-or-protected');
    expect(failure.message).toMatch(/old Excel workbook.*password/);
  });

  it('says how it is used', async () => {
    const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await inspect([])).toBe(2);
    expect(await inspect(['x.csv', '--encoding', 'klingon'])).toBe(2);
    expect(errors.mock.calls.flat().join('')).toContain('usage');
    errors.mockRestore();
  });
});

import { describe, expect, it } from 'vitest';
import { convert } from '../../../../src/ingest/convert';
import { defaultPlan } from '../../../../src/ingest/default-plan';
import { inspectFile, type OpenedFile } from '../../../../src/ingest/inspect-file';
import type { ColumnPlan } from '../../../../src/ingest/types';
import type { Column } from '../../../../src/table/column';

const rows = 4000;
const amountOf = (row: number): string => `${row * 7}.${String(row % 100).padStart(2, '0')}`;
const momentOf = (row: number): string => new Date(Date.UTC(2024, 0, 1) + row * 61_000).toISOString().slice(0, 19);

/** A ledger whose amounts and moments are all different, but for the cells that `odd` puts in. */
function ledger(odd: Readonly<Record<number, string>> = {}, tail = ''): Uint8Array {
  const lines = Array.from({ length: rows }, (_, row) =>
    [odd[row] ?? amountOf(row), momentOf(row).replace('T', ' '), ['网点', '热线'][row % 2], 'A'].join(','),
  );
  return new TextEncoder().encode(`涉及金额,受理时间,渠道,状态\n${lines.join('\n')}\n${tail}`);
}

async function open(bytes: Uint8Array): Promise<OpenedFile> {
  const opened = await inspectFile(bytes, 'ledger.csv');
  if (!opened.ok) throw new RangeError('the file must open: ' + opened.failure.code);
  return opened.value;
}

async function columnAs(opened: OpenedFile, index: number, change: Partial<ColumnPlan>): Promise<Column> {
  const plan = defaultPlan(opened.inspection, {});
  const columns = plan.columns.map((column, i) => (i === index ? { ...column, ...change } : column));
  const converted = await convert(opened, { ...plan, columns });
  if (!converted.ok) throw new RangeError('the file must convert: ' + converted.failure.code);
  return converted.value.table.columns[index];
}

const textsOf = (column: Column): readonly string[] =>
  column.layout === 'dictionary' ? Array.from(column.codes, (code) => column.dictionary[code]) : [];
const valuesOf = (column: Column): readonly number[] => (column.layout === 'numeric' ? Array.from(column.values) : []);

describe('columns of measures that hardly repeat', () => {
  it('stay bytes, and give their values and their number', async () => {
    const opened = await open(ledger());
    expect(opened.raw.columns.map(({ cells }) => cells !== undefined)).toEqual([true, true, false, false]);
    const [amount, moment] = opened.inspection.columns;
    expect(amount).toMatchObject({ type: 'number', missing: 0, unreadable: 0, present: rows });
    expect(amount.examples).toEqual([0, 1, 2, 3, 4].map(amountOf));
    expect(moment).toMatchObject({ type: 'datetime', present: rows });
    expect(valuesOf(await columnAs(opened, 0, {}))).toEqual(
      Array.from({ length: rows }, (_, i) => Number(amountOf(i))),
    );
    expect(valuesOf(await columnAs(opened, 1, {}))[3999]).toBe(Date.UTC(2024, 0, 1) + 3999 * 61_000);
  });

  it('give their texts digit for digit, each once, where the person wants words', async () => {
    const opened = await open(ledger({ 2000: '7.01', 2001: '7.010' }));
    const column = await columnAs(opened, 0, { type: 'identifier', reading: {} });
    const texts = textsOf(column);
    expect(texts[1]).toBe('7.01');
    expect(texts[2000]).toBe('7.01');
    expect(texts[2001]).toBe('7.010');
    expect(column.layout === 'dictionary' && new Set(column.dictionary).size === column.dictionary.length).toBe(true);
  });

  it('read cells in other forms with the full parsers, and report those that are none', async () => {
    const odd = { 1500: '"1,234.50"', 1501: 'N/A', 1502: '', 1503: 'unclear', 1504: '"12.5"', 1505: '"a""b"' };
    const opened = await open(ledger(odd));
    expect(opened.raw.columns[0].cells).toBeDefined();
    expect(opened.inspection.columns[0]).toMatchObject({ type: 'number', missing: 2, unreadable: 2 });
    const values = valuesOf(await columnAs(opened, 0, {}));
    expect(values.slice(1500, 1505)).toEqual([1234.5, 0, 0, 0, 12.5]);
    const unread = opened.inspection.issues.filter(({ code }) => code === 'numberExpected');
    expect(unread.map(({ row, params }) => [row, params.value])).toEqual([
      [1505, 'unclear'],
      [1507, 'a"b'],
    ]);
  });

  it('count cells that are equal, or empty, among the first rows as often as they are there', async () => {
    const odd = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [i * 5, i % 2 === 0 ? '' : '12.5']));
    const opened = await open(ledger(odd));
    expect(opened.raw.columns[0].cells).toBeDefined();
    expect(opened.inspection.columns[0]).toMatchObject({ missing: 100, present: rows - 100, unreadable: 0 });
  });

  it('are decoded where a cell is not ASCII', async () => {
    const opened = await open(ledger({ 1500: '１２.５', 1501: '3万' }));
    expect(opened.raw.columns[0].cells).toBeUndefined();
    expect(valuesOf(await columnAs(opened, 0, {})).slice(1500, 1502)).toEqual([12.5, 30_000]);
  });

  it('find the total row below them', async () => {
    const opened = await open(ledger({}, 'Total,,,\n'));
    expect(opened.inspection.totalRows).toEqual([rows + 2]);
    expect(opened.inspection.rows).toBe(rows);
  });

  it('do not take codes for measures', async () => {
    const codes = Object.fromEntries(Array.from({ length: rows }, (_, i) => [i, String(i).padStart(8, '0')]));
    const opened = await open(ledger(codes));
    expect(opened.raw.columns[0].cells).toBeUndefined();
    expect(textsOf(await columnAs(opened, 0, { type: 'identifier', reading: {} }))[7]).toBe('00000007');
  });
});

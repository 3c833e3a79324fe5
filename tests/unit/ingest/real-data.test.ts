import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/ingest/inspect-file';
import type { RawColumn } from '../../../src/ingest/raw-table';
import type { Inspection } from '../../../src/ingest/types';
import { toOneLine } from '../../../src/kernel/text';
import { importBytes, unwrap, type Imported } from './support/import-fixture';
import { cellsOf, countsOf, sumOf, type Cell } from './support/read-column';

interface ColumnFacts {
  readonly index: number;
  readonly name: string;
  readonly blank: number;
  readonly distinct_nonblank: number;
  readonly numeric_cells: number;
  readonly stats?: { readonly n: number; readonly sum: number; readonly min: number; readonly max: number };
  readonly top10?: readonly (readonly [string, number])[];
}

interface SheetFacts {
  readonly name: string;
  readonly non_empty_rows: number;
  readonly state: string;
}

interface Facts {
  readonly file: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly data_rows?: number;
  readonly columns?: number;
  readonly by_column?: readonly ColumnFacts[];
  readonly sheets?: readonly SheetFacts[];
  readonly opened_sheet?: {
    readonly header: readonly string[];
    readonly firm_rows: number;
    readonly total_by_product: Readonly<Record<string, number>>;
  };
  readonly table?: {
    readonly header: readonly string[];
    readonly rows: number;
    readonly min: string;
    readonly max: string;
    readonly 点赞数?: { readonly sum: number };
    readonly 反对数?: { readonly sum: number };
  };
}

const folder = process.env['REAL_DATA'] ?? '';
const isThere = folder !== '' && existsSync(folder);
const factFiles = isThere
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.facts.json'))
      .sort()
  : [];
const delimiters: Readonly<Record<string, string>> = { comma: ',', TAB: '\t', blanks: ' \t' };
const encodings: Readonly<Record<string, string>> = { ascii: 'utf-8', 'utf-8': 'utf-8', cp949: 'euc-kr' };

function bytesOf(facts: Facts): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, facts.file)));
}

/** How often each trimmed text occurs in a raw column. */
function rawCounts({ codes, dictionary }: RawColumn): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) {
    const text = dictionary[code].trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** The cells as they stand in the file. */
function expectRaw(column: RawColumn, facts: ColumnFacts): void {
  const counts = rawCounts(column);
  expect(counts.get('') ?? 0, `${facts.name}: blank`).toBe(facts.blank);
  counts.delete('');
  expect(counts.size, `${facts.name}: distinct`).toBe(facts.distinct_nonblank);
  for (const [text, count] of facts.top10 ?? []) expect(counts.get(text.trim()), `${facts.name}: ${text}`).toBe(count);
}

/** The least and the most of cells that compare as they are: numbers, or texts of equal form. */
function endsOf(cells: readonly Cell[]): readonly [Cell, Cell] {
  const sorted = [...cells].sort((a, b) => (a === null || b === null || a === b ? 0 : a < b ? -1 : 1));
  return [sorted[0], sorted[sorted.length - 1]];
}

const noValue = /^(n\/a|unknown|\?)$/i;
const pad = (part: string | undefined): string => (part ?? '0').padStart(2, '0');

/** How the moments of these files are written; read apart from the product, day first only where some day is beyond 12. */
function momentReader(texts: readonly string[], type: string): (text: string) => Cell {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d))?$/;
  const isDayFirst = texts.some((text) => Number(slashed.exec(text)?.[1] ?? 0) > 12);
  return (text) => {
    if (type === 'time') {
      const spoken = /^(?:(midnight)|(noon)|(\d{1,2})([ap])m)$/i.exec(text);
      if (spoken)
        return spoken[1] ? 0 : spoken[2] ? 43_200 : (Number(spoken[3]) + (/p/i.test(spoken[4]) ? 12 : 0)) * 3600;
      const [h, m, s = '0'] = text.split(':');
      return Number(h) * 3600 + Number(m) * 60 + Number(s);
    }
    const six = /^(\d\d)(\d\d)(\d\d)$/.exec(text);
    if (six) return `19${six[1]}-${six[2]}-${six[3]}`;
    const found = slashed.exec(text);
    const iso = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?/.exec(text);
    if (!found && !iso) throw new RangeError(`no moment: ${text}`);
    const [day, time] = found
      ? [
          `${found[3]}-${pad(found[isDayFirst ? 2 : 1])}-${pad(found[isDayFirst ? 1 : 2])}`,
          `${pad(found[4])}:${pad(found[5])}:00`,
        ]
      : [`${iso?.[1] ?? ''}-${pad(iso?.[2])}-${pad(iso?.[3])}`, `${pad(iso?.[4])}:${pad(iso?.[5])}:${pad(iso?.[6])}`];
    return type === 'date' ? day : `${day}T${time}`;
  };
}

/** Days, moments and times of day: how many, the first, the last, and how often the most frequent occur. */
function expectMoments({ table, opened }: Imported, facts: ColumnFacts): void {
  const { name, type } = table.columns[facts.index];
  const written = rawCounts(opened.raw.columns[facts.index]);
  const texts = [...written.keys()].filter((text) => text !== '' && !noValue.test(text));
  const read = momentReader(texts, type);
  const counts = new Map<Cell, number>();
  for (const text of texts) counts.set(read(text), (counts.get(read(text)) ?? 0) + (written.get(text) ?? 0));
  const cells = cellsOf(table, name).filter((cell) => cell !== null);
  const absent = (facts.top10 ?? []).reduce((sum, [text, count]) => sum + (noValue.test(text) ? count : 0), 0);
  expect(cells, `${name}: present`).toHaveLength(table.rows - facts.blank - absent);
  expect(endsOf(cells), `${name}: first and last`).toEqual(endsOf([...counts.keys()]));
  if (facts.stats) {
    const ends = [facts.stats.min, facts.stats.max].map((value) => read(String(value)));
    expect(endsOf(cells), `${name}: first and last of the facts`).toEqual(ends);
  }
  const imported = countsOf(table, name);
  for (const [text, count] of facts.top10 ?? []) {
    if (noValue.test(text)) continue;
    expect(imported.get(read(text)), `${name}: ${text}`).toBe(counts.get(read(text)));
    expect(imported.get(read(text)), `${name}: ${text}`).toBeGreaterThanOrEqual(count);
  }
}

/** Texts: as many as in the file, as many different ones, the most frequent as often. */
function expectTexts({ table }: Imported, facts: ColumnFacts): void {
  const { name } = table.columns[facts.index];
  const counts = new Map<string, number>();
  for (const cell of cellsOf(table, name)) {
    if (cell !== null) counts.set(String(cell).trim(), (counts.get(String(cell).trim()) ?? 0) + 1);
  }
  const present = [...counts.values()].reduce((sum, count) => sum + count, 0);
  expect(present, `${name}: present`).toBe(table.rows - facts.blank);
  expect(counts.size, `${name}: distinct`).toBe(facts.distinct_nonblank);
  for (const [text, count] of facts.top10 ?? []) expect(counts.get(text.trim()), `${name}: ${text}`).toBe(count);
}

/** The column as it is imported: sums and ends of numbers, moments and texts, counts of words. */
function expectImported(imported: Imported, facts: ColumnFacts): void {
  const { table } = imported;
  const column = table.columns[facts.index];
  const { name, type } = column;
  if (type === 'number' && facts.stats && facts.numeric_cells === table.rows - facts.blank) {
    expect(sumOf(table, name), `${name}: sum`).toBeCloseTo(facts.stats.sum, 4);
    expect(countsOf(table, name).get(null) ?? 0, `${name}: missing`).toBe(facts.blank);
    const cells = cellsOf(table, name).filter((cell) => cell !== null);
    expect(cells, `${name}: present`).toHaveLength(facts.stats.n);
    // The facts are rounded to six decimals.
    const ends = endsOf(cells).map((cell) => Math.round(Number(cell) * 1e6) / 1e6);
    expect(ends, `${name}: least and most`).toEqual([facts.stats.min, facts.stats.max]);
  }
  if (type === 'date' || type === 'datetime' || type === 'time') expectMoments(imported, facts);
  if (type === 'text') expectTexts(imported, facts);
  if (type === 'category' || type === 'identifier') {
    const counts = countsOf(table, name);
    expect(counts.get(null) ?? 0, `${name}: missing`).toBe(facts.blank);
    for (const [text, count] of facts.top10 ?? []) expect(counts.get(text.trim()), `${name}: ${text}`).toBe(count);
  }
  if (type === 'boolean') {
    const counts = countsOf(table, name);
    const present = table.rows - (counts.get(null) ?? 0);
    const words = (facts.top10 ?? []).filter(([text]) => !noValue.test(text));
    expect(present, `${name}: yes and no`).toBe(words.reduce((sum, [, count]) => sum + count, 0));
  }
}

function expectNames(inspection: Inspection, facts: readonly ColumnFacts[]): void {
  const written = facts.map(({ name }) => toOneLine(name));
  inspection.columns.forEach(({ name }, index) => {
    if (written[index] !== '' && written.indexOf(written[index]) === index) expect(name).toBe(written[index]);
    else expect(name).not.toBe('');
  });
  expect(new Set(inspection.columns.map(({ name }) => name)).size).toBe(inspection.columns.length);
}

/** Rows of a sheet that are data, or that an issue names. */
function accountedRows(inspection: Inspection): number {
  const codes = new Set(['titleRows', 'unitsRow', 'totalRows', 'noteRows']);
  const named = inspection.issues
    .filter(({ code }) => codes.has(code))
    .reduce((sum, { count }) => sum + (count ?? 1), 0);
  return inspection.rows + named + (inspection.headerRow > 0 ? 1 : 0);
}

describe.skipIf(!isThere)('real files', () => {
  for (const factFile of factFiles) {
    const facts = JSON.parse(readFileSync(join(folder, factFile), 'utf8')) as Facts;

    if (facts.by_column)
      it(facts.file, async () => {
        const imported = await importBytes(bytesOf(facts));
        const { inspection, raw } = imported.opened;
        expect(inspection.encoding).toBe(encodings[facts.encoding ?? '']);
        if (facts.columns === 1) expect(inspection.delimiter).toBeNull();
        else expect(delimiters[facts.delimiter ?? '']).toContain(inspection.delimiter);
        expect(inspection.headerRow).toBe(1);
        expect([imported.table.rows, inspection.columns.length]).toEqual([facts.data_rows, facts.columns]);
        const columns = facts.by_column ?? [];
        expectNames(inspection, columns);
        for (const column of columns) {
          expectRaw(raw.columns[column.index], column);
          expectImported(imported, column);
        }
      });

    if (facts.sheets)
      it(`${facts.file}: no row of any sheet is lost`, async () => {
        for (const sheet of facts.sheets ?? []) {
          const { inspection } = unwrap(await inspectFile(bytesOf(facts), facts.file, { sheet: sheet.name }));
          expect(accountedRows(inspection), sheet.name).toBe(sheet.non_empty_rows);
          const hidden = inspection.sheets.find(({ name }) => name === sheet.name)?.hidden;
          expect(hidden, sheet.name).toBe(sheet.state !== 'visible');
        }
      });

    if (facts.opened_sheet)
      it(`${facts.file}: complaints opened`, async () => {
        const truth = facts.opened_sheet;
        const sheet = facts.sheets?.find(({ name }) => name.toLowerCase() === 'opened')?.name;
        if (!truth || sheet === undefined)
          throw new RangeError('facts without the sheet of opened complaints: ' + facts.file);
        const { table } = await importBytes(bytesOf(facts), { options: { sheet } });
        // The facts count firms with a figure; a firm without any is a row of the file all the same.
        const products = Object.keys(truth.total_by_product).map((name) => cellsOf(table, toOneLine(name)));
        const withFigure = cellsOf(table, 'Firm Name').filter((_, row) =>
          products.some((cells) => cells[row] !== null),
        );
        expect(withFigure).toHaveLength(truth.firm_rows);
        expect(table.columns.map(({ name }) => name)).toEqual(truth.header.map(toOneLine));
        for (const [product, sum] of Object.entries(truth.total_by_product)) {
          expect(sumOf(table, toOneLine(product)), product).toBeCloseTo(sum, 6);
        }
      });

    if (facts.table)
      it(`${facts.file}: messages`, async () => {
        const truth = facts.table;
        if (!truth) throw new RangeError('facts without a table: ' + facts.file);
        const { table } = await importBytes(bytesOf(facts));
        expect(table.rows).toBe(truth.rows);
        expect(table.columns.map(({ name }) => name)).toEqual(truth.header);
        const times = cellsOf(table, '留言时间')
          .map((cell) => String(cell).replace('T', ' '))
          .sort();
        expect([times[0], times.at(-1)]).toEqual([truth.min, truth.max]);
        if (truth.点赞数) expect(sumOf(table, '点赞数')).toBe(truth.点赞数.sum);
        if (truth.反对数) expect(sumOf(table, '反对数')).toBe(truth.反对数.sum);
      });
  }
});

describe.runIf(!isThere)('real files', () => {
  it.skip('skipped: set REAL_DATA to the folder of real files to run these tests', () => undefined);
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isBlank } from '../../src/ingest/values/missing-words';
import type { DictionaryType } from '../../src/table/column';
import { unguardCell } from '../../src/kernel/formula-guard';
import { toOneLine } from '../../src/kernel/text';
import { toCsv, toTsv } from '../../src/ui/export-csv';
import { propertySeed as seed } from '../support/property-seed';
import { importText } from '../unit/ingest/support/import-fixture';
import { cellsOf } from '../unit/ingest/support/read-column';

const sign = fc.constantFrom('=', '+', '-', '@', '＝', '－', "'", '\t', '\n', ' ', '\u3000', '5', '合计', '');
const tail = fc.string({ unit: 'grapheme', maxLength: 6 });
const cell = fc
  .tuple(sign, sign, sign, tail)
  .map((parts) => parts.join(''))
  // What no text file can hold is not at stake here.
  .filter((text) => !text.includes('\0') && !isBlank(text));
const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });

/** `npm run trials` asks for the long run. */
const fuzzed = Number(process.env['TRIALS'] ?? 1) > 1 ? 100_000 : 10_000;
const sheetCells = 200;

/** What begins a formula in one spreadsheet or another, and what may stand before it unseen. */
const mark = fc.constantFrom(
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '⁼', '⁺'],
  ...["'", '"', '\t', '\r', '\n', '\v', ' ', '\u00A0', '\u3000', '\uFEFF', '\u200B', '\u202E', ',', ';', '|'],
  ...['=1+1', '-5', '+86', '1e5', "=cmd|' /C calc'!A0", '=HYPERLINK("http://a","b")', '<img src=x>', '合计', ''],
);
const hostileCell = fc
  .tuple(mark, mark, mark, tail)
  .map((parts) => parts.join(''))
  .filter((text) => !text.includes('\0') && !isBlank(text));

/** The cells of the run, two by two, sheet by sheet. */
function fuzzedCells(): (readonly [string, string])[][] {
  const row = fc.tuple(hostileCell, hostileCell);
  const sheet = fc.array(row, { minLength: sheetCells / 2, maxLength: sheetCells / 2, size: 'max' });
  return fc.sample(sheet, { numRuns: fuzzed / sheetCells, seed });
}

async function throughCsv(
  type: DictionaryType,
  header: readonly string[],
  cells: readonly (readonly [string, string])[],
): Promise<(readonly (string | number | null)[])[]> {
  const { table } = await importText(toCsv(header, cells), {
    options: { headerRow: 1, delimiter: ',', encoding: 'utf-8' },
    plan: { keepTotals: true, mask: false },
    columns: Object.fromEntries(header.map((name) => [name, { type, reading: {}, include: true }])),
  });
  const [first, second] = header.map((name) => cellsOf(table, name));
  return first.map((text, row) => [text, second[row]]);
}

describe('export to CSV and import again', () => {
  it('gives back every text', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        expect(await throughCsv('text', ['甲', '=乙'], cells)).toEqual(cells);
      }),
    );
  });

  it('gives back every category', async () => {
    const trimmed = rows.map((list) => list.map(([a, b]) => [a.trim(), b.trim()] as const));
    await fc.assert(
      fc.asyncProperty(trimmed, async (cells) => {
        expect(await throughCsv('category', ['@甲', '乙'], cells)).toEqual(cells);
      }),
    );
  });

  it('takes off no apostrophe that the export did not put', async () => {
    const cells = [
      ["'引用'", "it's"],
      ["'-5", "''='"],
    ] as const;
    expect(await throughCsv('text', ['甲', '乙'], cells)).toEqual(cells);
  });

  it(`X07 gives back every text that could be a formula (${fuzzed} cells, seed ${seed})`, async () => {
    for (const cells of fuzzedCells()) expect(await throughCsv('text', ['甲', '乙'], cells)).toEqual(cells);
  });
});

describe('X07 what is saved for a spreadsheet', () => {
  /** Cells as any other program reads the file. */
  const read = (text: string, delimiter: string, newline: '\r\n' | '\n'): readonly string[] =>
    Papa.parse<string[]>(text, { delimiter, newline }).data.flat();
  /** Written without a look at the guard: what OWASP names, after the folding that spreadsheets do. */
  const isTrigger = (text: string): boolean =>
    /^[\t\r\n]/.test(text) ||
    (/^[=+\-@]/.test(text.normalize('NFKC').trim()) && !/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text));

  it(`begins with nothing that is run, in a file (${fuzzed} cells)`, () => {
    for (const cells of fuzzedCells()) {
      const seen = read(toCsv(['=甲', '＠乙'], cells).slice(1), ',', '\r\n').slice(0, -1);
      expect(seen.filter(isTrigger)).toEqual([]);
      expect(seen.slice(2).map(unguardCell)).toEqual(cells.flat());
    }
  });

  it(`begins with nothing that is run, on the clipboard (${fuzzed} cells)`, () => {
    for (const cells of fuzzedCells()) {
      const pasted = read(toTsv(['=甲', '＠乙'], cells), '\t', '\n');
      expect(pasted.filter(isTrigger)).toEqual([]);
      expect(pasted.slice(2).map(unguardCell)).toEqual(cells.flat().map(toOneLine));
    }
  });

  it('is a number or nothing where a number is', () => {
    for (const [number, text] of [
      [-5.5, '-5.5'],
      [1e-12, '1e-12'],
      [-1e21, '-1e+21'],
      [-Infinity, ''],
      [NaN, ''],
    ] as const)
      expect(read(toCsv(['n'], [[number]]).slice(1), ',', '\r\n')[1]).toBe(text);
  });
});

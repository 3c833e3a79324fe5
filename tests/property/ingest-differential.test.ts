import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { RawTable } from '../../src/ingest/raw-table';
import { openText } from '../../src/ingest/text/open-text';
import { hostileBytes, hostileDir, unwrap } from '../unit/ingest/support/import-fixture';

/** The rows of a raw table as text. */
function rowsOf({ rows, columns }: RawTable): string[][] {
  return Array.from({ length: rows }, (_, row) => columns.map(({ codes, dictionary }) => dictionary[codes[row]]));
}

/** Papa's answer in the form of ours: rows without any visible character left out, short rows padded. */
function papaRows(text: string, delimiter: string, newline: '\n' | '\r\n' | '\r'): string[][] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
  if (errors.some(({ type }) => type === 'Quotes')) return null;
  const rows = data.filter((cells) => cells.some((cell) => /[^\t ]/.test(cell)));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
}

async function ourRows(bytes: Uint8Array, delimiter: string): Promise<string[][] | null> {
  const opened = openText(bytes, { encoding: 'utf-8', delimiter });
  if (!opened.ok) return [];
  const raw = await opened.value.source.read(0, {});
  return raw.ok ? rowsOf(raw.value) : null;
}

const patience = 60_000;
const delimiters = [',', '\t', ';', '|'] as const;
const newlines = ['\n', '\r\n', '\r'] as const;

/** What only we accept, or accept otherwise: lone CR beside LF, and text after a closing quote. */
const differsByDesign = new Map([
  ['08_mixed_utf8_then_gbk.csv', 'each cell is read in its own encoding; the companion has one per file'],
  ['13_mixed_line_ends_no_final_newline.csv', 'LF and CRLF both end a line; the companion knows one of them per file'],
  ['16_stray_quotes_inside.csv', 'text after a closing quote is kept; the companion runs on to the next quote'],
  ['18_excel_sep_hint.csv', 'the sep= line is passed over'],
]);

/** Never reach a text reader: they are refused by their content. */
const refusedBefore = new Set(['44_png_renamed.csv', '46_binary_noise.csv']);

describe('the columnar reader against the companion parser', () => {
  for (const file of readdirSync(hostileDir)
    .filter((name) => /\.(csv|txt)$/.test(name))
    .sort()) {
    const opened = openText(hostileBytes(file));
    if (!opened.ok || refusedBefore.has(file) || differsByDesign.has(file)) continue;
    const { encoding, delimiter, source } = opened.value;

    it(`agrees on ${file}`, async () => {
      const text = new TextDecoder(encoding).decode(hostileBytes(file));
      const newline = text.includes('\r\n') ? '\r\n' : '\n';
      const rows = rowsOf(unwrap(await source.read(0, {})));
      expect(rows).toEqual(papaRows(text, delimiter ?? '\u0001', newline));
    });
  }

  it(
    'agrees on well-formed tables of awkward cells',
    async () => {
      const cell = fc
        .oneof(
          fc.constantFrom(
            '',
            ' ',
            '"',
            '""',
            ',',
            ';',
            '|',
            '\t',
            '\n',
            '\r\n',
            'a"b',
            '"a',
            'a"',
            '网点',
            '排队，等候',
            '😀',
            '0',
            "'x",
          ),
          fc.string({ maxLength: 12 }),
          fc.string({ unit: 'binary', maxLength: 6 }),
        )
        .map((text) => text.replace(/[\0\uFFFD\uD800-\uDFFF]/g, ''));
      const table = fc
        .integer({ min: 1, max: 6 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }),
        );
      await fc.assert(
        fc.asyncProperty(
          table,
          fc.constantFrom(...delimiters),
          fc.constantFrom(...newlines),
          fc.boolean(),
          async (rows, delimiter, newline, quotes) => {
            const text = Papa.unparse(rows, { delimiter, newline, quotes });
            // Unquoted lone CR or LF that is not this file's line end: we end a line there, the companion does not.
            const foreign = newline === '\n' ? /\r/ : newline === '\r' ? /\n/ : /[^\r]\n|\r[^\n]|^\n|\r$/;
            fc.pre(quotes || !rows.some((cells) => cells.some((each) => foreign.test(each))));
            expect(await ourRows(new TextEncoder().encode(text), delimiter)).toEqual(
              papaRows(text, delimiter, newline),
            );
          },
        ),
        {
          numRuns: 300,
          examples: [
            [[['\u0001'], ['']], ',', '\n', false],
            [[['\u000b']], ',', '\n', false],
          ],
        },
      );
    },
    patience,
  );

  it(
    'agrees on any text in which the companion finds no fault',
    async () => {
      const piece = fc.constantFrom('a', '1', '"', '"', ',', ',', '\n', ' ', '中', '""', '",', '\n"', ',"');
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
          const text = pieces.join('');
          const expected = papaRows(text, ',', '\n');
          fc.pre(expected !== null);
          expect(await ourRows(new TextEncoder().encode(text), ',')).toEqual(expected);
        }),
        { numRuns: 2000 },
      );
    },
    patience,
  );

  it(
    'agrees on long tables with odd records among plain ones',
    async () => {
      // Most records are read in one go and their cells numbered some thousands at a time: odd ones fall between, and
      // longer ones come after many rows.
      const odd = fc.oneof(
        fc.constantFrom(
          '"a,b",1',
          '"a ""b""",2',
          '1',
          '',
          ' ,',
          '"',
          '"x\ny",,"z"',
          ',,,,,,,,,,,,7',
          '中,"国 ""银"" 行",行',
        ),
        fc.integer({ min: 1, max: 40 }).map((cells) => Array.from({ length: cells }, (_, i) => `n${i}`).join(',')),
      );
      const place = fc.record({ at: fc.nat({ max: 9_000 }), record: odd });
      await fc.assert(
        fc.asyncProperty(fc.array(place, { maxLength: 12 }), fc.nat({ max: 9_000 }), async (places, rows) => {
          const records = Array.from({ length: rows }, (_, row) => `${row},${row % 7}月,${'多'.repeat(row % 5)}`);
          for (const { at, record } of places) records.splice(at % (records.length + 1), 0, record);
          const text = records.join('\n');
          const expected = papaRows(text, ',', '\n');
          fc.pre(expected !== null);
          expect(isDeepStrictEqual(await ourRows(new TextEncoder().encode(text), ','), expected)).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
    patience,
  );

  it(
    'survives any bytes',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
          const opened = openText(bytes);
          if (!opened.ok) return;
          const raw = await opened.value.source.read(0, {});
          if (!raw.ok) return;
          for (const column of raw.value.columns)
            expect(Math.max(-1, ...column.codes)).toBeLessThan(column.dictionary.length);
          expect([...raw.value.sourceRows]).toEqual([...raw.value.sourceRows].sort((a, b) => a - b));
        }),
        { numRuns: 1000 },
      );
    },
    patience,
  );
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { guardCell, toCsv, toTsv, unguardCell } from '../../../src/ui/export-csv';

/** What OWASP names, and what was seen to slip through other escapers. */
const formulas = [
  '=1+1',
  '=cmd|"/c calc"!A1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u3000=1',
  '\u00A0+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  "'=1",
  "''@x",
];

const harmless = [
  '',
  '投诉',
  '-5.2',
  '+86',
  '1e5',
  '-3E-7',
  'a=b',
  '3+4',
  "it's",
  "'quoted'",
  '2024-01-01',
  '#REF',
  '｜',
];

function startsLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]/.test(text.normalize('NFKC').trimStart()) || /^[\t\r\n]/.test(text);
}

describe('guardCell', () => {
  it.each(formulas)('takes the danger out of %j', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(startsLikeFormula(guardCell(text))).toBe(false);
  });

  it.each(harmless)('leaves %j as it is', (text) => {
    expect(guardCell(text)).toBe(text);
  });

  it('lets no formula through, and gives back the same text', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', ' ', "'", '\u3000', '');
    const cell = fc.tuple(sign, sign, fc.string({ unit: 'grapheme' })).map((parts) => parts.join(''));
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = guardCell(text);
        const strict = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(guarded);
        expect(strict || !startsLikeFormula(guarded)).toBe(true);
        expect(unguardCell(guarded)).toBe(text);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('toCsv', () => {
  it('is read back cell by cell by another reader', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(cells, (rows) => {
        const text = toCsv(['a', 'b'], rows);
        expect(text.startsWith('\uFEFF')).toBe(true);
        const parsed = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' }).data.slice(1, -1);
        expect(parsed.map((row) => row.map(unguardCell))).toEqual(rows);
      }),
    );
  });

  it('keeps numbers in full and leaves missing cells empty', () => {
    expect(toCsv(['x'], [[-0.1234567890123], [null], ['say "hi"']])).toBe(
      '\uFEFF"x"\r\n"-0.1234567890123"\r\n""\r\n"say ""hi"""\r\n',
    );
  });
});

describe('toTsv', () => {
  it('keeps one line per row and one tab per column, and guards what a line break was hiding', () => {
    expect(toTsv(['a', 'b'], [['x\ty\nz', '\n=1+1']])).toBe("a\tb\nx y z\t'=1+1");
  });
});

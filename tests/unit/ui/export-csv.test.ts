import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { unguardCell } from '../../../src/kernel/formula-guard';
import { toCsv, toTsv } from '../../../src/ui/export-csv';

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

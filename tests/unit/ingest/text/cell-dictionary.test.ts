import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellDictionary } from '../../../../src/ingest/text/cell-dictionary';

/** The numbers that a dictionary gives to cells lying one after the other in a file. */
function numbersOf(cells: readonly string[], copied: ReadonlySet<number> = new Set()): number[] {
  const encoded = cells.map((cell) => new TextEncoder().encode(cell));
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  const dictionary = new CellDictionary(new DataView(bytes.buffer));
  let at = 0;
  return encoded.map((cell, i) => {
    bytes.set(cell, at);
    const start = at;
    at += cell.length;
    return copied.has(i)
      ? dictionary.internCopy(new DataView(cell.slice().buffer), 0, cell.length)
      : dictionary.intern(start, at);
  });
}

/** The same by a Map. */
function expectedNumbers(cells: readonly string[]): number[] {
  const known = new Map<string, number>();
  return cells.map((cell) => {
    if (!known.has(cell)) known.set(cell, known.size);
    return known.get(cell) ?? -1;
  });
}

describe('CellDictionary', () => {
  it.each([
    ['ascending', ['', '1', '9', '10', '2024-01-01', '2024-01-01', '2024-01-02', '第一支行', '第二支行']],
    ['ascending for a while', ['1001', '1002', '1002', '1003', '1001', '1002', '0999', '1004']],
    ['descending', ['c', 'b', 'a', 'b', 'c']],
    ['of bytes above 127', ['\u007f', '\u0080', '\u00ff', '\u0080', '银行', '邮储', '银行']],
  ])('numbers cells %s', (_, cells) => {
    expect(numbersOf(cells)).toEqual(expectedNumbers(cells));
    for (let i = 0; i < cells.length; i++) expect(numbersOf(cells, new Set([i]))).toEqual(expectedNumbers(cells));
  });

  it('numbers any cells as a Map does, the longer part of them ascending', () => {
    const few = fc.array(fc.constantFrom('', 'a', 'ab', 'abc', 'abcd', 'abcde', 'abcdé', '银行', '银行a'), {
      maxLength: 30,
    });
    const first = fc.uniqueArray(fc.nat({ max: 5000 }), { maxLength: 200 });
    fc.assert(
      fc.property(first, few, fc.array(fc.nat({ max: 229 }), { maxLength: 4 }), (numbers, rest, copied) => {
        const cells = [...numbers.sort((a, b) => a - b).map((n) => `T${String(n).padStart(6, '0')}`), ...rest, ...rest];
        expect(numbersOf(cells, new Set(copied))).toEqual(expectedNumbers(cells));
      }),
    );
  });
});

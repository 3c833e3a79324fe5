import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows, unpackRows } from '../../../src/kernel/row-list';

describe('row numbers in a text', () => {
  it('are runs of distances and lengths', () => {
    expect(packRows([3, 4, 5, 45])).toBe('3:3 14');
    expect(packRows([9, 2, 9])).toBe('2 7');
    expect(packRows([])).toBe('');
  });

  it('come back sorted, each once, up to a limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_048_576 })), fc.nat(50), (rows, limit) => {
        const expected = [...new Set(rows)].sort((a, b) => a - b);
        expect(unpackRows(packRows(rows))).toEqual(expected);
        expect(unpackRows(packRows(rows), limit)).toEqual(expected.slice(0, limit));
      }),
    );
  });

  it('stay short: a row in three of a hundred thousand needs three bytes', () => {
    const rows = Array.from({ length: 33_333 }, (_, i) => 2 + i * 3);
    expect(packRows(rows).length).toBeLessThan(3 * rows.length);
  });

  it('of a damaged text end where it cannot be read', () => {
    expect(unpackRows('3 ! 4')).toEqual([3]);
    expect(unpackRows('0:5')).toEqual([]);
    expect(unpackRows('1:zzzzzz', 2)).toEqual([]);
  });
});

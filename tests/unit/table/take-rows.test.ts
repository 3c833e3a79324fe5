import { describe, expect, it } from 'vitest';
import { getBit } from '../../../src/kernel/bitmap';
import { takeRows } from '../../../src/table/take-rows';
import { numeric, tableOf, words } from './build-table';

const table = tableOf(numeric('n', 'number', [1, null, 3]), words('w', ['a', 'b', null]));

describe('takeRows', () => {
  it('takes rows in the order given, also more of them than the table has', () => {
    const { rows, columns } = takeRows(table, Uint32Array.of(2, 0, 0, 1, 2));
    const [n, w] = columns;
    expect(rows).toBe(5);
    expect(
      n.layout === 'numeric' && [...n.values].map((value, row) => (getBit(n.missing, row) ? null : value)),
    ).toEqual([3, 1, 1, null, 3]);
    expect(
      w.layout === 'dictionary' &&
        [...w.codes].map((code, row) => (getBit(w.missing, row) ? null : w.dictionary[code])),
    ).toEqual([null, 'a', 'a', 'b', null]);
  });

  it('keeps only the words that are left', () => {
    const [, w] = takeRows(table, Uint32Array.of(1, 1)).columns;
    expect(w.layout === 'dictionary' && w.dictionary).toEqual(['b']);
  });
});

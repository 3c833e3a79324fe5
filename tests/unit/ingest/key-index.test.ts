import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyIndex } from '../../../src/ingest/key-index';

const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.maxSafeNat());
const keys = fc.uniqueArray(key, { maxLength: 60 });

describe('KeyIndex', () => {
  it('finds just the rows whose keys are stored, whichever tables they are in', () => {
    fc.assert(
      fc.property(keys, fc.array(fc.array(key, { maxLength: 60 }), { maxLength: 3 }), (own, tables) => {
        const index = new KeyIndex(Float64Array.from(own));
        const known = new Uint8Array(own.length);
        for (const table of tables) {
          const rows = index.mark(Float64Array.from(table), known);
          expect(rows).toBe(own.filter((one) => table.includes(one)).length);
        }
        expect([...known]).toEqual(own.map((one) => (tables.some((table) => table.includes(one)) ? 1 : 0)));
      }),
    );
  });

  it('counts a row once, however often a stored table has its key', () => {
    const known = new Uint8Array(2);
    expect(new KeyIndex(Float64Array.of(7, 8)).mark(Float64Array.of(7, 7, 9), known)).toBe(1);
    expect([...known]).toEqual([1, 0]);
  });
});

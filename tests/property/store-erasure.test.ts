import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStamp } from '../../src/store/clock';
import { erasedRowsPrefix } from '../../src/store/deletion';
import { erasedRowsOf, leftOut, rowsStillHeld } from '../../src/store/erased-rows';
import { firstRowOf, rowOfFirst } from '../../src/table/first-row';
import { mergeRecords } from '../../src/store/merge';
import type { StoredRecord } from '../../src/store/types';

const runs = { numRuns: 2000 };
const rows = 12;
const someRows = fc.uniqueArray(fc.integer({ min: 0, max: rows - 1 }), { maxLength: 5 });

/** A copy of a dataset after an erasure of its own: the field that says so, and an edition without these rows. */
const copy: fc.Arbitrary<StoredRecord> = fc
  .record({ without: someRows, replica: fc.constantFrom('r', 's', 't'), ms: fc.integer({ min: 0, max: 3 }) })
  .map(({ without, replica, ms }) => {
    const stamp = formatStamp({ ms: Date.UTC(2026, 0, 1) + ms, counter: 0, replica });
    const first = leftOut({}, without);
    const manifest = { rows: rows - first.length, edition: `${replica}${ms}${first.join('')}`, without: first };
    return {
      id: 'd',
      kind: 'dataset',
      fields: {
        manifest: { value: manifest, stamp },
        [`${erasedRowsPrefix}${replica}${ms}${first.join('')}`]: { value: first, stamp },
      },
    };
  });

describe('rows that copies erased apart from each other', () => {
  it('are all erased by a merge, in any order and however often', () => {
    fc.assert(
      fc.property(fc.array(copy, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat()), (copies, random) => {
        const all = leftOut({}, copies.flatMap(erasedRowsOf));
        const picks = [...copies, ...copies].map((one) => ({ one, key: random.next().value as number }));
        const shuffled = picks.sort((a, b) => a.key - b.key).map(({ one }) => one);
        const merged = shuffled.reduce(mergeRecords);
        expect(erasedRowsOf(merged)).toEqual(all);
        const manifest = merged.fields.manifest.value as unknown as { without: readonly number[] };
        expect(leftOut(manifest, rowsStillHeld(merged))).toEqual(all);
        expect(erasedRowsOf(mergeRecords(merged, merged))).toEqual(all);
      }),
      runs,
    );
  });

  it('never move another row to a place that is not its own', () => {
    fc.assert(
      fc.property(someRows, (without) => {
        const edition = { without: leftOut({}, without) };
        const kept = Array.from({ length: rows }, (_, row) => row).filter((row) => !without.includes(row));
        expect(kept.map((_, place) => firstRowOf(place, edition))).toEqual(kept);
        expect(kept.map((first) => rowOfFirst(first, edition))).toEqual(kept.map((_, place) => place));
        for (const gone of without) expect(rowOfFirst(gone, edition)).toBeNull();
      }),
      runs,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStamp, tick } from '../../src/store/clock';
import { canonicalJson } from '../../src/store/json';
import { isDeleted, isErased } from '../../src/store/deletion';
import { mergeRecords, toNormalForm } from '../../src/store/merge';
import type { Json, Register, StoredRecord } from '../../src/store/types';

const runs = { numRuns: 2000 };
const epoch = Date.UTC(2026, 0, 1);

/** Few values and few stamps, so that ties, equal values and cloned replicas all happen often. */
const register: fc.Arbitrary<Register> = fc.record({
  value: fc.constantFrom<Json>(null, true, 'a', 'b', 1, { x: 1, y: [2] }),
  stamp: fc
    .record({
      ms: fc.integer({ min: 0, max: 3 }),
      counter: fc.integer({ min: 0, max: 2 }),
      replica: fc.constantFrom('r', 's'),
    })
    .map(({ ms, counter, replica }) => formatStamp({ ms: epoch + ms * 86_400_000, counter, replica })),
});

const record: fc.Arbitrary<StoredRecord> = fc
  .dictionary(fc.constantFrom('name', 'goal', 'deleted'), register, { maxKeys: 3 })
  .map((fields) => ({ id: 'p', kind: 'project' as const, fields: { ...fields } }));

/** As `record`, of which some copies were erased; erasing leaves nothing but the tombstone. */
const erasable: fc.Arbitrary<StoredRecord> = fc.oneof(
  { arbitrary: record, weight: 3 },
  {
    arbitrary: fc.tuple(register, register).map(([deleted, erased]): StoredRecord => ({
      id: 'p',
      kind: 'project',
      fields: { deleted: { ...deleted, value: true }, erased: { ...erased, value: true } },
    })),
    weight: 1,
  },
);

const text = (value: StoredRecord): string => canonicalJson(value as unknown as Json);

describe('merging copies of a record', () => {
  it('does not depend on the order of two', () => {
    fc.assert(
      fc.property(erasable, erasable, (a, b) => text(mergeRecords(a, b)) === text(mergeRecords(b, a))),
      runs,
    );
  });

  it('does not depend on how three are grouped', () => {
    fc.assert(
      fc.property(erasable, erasable, erasable, (a, b, c) => {
        expect(text(mergeRecords(mergeRecords(a, b), c))).toBe(text(mergeRecords(a, mergeRecords(b, c))));
      }),
      runs,
    );
  });

  it('changes nothing when repeated', () => {
    fc.assert(
      fc.property(erasable, erasable, (a, b) => {
        const once = mergeRecords(a, b);
        expect(text(mergeRecords(once, b))).toBe(text(once));
        expect(text(mergeRecords(once, once))).toBe(text(once));
        for (const one of [a, once]) {
          const normal = toNormalForm(one);
          expect(text(normal)).toBe(text(mergeRecords(one, one)));
          expect(Object.keys(normal.fields)).toEqual(Object.keys(mergeRecords(one, one).fields));
        }
      }),
      runs,
    );
  });

  it('loses no value: each is the winner or beside it', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), (copies) => {
        const merged = copies.reduce(mergeRecords);
        for (const copy of copies) {
          for (const [field, { value, stamp }] of Object.entries(copy.fields)) {
            const kept = [merged.fields[field], ...(merged.lost?.[field] ?? [])];
            expect(kept.some((one) => canonicalJson(one.value) === canonicalJson(value))).toBe(true);
            expect(merged.fields[field].stamp >= stamp).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('leaves of a record that any copy erased nothing but the tombstone', () => {
    fc.assert(
      fc.property(fc.array(erasable, { minLength: 1, maxLength: 6 }), (copies) => {
        fc.pre(copies.some(isErased));
        const merged = copies.map(toNormalForm).reduce(mergeRecords);
        expect(Object.keys(merged.fields).sort()).toEqual(['deleted', 'erased']);
        expect(merged.lost).toBeUndefined();
        expect(isDeleted(merged)).toBe(true);
      }),
      runs,
    );
  });

  it('throws on copies of different records', () => {
    const one: StoredRecord = { id: 'p', kind: 'project', fields: {} };
    expect(() => mergeRecords(one, { ...one, id: 'q' })).toThrow(RangeError);
    expect(() => mergeRecords(one, { ...one, kind: 'coding' })).toThrow(RangeError);
  });
});

describe('the clock', () => {
  it('gives ever greater stamps, whatever the wall clock and foreign fields do', () => {
    const step = fc.record({
      now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
      seen: fc.option(
        fc.record({
          ms: fc.integer({ min: 0, max: 300_000_000_000_000 }),
          counter: fc.integer({ min: 0, max: 1_679_615 }),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let clock: string | null = null;
        for (const { now, seen } of steps) {
          const replaced = seen ? formatStamp({ ...seen, replica: 'z' }) : null;
          const ticked = tick(clock, now, 'r', replaced);
          expect(ticked.clock > (clock ?? '')).toBe(true);
          expect(ticked.stamp >= ticked.clock).toBe(true);
          expect(ticked.stamp > (replaced ?? '')).toBe(true);
          expect(
            ticked.clock.slice(0, 11) <=
              Math.max(now + 300_000, clock ? parseInt(clock.slice(0, 11), 36) + 1 : 0)
                .toString(36)
                .padStart(11, '0'),
          ).toBe(true);
          clock = ticked.clock;
        }
      }),
      runs,
    );
  });
});

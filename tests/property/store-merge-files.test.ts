import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStamp } from '../../src/store/clock';
import { bundleFormat } from '../../src/store/bundle/format';
import { mergeRecords } from '../../src/store/merge';
import type { IncomingFile } from '../../src/store/merge-types';
import { recordKinds } from '../../src/store/schema';
import { stateDigest } from '../../src/store/state-digest';
import type { Json, RecordKind, Register, StoredRecord } from '../../src/store/types';
import { digestOf, mergeInto, openComputer } from '../unit/store/support/bundles';

/** `TRIALS=1` is the short run; `npm run trials` asks for the long one. */
const isLong = Number(process.env['TRIALS'] ?? 1) > 1;
const cases = isLong ? 10_000 : 1_000;
const orders = isLong ? 50 : 8;
const start = Date.UTC(2026, 5, 1);
const day = 86_400_000;

interface Edit {
  readonly replica: number;
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string;
  readonly value: Json;
  readonly skew: number;
}

const edit = (replicas: number): fc.Arbitrary<Edit> =>
  fc.record({
    replica: fc.integer({ min: 0, max: replicas - 1 }),
    kind: fc.constantFrom(...recordKinds),
    id: fc.constantFrom('p', 'q'),
    field: fc.constantFrom('name', 'goal', 'status', 'deleted'),
    value: fc.constantFrom<Json>(null, true, false, 'a', 'b', 1, { x: [1] }),
    skew: fc.integer({ min: -2 * day, max: 2 * day }),
  });

const world = fc.integer({ min: 3, max: 30 }).chain((replicas) =>
  fc.record({
    replicas: fc.constant(replicas),
    edits: fc.array(edit(replicas), { minLength: 1, maxLength: 60 }),
    order: fc.shuffledSubarray(
      Array.from({ length: replicas }, (_, i) => i),
      { minLength: replicas, maxLength: replicas },
    ),
    cut: fc.integer({ min: 0, max: replicas }),
  }),
);

type Copy = ReadonlyMap<string, StoredRecord>;

/** What each replica holds after its own edits, with a clock that is up to two days wrong. */
function play(replicas: number, edits: readonly Edit[]): Copy[] {
  const copies = Array.from({ length: replicas }, () => new Map<string, StoredRecord>());
  edits.forEach(({ replica, kind, id, field, value, skew }, n) => {
    const stamp = formatStamp({ ms: start + skew, counter: n, replica: `r${replica}` });
    const key = `${kind}/${id}`;
    const known = copies[replica].get(key);
    copies[replica].set(key, { id, kind, fields: { ...known?.fields, [field]: { value, stamp } } });
  });
  return copies;
}

function join(a: Copy, b: Copy): Copy {
  const joined = new Map(a);
  for (const [key, record] of b) {
    const known = joined.get(key);
    joined.set(key, mergeRecords(known ?? record, record));
  }
  return joined;
}

const digest = (copy: Copy): Promise<string> => stateDigest([...copy.values()]);
const joinAll = (copies: readonly Copy[]): Copy => copies.reduce(join, new Map());

describe('merging copies of many computers', () => {
  it(`B01 does not depend on order, grouping or repetition (${cases} cases)`, async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ replicas, edits, order, cut }) => {
        const copies = play(replicas, edits);
        const shuffled = order.map((index) => copies[index]);
        const expected = await digest(joinAll(copies));
        const grouped = join(joinAll(shuffled.slice(cut)), joinAll(shuffled.slice(0, cut)));
        expect(await digest(joinAll(shuffled))).toBe(expected);
        expect(await digest(grouped)).toBe(expected);
        expect(await digest(joinAll([...shuffled, ...copies]))).toBe(expected);
        for (const copy of copies) expect(await digest(join(joinAll(shuffled), copy))).toBe(expected);
      }),
      { numRuns: cases },
    );
  });

  it('B01 loses no value: each stands or is kept beside the one that stands', () => {
    fc.assert(
      fc.property(world, ({ replicas, edits }) => {
        const copies = play(replicas, edits);
        const joined = joinAll(copies);
        for (const copy of copies) {
          for (const [key, record] of copy) {
            const found = joined.get(key);
            for (const [field, register] of Object.entries(record.fields)) {
              const all: Register[] = found ? [found.fields[field], ...(found.lost?.[field] ?? [])] : [];
              expect(all.map(({ value }) => value)).toContainEqual(register.value);
            }
          }
        }
      }),
      { numRuns: cases },
    );
  });
});

function fileOf(copy: Copy, index: number): IncomingFile {
  return {
    fileName: `${index}.dmaic`,
    digest: String(index),
    records: [...copy.values()],
    manifest: {
      format: bundleFormat,
      version: 1,
      app: { version: '0', build: 'x' },
      createdAt: start,
      exportId: `e${index}`,
      earlier: [],
      from: { replica: `r${index}`, installId: `i${index}`, name: `${index}` },
      clock: null,
      seen: {},
      cloned: [],
      scope: { purpose: 'backup', kinds: null, since: null, rows: true, screened: false },
      withheld: { fields: 0, datasets: 0 },
      counts: {},
      taxonomy: '',
      parts: [],
    },
  };
}

describe('merging 30 files', () => {
  it(`B02 ends in the same state in ${orders} orders, twice over, in halves and one by one`, async () => {
    const [edits] = fc.sample(fc.array(edit(30), { minLength: 400, maxLength: 400 }), { numRuns: 1, seed: 42 });
    const files = play(30, edits).map(fileOf);
    const shuffles = fc.sample(fc.shuffledSubarray(files, { minLength: 30, maxLength: 30 }), {
      numRuns: orders,
      seed: 7,
    });
    const digests = new Set<string>();
    for (const [n, order] of shuffles.entries()) {
      const computer = await openComputer({ replica: 'office', now: () => start });
      const batches =
        n % 3 === 0
          ? [order, order]
          : n % 3 === 1
            ? [order.slice(0, 15), order.slice(15)]
            : order.map((file) => [file]);
      for (const batch of batches) await mergeInto(computer, batch);
      digests.add(await digestOf(computer));
      computer.store.close();
    }
    expect(digests.size).toBe(1);
  });
});

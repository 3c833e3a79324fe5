import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/store/json';
import { openStore, view } from '../../src/store/open-store';
import type { Store } from '../../src/store/open-store';
import type { Change, Json, StoreResult } from '../../src/store/types';

const label = { code: 'rename' };
const kinds = ['project', 'setting'] as const;

function valueOf<T>(result: StoreResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function open(factory: IDBFactory): Promise<Store> {
  Dexie.dependencies.indexedDB = factory;
  return valueOf(await openStore({ indexedDB: factory, IDBKeyRange }));
}

/** All living records with their values, as text. */
async function snapshot(store: Store): Promise<string> {
  const found: Record<string, Json> = {};
  for (const kind of kinds)
    for (const record of valueOf(await store.all(kind))) found[`${kind}/${record.id}`] = view(record);
  return canonicalJson(found);
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...kinds),
  id: fc.constantFrom('a', 'b'),
  field: fc.constantFrom('name', 'goal', 'deleted'),
  value: fc.constantFrom<Json>(null, 1, 2, 'text', true, false, { deep: [1] }),
});

type Step =
  { readonly type: 'commit'; readonly changes: readonly Change[] } | { readonly type: 'undo' | 'redo' | 'reload' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(change, { minLength: 1, maxLength: 4 })
      .map((changes) => ({ type: 'commit' as const, changes })),
  },
  { weight: 4, arbitrary: fc.constant({ type: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'redo' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'reload' as const }) },
);

describe('undo and redo', () => {
  it('D11 behave like a list of states, also over reloads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const factory = new IDBFactory();
        let store = await open(factory);
        const states = [await snapshot(store)];
        let position = 0;
        for (const one of steps) {
          if (one.type === 'commit') {
            const act = valueOf(await store.commit(one.changes, label));
            if (act.seq > 0) states.splice(++position, Infinity, await snapshot(store));
          } else if (one.type === 'reload') {
            store.close();
            store = await open(factory);
          } else {
            const reversal = valueOf(one.type === 'undo' ? await store.undo() : await store.redo());
            const target = position + (one.type === 'undo' ? -1 : 1);
            expect(reversal === null).toBe(target < 0 || target >= states.length);
            expect(reversal?.skipped ?? []).toEqual([]);
            if (reversal) position = target;
          }
          expect(await snapshot(store)).toBe(states[position]);
          const next = await store.nextUndo();
          expect([next.undo !== null, next.redo !== null]).toEqual([position > 0, position < states.length - 1]);
        }
        store.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('D11 go back 120 steps after a reload, and forth again', async () => {
    const factory = new IDBFactory();
    let store = await open(factory);
    for (let i = 0; i < 120; i++)
      valueOf(await store.commit([{ kind: 'project', id: 'p', field: 'n', value: i }], label));
    store.close();
    store = await open(factory);
    const before = await snapshot(store);
    for (let i = 0; i < 120; i++) expect(valueOf(await store.undo())).not.toBeNull();
    expect(await snapshot(store)).toBe('{}');
    expect(valueOf(await store.undo())).toBeNull();
    for (let i = 0; i < 120; i++) expect(valueOf(await store.redo())).not.toBeNull();
    expect(await snapshot(store)).toBe(before);
    store.close();
  }, 60_000);
});

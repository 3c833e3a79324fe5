import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideItems } from '../../src/domain/rectification/bulk';
import { applyToItems, decideItem, type ItemCommand, type ItemState } from '../../src/domain/rectification/commands';
import { itemBreachesOf } from '../../src/domain/rectification/invariants';
import { itemShape, itemStatuses } from '../../src/domain/rectification/item';
import { reverseChanges } from '../../src/domain/registers';
import { emptyItems, evidence, way } from '../unit/domain/rectification/support';

const id = fc.constant('i');
const person = fc.constantFrom('王芳', '赵敏', '李强', '');
const text = fc.constantFrom('', '理由');
const date = fc.integer({ min: 20_500, max: 20_700 });
const verdict = fc.constantFrom('effective', 'partial', 'noChange', 'worse', 'insufficient');
const kind = <K extends ItemCommand['kind']>(...kinds: K[]): fc.Arbitrary<K> => fc.constantFrom(...kinds);

const command = fc.oneof(
  fc.record({
    kind: kind('edit'),
    id,
    details: fc.record(
      { owner: person, due: date, start: date, rootCause: text, target: fc.constantFrom(75, 88) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: kind('open', 'start', 'submit', 'resume'), id }),
  fc.record({ kind: kind('setProgress'), id, percent: fc.integer({ min: -1, max: 101 }) }),
  fc.record({ kind: kind('addMilestone'), id, title: text, due: date }),
  fc.record({ kind: kind('addEvidence'), id, evidence: fc.constantFrom(evidence, { ...evidence, digest: '' }) }),
  fc.record({ kind: kind('extend'), id, due: date, approver: person, reason: text }),
  fc.record({ kind: kind('beginVerification'), id, verifier: person, afterFrom: date }),
  fc.record({ kind: kind('close'), id, proposed: verdict, verdict, note: text, effectData: fc.constantFrom('', '{}') }),
  fc.record({ kind: kind('sendBack'), id, proposed: verdict, note: text, effectData: fc.constant('{}') }),
  fc.record({ kind: kind('hold', 'cancel'), id, reason: text, approver: person }),
  fc.record({ kind: kind('reopen'), id, reason: text }),
) as fc.Arbitrary<ItemCommand>;

const script = fc.tuple(
  fc.nat({ max: way.length }),
  fc.array(fc.tuple(command, person, fc.integer({ min: 0, max: 3 * 86_400_000 })), { maxLength: 40 }),
);

/** Runs a script and hands every state reached to the visitor. */
function play(
  [count, steps]: readonly [number, readonly (readonly [ItemCommand, string, number])[]],
  visit: (
    before: ItemState,
    after: ItemState,
    command: ItemCommand,
    changes: readonly { id: string; field: string }[],
  ) => void,
): ItemState {
  let current: ItemState = emptyItems;
  let now = way[0][1].now;
  const go = (step: ItemCommand, by: string): void => {
    const decided = decideItem(current, step, { now, by });
    if (!decided.ok) return;
    const next = { ...current, items: applyToItems(current.items, decided.value) };
    visit(current, next, step, decided.value);
    current = next;
  };
  for (const [step, doing] of way.slice(0, count)) {
    now = doing.now;
    go(step, doing.by);
  }
  for (const [step, by, wait] of steps) {
    now += wait;
    go(step, by);
  }
  return current;
}

describe('any sequence of commands on an item', () => {
  it('reaches no state that the guards forbid, and never changes the plan once it is open', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(script, (steps) => {
        play(steps, (before, after) => {
          for (const item of after.items.values()) {
            reached.add(item.status ?? 'none');
            expect(itemBreachesOf(item)).toEqual([]);
            const old = before.items.get(item.id);
            if (old?.openedAt === null || !old) continue;
            const { metric, test, direction, baselineValue, target, neededN, originalDue } = old;
            expect(item).toMatchObject({ metric, test, direction, baselineValue, target, neededN, originalDue });
          }
        });
      }),
      { numRuns: 1000 },
    );
    expect([...reached].sort()).toEqual([...itemStatuses].sort());
  });

  it('is undone exactly, one act after the other', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const history: { before: ItemState; undo: ReturnType<typeof reverseChanges> }[] = [];
        let current = play(steps, (before, _after, _command, changes) => {
          const item = before.items.get('i');
          history.push({ before, undo: item ? reverseChanges(itemShape, item, changes as never) : [] });
        });
        for (const { before, undo } of history.reverse()) {
          current = before.items.size === 0 ? before : { ...current, items: applyToItems(current.items, undo) };
          expect(current.items).toEqual(before.items);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does the same when given at once, and is undone exactly by one act', () => {
    fc.assert(
      fc.property(script, fc.array(command, { maxLength: 20 }), person, (steps, many, by) => {
        const before = play(steps, () => undefined);
        const doing = { now: 20_700 * 86_400_000, by };
        const bulk = decideItems(before, many, doing);
        let oneByOne = before;
        for (const step of many) {
          const decided = decideItem(oneByOne, step, doing);
          if (decided.ok) oneByOne = { ...oneByOne, items: applyToItems(oneByOne.items, decided.value) };
        }
        expect(bulk.records).toEqual(oneByOne.items);
        expect(bulk.done.length + bulk.refused.length).toBe(many.length);
        for (const item of bulk.records.values()) expect(itemBreachesOf(item)).toEqual([]);
        const item = before.items.get('i');
        const undo = item ? reverseChanges(itemShape, item, bulk.changes) : [];
        expect(item ? applyToItems(bulk.records, undo) : before.items).toEqual(before.items);
      }),
      { numRuns: 300 },
    );
  });
});

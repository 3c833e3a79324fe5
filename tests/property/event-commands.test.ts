import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../src/domain/calendar/china';
import { clockPresets } from '../../src/domain/calendar/regimes';
import { decideEvents } from '../../src/domain/events/bulk';
import { applyToEvents, decideEvent, type EventCommand, type EventState } from '../../src/domain/events/commands';
import { eventShape, eventStatuses } from '../../src/domain/events/event';
import { breachesOf } from '../../src/domain/events/invariants';
import { reverseChanges } from '../../src/domain/registers';
import { defaultTaxonomy } from '../../src/domain/taxonomy/default-taxonomy';

const people = ['王芳', '李强', '赵敏', ''];
const id = fc.constantFrom('a', 'b', 'c');
const person = fc.constantFrom(...people);
const code = fc.constantFrom('G2.2.1', 'G3.5.2', 'G3.3.5', 'G9.9.9');
const start = 20_500 * 86_400_000;
const reason = fc.constantFrom('', '理由');

const command: fc.Arbitrary<EventCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('register' as const),
    id,
    details: fc.record({
      receivedAt: fc.constant(start),
      source: fc.constant('hotline' as const),
      outlet: fc.constantFrom('A01', ''),
      title: fc.constant('题'),
      narrative: fc.constant('述'),
      channel: fc.constant('counter' as const),
      business: fc.constant('loan' as const),
      owner: person,
      complainedAbout: fc.oneof(fc.constant(null), person),
    }),
  }),
  fc.record({
    kind: fc.constant('code' as const),
    id,
    coding: fc.record({ primary: code, contributing: fc.array(code, { maxLength: 3 }) }),
  }),
  fc.record({
    kind: fc.constant('edit' as const),
    id,
    details: fc.record({ owner: person, complainedAbout: person, outlet: fc.constantFrom('', 'B') }),
  }),
  fc.record({ kind: fc.constant('handOff' as const), id, to: person, reason }),
  fc.record({ kind: fc.constantFrom('accept' as const, 'archive' as const, 'respond' as const), id }),
  fc.record({ kind: fc.constant('recordFacts' as const), id, verification: reason }),
  fc.record({ kind: fc.constant('markComplex' as const), id, reason }),
  fc.record({
    kind: fc.constant('extend' as const),
    id,
    approver: person,
    noticeDay: fc.constantFrom(null, 20_510),
    reason,
  }),
  fc.record({
    kind: fc.constant('reply' as const),
    id,
    at: fc.integer({ min: start - 1, max: start + 40 * 86_400_000 }),
    text: reason,
    method: fc.constant('phone' as const),
  }),
  fc.record({
    kind: fc.constant('callBack' as const),
    id,
    outcome: fc.constantFrom('reached' as const, 'unreached' as const),
    score: fc.integer({ min: 0, max: 6 }),
    agrees: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('waiveCallBack' as const), id, reason }),
  fc.record({
    kind: fc.constant('reopen' as const),
    id,
    why: fc.constantFrom('objection' as const, 'review' as const, 'recurrence' as const),
    reason,
  }),
  fc.record({ kind: fc.constant('withdraw' as const), id, reason }),
  fc.record({ kind: fc.constant('merge' as const), id, into: id, reason }),
  fc.record({ kind: fc.constant('link' as const), id, with: id }),
);

const state: EventState = {
  events: new Map(),
  links: new Map(defaultTaxonomy.links.map((link) => [link.code, link])),
  taxonomyVersion: '1.0.0',
  rules: clockPresets[0],
  calendar: chinaCalendar,
  escalationOwner: '赵敏',
};

/** The shortest way to the archive, so that chance also meets what lies behind it. */
const details = {
  receivedAt: start,
  source: 'hotline',
  outlet: 'A01',
  title: '题',
  narrative: '述',
  channel: 'counter',
  business: 'loan',
  owner: '王芳',
} as const;
const way: readonly EventCommand[] = [
  { kind: 'register', id: 'b', details },
  { kind: 'register', id: 'a', details, coding: { primary: 'G2.2.1' } },
  { kind: 'accept', id: 'a' },
  { kind: 'recordFacts', id: 'a', verification: '属实' },
  { kind: 'reply', id: 'a', at: start, text: '答复', method: 'phone' },
  { kind: 'waiveCallBack', id: 'a', reason: '客户拒绝' },
  { kind: 'archive', id: 'a' },
];
const script = fc
  .tuple(
    fc.nat({ max: way.length }),
    fc.array(fc.tuple(command, fc.integer({ min: 0, max: 3 * 86_400_000 })), { maxLength: 40 }),
  )
  .map(([count, steps]) => [...way.slice(0, count).map((step) => [step, 1] as const), ...steps]);

describe('any sequence of commands on the ledger', () => {
  it('reaches no state that the guards forbid', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(script, (steps) => {
        let current = state;
        let now = start;
        for (const [step, wait] of steps) {
          now += wait;
          const decided = decideEvent(current, step, { now, by: '李强' });
          if (!decided.ok) continue;
          current = { ...current, events: applyToEvents(current.events, decided.value) };
          for (const event of current.events.values()) {
            reached.add(event.status ?? 'none');
            expect(breachesOf(event, current.rules)).toEqual([]);
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect([...reached].sort()).toEqual([...eventStatuses].sort());
  });

  it('is undone exactly, one act after the other', () => {
    fc.assert(
      fc.property(script, (steps) => {
        let current = state;
        let now = start;
        const history: { readonly before: EventState; readonly undo: ReturnType<typeof reverseChanges> }[] = [];
        for (const [step, wait] of steps) {
          now += wait;
          const decided = decideEvent(current, step, { now, by: '李强' });
          if (!decided.ok) continue;
          const ids = [...new Set(decided.value.map((change) => change.id))].filter((one) => current.events.has(one));
          const undo = ids.flatMap((one) => {
            const event = current.events.get(one);
            return event
              ? reverseChanges(
                  eventShape,
                  event,
                  decided.value.filter((change) => change.id === one),
                )
              : [];
          });
          history.push({ before: current, undo });
          current = { ...current, events: applyToEvents(current.events, decided.value) };
        }
        for (const { before, undo } of history.reverse()) {
          const back = applyToEvents(current.events, undo);
          current = { ...current, events: new Map([...back].filter(([one]) => before.events.has(one))) };
          expect(current.events).toEqual(before.events);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('does the same when given at once, and is undone exactly by one act', () => {
    fc.assert(
      fc.property(script, fc.array(command, { maxLength: 25 }), (steps, many) => {
        let current = state;
        let now = start;
        for (const [step, wait] of steps) {
          now += wait;
          const decided = decideEvent(current, step, { now, by: '李强' });
          if (decided.ok) current = { ...current, events: applyToEvents(current.events, decided.value) };
        }
        const doing = { now: now + 1, by: '赵敏' };
        const bulk = decideEvents(current, many, doing);
        let oneByOne = current;
        for (const step of many) {
          const decided = decideEvent(oneByOne, step, doing);
          if (decided.ok) oneByOne = { ...oneByOne, events: applyToEvents(oneByOne.events, decided.value) };
        }
        expect(bulk.records).toEqual(oneByOne.events);
        expect(bulk.done.length + bulk.refused.length).toBe(many.length);
        expect(applyToEvents(current.events, bulk.changes)).toEqual(bulk.records);
        for (const event of bulk.records.values()) expect(breachesOf(event, current.rules)).toEqual([]);
        const undo = [...current.events.values()].flatMap((event) =>
          reverseChanges(
            eventShape,
            event,
            bulk.changes.filter((change) => change.id === event.id),
          ),
        );
        const back = applyToEvents(bulk.records, undo);
        expect(new Map([...back].filter(([one]) => current.events.has(one)))).toEqual(current.events);
      }),
      { numRuns: 300 },
    );
  });
});

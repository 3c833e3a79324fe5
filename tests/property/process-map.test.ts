import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateMap } from '../../src/domain/process-map/calculate';
import { checkMap } from '../../src/domain/process-map/check';
import { editMap } from '../../src/domain/process-map/edit';
import { routeFlows } from '../../src/domain/process-map/route';
import { createFlow, createStep, emptyMap, stepKinds, type ProcessMap } from '../../src/domain/process-map/map';

const share = fc.oneof(
  fc.constant(null),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(-0.2, 1.5, NaN, 0.5, 1),
);
const amount = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 500, noNaN: true }), fc.constantFrom(-1, NaN));

/** Any graph at all: loops, loose ends, several starts, flows to nowhere, impossible numbers. */
const anyMap: fc.Arbitrary<ProcessMap> = fc.integer({ min: 0, max: 25 }).chain((count) =>
  fc.record({
    orientation: fc.constantFrom('horizontal', 'vertical'),
    minutesPerDay: fc.constantFrom(0, 480),
    lanes: fc.constant([]),
    steps: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc
          .record({
            kind: fc.constantFrom(...stepKinds),
            processMinutes: amount,
            waitMinutes: amount,
            yieldFraction: share,
            reworkFraction: share,
            staff: amount,
            volumePerDay: amount,
            x: fc.integer({ min: -500, max: 500 }),
            y: fc.integer({ min: -500, max: 500 }),
          })
          .map((fields) => createStep({ id: `s${index}`, ...fields })),
      ),
    ),
    flows: fc
      .array(fc.tuple(fc.nat({ max: count }), fc.nat({ max: count }), share), { maxLength: 60 })
      .map((flows) =>
        flows.map(([from, to, probability], index) =>
          createFlow({ id: `f${index}`, from: `s${from}`, to: `s${to}`, probability }),
        ),
      ),
  }),
);

/** Start, then steps each of which goes on with a positive share, back or forth; the last goes to the end. */
const soundMap: fc.Arbitrary<ProcessMap> = fc
  .array(
    fc.record({
      back: fc.nat({ max: 30 }),
      share: fc.double({ min: 0, max: 0.9, noNaN: true }),
      minutes: fc.double({ min: 0, max: 100, noNaN: true }),
      yieldFraction: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((items) => ({
    ...emptyMap,
    steps: [
      createStep({ id: 'start', kind: 'start' }),
      ...items.map(({ minutes, yieldFraction }, index) =>
        createStep({ id: `s${index}`, kind: 'decision', processMinutes: minutes, yieldFraction, valueClass: 'va' }),
      ),
      createStep({ id: 'end', kind: 'end' }),
    ],
    flows: [
      createFlow({ id: 'first', from: 'start', to: 's0' }),
      ...items.flatMap(({ back, share: probability }, index) => [
        createFlow({ id: `b${index}`, from: `s${index}`, to: `s${back % (index + 1)}`, probability }),
        createFlow({ id: `f${index}`, from: `s${index}`, to: index + 1 < items.length ? `s${index + 1}` : 'end' }),
      ]),
    ],
  }));

/** Visits by going forward step by step: another way to the same sums. */
function visitsBySteps(map: ProcessMap, rounds: number): Record<string, number> {
  const visits: Record<string, number> = {};
  let here: Record<string, number> = { start: 1 };
  for (let round = 0; round < rounds; round++) {
    const next: Record<string, number> = {};
    for (const [id, units] of Object.entries(here)) {
      visits[id] = (visits[id] ?? 0) + units;
      const out = map.flows.filter(({ from }) => from === id);
      const given = out.reduce((sum, { probability }) => sum + (probability ?? 0), 0);
      for (const { to, probability } of out) next[to] = (next[to] ?? 0) + units * (probability ?? 1 - given);
    }
    here = next;
  }
  return visits;
}

describe('a process map', () => {
  it('of any shape ends in numbers or in a finding that says where, never in a hang', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const findings = checkMap(map);
        const totals = calculateMap(map);
        expect(totals.ok).toBe(findings.every(({ severity }) => severity !== 'stop'));
        const places = new Set(['', ...[...map.steps, ...map.flows].map(({ id }) => id)]);
        expect(findings.filter(({ at }) => !places.has(at.id))).toEqual([]);
        if (!totals.ok) return;
        const { leadMinutes, rolledThroughputYield, costPerUnit, handOffs, criticalPath, steps } = totals.value;
        const numbers = [leadMinutes, rolledThroughputYield, costPerUnit, handOffs, criticalPath.minutes];
        expect(numbers.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
        expect(rolledThroughputYield).toBeLessThanOrEqual(1 + 1e-9);
        expect(Object.values(steps).every(({ visits }) => Number.isFinite(visits))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('with loops that leave has the visits that going forward gives, and everything arrives', () => {
    fc.assert(
      fc.property(soundMap, (map) => {
        const totals = calculateMap(map);
        if (!totals.ok) throw new Error(JSON.stringify(checkMap(map)));
        expect(totals.value.steps.end.visits).toBeCloseTo(1, 6);
        const { leadMinutes, minutesBy, steps } = totals.value;
        expect(leadMinutes).toBeCloseTo(
          Object.values(minutesBy).reduce((sum, value) => sum + value, 0),
          6,
        );
        const slow = Object.values(steps).some(({ visits }) => visits > 30);
        if (slow) return;
        const expected = visitsBySteps(map, 4_000);
        for (const { id } of map.steps) expect(steps[id].visits).toBeCloseTo(expected[id] ?? 0, 4);
      }),
      { numRuns: 60 },
    );
  });

  it('has a way for every flow that has two ends, on numbers only', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const known = new Set(map.steps.map(({ id }) => id));
        const routes = routeFlows(map);
        for (const { id, from, to } of map.flows) {
          expect(routes.has(id)).toBe(known.has(from) && known.has(to));
          for (const { x, y } of routes.get(id) ?? []) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
        }
      }),
    );
  });

  it('loses with a step its flows and nothing else', () => {
    fc.assert(
      fc.property(anyMap, fc.nat(), (map, pick) => {
        if (map.steps.length === 0) return;
        const { id } = map.steps[pick % map.steps.length];
        const edited = editMap(map, { kind: 'remove-steps', ids: [id] });
        if (!edited.ok) throw new Error(edited.failure.code);
        expect(edited.value.map.steps).toEqual(map.steps.filter((step) => step.id !== id));
        expect(edited.value.map.flows).toEqual(map.flows.filter(({ from, to }) => from !== id && to !== id));
      }),
    );
  });
});

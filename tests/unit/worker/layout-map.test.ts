import { describe, expect, it } from 'vitest';
import { editMap } from '../../../src/domain/process-map/edit';
import { createFlow, createStep, emptyMap, type Box, type ProcessMap } from '../../../src/domain/process-map/map';
import { createRandom } from '../../../src/domain/sample/random';
import { layoutMap } from '../../../src/worker/layout-map';

/** A long process through many lanes, with branches and loops back. */
function largeMap(steps: number, lanes: number): ProcessMap {
  const random = createRandom(7);
  const ids = Array.from({ length: steps }, (_, index) => `s${index}`);
  return {
    ...emptyMap,
    lanes: Array.from({ length: lanes }, (_, at) => ({
      id: `l${at}`,
      name: `l${at}`,
      zone: null,
      x: 0,
      y: at * 160,
      width: 960,
      height: 160,
    })),
    steps: ids.map((id, at) =>
      createStep({
        id,
        kind: at === 0 ? 'start' : at === steps - 1 ? 'end' : at % 5 === 0 ? 'decision' : 'step',
        lane: `l${random.whole(0, lanes - 1)}`,
      }),
    ),
    flows: ids.slice(1).flatMap((id, at) => [
      createFlow({ id: `f${at}`, from: ids[at], to: id }),
      ...(at % 5 === 0 && at > 0
        ? [
            createFlow({
              id: `b${at}`,
              from: ids[at],
              to: ids[random.whole(Math.max(1, at - 8), Math.min(steps - 1, at + 8))],
            }),
          ]
        : []),
    ]),
  };
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

describe.each(['horizontal', 'vertical'] as const)('the layout of a %s map', (orientation) => {
  const map: ProcessMap = { ...largeMap(60, 4), orientation };
  const { lanes, steps } = layoutMap(map);

  it('puts every step into its lane, none upon another', () => {
    for (const step of map.steps) {
      const [box, lane] = [steps.get(step.id), lanes.get(step.lane ?? '')];
      expect(box && lane && inside(box, lane)).toBe(true);
    }
    const boxes = [...steps.values()];
    boxes.forEach((box, at) => boxes.slice(at + 1).forEach((other) => expect(overlaps(box, other)).toBe(false)));
  });

  it('stacks the lanes without gaps, all of one length', () => {
    const placed = map.lanes.map(({ id }) => lanes.get(id) ?? { x: NaN, y: NaN, width: NaN, height: NaN });
    const [start, size, length] =
      orientation === 'horizontal' ? (['y', 'height', 'width'] as const) : (['x', 'width', 'height'] as const);
    placed.slice(1).forEach((lane, at) => expect(lane[start]).toBeCloseTo(placed[at][start] + placed[at][size], 6));
    expect(new Set(placed.map((lane) => lane[length])).size).toBe(1);
  });

  it('is taken over by an edit, and then nothing moves out of its lane', () => {
    const edited = editMap(map, { kind: 'place', lanes, steps });
    expect(edited.ok && edited.value.map.steps.map(({ lane }) => lane)).toEqual(map.steps.map(({ lane }) => lane));
  });
});

describe('the layout of large and odd maps', () => {
  it('takes 300 steps in 12 lanes in less than a second', () => {
    const map = largeMap(300, 12);
    layoutMap(largeMap(40, 3));
    // Time of this process alone: other work on the machine must not count.
    const started = process.cpuUsage();
    const { steps } = layoutMap(map);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(1_000);
    expect(steps.size).toBe(300);
  });

  it('places steps without a lane below the lanes, and a map without lanes', () => {
    const map = largeMap(12, 2);
    const homeless = { ...map, steps: map.steps.map((step, at) => (at === 3 ? { ...step, lane: null } : step)) };
    const { lanes, steps } = layoutMap(homeless);
    const lowest = Math.max(...[...lanes.values()].map(({ y, height }) => y + height));
    expect(steps.get('s3')?.y).toBeGreaterThanOrEqual(lowest);
    expect(layoutMap({ ...homeless, lanes: [] }).steps.size).toBe(12);
    expect(layoutMap(emptyMap).steps.size).toBe(0);
  });
});

describe('X01 ids that every object has', () => {
  it('are ids like any other, and nothing is written onto all objects', () => {
    const before = Reflect.ownKeys(Object.prototype);
    const ids = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];
    const { steps } = layoutMap({
      ...largeMap(1, 1),
      steps: ids.map((id) => createStep({ id, kind: 'step', lane: 'l0' })),
      flows: ids.slice(1).map((id, at) => createFlow({ id: ids[at], from: ids[at], to: id })),
    });
    expect([...steps.keys()].sort()).toEqual([...ids].sort());
    const lefts = ids.map((id) => steps.get(id)?.x ?? NaN);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    expect(new Set(lefts).size).toBe(ids.length);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  });
});

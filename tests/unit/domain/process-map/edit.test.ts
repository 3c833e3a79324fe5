import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../../../src/domain/process-map/compare';
import { calculateMap } from '../../../../src/domain/process-map/calculate';
import { clipOf, editMap, type AlignTo, type MapEdit, type MapEdited } from '../../../../src/domain/process-map/edit';
import { blueprintLines } from '../../../../src/domain/process-map/geometry';
import { heatOf } from '../../../../src/domain/process-map/heat';
import { createFlow, createStep, type ProcessMap } from '../../../../src/domain/process-map/map';
import { chain, lane, mapOf } from './support';

function edited(map: ProcessMap, edit: MapEdit): MapEdited {
  const result = editMap(map, edit);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const lanes = [lane('A', 0), lane('B', 160), lane('C', 320)];
const placed = chain(
  [
    { lane: 'A', x: 100, y: 40 },
    { lane: 'B', x: 300, y: 200 },
  ],
  { lanes },
);

describe('moving a step', () => {
  it('into another lane reassigns it', () => {
    const { map, changes } = edited(placed, { kind: 'move-steps', ids: ['s1'], dx: 0, dy: 160 });
    expect(map.steps.find(({ id }) => id === 's1')?.lane).toBe('B');
    expect(changes).toEqual([
      { kind: 'cell', list: 'steps', id: 's1', field: 'lane', before: 'A', after: 'B' },
      { kind: 'cell', list: 'steps', id: 's1', field: 'y', before: 40, after: 200 },
    ]);
  });

  it('past the end of the lanes makes them longer', () => {
    const { map } = edited(placed, { kind: 'move-steps', ids: ['s1'], dx: 2000, dy: 0 });
    const step = map.steps.find(({ id }) => id === 's1');
    expect(map.lanes.every(({ width }) => width > (step?.x ?? Infinity))).toBe(true);
  });

  it('that does not exist is refused', () => {
    for (const edit of [
      { kind: 'move-steps', ids: ['x'], dx: 1, dy: 1 },
      { kind: 'shift-steps', ids: ['x'], by: 1 },
    ] as const)
      expect(editMap(placed, edit)).toMatchObject({
        ok: false,
        failure: { code: 'map-step-unknown', params: { id: 'x' } },
      });
  });

  it('from lane to lane keeps it where it is along the lanes, and stops at the last', () => {
    const once = edited(placed, { kind: 'shift-steps', ids: ['s1', 's2'], by: 1 }).map;
    const placeOf = (map: ProcessMap, id: string): unknown[] => {
      const step = map.steps.find((item) => item.id === id);
      return [step?.lane, step?.x, step?.y];
    };
    // The border of the next lane, and the margin that steps keep from it.
    expect([placeOf(once, 's1'), placeOf(once, 's2')]).toEqual([
      ['B', 100, 172],
      ['C', 300, 332],
    ]);
    expect(edited(once, { kind: 'shift-steps', ids: ['s2'], by: 1 }).changes).toEqual([]);
    const upright = edited(placed, { kind: 'turn', orientation: 'vertical' }).map;
    const right = edited(upright, { kind: 'shift-steps', ids: ['s1'], by: 1 }).map;
    expect(placeOf(right, 's1')[0]).toBe('B');
    expect(placeOf(right, 's1')[2]).toBe(placeOf(upright, 's1')[2]);
  });
});

describe('lanes', () => {
  it('change places with all that is in them', () => {
    const { map } = edited(placed, { kind: 'shift-lane', id: 'A', by: 1 });
    const y = (list: readonly { id: string; y: number }[], id: string): number | undefined =>
      list.find((item) => item.id === id)?.y;
    expect([y(map.lanes, 'A'), y(map.lanes, 'B'), y(map.steps, 's1'), y(map.steps, 's2')]).toEqual([160, 0, 200, 40]);
  });

  it('push the lanes behind when they grow', () => {
    const { map } = edited(placed, { kind: 'resize-lane', id: 'A', size: 200 });
    expect(map.lanes.map(({ y }) => y)).toEqual([0, 200, 360]);
    expect(map.steps.find(({ id }) => id === 's2')?.y).toBe(240);
  });

  it('are not removed while steps are in them', () => {
    expect(editMap(placed, { kind: 'remove-lane', id: 'B' })).toMatchObject({
      ok: false,
      failure: { code: 'map-lane-used', params: { lane: 'B', count: 1 } },
    });
    expect(edited(placed, { kind: 'remove-lane', id: 'C' }).map.lanes).toHaveLength(2);
  });

  it('turn with their steps and back', () => {
    const turned = edited(placed, { kind: 'turn', orientation: 'vertical' }).map;
    expect(turned.lanes.map(({ x }) => x)).toEqual([0, 160, 320]);
    const back = edited(turned, { kind: 'turn', orientation: 'horizontal' }).map;
    expect(back.steps.map(({ x, y }) => [x, y])).toEqual(placed.steps.map(({ x, y }) => [x, y]));
  });

  it('show the lines of a blueprint between their zones', () => {
    const zones = ['customer', 'front', 'back', 'system'] as const;
    const map = { ...placed, lanes: zones.map((zone, at) => lane(zone, at * 160, { zone })) };
    expect(blueprintLines(map).map(({ line, from }) => [line, from.y])).toEqual([
      ['interaction', 160],
      ['visibility', 320],
      ['internal', 480],
    ]);
    expect(blueprintLines({ ...map, lanes: [map.lanes[0], map.lanes[2]] }).map(({ line }) => line)).toEqual([
      'visibility',
    ]);
  });
});

describe('steps', () => {
  it('take their flows with them', () => {
    const { map, changes } = edited(placed, { kind: 'remove-steps', ids: ['s1'] });
    expect(map.flows.map(({ id }) => id)).toEqual(['f2']);
    expect(changes.map(({ kind }) => kind)).toEqual(['remove', 'remove', 'remove']);
  });

  it('are copied with the flows among them, under new ids', () => {
    let count = 0;
    const clip = clipOf(placed, ['s1', 's2']);
    const { map, made } = edited(placed, { kind: 'paste', clip, newId: () => `n${count++}`, by: 24 });
    expect(made).toEqual(['n0', 'n1', 'n2']);
    expect(map.flows.at(-1)).toMatchObject({ id: 'n2', from: 'n0', to: 'n1' });
    expect(map.steps.find(({ id }) => id === 'n0')).toMatchObject({ x: 124, y: 64, lane: 'A' });
  });

  it('pasted again stand beside the copies that are there, and not beside those that are gone', () => {
    let count = 0;
    const clip = clipOf(placed, ['s1', 's2']);
    const paste = (map: ProcessMap): ProcessMap =>
      edited(map, { kind: 'paste', clip, newId: () => `n${count++}`, by: 24 }).map;
    const shiftsOf = ({ steps }: ProcessMap): readonly number[] =>
      steps.slice(placed.steps.length).map(({ x }, at) => x - clip.steps[at % 2].x);
    expect(shiftsOf(paste(paste(paste(placed))))).toEqual([24, 24, 48, 48, 72, 72]);
    expect(shiftsOf(paste(placed))).toEqual([24, 24]);
  });

  it('align by edges and centres, each in its own lane', () => {
    const wide = {
      ...placed,
      steps: placed.steps.map((step) => (step.id === 's2' ? { ...step, width: step.width + 40 } : step)),
    };
    const alignedTo = (to: AlignTo): readonly (readonly number[])[] =>
      edited(wide, { kind: 'align', ids: ['s1', 's2'], to })
        .map.steps.filter(({ kind }) => kind === 'step')
        .map(({ x, y, width, height }) =>
          to === 'top' || to === 'middle' || to === 'bottom' ? [y, height] : [x, width],
        );
    const [first, second] = wide.steps.filter(({ kind }) => kind === 'step');
    expect(alignedTo('left').map(([at]) => at)).toEqual([100, 100]);
    expect(alignedTo('right').map(([at, size]) => at + size)).toEqual([300 + second.width, 300 + second.width]);
    const centre = (100 + first.width / 2 + 300 + second.width / 2) / 2;
    expect(alignedTo('centre').map(([at, size]) => at + size / 2)).toEqual([centre, centre]);
    // Within one lane steps reach the common edge; across lanes the nearest place of the lane in which they land.
    const level = edited(wide, { kind: 'move-steps', ids: ['s2'], dx: 0, dy: -150 }).map;
    for (const to of ['top', 'middle', 'bottom'] as const) {
      const { map } = edited(level, { kind: 'align', ids: ['s1', 's2'], to });
      const [a, b] = map.steps.filter(({ kind }) => kind === 'step');
      expect([a.lane, b.lane, a.y]).toEqual(['A', 'A', b.y]);
    }
  });

  it('connect once', () => {
    const again = createFlow({ id: 'again', from: 's1', to: 's2' });
    expect(editMap(placed, { kind: 'connect', flow: again })).toMatchObject({
      ok: false,
      failure: { code: 'map-flow-exists' },
    });
    const added = edited(placed, { kind: 'add-step', step: createStep({ id: 'n', kind: 'wait', x: 500, y: 330 }) }).map;
    expect(added.steps.at(-1)?.lane).toBe('C');
    expect(edited(added, { kind: 'connect', flow: createFlow({ id: 'f', from: 's2', to: 'n' }) }).made).toEqual(['f']);
  });
});

describe('complaint heat', () => {
  it('shows the complaints of the links of a step, every one counted once in the total', () => {
    const map = mapOf({ start: {}, a: { links: ['G2.2.1', 'G3.2.1'] }, b: { links: ['G2.2.1'] }, end: {} }, []);
    const heat = heatOf(map, { 'G2.2.1': 30, 'G3.2.1': 10, 'G4.2.3': 5 });
    expect(heat.steps.a).toEqual({ count: 40, level: 1, shared: ['G2.2.1'] });
    expect(heat.steps.b).toEqual({ count: 30, level: 0.75, shared: ['G2.2.1'] });
    expect(heat.steps.end).toEqual({ count: 0, level: 0, shared: [] });
    expect([heat.total, heat.elsewhere]).toEqual([45, 5]);
  });
});

describe('today and the future side by side', () => {
  it('differ by total and by step', () => {
    const today = chain([{ processMinutes: 5, waitMinutes: 20, valueClass: 'va' }, { processMinutes: 3 }]);
    const without = edited(today, { kind: 'remove-steps', ids: ['s2'] }).map;
    const joined = edited(without, { kind: 'connect', flow: createFlow({ id: 'j', from: 's1', to: 'end' }) }).map;
    const future = edited(joined, { kind: 'set-step', id: 's1', fields: { waitMinutes: 5, x: 9 } }).map;
    const side = (map: ProcessMap) => {
      const totals = calculateMap(map);
      return { map, totals: totals.ok ? totals.value : null };
    };
    const comparison = compareMaps(side(today), side(future));
    expect(comparison.totals.find(({ total }) => total === 'leadMinutes')).toEqual({
      total: 'leadMinutes',
      before: 28,
      after: 10,
      difference: -18,
      isBetter: true,
    });
    expect(comparison.totals.find(({ total }) => total === 'cycleEfficiency')?.isBetter).toBe(true);
    expect(comparison.totals.find(({ total }) => total === 'handOffs')?.isBetter).toBeNull();
    expect([comparison.added, comparison.removed, comparison.changed]).toEqual([[], ['s2'], { s1: ['waitMinutes'] }]);
  });
});

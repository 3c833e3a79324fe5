import { describe, expect, it } from 'vitest';
import { ordersOf, readContent, type RegisterChange } from '../../../src/artefacts/content';
import { isPlaced, toProcessMap, toRegisterChanges } from '../../../src/artefacts/process-map-content';
import { diffMaps } from '../../../src/domain/process-map/diff';
import { editMap, type MapEdit } from '../../../src/domain/process-map/edit';
import { createFlow, createStep, emptyMap, type ProcessMap } from '../../../src/domain/process-map/map';

type Registers = Record<string, { readonly value: unknown }>;

function write(registers: Registers, from: ProcessMap, to: ProcessMap): Registers {
  const changes = toRegisterChanges(diffMaps(from, to), (list) => ordersOf(registers, list));
  return changes.reduce<Registers>(
    (all, { field, value }: RegisterChange) => ({ ...all, [field]: { value } }),
    registers,
  );
}

const read = (registers: Registers): ProcessMap => toProcessMap(readContent(registers));

function edited(map: ProcessMap, edit: MapEdit): ProcessMap {
  const result = editMap(map, edit);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.map;
}

const map: ProcessMap = {
  orientation: 'vertical',
  minutesPerDay: 420,
  lanes: [
    { id: 'customer', name: '客户', zone: 'customer', x: 0, y: 0, width: 160, height: 600 },
    { id: 'sid.back~1', name: '后台', zone: 'back', x: 160, y: 0, width: 160, height: 600 },
  ],
  steps: [
    createStep({ id: 'start', kind: 'start', lane: 'customer', x: 60, y: 50, volumePerDay: 200 }),
    createStep({
      id: 'sid.1',
      kind: 'step',
      name: '审核',
      lane: 'sid.back~1',
      x: 170,
      y: 120,
      owner: '审批岗',
      processMinutes: 7.5,
      processP90: 12,
      waitMinutes: 30,
      waitP90: 90,
      staff: 3,
      valueClass: 'nnva',
      yieldFraction: 0.93,
      reworkFraction: 0.07,
      defectsPerDay: 4,
      costPerUnit: 12.5,
      failurePoint: '退单不通知',
      links: ['G3.1.2', 'G2.2.2'],
    }),
    createStep({ id: 'end', kind: 'end', lane: 'customer', x: 60, y: 400 }),
  ],
  flows: [
    createFlow({ id: 'f1', from: 'start', to: 'sid.1', bends: [{ x: 78, y: 152.5 }] }),
    createFlow({ id: 'f2', from: 'sid.1', to: 'end', probability: 0.6, label: '通过', kind: 'message' }),
  ],
};

describe('a process map in registers', () => {
  const registers = write({}, emptyMap, map);

  it('comes back as it was', () => {
    expect(read(registers)).toEqual(map);
    expect(isPlaced(readContent(registers))).toBe(true);
  });

  it('holds percent, and the columns that its kind declares', () => {
    expect(registers['r.steps.sid~2E1.rework']).toEqual({ value: 7 });
    expect(registers['r.steps.sid~2E1.waitP50']).toEqual({ value: 30 });
    expect(registers['r.steps.sid~2E1.link']).toEqual({ value: 'G3.1.2' });
    expect(registers['r.lanes.sid~2Eback~7E1.laneKind']).toEqual({ value: 'backstage' });
    expect(registers['r.flows.f2.probability']).toEqual({ value: 60 });
  });

  it('changes one register for one cell', () => {
    const next = edited(map, { kind: 'set-step', id: 'sid.1', fields: { waitMinutes: 10 } });
    expect(toRegisterChanges(diffMaps(map, next), () => new Map())).toEqual([
      { field: 'r.steps.sid~2E1.waitP50', value: 10 },
    ]);
    expect(read(write(registers, map, next))).toEqual(next);
  });

  it('loses a removed step and its flows, and gets them back whole', () => {
    const without = edited(map, { kind: 'remove-steps', ids: ['sid.1'] });
    const removed = write(registers, map, without);
    expect(read(removed)).toEqual(without);
    expect(read(write(removed, without, map)).steps.find(({ id }) => id === 'sid.1')).toEqual(map.steps[1]);
  });

  it('brings a removed step back without what it said before', () => {
    const without = edited(map, { kind: 'remove-steps', ids: ['sid.1'] });
    const bare = { ...without, steps: [...without.steps, createStep({ id: 'sid.1', kind: 'step', x: 5, y: 5 })] };
    const again = write(write(registers, map, without), without, bare);
    expect(read(again).steps.find(({ id }) => id === 'sid.1')).toEqual(bare.steps.at(-1));
  });

  it('knows rows of a form, which have no place yet', () => {
    const form = readContent({ 'r.steps.a.order': { value: 'V' }, 'r.steps.a.name': { value: '取号' } });
    expect(isPlaced(form)).toBe(false);
    expect(toProcessMap(form).steps).toMatchObject([{ id: 'a', name: '取号', kind: 'step', width: 128 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { createFlow, createStep, emptyMap } from '../../../../src/domain/process-map/map';
import { routeFlows } from '../../../../src/domain/process-map/route';
import { stepsWithFlowBelow } from '../../../../src/pages/map/label-side';

const at = (id: string, x: number, y: number) => createStep({ id, kind: 'wait', x, y });

function found(...steps: ReturnType<typeof at>[]): readonly string[] {
  const map = { ...emptyMap, steps, flows: [createFlow({ id: 'f', from: steps[0].id, to: steps[1].id })] };
  return [...stepsWithFlowBelow(map, routeFlows(map))];
}

describe('a name below a step', () => {
  it('makes room where a flow leaves downwards', () => {
    expect(found(at('a', 0, 0), at('b', 0, 200))).toEqual(['a']);
  });

  it('makes room where a flow arrives from below', () => {
    expect(found(at('a', 0, 200), at('b', 0, 0))).toEqual(['b']);
  });

  it('stays where flows pass at the sides', () => {
    expect(found(at('a', 0, 0), at('b', 200, 0))).toEqual([]);
  });
});

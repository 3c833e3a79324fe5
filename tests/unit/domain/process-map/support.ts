import {
  createFlow,
  createStep,
  emptyMap,
  type MapFlow,
  type MapLane,
  type MapStep,
  type ProcessMap,
} from '../../../../src/domain/process-map/map';

/** Steps in a row from a start to an end, with the given fields. */
export function chain(fields: readonly Partial<MapStep>[], map: Partial<ProcessMap> = {}): ProcessMap {
  const steps = [
    createStep({ id: 'start', kind: 'start' }),
    ...fields.map((step, index) => createStep({ id: `s${index + 1}`, kind: 'step', ...step })),
    createStep({ id: 'end', kind: 'end' }),
  ];
  const flows = steps
    .slice(1)
    .map((step, index) => createFlow({ id: `f${index}`, from: steps[index].id, to: step.id }));
  return { ...emptyMap, steps, flows, ...map };
}

/** A map from steps by id (kind `step` unless the id names another) and flows written `a>b` or `a>b:0.3`. */
export function mapOf(steps: Readonly<Record<string, Partial<MapStep>>>, flows: readonly string[]): ProcessMap {
  return {
    ...emptyMap,
    steps: Object.entries(steps).map(([id, fields]) => createStep({ id, kind: kindOf(id), name: id, ...fields })),
    flows: flows.map(flowOf),
  };
}

function kindOf(id: string): MapStep['kind'] {
  return id === 'start' || id === 'end' || id === 'store' ? id : id.startsWith('d') ? 'decision' : 'step';
}

function flowOf(text: string): MapFlow {
  const [way, share] = text.split(':');
  const [from, to] = way.split('>');
  return createFlow({ id: text, from, to, probability: share === undefined ? null : Number(share) });
}

export function lane(id: string, y: number, fields: Partial<MapLane> = {}): MapLane {
  return { id, name: id, zone: null, x: 0, y, width: 960, height: 160, ...fields };
}

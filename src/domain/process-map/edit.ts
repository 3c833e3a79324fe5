import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { stepName } from './check';
import { diffMaps, type MapChange } from './diff';
import { centreOf, clampToLane, growLanes, laneAt, laneStrip, lanesInOrder } from './geometry';
import {
  mapLimits,
  type Box,
  type MapFlow,
  type MapLane,
  type MapStep,
  type Orientation,
  type ProcessMap,
} from './map';

export type MapEditFailureCode =
  | 'map-step-unknown'
  | 'map-lane-unknown'
  | 'map-flow-unknown'
  | 'map-flow-exists'
  | 'map-id-taken'
  | 'map-lane-used'
  | 'map-full';

export type AlignTo = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Steps and the flows among them, lifted out of a map. */
export interface MapClip {
  readonly steps: readonly MapStep[];
  readonly flows: readonly MapFlow[];
}

/** One act of editing; plain data. */
export type MapEdit =
  | { readonly kind: 'set-map'; readonly fields: Partial<Pick<ProcessMap, 'minutesPerDay'>> }
  | { readonly kind: 'turn'; readonly orientation: Orientation }
  | { readonly kind: 'add-lane'; readonly lane: Pick<MapLane, 'id' | 'name' | 'zone'> }
  | { readonly kind: 'set-lane'; readonly id: string; readonly fields: Partial<Pick<MapLane, 'name' | 'zone'>> }
  | { readonly kind: 'resize-lane'; readonly id: string; readonly size: number }
  | { readonly kind: 'shift-lane'; readonly id: string; readonly by: -1 | 1 }
  | { readonly kind: 'remove-lane'; readonly id: string }
  | { readonly kind: 'add-step'; readonly step: MapStep }
  | { readonly kind: 'set-step'; readonly id: string; readonly fields: Partial<Omit<MapStep, 'id'>> }
  | { readonly kind: 'move-steps'; readonly ids: readonly string[]; readonly dx: number; readonly dy: number }
  | { readonly kind: 'shift-steps'; readonly ids: readonly string[]; readonly by: -1 | 1 }
  | { readonly kind: 'remove-steps'; readonly ids: readonly string[] }
  | { readonly kind: 'connect'; readonly flow: MapFlow }
  | { readonly kind: 'set-flow'; readonly id: string; readonly fields: Partial<Omit<MapFlow, 'id'>> }
  | { readonly kind: 'remove-flows'; readonly ids: readonly string[] }
  | { readonly kind: 'paste'; readonly clip: MapClip; readonly newId: () => string; readonly by: number }
  | { readonly kind: 'align'; readonly ids: readonly string[]; readonly to: AlignTo }
  | { readonly kind: 'place'; readonly lanes: ReadonlyMap<string, Box>; readonly steps: ReadonlyMap<string, Box> };

export interface MapEdited {
  readonly map: ProcessMap;
  readonly changes: readonly MapChange[];
  /** What the act made, for the selection. */
  readonly made: readonly string[];
}

type Edited = Result<ProcessMap, Failure<MapEditFailureCode>>;

/**
 * The map after one act, and what the act changed. A step that moves into another lane belongs to it from then on;
 * a step that goes takes its flows with it. The map given stays as it was.
 *
 * Fails  map-step-unknown, -lane-unknown, -flow-unknown, -flow-exists, -id-taken, -lane-used, -full
 */
export function editMap(map: ProcessMap, edit: MapEdit): Result<MapEdited, Failure<MapEditFailureCode>> {
  const edited = applyEdit(map, edit);
  if (!edited.ok) return edited;
  const changes = diffMaps(map, edited.value);
  const made = changes.flatMap((change) => (change.kind === 'add' ? [change.id] : []));
  return ok({ map: edited.value, changes, made });
}

/** The named steps and the flows among them. */
export function clipOf(map: ProcessMap, ids: readonly string[]): MapClip {
  const chosen = new Set(ids);
  return {
    steps: map.steps.filter(({ id }) => chosen.has(id)),
    flows: map.flows.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
  };
}

function applyEdit(map: ProcessMap, edit: MapEdit): Edited {
  switch (edit.kind) {
    case 'set-map':
      return ok({ ...map, ...edit.fields });
    case 'turn':
      return ok(turn(map, edit.orientation));
    case 'add-lane':
      return addLane(map, edit.lane);
    case 'set-lane':
      return changeLane(map, edit.id, (lane) => ({ ...lane, ...edit.fields }));
    case 'resize-lane':
      return resizeLane(map, edit.id, edit.size);
    case 'shift-lane':
      return shiftLane(map, edit.id, edit.by);
    case 'remove-lane':
      return removeLane(map, edit.id);
    case 'add-step':
      return addStep(map, edit.step);
    case 'set-step':
      return setStep(map, edit.id, edit.fields);
    case 'move-steps':
      return moveSteps(map, edit.ids, () => ({ dx: edit.dx, dy: edit.dy }));
    case 'shift-steps':
      return shiftSteps(map, edit.ids, edit.by);
    case 'remove-steps':
      return removeSteps(map, edit.ids);
    case 'connect':
      return connect(map, edit.flow);
    case 'set-flow':
      return setFlow(map, edit.id, edit.fields);
    case 'remove-flows':
      return removeFlows(map, edit.ids);
    case 'paste':
      return paste(map, edit);
    case 'align':
      return align(map, edit.ids, edit.to);
    case 'place':
      return ok(place(map, edit));
  }
}

const usualLaneSize = 160;
const usualLaneLength = 960;

function addLane(map: ProcessMap, added: Pick<MapLane, 'id' | 'name' | 'zone'>): Edited {
  if (map.lanes.some(({ id }) => id === added.id)) return fail('map-id-taken', { id: added.id });
  if (map.lanes.length >= mapLimits.lanes) return fail('map-full', { count: mapLimits.lanes });
  const last = lanesInOrder(map).at(-1);
  const isHorizontal = map.orientation === 'horizontal';
  const box: Box = last
    ? isHorizontal
      ? { x: last.x, y: last.y + last.height, width: last.width, height: usualLaneSize }
      : { x: last.x + last.width, y: last.y, width: usualLaneSize, height: last.height }
    : isHorizontal
      ? { x: 0, y: 0, width: usualLaneLength, height: usualLaneSize }
      : { x: 0, y: 0, width: usualLaneSize, height: usualLaneLength };
  return ok({ ...map, lanes: [...map.lanes, { ...added, ...box }] });
}

function changeLane(map: ProcessMap, id: string, change: (lane: MapLane) => MapLane): Edited {
  if (!map.lanes.some((lane) => lane.id === id)) return fail('map-lane-unknown', { id });
  return ok({ ...map, lanes: map.lanes.map((lane) => (lane.id === id ? change(lane) : lane)) });
}

const leastLaneSize = 60;

function resizeLane(map: ProcessMap, id: string, size: number): Edited {
  const lane = map.lanes.find((item) => item.id === id);
  if (!lane) return fail('map-lane-unknown', { id });
  const isHorizontal = map.orientation === 'horizontal';
  const old = isHorizontal ? lane.height : lane.width;
  const fresh = Math.max(leastLaneSize, size);
  const end = (isHorizontal ? lane.y : lane.x) + old;
  const isBehind = (other: MapLane): boolean => (isHorizontal ? other.y : other.x) >= end - 0.5;
  const resized = map.lanes.map((item) =>
    item.id === id ? { ...item, [isHorizontal ? 'height' : 'width']: fresh } : item,
  );
  const behind = new Set(map.lanes.filter(isBehind).map((other) => other.id));
  return ok(shiftAcross({ ...map, lanes: resized }, behind, fresh - old));
}

/** Lanes and what is in them, moved across the direction of the lanes. */
function shiftAcross(map: ProcessMap, laneIds: ReadonlySet<string>, by: number): ProcessMap {
  if (by === 0 || laneIds.size === 0) return map;
  const shift = <T extends Box>(box: T): T =>
    map.orientation === 'horizontal' ? { ...box, y: box.y + by } : { ...box, x: box.x + by };
  const moved = new Set(map.steps.filter(({ lane }) => lane !== null && laneIds.has(lane)).map(({ id }) => id));
  return withFreeFlows(
    {
      ...map,
      lanes: map.lanes.map((lane) => (laneIds.has(lane.id) ? shift(lane) : lane)),
      steps: map.steps.map((step) => (moved.has(step.id) ? shift(step) : step)),
    },
    moved,
  );
}

function shiftLane(map: ProcessMap, id: string, by: -1 | 1): Edited {
  const ordered = lanesInOrder(map);
  const at = ordered.findIndex((lane) => lane.id === id);
  if (at < 0) return fail('map-lane-unknown', { id });
  const other = ordered[at + by] as MapLane | undefined;
  if (!other) return ok(map);
  const sizeOf = (lane: MapLane): number => (map.orientation === 'horizontal' ? lane.height : lane.width);
  const moved = shiftAcross(map, new Set([id]), by * sizeOf(other));
  return ok(shiftAcross(moved, new Set([other.id]), 0 - by * sizeOf(ordered[at])));
}

function removeLane(map: ProcessMap, id: string): Edited {
  const lane = map.lanes.find((item) => item.id === id);
  if (!lane) return fail('map-lane-unknown', { id });
  const used = map.steps.filter((step) => step.lane === id).length;
  if (used > 0) return fail('map-lane-used', { lane: lane.name, count: used });
  const isHorizontal = map.orientation === 'horizontal';
  const size = isHorizontal ? lane.height : lane.width;
  const behind = map.lanes
    .filter((other) => (isHorizontal ? other.y > lane.y : other.x > lane.x))
    .map((other) => other.id);
  const rest = { ...map, lanes: map.lanes.filter((item) => item.id !== id) };
  return ok(shiftAcross(rest, new Set(behind), 0 - size));
}

function addStep(map: ProcessMap, step: MapStep): Edited {
  if (map.steps.some(({ id }) => id === step.id)) return fail('map-id-taken', { id: step.id });
  if (map.steps.length >= mapLimits.steps) return fail('map-full', { count: mapLimits.steps });
  return ok(growLanes({ ...map, steps: [...map.steps, settle(map, step)] }));
}

/** The step in the lane that its centre lies in. */
function settle(map: ProcessMap, step: MapStep): MapStep {
  const lane = laneAt(map, centreOf(step));
  return lane ? clampToLane({ ...step, lane: lane.id }, lane, map.orientation) : step;
}

function setStep(map: ProcessMap, id: string, fields: Partial<Omit<MapStep, 'id'>>): Edited {
  const step = map.steps.find((item) => item.id === id);
  if (!step) return fail('map-step-unknown', { id });
  if (fields.lane === undefined || fields.lane === step.lane || fields.lane === null)
    return ok({ ...map, steps: map.steps.map((item) => (item === step ? { ...item, ...fields } : item)) });
  const lane = map.lanes.find((item) => item.id === fields.lane);
  if (!lane) return fail('map-lane-unknown', { id: fields.lane });
  const placed = clampToLane({ ...step, ...fields }, lane, map.orientation);
  const steps = map.steps.map((item) => (item === step ? placed : item));
  return ok(withFreeFlows({ ...map, steps }, new Set([id])));
}

function moveSteps(
  map: ProcessMap,
  ids: readonly string[],
  by: (step: MapStep) => { readonly dx: number; readonly dy: number },
): Edited {
  const unknown = ids.find((id) => !map.steps.some((step) => step.id === id));
  if (unknown !== undefined) return fail('map-step-unknown', { id: unknown });
  const chosen = new Set(ids);
  const steps = map.steps.map((step) => {
    if (!chosen.has(step.id)) return step;
    const { dx, dy } = by(step);
    return dx === 0 && dy === 0 ? step : settle(map, { ...step, x: step.x + dx, y: step.y + dy });
  });
  return ok(growLanes(withFreeFlows({ ...map, steps }, chosen)));
}

/** Steps into the next lane before or behind theirs; those at the edge, and those in no lane, stay. */
function shiftSteps(map: ProcessMap, ids: readonly string[], by: -1 | 1): Edited {
  const unknown = ids.find((id) => !map.steps.some((step) => step.id === id));
  if (unknown !== undefined) return fail('map-step-unknown', { id: unknown });
  const ordered = lanesInOrder(map);
  const moved = new Set<string>();
  const steps = map.steps.map((step) => {
    const at = ordered.findIndex(({ id }) => id === step.lane);
    const next = ids.includes(step.id) && at >= 0 ? (ordered[at + by] as MapLane | undefined) : undefined;
    if (!next) return step;
    moved.add(step.id);
    return clampToLane({ ...step, lane: next.id }, next, map.orientation);
  });
  return ok(growLanes(withFreeFlows({ ...map, steps }, moved)));
}

/** Flows of steps that moved find their way anew. */
function withFreeFlows(map: ProcessMap, moved: ReadonlySet<string>): ProcessMap {
  const flows = map.flows.map((flow) =>
    flow.bends.length > 0 && (moved.has(flow.from) || moved.has(flow.to)) ? { ...flow, bends: [] } : flow,
  );
  return { ...map, flows };
}

function removeSteps(map: ProcessMap, ids: readonly string[]): Edited {
  const gone = new Set(ids);
  const unknown = ids.find((id) => !map.steps.some((step) => step.id === id));
  if (unknown !== undefined) return fail('map-step-unknown', { id: unknown });
  return ok({
    ...map,
    steps: map.steps.filter(({ id }) => !gone.has(id)),
    flows: map.flows.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  });
}

function connect(map: ProcessMap, flow: MapFlow): Edited {
  if (map.flows.some(({ id }) => id === flow.id)) return fail('map-id-taken', { id: flow.id });
  if (map.flows.length >= mapLimits.flows) return fail('map-full', { count: mapLimits.flows });
  const [from, to] = [flow.from, flow.to].map((id) => map.steps.find((step) => step.id === id));
  if (!from || !to) return fail('map-step-unknown', { id: from ? flow.to : flow.from });
  const twin = map.flows.some((other) => other.from === flow.from && other.to === flow.to && other.kind === flow.kind);
  if (twin) return fail('map-flow-exists', { from: stepName(from), to: stepName(to) });
  return ok({ ...map, flows: [...map.flows, flow] });
}

function setFlow(map: ProcessMap, id: string, fields: Partial<Omit<MapFlow, 'id'>>): Edited {
  if (!map.flows.some((flow) => flow.id === id)) return fail('map-flow-unknown', { id });
  return ok({ ...map, flows: map.flows.map((flow) => (flow.id === id ? { ...flow, ...fields } : flow)) });
}

function removeFlows(map: ProcessMap, ids: readonly string[]): Edited {
  const gone = new Set(ids);
  return ok({ ...map, flows: map.flows.filter(({ id }) => !gone.has(id)) });
}

const placeOf = ({ x, y }: MapStep): string => `${x} ${y}`;

function paste(map: ProcessMap, { clip, newId, by }: Extract<MapEdit, { kind: 'paste' }>): Edited {
  const isTooMuch =
    map.steps.length + clip.steps.length > mapLimits.steps || map.flows.length + clip.flows.length > mapLimits.flows;
  if (isTooMuch) return fail('map-full', { count: mapLimits.steps });
  const fresh = new Map(clip.steps.map(({ id }) => [id, newId()]));
  const taken = new Set(map.steps.map(placeOf));
  const shifted = (times: number): readonly MapStep[] =>
    clip.steps.map((step) => settle(map, { ...step, x: step.x + times * by, y: step.y + times * by }));
  // A copy that hides another would look as if nothing had been pasted; each pair of steps meets at one shift at most.
  let times = 1;
  while (times <= map.steps.length * clip.steps.length && shifted(times).some((step) => taken.has(placeOf(step))))
    times++;
  const steps = shifted(times).map((step) => ({ ...step, id: fresh.get(step.id) ?? newId() }));
  const flows = clip.flows.map((flow) => ({
    ...flow,
    id: newId(),
    from: fresh.get(flow.from) ?? flow.from,
    to: fresh.get(flow.to) ?? flow.to,
    bends: [],
  }));
  return ok(growLanes({ ...map, steps: [...map.steps, ...steps], flows: [...map.flows, ...flows] }));
}

function align(map: ProcessMap, ids: readonly string[], to: AlignTo): Edited {
  const chosen = map.steps.filter(({ id }) => ids.includes(id));
  if (chosen.length < 2) return ok(map);
  const edgeOf = (step: MapStep): number => {
    const isAcross = to === 'left' || to === 'centre' || to === 'right';
    const [start, size] = isAcross ? [step.x, step.width] : [step.y, step.height];
    return start + size * (to === 'left' || to === 'top' ? 0 : to === 'right' || to === 'bottom' ? 1 : 0.5);
  };
  const edges = chosen.map(edgeOf);
  const target =
    to === 'left' || to === 'top'
      ? Math.min(...edges)
      : to === 'right' || to === 'bottom'
        ? Math.max(...edges)
        : edges.reduce((sum, edge) => sum + edge, 0) / edges.length;
  const isAcross = to === 'left' || to === 'centre' || to === 'right';
  return moveSteps(
    map,
    chosen.map(({ id }) => id),
    (step) => (isAcross ? { dx: target - edgeOf(step), dy: 0 } : { dx: 0, dy: target - edgeOf(step) }),
  );
}

function place(map: ProcessMap, { lanes, steps }: Extract<MapEdit, { kind: 'place' }>): ProcessMap {
  return {
    ...map,
    lanes: map.lanes.map((lane) => ({ ...lane, ...lanes.get(lane.id) })),
    steps: map.steps.map((step) => ({ ...step, ...steps.get(step.id) })),
    flows: map.flows.map((flow) => (flow.bends.length > 0 ? { ...flow, bends: [] } : flow)),
  };
}

/** Lanes that lay below each other lie side by side, and the way runs down instead of right. */
function turn(map: ProcessMap, orientation: Orientation): ProcessMap {
  if (map.orientation === orientation) return map;
  const turnStep = (step: MapStep): MapStep => {
    const { x, y } = centreOf(step);
    return { ...step, x: y - step.width / 2, y: x - step.height / 2 };
  };
  const turned: ProcessMap = {
    ...map,
    orientation,
    lanes: map.lanes.map((lane) => ({ ...lane, x: lane.y, y: lane.x, width: lane.height, height: lane.width })),
    steps: map.steps.map(turnStep),
    flows: map.flows.map((flow) => ({ ...flow, bends: flow.bends.map(({ x, y }) => ({ x: y, y: x })) })),
  };
  return widenLanes(turned);
}

/** Steps are wider than high: a lane that has become a column may be too narrow for them. */
function widenLanes(map: ProcessMap): ProcessMap {
  let widened = map;
  for (const { id } of lanesInOrder(map)) {
    const lane = widened.lanes.find((item) => item.id === id);
    const inside = widened.steps.filter((step) => step.lane === id);
    if (!lane || inside.length === 0) continue;
    const isHorizontal = map.orientation === 'horizontal';
    const needed = Math.max(...inside.map((step) => (isHorizontal ? step.height : step.width))) + laneStrip;
    const size = isHorizontal ? lane.height : lane.width;
    const grown = needed > size ? resizeLane(widened, id, needed) : null;
    if (grown?.ok) widened = grown.value;
  }
  return growLanes(widened);
}

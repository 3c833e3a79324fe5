import type { Phrase, PhraseValue } from '../../kernel/result';
import { components, effectiveShares, isClosed, isLoop, reachable, routeGraph, shareTolerance } from './graph';
import type { RouteGraph } from './graph';
import { mapLimits, type MapFlow, type MapLane, type MapStep, type ProcessMap } from './map';

export type MapFindingCode =
  | 'empty'
  | 'too-large'
  | 'id-twice'
  | 'no-start'
  | 'several-starts'
  | 'no-end'
  | 'unreachable'
  | 'dead-end'
  | 'closed-loop'
  | 'share-range'
  | 'share-sum'
  | 'share-missing'
  | 'flow-loose'
  | 'start-entered'
  | 'end-left'
  | 'lane-unknown'
  | 'lane-none'
  | 'wait-value-added'
  | 'customer-below-line'
  | 'number-negative'
  | 'number-share'
  | 'rework-whole'
  | 'p90-below-p50'
  | 'link-unknown';

/** What is wrong with a map and where; a sentence of the catalogue `map.finding`. */
export interface MapFinding extends Phrase<MapFindingCode> {
  /** Nothing can be calculated before a `stop` is mended; a `warn` is only said. */
  readonly severity: 'stop' | 'warn';
  readonly at: { readonly list: 'lanes' | 'steps' | 'flows' | 'map'; readonly id: string };
}

/** What the map is held against that is not in it. */
export interface CheckContext {
  /** Codes of taxonomy links in use; without them links are not checked. */
  readonly linkCodes?: ReadonlySet<string>;
}

type List = MapFinding['at']['list'];

/**
 * Everything that is wrong with a map, most fundamental first. Never throws and never loops, whatever the map holds.
 *
 * Formula   shares out of a step sum to 1 within half a percentage point
 */
export function checkMap(map: ProcessMap, context: CheckContext = {}): readonly MapFinding[] {
  const size = checkSize(map);
  if (size.length > 0) return size;
  const graph = routeGraph(map);
  return [
    ...checkIds(map),
    ...checkFlows(map),
    ...checkShares(graph),
    ...checkRoutes(graph),
    ...checkLanes(map),
    ...map.steps.flatMap(checkNumbers),
    ...checkLinks(map, context),
  ];
}

/** How a step is called in a sentence: by its name, else by its kind. */
export function stepName(step: MapStep): PhraseValue {
  return step.name.trim() === '' ? { as: 'term', key: `map.kind.${step.kind}` } : step.name.trim();
}

function finding(
  severity: MapFinding['severity'],
  code: MapFindingCode,
  list: List,
  id: string,
  params: MapFinding['params'] = {},
): MapFinding {
  return { severity, code, at: { list, id }, params };
}

function aboutStep(severity: MapFinding['severity'], code: MapFindingCode, step: MapStep, params = {}): MapFinding {
  return finding(severity, code, 'steps', step.id, { step: stepName(step), ...params });
}

function checkSize({ lanes, steps, flows }: ProcessMap): MapFinding[] {
  if (steps.length === 0) return [finding('stop', 'empty', 'map', '')];
  const isTooLarge = lanes.length > mapLimits.lanes || steps.length > mapLimits.steps || flows.length > mapLimits.flows;
  return isTooLarge
    ? [finding('stop', 'too-large', 'map', '', { steps: mapLimits.steps, lanes: mapLimits.lanes })]
    : [];
}

function checkIds({ lanes, steps, flows }: ProcessMap): MapFinding[] {
  const twice = (list: List, items: readonly { readonly id: string }[]): MapFinding[] => {
    const seen = new Set<string>();
    return items.flatMap(({ id }) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew ? [] : [finding('stop', 'id-twice', list, id, { id })];
    });
  };
  return [...twice('lanes', lanes), ...twice('steps', steps), ...twice('flows', flows)];
}

function checkFlows({ steps, flows }: ProcessMap): MapFinding[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return flows.flatMap((flow) => {
    const [from, to] = [byId.get(flow.from), byId.get(flow.to)];
    if (!from || !to) {
      const known = from ?? to;
      return [finding('warn', 'flow-loose', 'flows', flow.id, { step: known ? stepName(known) : flow.id })];
    }
    if (flow.kind === 'message') return [];
    return [
      ...(to.kind === 'start' ? [aboutStep('warn', 'start-entered', to)] : []),
      ...(from.kind === 'end' ? [aboutStep('warn', 'end-left', from)] : []),
    ];
  });
}

function isShare(value: number | null): boolean {
  return value === null || (value >= 0 && value <= 1);
}

function checkShares({ steps, exits }: RouteGraph): MapFinding[] {
  return exits.flatMap((edges, index) => {
    const step = steps[index];
    const flows = edges.map(({ flow }) => flow);
    const wrong = flows.find(({ probability }) => !isShare(probability));
    if (wrong) {
      const value = { as: 'percent', value: wrong.probability ?? 0 } as const;
      return [finding('stop', 'share-range', 'flows', wrong.id, { step: stepName(step), value })];
    }
    if (flows.length > 1 && flows.filter(({ probability }) => probability === null).length > 1)
      return [aboutStep('stop', 'share-missing', step, { ways: flows.length })];
    const sum = shareSum(flows);
    if (flows.length === 0 || Math.abs(sum - 1) <= shareTolerance) return [];
    return [aboutStep('stop', 'share-sum', step, { sum: { as: 'percent', value: sum, digits: 1 } })];
  });
}

function shareSum(flows: readonly MapFlow[]): number {
  return effectiveShares(flows).reduce((sum, share) => sum + share, 0);
}

function checkRoutes({ steps, exits }: RouteGraph): MapFinding[] {
  const starts = steps.flatMap((step, index) => (step.kind === 'start' ? [index] : []));
  const findings: MapFinding[] = [];
  if (starts.length === 0) findings.push(finding('stop', 'no-start', 'map', ''));
  if (starts.length > 1) findings.push(aboutStep('stop', 'several-starts', steps[starts[1]], { count: starts.length }));
  if (!steps.some(({ kind }) => kind === 'end')) findings.push(finding('warn', 'no-end', 'map', ''));
  const reached = reachable(exits, starts);
  steps.forEach((step, index) => {
    if (step.kind === 'store' || step.kind === 'start') return;
    if (!reached[index] && starts.length > 0) findings.push(aboutStep('warn', 'unreachable', step));
    else if (step.kind !== 'end' && exits[index].length === 0) findings.push(aboutStep('warn', 'dead-end', step));
  });
  for (const component of components(exits)) {
    if (!isLoop(exits, component) || !isClosed(exits, component)) continue;
    // Where its shares are unknown, that is what has to be said.
    if (component.some((index) => exits[index].some(({ share }) => Number.isNaN(share)))) continue;
    const isReached = component.some((index) => reached[index]);
    findings.push(
      aboutStep(isReached ? 'stop' : 'warn', 'closed-loop', steps[component[0]], { steps: component.length }),
    );
  }
  return findings;
}

function checkLanes({ lanes, steps, orientation }: ProcessMap): MapFinding[] {
  const known = new Set(lanes.map(({ id }) => id));
  const homeless = steps.flatMap((step) => {
    if (step.lane === null)
      return lanes.length > 0 && step.kind !== 'store' ? [aboutStep('warn', 'lane-none', step)] : [];
    return known.has(step.lane) ? [] : [aboutStep('warn', 'lane-unknown', step)];
  });
  const place = (lane: MapLane): number => (orientation === 'horizontal' ? lane.y : lane.x);
  const ordered = [...lanes].sort((a, b) => place(a) - place(b));
  const hidden = ordered.findIndex(({ zone }) => zone !== null && zone !== 'customer' && zone !== 'front');
  const below = ordered.filter(({ zone }, at) => zone === 'customer' && hidden >= 0 && at > hidden);
  return [
    ...homeless,
    ...below.map((lane) => finding('warn', 'customer-below-line', 'lanes', lane.id, { lane: lane.name })),
  ];
}

/** The numbers of a step that cannot be negative, in the order in which tables show them. */
export const stepAmounts = [
  'processMinutes',
  'processP90',
  'waitMinutes',
  'waitP90',
  'staff',
  'volumePerDay',
  'defectsPerDay',
  'costPerUnit',
] as const;

function checkNumbers(step: MapStep): MapFinding[] {
  const findings: MapFinding[] = [];
  const field = (key: string): PhraseValue => ({ as: 'term', key: `map.field.${key}` });
  for (const key of stepAmounts) {
    const value = step[key];
    if (value !== null && !(value >= 0 && Number.isFinite(value)))
      findings.push(aboutStep('stop', 'number-negative', step, { field: field(key) }));
  }
  for (const key of ['yieldFraction', 'reworkFraction'] as const) {
    const value = step[key];
    if (!isShare(value)) findings.push(aboutStep('stop', 'number-share', step, { field: field(key) }));
  }
  if (step.reworkFraction === 1) findings.push(aboutStep('stop', 'rework-whole', step));
  for (const [typical, high] of [
    ['processMinutes', 'processP90'],
    ['waitMinutes', 'waitP90'],
  ] as const) {
    const [p50, p90] = [step[typical], step[high]];
    if (p50 !== null && p90 !== null && p90 < p50)
      findings.push(aboutStep('warn', 'p90-below-p50', step, { field: field(high) }));
  }
  if (step.kind === 'wait' && step.valueClass === 'va') findings.push(aboutStep('warn', 'wait-value-added', step));
  return findings;
}

function checkLinks({ steps }: ProcessMap, { linkCodes }: CheckContext): MapFinding[] {
  if (!linkCodes) return [];
  return steps.flatMap((step) =>
    step.links.filter((code) => !linkCodes.has(code)).map((link) => aboutStep('warn', 'link-unknown', step, { link })),
  );
}

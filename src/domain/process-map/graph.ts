import { mapLimits, type MapFlow, type MapStep, type ProcessMap } from './map';

/** The routes of a map as indices into `steps`: sequence flows between steps that move units. */
export interface RouteGraph {
  readonly steps: readonly MapStep[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Ways out of each step, with their shares; shares of a step sum to 1 where they were given so. */
  readonly exits: readonly (readonly RouteEdge[])[];
}

export interface RouteEdge {
  readonly flow: MapFlow;
  readonly from: number;
  readonly to: number;
  /** 0 to 1, rounding of the entered shares taken out; NaN while it cannot be known. */
  readonly share: number;
}

/** A sum of shares counts as 1 within half a percentage point: people enter 33 %, 33 % and 33.5 %. */
export const shareTolerance = 0.005;

/**
 * The route graph of a map. Messages and everything that touches a store move no unit and are left out, as are flows
 * whose ends do not exist.
 *
 * A single way out carries everything. Of several, one may be left open and carries the rest.
 */
export function routeGraph(map: ProcessMap): RouteGraph {
  const indexOf = new Map(map.steps.map((step, index) => [step.id, index]));
  const leaving: MapFlow[][] = map.steps.map(() => []);
  for (const flow of map.flows.slice(0, mapLimits.flows)) {
    const from = indexOf.get(flow.from);
    const to = indexOf.get(flow.to);
    if (from === undefined || to === undefined || !movesUnits(flow, map.steps[from], map.steps[to])) continue;
    leaving[from].push(flow);
  }
  const exits = leaving.map((flows, from) => {
    const shares = effectiveShares(flows);
    return flows.map((flow, at) => ({ flow, from, to: indexOf.get(flow.to) ?? -1, share: shares[at] }));
  });
  return { steps: map.steps, indexOf, exits };
}

function movesUnits(flow: MapFlow, from: MapStep, to: MapStep): boolean {
  return flow.kind === 'sequence' && from.kind !== 'store' && to.kind !== 'store';
}

/** What the entered probabilities of the ways out of one step come to; NaN where they do not say. */
export function effectiveShares(flows: readonly Pick<MapFlow, 'probability'>[]): number[] {
  const open = flows.filter(({ probability }) => probability === null).length;
  const given = flows.reduce((sum, { probability }) => sum + (probability ?? 0), 0);
  if (open > 1) return flows.map(({ probability }) => probability ?? NaN);
  const rest = Math.max(0, 1 - given);
  const total = open === 1 ? Math.max(1, given) : given;
  const isWhole = Math.abs(total - 1) <= shareTolerance;
  return flows.map(({ probability }) => (isWhole ? (probability ?? rest) / total : (probability ?? rest)));
}

/** Indices reached from `starts` by ways that are taken at all. */
export function reachable(exits: RouteGraph['exits'], starts: readonly number[]): Uint8Array {
  const seen = new Uint8Array(exits.length);
  const open = [...starts];
  starts.forEach((start) => (seen[start] = 1));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { to, share } of exits[at]) {
      if (seen[to] || share === 0) continue;
      seen[to] = 1;
      open.push(to);
    }
  }
  return seen;
}

/**
 * Strongly connected components, in an order in which every component comes after those that lead into it.
 *
 * A component of several steps, or of one that leads to itself, is a loop.
 *
 * Source  Tarjan 1972; the stack of calls is kept by hand, so that a long map cannot overflow it
 */
export function components(exits: RouteGraph['exits']): number[][] {
  const order = new Int32Array(exits.length).fill(-1);
  const low = new Int32Array(exits.length);
  const onStack = new Uint8Array(exits.length);
  const stack: number[] = [];
  const found: number[][] = [];
  let next = 0;
  const enter = (node: number): { node: number; edge: number } => {
    order[node] = low[node] = next++;
    stack.push(node);
    onStack[node] = 1;
    return { node, edge: 0 };
  };
  for (let root = 0; root < exits.length; root++) {
    if (order[root] >= 0) continue;
    const calls = [enter(root)];
    while (calls.length > 0) {
      const call = calls[calls.length - 1];
      const edges = exits[call.node];
      if (call.edge < edges.length) {
        const { to, share } = edges[call.edge++];
        if (share === 0) continue;
        if (order[to] < 0) calls.push(enter(to));
        else if (onStack[to]) low[call.node] = Math.min(low[call.node], order[to]);
        continue;
      }
      calls.pop();
      const caller = calls.at(-1);
      if (caller) low[caller.node] = Math.min(low[caller.node], low[call.node]);
      if (low[call.node] !== order[call.node]) continue;
      const component: number[] = [];
      for (let member = -1; member !== call.node;) {
        member = stack.pop() ?? call.node;
        onStack[member] = 0;
        component.push(member);
      }
      found.push(component.reverse());
    }
  }
  return found.reverse();
}

/** Whether a component can be gone round. */
export function isLoop(exits: RouteGraph['exits'], component: readonly number[]): boolean {
  return component.length > 1 || exits[component[0]].some(({ to, share }) => to === component[0] && share > 0);
}

/** Below this chance of leaving, a loop counts as closed. */
const leastLeak = 1e-9;

/** Whether units that enter the loop never leave it. */
export function isClosed(exits: RouteGraph['exits'], component: readonly number[]): boolean {
  const members = new Set(component);
  const leak = component.some((node) => {
    const staying = exits[node].reduce((sum, { to, share }) => sum + (members.has(to) ? share : 0), 0);
    return exits[node].length === 0 || 1 - staying > leastLeak;
  });
  return !leak;
}

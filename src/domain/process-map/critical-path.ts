import { components, isLoop, type RouteGraph } from './graph';

/**
 * The way from `start` that takes longest, whatever the chance of it: steps and flows in order.
 *
 * Loops are not gone round: of each, the ways back (as met from the start, in the order of the flows) are left out.
 *
 * Shape  minutes: time of one passage of each step, ≥ 0
 */
export function longestPath(
  { steps, exits }: RouteGraph,
  start: number,
  minutes: readonly number[],
): { readonly steps: readonly string[]; readonly flows: readonly string[]; readonly minutes: number } {
  const onward = withoutReturns(exits, start);
  // A step from which only ways back lead on is no way to an end.
  const best = Float64Array.from(minutes, (own, node) =>
    exits[node].some(({ share }) => share > 0) ? -Infinity : own,
  );
  const next: (RouteGraph['exits'][number][number] | null)[] = steps.map(() => null);
  for (const [node] of components(onward).reverse()) {
    for (const edge of onward[node]) {
      if (minutes[node] + best[edge.to] <= best[node]) continue;
      best[node] = minutes[node] + best[edge.to];
      next[node] = edge;
    }
  }
  const path: string[] = [];
  const flows: string[] = [];
  for (let at = start; at >= 0;) {
    path.push(steps[at].id);
    const edge = next[at];
    if (edge) flows.push(edge.flow.id);
    at = edge ? edge.to : -1;
  }
  return { steps: path, flows, minutes: Math.max(best[start], 0) };
}

/** The exits without those that lead back to a step which the search from the start is still inside of. */
function withoutReturns(exits: RouteGraph['exits'], start: number): RouteGraph['exits'] {
  const hasLoop = components(exits).some((component) => isLoop(exits, component));
  const taken = exits.map((edges) => edges.filter(({ share }) => share > 0));
  if (!hasLoop) return taken;
  const state = new Uint8Array(exits.length);
  const kept: (typeof taken)[number][] = exits.map(() => []);
  const calls = [{ node: start, edge: 0 }];
  state[start] = 1;
  while (calls.length > 0) {
    const call = calls[calls.length - 1];
    if (call.edge >= taken[call.node].length) {
      state[call.node] = 2;
      calls.pop();
      continue;
    }
    const edge = taken[call.node][call.edge++];
    if (state[edge.to] === 1) continue;
    kept[call.node].push(edge);
    if (state[edge.to] === 2) continue;
    state[edge.to] = 1;
    calls.push({ node: edge.to, edge: 0 });
  }
  return kept;
}

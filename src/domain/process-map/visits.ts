import { components, isLoop, type RouteGraph } from './graph';

/**
 * How often one unit comes to each step on average.
 *
 * Shape     shares of every reached step known and in 0…1, no closed loop
 * Formula   v = e + Pᵀv: the absorbing Markov chain whose ends absorb; loops are solved exactly, the rest in one pass
 * Source    Kemeny & Snell, Finite Markov Chains, §3.2 (fundamental matrix)
 */
export function expectedVisits(exits: RouteGraph['exits'], start: number): Float64Array {
  const visits = new Float64Array(exits.length);
  visits[start] = 1;
  for (const component of components(exits)) {
    if (isLoop(exits, component)) solveLoop(component, visits, (row, column) => shareOf(exits, column, row));
    const members = new Set(component);
    for (const node of component) {
      for (const { to, share } of exits[node]) if (!members.has(to)) visits[to] += visits[node] * share;
    }
  }
  return visits;
}

/**
 * For each step: the chance that a unit which arrives there comes through to an end without a defect.
 *
 * Formula   r = y·Σ share·r(next), r = y where nothing follows; through branches Σpₖ·rₖ, through loops exactly
 */
export function passThrough(exits: RouteGraph['exits'], yields: readonly number[]): Float64Array {
  const pass = new Float64Array(exits.length);
  for (const component of components(exits).reverse()) {
    const members = new Set(component);
    for (const node of component) {
      const onward = exits[node].reduce((sum, { to, share }) => sum + (members.has(to) ? 0 : share * pass[to]), 0);
      pass[node] = exits[node].length === 0 ? yields[node] : yields[node] * onward;
    }
    if (isLoop(exits, component))
      solveLoop(component, pass, (row, column) => yields[row] * shareOf(exits, row, column));
  }
  return pass;
}

function shareOf(exits: RouteGraph['exits'], from: number, to: number): number {
  return exits[from].reduce((sum, edge) => sum + (edge.to === to ? edge.share : 0), 0);
}

/** Solves x = b + Ax over the members of a loop, b being what `values` holds for them, and puts x in its place. */
function solveLoop(
  members: readonly number[],
  values: Float64Array,
  coefficient: (row: number, column: number) => number,
): void {
  const rows = members.map((row) =>
    Float64Array.from([...members.map((column) => (row === column ? 1 : 0) - coefficient(row, column)), values[row]]),
  );
  const size = members.length;
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++) {
      if (Math.abs(rows[row][pivot]) > Math.abs(rows[best][pivot])) best = row;
    }
    [rows[pivot], rows[best]] = [rows[best], rows[pivot]];
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row][pivot] / rows[pivot][pivot];
      if (factor === 0) continue;
      for (let column = pivot; column <= size; column++) rows[row][column] -= factor * rows[pivot][column];
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = rows[row][size];
    for (let column = row + 1; column < size; column++) value -= rows[row][column] * values[members[column]];
    values[members[row]] = value / rows[row][row];
  }
}

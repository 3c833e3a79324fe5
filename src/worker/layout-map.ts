import { graphlib, layout } from '@dagrejs/dagre';
import { laneMargin, laneStrip, lanesInOrder, transposed } from '../domain/process-map/geometry';
import type { Box, MapLane, MapStep, ProcessMap } from '../domain/process-map/map';

/** Where lanes and steps are to lie, by id. */
export interface MapLayout {
  readonly lanes: ReadonlyMap<string, Box>;
  readonly steps: ReadonlyMap<string, Box>;
}

/** Pixels between columns: room for a corner, a label and an arrow. */
const columnGap = 60;
/** Height of one row of a lane: a step, and room below it for the name of a small shape. */
const rowHeight = 104;
const leastRows = 1;
const columnRow = 168;

/**
 * Places every step: columns in the order of the work, rows within its lane.
 *
 * dagre says which column a step belongs to and what lies above what; the lanes are ours, since dagre knows none. A step
 * takes the row of the step before it where that is free, so that what goes straight on is drawn straight.
 */
export function layoutMap(map: ProcessMap): MapLayout {
  const isVertical = map.orientation === 'vertical';
  const steps = isVertical ? map.steps.map(transposed) : map.steps;
  const columns = toColumns(steps, map);
  const ordered = lanesInOrder(map);
  const bands: (MapLane | null)[] = [...ordered];
  const known = new Set(ordered.map(({ id }) => id));
  const laneOf = (step: MapStep): string | null => (step.lane !== null && known.has(step.lane) ? step.lane : null);
  if (steps.some((step) => laneOf(step) === null)) bands.push(null);
  const left = ordered.length > 0 ? laneStrip + 2 * laneMargin : 0;
  const columnAt = placeColumns(columns, left);
  const length = columnAt[columnAt.length - 1] + 2 * laneMargin;
  const rows = toRows(columns, map, laneOf);
  const height = isVertical ? columnRow : rowHeight;
  const placedSteps = new Map<string, Box>();
  const placedLanes = new Map<string, Box>();
  let top = 0;
  for (const lane of bands) {
    const id = lane?.id ?? null;
    const inside = columns.flatMap((column, at) =>
      column.filter((step) => laneOf(step) === id).map((step) => ({ step, at })),
    );
    const count = Math.max(leastRows, ...inside.map(({ step }) => (rows.get(step.id) ?? 0) + 1));
    for (const { step, at } of inside) {
      const centre = top + laneMargin + ((rows.get(step.id) ?? 0) + 0.5) * height;
      const middle = (columnAt[at] + columnAt[at + 1] - columnGap) / 2;
      const { width, height: tall } = step;
      placedSteps.set(step.id, { x: middle - width / 2, y: centre - tall / 2, width, height: tall });
    }
    const size = count * height + 2 * laneMargin;
    if (lane) placedLanes.set(lane.id, { x: 0, y: top, width: length, height: size });
    top += size;
  }
  return isVertical
    ? { lanes: turned(placedLanes), steps: turned(placedSteps) }
    : { lanes: placedLanes, steps: placedSteps };
}

function turned(boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  return new Map([...boxes].map(([id, box]) => [id, transposed(box)]));
}

/** Steps by rank from first to last, each column from top to bottom as dagre crosses the fewest flows. */
function toColumns(steps: readonly MapStep[], map: ProcessMap): MapStep[][] {
  const graph = new graphlib.Graph({ multigraph: true });
  // On large maps the last refinements of dagre cost more than they show.
  const isLarge = steps.length > 150;
  graph.setGraph({
    rankdir: 'LR',
    ranksep: 40,
    nodesep: 20,
    ranker: isLarge ? 'tight-tree' : 'network-simplex',
    disableOptimalOrderHeuristic: isLarge,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  // By place: the library keeps nodes in plain objects, of which an id of a foreign file such as `__proto__` would reach the
  // prototype of all.
  const places = new Map(steps.map(({ id }, at) => [id, String(at)]));
  // One size for all: only ranks and order are wanted.
  for (const place of places.values()) graph.setNode(place, { width: 40, height: 40 });
  for (const { id, from, to, kind } of map.flows) {
    const [source, target] = [places.get(from), places.get(to)];
    if (source === undefined || target === undefined || source === target) continue;
    graph.setEdge(source, target, { weight: kind === 'sequence' ? 2 : 1, minlen: 1 }, id);
  }
  layout(graph);
  const columns = new Map<number, { step: MapStep; y: number }[]>();
  for (const [at, step] of steps.entries()) {
    const node = graph.node(String(at)) as { x: number; y: number };
    const key = Math.round(node.x);
    const column = columns.get(key) ?? [];
    columns.set(key, column);
    column.push({ step, y: node.y });
  }
  return [...columns]
    .sort(([a], [b]) => a - b)
    .map(([, column]) => column.sort((a, b) => a.y - b.y).map(({ step }) => step));
}

/** Left border of each column, and of one more behind the last. */
function placeColumns(columns: readonly (readonly MapStep[])[], left: number): number[] {
  const borders = [left];
  for (const column of columns)
    borders.push(borders[borders.length - 1] + Math.max(...column.map(({ width }) => width)) + columnGap);
  return borders;
}

/** The row of each step within its lane; no two steps of a lane and column share one. */
function toRows(
  columns: readonly (readonly MapStep[])[],
  map: ProcessMap,
  laneOf: (step: MapStep) => string | null,
): ReadonlyMap<string, number> {
  const byId = new Map(map.steps.map((step) => [step.id, step]));
  const before = new Map<string, MapStep[]>();
  for (const { from, to } of map.flows) {
    const source = byId.get(from);
    if (source) before.set(to, [...(before.get(to) ?? []), source]);
  }
  const rows = new Map<string, number>();
  for (const column of columns) {
    const taken = new Set<string>();
    for (const step of column) {
      const lane = laneOf(step);
      const wished = (before.get(step.id) ?? [])
        .filter((source) => laneOf(source) === lane)
        .map(({ id }) => rows.get(id))
        .find((row) => row !== undefined);
      let row = wished ?? 0;
      for (let away = 0; taken.has(`${lane}/${row}`); away++) {
        const other = (wished ?? 0) + (away % 2 === 0 ? away / 2 + 1 : 0 - (away + 1) / 2);
        row = other >= 0 ? other : row + 1;
      }
      taken.add(`${lane}/${row}`);
      rows.set(step.id, row);
    }
  }
  return rows;
}

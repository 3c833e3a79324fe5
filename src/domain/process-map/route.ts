import { centreOf, transposed } from './geometry';
import type { Box, MapFlow, MapStep, Point, ProcessMap } from './map';

/** Space between a flow and the step that it goes round. */
const clearance = 14;

/** The corners of every flow from border to border, by flow id; flows with a loose end have none. */
export function routeFlows(map: ProcessMap): ReadonlyMap<string, readonly Point[]> {
  const obstacles = obstaclesOf(map);
  const byId = new Map(map.steps.map((step) => [step.id, step]));
  const routes = new Map<string, readonly Point[]>();
  for (const flow of map.flows) {
    const [from, to] = [byId.get(flow.from), byId.get(flow.to)];
    if (from && to) routes.set(flow.id, routeFlow(flow, from, to, obstacles));
  }
  return routes;
}

/** What a flow has to go round, as a horizontal map reads it: left, top, right and bottom of each step. */
export interface Obstacles {
  readonly isVertical: boolean;
  readonly ids: readonly string[];
  readonly edges: Float64Array;
}

/** The steps of a map as obstacles; none of them with `{ ...map, steps: [] }`. */
export function obstaclesOf({ steps, orientation }: Pick<ProcessMap, 'steps' | 'orientation'>): Obstacles {
  const isVertical = orientation === 'vertical';
  const edges = new Float64Array(4 * steps.length);
  steps.forEach((step, at) => {
    const { x, y, width, height } = isVertical ? transposed<Box>(step) : step;
    edges.set([x, y, x + width, y + height], 4 * at);
  });
  return { isVertical, ids: steps.map(({ id }) => id), edges };
}

/**
 * The corners of one flow: those it was drawn with, else the plainest right-angled way that crosses the fewest steps.
 */
export function routeFlow(
  flow: Pick<MapFlow, 'bends'>,
  from: MapStep,
  to: MapStep,
  obstacles: Obstacles,
): readonly Point[] {
  const { bends } = flow;
  if (bends.length > 0) return [borderPoint(from, bends[0]), ...bends, borderPoint(to, bends[bends.length - 1])];
  const { isVertical } = obstacles;
  const turn = (box: Box): Box => (isVertical ? transposed(box) : box);
  const [source, target] = [turn(from), turn(to)];
  const ways = from.id === to.id ? [selfLoop(source)] : candidates(source, target);
  const ends = [from.id, to.id];
  let best = ways[0];
  let least = Infinity;
  for (const way of ways) {
    const cost = costOf(way, obstacles, ends, least);
    if (cost < least) [best, least] = [way, cost];
  }
  const corners = withoutStraightCorners(best);
  return isVertical ? corners.map(({ x, y }) => ({ x: y, y: x })) : corners;
}

/** Where the line from a box's centre to a point leaves the box. */
export function borderPoint(box: Box, toward: Point): Point {
  const { x, y } = centreOf(box);
  const [dx, dy] = [toward.x - x, toward.y - y];
  const scale = Math.max(Math.abs(dx) / (box.width / 2 || 1), Math.abs(dy) / (box.height / 2 || 1));
  // A point inside the box lies nearer than the border: the line then ends where it was drawn.
  return scale <= 1 ? { ...toward } : { x: x + dx / scale, y: y + dy / scale };
}

/** Ways from one box to another as a horizontal map reads them: out to the right, in from the left. */
function candidates(from: Box, to: Box): Point[][] {
  const [a, b] = [centreOf(from), centreOf(to)];
  const [right, left] = [from.x + from.width, to.x];
  const ways: Point[][] = [];
  if (left - right >= clearance) {
    const middles = [right + clearance, (right + left) / 2, left - clearance];
    for (const x of middles)
      ways.push([
        { x: right, y: a.y },
        { x, y: a.y },
        { x, y: b.y },
        { x: left, y: b.y },
      ]);
    if (Math.abs(a.y - b.y) > from.height / 2)
      ways.push([
        { x: a.x, y: sideToward(from, b.y) },
        { x: a.x, y: b.y },
        { x: left, y: b.y },
      ]);
    if (Math.abs(a.y - b.y) > to.height / 2)
      ways.push([
        { x: right, y: a.y },
        { x: b.x, y: a.y },
        { x: b.x, y: sideToward(to, a.y) },
      ]);
  }
  const isApart = to.y >= from.y + from.height || from.y >= to.y + to.height;
  if (isApart) {
    const [start, end] = [sideToward(from, b.y), sideToward(to, a.y)];
    for (const y of [(start + end) / 2, start + Math.sign(end - start) * clearance])
      ways.push([
        { x: a.x, y: start },
        { x: a.x, y },
        { x: b.x, y },
        { x: b.x, y: end },
      ]);
  }
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y + from.height, to.y + to.height)];
  const rounds: readonly (readonly [number, number, number])[] = [
    [bottom + clearance, from.y + from.height, to.y + to.height],
    [top - clearance, from.y, to.y],
  ];
  for (const [y, start, end] of rounds)
    ways.push([
      { x: a.x, y: start },
      { x: a.x, y },
      { x: b.x, y },
      { x: b.x, y: end },
    ]);
  return ways;
}

function sideToward(box: Box, y: number): number {
  return y > box.y + box.height / 2 ? box.y + box.height : box.y;
}

function selfLoop(box: Box): Point[] {
  const { x, y } = centreOf(box);
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  return [
    { x: right, y },
    { x: right + clearance, y },
    { x: right + clearance, y: bottom + clearance },
    { x, y: bottom + clearance },
    { x, y: bottom },
  ];
}

/** Crossing a step is far worse than a corner, a corner worse than a long way. Gives up beyond `enough`. */
function costOf(way: readonly Point[], { ids, edges }: Obstacles, ends: readonly string[], enough: number): number {
  let cost = way.length * 40;
  for (let at = 1; at < way.length; at++)
    cost += Math.abs(way[at].x - way[at - 1].x) + Math.abs(way[at].y - way[at - 1].y);
  for (let at = 1; at < way.length && cost < enough; at++) {
    const [a, b] = [way[at - 1], way[at]];
    const [left, right] = [Math.min(a.x, b.x) - 2, Math.max(a.x, b.x) + 2];
    const [top, bottom] = [Math.min(a.y, b.y) - 2, Math.max(a.y, b.y) + 2];
    for (let box = 0; box < ids.length; box++) {
      const edge = 4 * box;
      if (edges[edge] >= right || edges[edge + 2] <= left || edges[edge + 1] >= bottom || edges[edge + 3] <= top)
        continue;
      if (!ends.includes(ids[box])) cost += 1_000;
    }
  }
  return cost;
}

function withoutStraightCorners(points: readonly Point[]): Point[] {
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.5;
  return points.filter((point, at) => {
    if (at === 0 || at === points.length - 1) return true;
    const [before, after] = [points[at - 1], points[at + 1]];
    const isStraight =
      (isSame(before.x, point.x) && isSame(point.x, after.x)) ||
      (isSame(before.y, point.y) && isSame(point.y, after.y));
    return !isStraight;
  });
}

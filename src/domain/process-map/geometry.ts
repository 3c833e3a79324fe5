import type { Box, MapLane, MapStep, Orientation, Point, ProcessMap, Zone } from './map';

/** Width of the strip that holds a lane's name, in pixels. */
export const laneStrip = 32;

/** Space that a step keeps from the border of its lane. */
export const laneMargin = 12;

export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The box with the roles of x and y exchanged: what is true of a horizontal map is then true of a vertical one. */
export function transposed<T extends Box>(box: T): T {
  return { ...box, x: box.y, y: box.x, width: box.height, height: box.width };
}

/** Lanes from top to bottom, of a vertical map from left to right. */
export function lanesInOrder(map: Pick<ProcessMap, 'lanes' | 'orientation'>): readonly MapLane[] {
  return [...map.lanes].sort((a, b) => (map.orientation === 'horizontal' ? a.y - b.y : a.x - b.x));
}

/** The lane in which a point lies, else the nearest; null where there is none. */
export function laneAt({ lanes }: Pick<ProcessMap, 'lanes'>, { x, y }: Point): MapLane | null {
  let nearest: MapLane | null = null;
  let least = Infinity;
  for (const lane of lanes) {
    const dx = Math.max(lane.x - x, 0, x - (lane.x + lane.width));
    const dy = Math.max(lane.y - y, 0, y - (lane.y + lane.height));
    const distance = dx * dx + dy * dy;
    if (distance < least) [nearest, least] = [lane, distance];
  }
  return nearest;
}

/** What encloses all boxes; a box of nothing where there are none. */
export function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export type BlueprintLine = 'interaction' | 'visibility' | 'internal';

export interface DrawnLine {
  readonly line: BlueprintLine;
  readonly from: Point;
  readonly to: Point;
}

const depth: Readonly<Record<Zone, number>> = { customer: 0, front: 1, back: 2, support: 3, system: 3 };
const lineBelow: readonly BlueprintLine[] = ['interaction', 'visibility', 'internal'];

/**
 * The lines of a service blueprint: of interaction below the customer's lanes, of visibility below those of the front,
 * of internal interaction below those of the back. A line is drawn where two neighbouring lanes lie on its two sides.
 */
export function blueprintLines(map: ProcessMap): readonly DrawnLine[] {
  const ordered = lanesInOrder(map).filter(({ zone }) => zone !== null);
  const extent = boundsOf(map.lanes);
  const drawn: DrawnLine[] = [];
  for (let at = 1; at < ordered.length; at++) {
    const [above, below] = [ordered[at - 1], ordered[at]];
    const [from, to] = [depth[above.zone ?? 'customer'], depth[below.zone ?? 'customer']];
    if (from >= to) continue;
    // Where a zone has no lane, the line that means most to the customer is the one to draw.
    const line = lineBelow[from <= 1 && to >= 2 ? 1 : from];
    if (drawn.some((other) => other.line === line)) continue;
    const [x, y] = [below.x, below.y];
    drawn.push(
      map.orientation === 'horizontal'
        ? { line, from: { x: extent.x, y }, to: { x: extent.x + extent.width, y } }
        : { line, from: { x, y: extent.y }, to: { x, y: extent.y + extent.height } },
    );
  }
  return drawn;
}

/** The step moved, as little as needed, into its lane across the lanes' direction. */
export function clampToLane(step: MapStep, lane: MapLane, orientation: Orientation): MapStep {
  const along = (low: number, size: number, start: number, length: number): number =>
    length <= size - 2 * laneMargin
      ? Math.min(Math.max(start, low + laneMargin), low + size - laneMargin - length)
      : low + (size - length) / 2;
  if (orientation === 'horizontal') {
    const y = along(lane.y, lane.height, step.y, step.height);
    const x = Math.max(step.x, lane.x + laneStrip + laneMargin);
    return y === step.y && x === step.x ? step : { ...step, x, y };
  }
  const x = along(lane.x, lane.width, step.x, step.width);
  const y = Math.max(step.y, lane.y + laneStrip + laneMargin);
  return x === step.x && y === step.y ? step : { ...step, x, y };
}

/** Lanes made longer, all alike, until they hold every step; they never become shorter. */
export function growLanes(map: ProcessMap): ProcessMap {
  if (map.lanes.length === 0) return map;
  const reach = boundsOf(map.steps);
  const isHorizontal = map.orientation === 'horizontal';
  const end = isHorizontal ? reach.x + reach.width : reach.y + reach.height;
  const needed = Math.ceil(end + 2 * laneMargin);
  const endOf = (lane: MapLane): number => (isHorizontal ? lane.x + lane.width : lane.y + lane.height);
  const furthest = map.lanes.reduce((most, lane) => Math.max(most, endOf(lane)), -Infinity);
  if (needed <= furthest) return map;
  const lanes = map.lanes.map((lane) =>
    endOf(lane) < furthest
      ? lane
      : isHorizontal
        ? { ...lane, width: needed - lane.x }
        : { ...lane, height: needed - lane.y },
  );
  return { ...map, lanes };
}

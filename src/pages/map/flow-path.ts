import type { Point } from '../../domain/process-map/map';

export interface DrawnFlow {
  readonly path: string;
  readonly arrow: string;
  /** Where the words stand. */
  readonly label: Point;
}

const radius = 5;

/** A way as SVG paths, corners a little rounded, and the head of its arrow. */
export function flowPath(points: readonly Point[]): DrawnFlow {
  const [first, ...rest] = points;
  let path = `M${first.x} ${first.y}`;
  rest.forEach((point, at) => {
    const next = rest[at + 1] as Point | undefined;
    const before = at === 0 ? first : rest[at - 1];
    if (!next) {
      path += `L${point.x} ${point.y}`;
      return;
    }
    const into = toward(point, before, Math.min(radius, distance(before, point) / 2));
    const out = toward(point, next, Math.min(radius, distance(point, next) / 2));
    path += `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
  });
  const last = points[points.length - 1];
  const previous = points[points.length - 2] ?? last;
  return { path, arrow: arrowHead(previous, last), label: labelPlace(points) };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function toward(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function arrowHead(from: Point, to: Point): string {
  const whole = distance(from, to) || 1;
  const [ux, uy] = [(to.x - from.x) / whole, (to.y - from.y) / whole];
  const [bx, by] = [to.x - ux * 8, to.y - uy * 8];
  return `M${to.x} ${to.y}L${bx - uy * 4} ${by + ux * 4}L${bx + uy * 4} ${by - ux * 4}Z`;
}

/** On the last long stretch, where ways out of one step have already parted. */
function labelPlace(points: readonly Point[]): Point {
  let best = { x: points[0].x, y: points[0].y };
  let most = -1;
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1], points[at]];
    const length = Math.min(distance(a, b), 60) + at * 4;
    if (distance(a, b) < 16 || length < most) continue;
    most = length;
    best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }
  return best;
}

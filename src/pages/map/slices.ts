import { boundsOf } from '../../domain/process-map/geometry';
import type { ProcessMap } from '../../domain/process-map/map';

/** As much of a map as can be read on one sheet across, in its own pixels. */
const sheetWidth = 1_500;

export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** How far a border moves to spare a step, and the space it keeps from one. */
const reach = 160;
const room = 12;

/**
 * A wide map in strips, none wider than a sheet; a map that fits is one strip. A border lies between steps where there
 * is a gap near it.
 */
export function slicesOf(map: ProcessMap): readonly Slice[] {
  const { x, width } = boundsOf([...map.lanes, ...map.steps]);
  const count = Math.max(1, Math.ceil(width / (sheetWidth - reach)));
  const isFree = (at: number): boolean =>
    map.steps.every((step) => at <= step.x - room || at >= step.x + step.width + room);
  /** The free place nearest to the even one; the even one where there is none. */
  const border = (at: number): number => {
    const even = x + (at * width) / count;
    for (let away = 0; away <= reach / 2; away += 4)
      for (const place of [even - away, even + away]) if (isFree(place)) return place;
    return even;
  };
  const borders = [x, ...Array.from({ length: count - 1 }, (_, at) => border(at + 1)), x + width];
  return borders.slice(1).map((to, at) => ({ from: borders[at], to }));
}

import { boundsOf } from '../../domain/process-map/geometry';
import type { ProcessMap } from '../../domain/process-map/map';

/** As much of a map as can be read on one sheet across, in its own pixels. */
const sheetWidth = 1_500;

export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** A wide map in strips of equal width, none wider than a sheet; a map that fits is one strip. */
export function slicesOf(map: ProcessMap): readonly Slice[] {
  const { x, width } = boundsOf([...map.lanes, ...map.steps]);
  const count = Math.max(1, Math.ceil(width / sheetWidth));
  return Array.from({ length: count }, (_, at) => ({
    from: x + (at * width) / count,
    to: x + ((at + 1) * width) / count,
  }));
}

import type { PointRange } from '../types';
import { createCodes } from './planes';

/**
 * What the rules need to know of a point, as bits of one byte.
 *
 * A missing or excluded point is 0, so every pattern stops there.
 */
export const pointBit = {
  /** Strictly above, below the centre line; a point on it has neither. */
  above: 1,
  below: 2,
  /** Strictly farther than one, two sigma from the centre line, on either side. */
  outsideOne: 4,
  outsideTwo: 8,
  /** There are zones to judge the point by. */
  valid: 16,
  /** Higher, lower than the point before; neither at a tie or after a gap. */
  rises: 32,
  falls: 64,
  /** Strictly beyond a control limit; `above` or `below` tells which. */
  beyond: 128,
} as const;

const { above, below, outsideOne, outsideTwo, valid, rises, falls, beyond } = pointBit;

/** Lines against which points are judged; one entry for all points, or one per point. NaN where there is no line. */
export interface JudgingLines {
  readonly center: Float64Array;
  readonly sigma: Float64Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/**
 * Codes of the points of a stretch, the first at index 0.
 *
 * Shape     Each line has one entry, or one per point of the whole chart. Where sigma is not above 0 no zone exists, and
 *           only the limits are judged; where a limit is NaN, nothing is beyond it.
 * Formula   zones by z = (x − centre)/sigma, limits by comparing x itself; all strict. A rise or a fall needs this point
 *           and the one before to have zones.
 */
export function encodePoints(points: Float64Array, lines: JudgingLines, { start, end }: PointRange): Uint8Array {
  const codes = createCodes(end - start);
  const at = (line: Float64Array, i: number): number => line[line.length === 1 ? 0 : i];
  let previous = NaN;
  for (let i = start; i < end; i++) {
    const line = {
      center: at(lines.center, i),
      sigma: at(lines.sigma, i),
      upper: at(lines.upper, i),
      lower: at(lines.lower, i),
    };
    codes[i - start] = codeOf(points[i], previous, line);
    previous = line.sigma > 0 ? points[i] : NaN;
  }
  return codes;
}

/** The lines at one point. */
export interface Line {
  readonly center: number;
  readonly sigma: number;
  readonly upper: number;
  readonly lower: number;
}

/** The code of one point by plain comparison; `previous` is NaN where the point before has no zones. */
export function codeOf(x: number, previous: number, { center, sigma, upper, lower }: Line): number {
  const z = sigma > 0 ? (x - center) / sigma : NaN;
  const distance = Math.abs(z);
  const zone = distance > 2 ? valid | outsideOne | outsideTwo : distance > 1 ? valid | outsideOne : valid;
  const side = z > 0 ? above : z < 0 ? below : 0;
  const move = x > previous ? rises : x < previous ? falls : 0;
  const code = z === z ? zone | side | move : 0;
  if (x > upper) return code | beyond | above;
  return x < lower ? code | beyond | below : code;
}

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
  if (lines.center.length === 1) {
    const [[center], [sigma], [upper], [lower]] = [lines.center, lines.sigma, lines.upper, lines.lower];
    encodeByLine(points.subarray(start, end), { center, sigma, upper, lower }, codes);
    return codes;
  }
  let previous = NaN;
  for (let i = start; i < end; i++) {
    const line = { center: lines.center[i], sigma: lines.sigma[i], upper: lines.upper[i], lower: lines.lower[i] };
    codes[i - start] = codeOf(points[i], previous, line);
    previous = line.sigma > 0 ? points[i] : NaN;
  }
  return codes;
}

/** The lines at one point. */
interface Line {
  readonly center: number;
  readonly sigma: number;
  readonly upper: number;
  readonly lower: number;
}

/** The code of one point by plain comparison. */
function codeOf(x: number, previous: number, { center, sigma, upper, lower }: Line): number {
  const z = sigma > 0 ? (x - center) / sigma : NaN;
  const distance = Math.abs(z);
  const zone = distance > 2 ? valid | outsideOne | outsideTwo : distance > 1 ? valid | outsideOne : valid;
  const side = z > 0 ? above : z < 0 ? below : 0;
  const move = x > previous ? rises : x < previous ? falls : 0;
  const code = z === z ? zone | side | move : 0;
  if (x > upper) return code | beyond | above;
  return x < lower ? code | beyond | below : code;
}

/** Parts of a sigma by which points are placed; a point within one part of a border is compared plainly. */
const parts = 2 ** 20;
/** Zones from −4 to 4 sigma. */
const zones = 8;

/** Codes by zone from −4 sigma upwards, of points that rise and, eight later, of points that fall. */
const codeByZone = Uint8Array.from({ length: 2 * zones }, (_, index) => {
  const zone = index % zones;
  const z = zone - zones / 2 + 0.5;
  const move = index < zones ? -Infinity : Infinity;
  return codeOf(z, move, { center: 0, sigma: 1, upper: NaN, lower: NaN });
});

/**
 * The same codes for a line that is the same for all points, several times as fast.
 *
 * Points inside the limits are placed in zones by fixed-point arithmetic, which needs no division and no branch that
 * depends on random data. Where that is not safe (near a border, at a tie, beyond a limit, missing) `codeOf` decides.
 */
function encodeByLine(points: Float64Array, line: Line, codes: Uint8Array): void {
  const { center, sigma, upper, lower } = line;
  const scale = parts / sigma;
  const origin = (zones / 2) * parts;
  const isPlaceable = sigma > 0 && scale < Infinity && Number.isFinite(center);
  // Comparisons with NaN fail, so a line without a limit, or a missing point, takes the plain way.
  const from = isPlaceable ? Math.max(1, (lower - center) * scale + origin + 1) : NaN;
  const to = isPlaceable ? Math.min(zones * parts - 1, (upper - center) * scale + origin - 1) : NaN;
  let previous = NaN;
  let previousPlace = -1;
  for (let i = 0; i < points.length; i++) {
    const x = points[i];
    const exactPlace = (x - center) * scale + origin;
    if (exactPlace > from && exactPlace < to) {
      const place = exactPlace | 0;
      const move = place - previousPlace;
      if (((place + 1) & (parts - 1)) > 1 && move !== 0 && previousPlace >= 0) {
        codes[i] = codeByZone[(place >>> 20) | ((move >>> 31) << 3)];
      } else {
        codes[i] = codeOf(x, previous, line);
      }
      previousPlace = place;
    } else {
      codes[i] = codeOf(x, previous, line);
      previousPlace = -1;
    }
    previous = sigma > 0 ? x : NaN;
  }
}

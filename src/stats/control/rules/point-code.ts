import type { PointRange } from '../types';

/**
 * What the rules need to know of a point, as bits of a small whole number.
 *
 * A missing or excluded point is 0, so every counter that asks for a bit starts again there.
 */
export const pointBit = {
  /** Strictly above, below the centre line; a point on it has neither. */
  above: 1,
  below: 2,
  aboveOneSigma: 4,
  belowOneSigma: 8,
  aboveTwoSigma: 16,
  belowTwoSigma: 32,
  /** At most one sigma from the centre line. */
  within: 64,
  /** The point can be judged by zones. */
  valid: 128,
  /** Higher, lower than the point before; neither at a tie or after a gap. */
  rises: 256,
  falls: 512,
  /** Strictly beyond the upper, the lower limit. */
  over: 1024,
  under: 2048,
} as const;

const zone = [
  pointBit.within,
  pointBit.aboveOneSigma,
  pointBit.aboveOneSigma | pointBit.aboveTwoSigma,
] as const;

/**
 * Bits by ⌈z⌉ + ⌊z⌋ + 8, held within 1 … 15. The sum is odd inside a zone and even on its border: 1 for 0 < z < 1, 2 for
 * z = 1, 3 for 1 < z < 2, so that borders fall to the inner zone without a comparison. Entry 0 is a missing point.
 */
const bitsByZone = Uint16Array.from({ length: 16 }, (_, index) => {
  if (index === 0) return 0;
  const z = index - 8;
  const outer = zone[Math.min(2, Math.max(0, Math.ceil(Math.abs(z) / 2) - 1))];
  if (z === 0) return pointBit.valid | pointBit.within;
  if (z > 0) return pointBit.valid | pointBit.above | outer;
  const mirrored = outer === pointBit.within ? outer : outer << 1;
  return pointBit.valid | pointBit.below | mirrored;
});

/** Lines against which points are judged; one entry for all points, or one per point. NaN where there is no line. */
export interface JudgingLines {
  readonly center: Float64Array;
  readonly sigma: Float64Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/**
 * Writes the codes of the points of a stretch.
 *
 * Shape     Each line has one entry, or one per point. Where sigma is not above 0 no zone exists, and only the limits
 *           are judged; where a limit is NaN, nothing is beyond it.
 * Formula   zones by z = (x − centre)/sigma, limits by comparing x itself; all strict
 */
export function encodePoints(
  points: Float64Array,
  lines: JudgingLines,
  { start, end }: PointRange,
  into: Uint16Array,
): void {
  const { center, sigma, upper, lower } = lines;
  const stride = center.length === 1 ? 0 : 1;
  let previous = NaN;
  for (let i = start; i < end; i++) {
    const x = points[i];
    const at = i * stride;
    const s = sigma[at];
    let code = 0;
    if (s > 0) {
      const z = (x - center[at]) / s;
      code = bitsByZone[(Math.max(-7, Math.min(7, Math.ceil(z) + Math.floor(z))) + 8) | 0];
      code |= x > previous ? pointBit.rises : x < previous ? pointBit.falls : 0;
      previous = x;
    } else {
      previous = NaN;
    }
    if (x > upper[at]) code |= pointBit.over;
    else if (x < lower[at]) code |= pointBit.under;
    into[i] = code;
  }
}

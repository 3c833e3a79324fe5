import type { Plane, Planes } from './planes';
import { codeOf, pointBit, type Line } from './point-code';

/** Parts of a sigma by which points are placed; a point within one part of a border is compared plainly. */
const parts = 2 ** 20;
const partMask = parts - 1;
/** Zones from −4 to 4 sigma, so that the three bits above those of the parts number them. */
const zones = 8;

/**
 * The planes of points that are all judged by one line.
 *
 * Shape     as `splitCodes` of the codes that `encodePoints` gives, several times as fast
 * Formula   Points inside the limits are placed in zones by fixed-point arithmetic, which needs no division and no
 *           branch that depends on random data. Where that is not safe (near a border, at a tie, beyond a limit, missing)
 *           `codeOf` decides.
 */
export function planesByLine(points: Float64Array, line: Line): Planes {
  const { length } = points;
  const whole = length - (length % 8);
  const words = (length + 31) >>> 5;
  const [low, middle, high, falling] = Array.from({ length: 4 }, () => new Uint8Array(words * 4));
  // The first point has none before it, so it does not move.
  const unsafe = [0];
  const { center, sigma, upper, lower } = line;
  const scale = parts / sigma;
  // One part more than the middle, so that the parts next to a border are those numbered 0 and 1.
  const middleOf = (zones / 2) * parts + 1;
  const isPlaceable = sigma > 0 && scale < Infinity && Number.isFinite(center);
  // Comparisons with NaN fail, so a line without a limit, or a missing point, takes the plain way.
  const reach = isPlaceable
    ? Math.min((zones / 2) * parts, (upper - center) * scale, (center - lower) * scale) - 2
    : NaN;
  let before = 0;
  for (let i = 0; i < whole;) {
    const octet = i >>> 3;
    let nibbles = 0;
    // Two points at a time take a sixth less than one.
    for (const end = i + 8; i < end; i += 2) {
      const first = (points[i] - center) * scale;
      const second = (points[i + 1] - center) * scale;
      nibbles >>>= 8;
      if (Math.abs(first) < reach && Math.abs(second) < reach) {
        const place = (first + middleOf) | 0;
        const next = (second + middleOf) | 0;
        const move = place - before;
        const nextMove = next - place;
        if ((place & partMask) <= 1 || (next & partMask) <= 1 || move === 0 || nextMove === 0) unsafe.push(i, i + 1);
        nibbles |= ((place << 4) & 0x07000000) | ((move >>> 4) & 0x08000000);
        nibbles |= ((next << 8) & 0x70000000) | (nextMove & 0x80000000);
        before = next;
      } else {
        unsafe.push(i, i + 1);
        if (i + 2 < length) unsafe.push(i + 2);
      }
    }
    low[octet] = everyFourth(nibbles);
    middle[octet] = everyFourth(nibbles >>> 1);
    high[octet] = everyFourth(nibbles >>> 2);
    falling[octet] = everyFourth(nibbles >>> 3);
  }
  for (let i = whole; i < 32 * words; i++) unsafe.push(i);
  const asWords = (bytes: Uint8Array): Plane => new Int32Array(bytes.buffer);
  const planes = fromZones(length, asWords(low), asWords(middle), asWords(high), asWords(falling));
  const codes = Uint8Array.from(unsafe, (i) => {
    // Bits behind the last point, like a missing point, are 0.
    const code = i < length ? codeOf(points[i], i > 0 && sigma > 0 ? points[i - 1] : NaN, line) : 0;
    // A point beyond its limits has a side also where it has no zones; for the rules a side needs both.
    return (code & pointBit.valid) === 0 ? code & pointBit.beyond : code;
  });
  for (const name of bitNames) putBits(planes[name], unsafe, codes, Math.log2(pointBit[name]));
  return planes;
}

const bitNames = ['above', 'below', 'outsideOne', 'outsideTwo', 'valid', 'rises', 'falls', 'beyond'] as const;

/** Puts one bit of each code into the plane, at the index of its point. */
function putBits(plane: Plane, indices: readonly number[], codes: Uint8Array, bit: number): void {
  for (let j = 0; j < codes.length; j++) {
    const index = indices[j];
    const shift = index & 31;
    plane[index >>> 5] = (plane[index >>> 5] & ~(1 << shift)) | (((codes[j] >>> bit) & 1) << shift);
  }
}

/** Bits 0, 4, 8 … 28 side by side. */
function everyFourth(word: number): number {
  let bits = word & 0x11111111;
  bits = (bits | (bits >>> 3)) & 0x03030303;
  bits = (bits | (bits >>> 6)) & 0x000f000f;
  return bits | (bits >>> 12);
}

/** The planes of safe points from the three bits of their zone number (0 = below −3 sigma) and from their moves. */
function fromZones(length: number, low: Plane, middle: Plane, high: Plane, falling: Plane): Planes {
  const [below, outsideOne, outsideTwo, valid, rises, beyond] = Array.from(
    { length: 6 },
    () => new Int32Array(high.length),
  );
  for (let w = 0; w < high.length; w++) {
    const isAbove = high[w];
    // Beyond two sigma the two upper bits are equal; within one sigma both lower bits differ from the upper one.
    const isNear = isAbove ^ middle[w];
    outsideOne[w] = ~(isNear & (isAbove ^ low[w]));
    outsideTwo[w] = ~isNear;
    below[w] = ~isAbove;
    rises[w] = ~falling[w];
    valid[w] = -1;
  }
  return { length, above: high, below, outsideOne, outsideTwo, valid, rises, falls: falling, beyond };
}

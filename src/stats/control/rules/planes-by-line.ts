import type { Plane, Planes } from './planes';
import { codeOf, pointBit, type Line } from './point-code';

/** Parts of a sigma by which points are placed; a point within one part of a border is compared plainly. */
const parts = 2 ** 28;
/** Zones from −4 to 4 sigma, so that the three bits above those of the parts number them. */
const zones = 8;
/** Points for which `placePoints` is called; a multiple of 32. */
const pointsPerCall = 4096;

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
  const whole = length - (length % 32);
  const planes = emptyPlanes(length);
  // The first point has none before it, so it does not move.
  const unsafe = [0];
  let before = 0;
  for (let start = 0; start < whole; start += pointsPerCall) {
    before = placePoints(points, start, Math.min(whole, start + pointsPerCall), before, line, planes, unsafe);
  }
  for (let i = whole; i < 32 * planes.valid.length; i++) unsafe.push(i);
  const codes = new Uint8Array(unsafe.length);
  for (let j = 0; j < codes.length; j++) {
    const i = unsafe[j];
    // Bits behind the last point, like a missing point, are 0.
    const code = i < length ? codeOf(points[i], i > 0 && line.sigma > 0 ? points[i - 1] : NaN, line) : 0;
    // A point beyond its limits has a side also where it has no zones; for the rules a side needs both.
    codes[j] = (code & pointBit.valid) === 0 ? code & pointBit.beyond : code;
  }
  for (const name of bitNames) putBits(planes[name], unsafe, codes, Math.log2(pointBit[name]));
  return planes;
}

function emptyPlanes(length: number): Planes {
  const plane = (): Plane => new Int32Array((length + 31) >>> 5);
  return {
    length,
    above: plane(),
    below: plane(),
    outsideOne: plane(),
    outsideTwo: plane(),
    valid: plane().fill(-1),
    rises: plane(),
    falls: plane(),
    beyond: plane(),
  };
}

/**
 * Fills the words of the points from `start` to `end`, both multiples of 32, and adds the points that are not safe.
 *
 * The place of a point is its distance from −4 sigma in parts; 0 beyond a limit, in a zone that is not known, or missing.
 *
 * A function that is called often is compiled for the types it sees, a long loop that is entered once is not; what the
 * loop reads is calculated here for the same reason. `| 0` spares the check for overflow.
 *
 * @returns the place of the last point
 */
function placePoints(
  points: Float64Array,
  start: number,
  end: number,
  placeBefore: number,
  line: Line,
  planes: Planes,
  unsafe: number[],
): number {
  const { center, sigma, upper, lower } = line;
  const scale = parts / sigma;
  // One part more than the middle, so that the parts next to a border are those numbered 0 and 1.
  const middle = (zones / 2) * parts + 1;
  const isPlaceable = sigma > 0 && scale < Infinity && Number.isFinite(center);
  // Comparisons with NaN fail, so a line without a limit, or a missing point, takes the plain way.
  const reach = isPlaceable
    ? Math.min((zones / 2) * parts, (upper - center) * scale, (center - lower) * scale) - 2
    : NaN;
  const mask = parts - 1;
  let before = placeBefore;
  for (let i = start; i < end;) {
    const word = i >>> 5;
    // Point 4j + m is nibble j of the m-th: three bits of its zone, and above them whether it falls.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (const wordEnd = i + 32; i < wordEnd; i += 4) {
      const first = (points[i] - center) * scale;
      const second = (points[(i + 1) | 0] - center) * scale;
      const third = (points[(i + 2) | 0] - center) * scale;
      const fourth = (points[(i + 3) | 0] - center) * scale;
      const p = Math.abs(first) < reach ? (first + middle) | 0 : 0;
      const q = Math.abs(second) < reach ? (second + middle) | 0 : 0;
      const r = Math.abs(third) < reach ? (third + middle) | 0 : 0;
      const s = Math.abs(fourth) < reach ? (fourth + middle) | 0 : 0;
      // One question for four points: negative if any of them lies in part 0 or 1 of its zone, or has no place.
      const border = ((p & mask) - 2) | ((q & mask) - 2) | ((r & mask) - 2) | ((s & mask) - 2);
      if (border < 0 || p === before || q === p || r === q || s === r) {
        if (isUnsafe(p, before)) unsafe.push(i);
        if (isUnsafe(q, p)) unsafe.push(i + 1);
        if (isUnsafe(r, q)) unsafe.push(i + 2);
        if (isUnsafe(s, r)) unsafe.push(i + 3);
        // The next four do not ask whether the point before them had a place.
        if (s === 0 && i + 4 < points.length) unsafe.push(i + 4);
      }
      a = (a >>> 4) | nibble(p, before);
      b = (b >>> 4) | nibble(q, p);
      c = (c >>> 4) | nibble(r, q);
      d = (d >>> 4) | nibble(s, r);
      before = s;
    }
    putZones(planes, word, a, b, c, d);
  }
  return before;
}

/** Whether the zone of a point, or how it lies to the one before, is not certain from their places. */
function isUnsafe(place: number, before: number): boolean {
  return (place & (parts - 1)) < 2 || place === before || before === 0;
}

/** The zone of a point (0 = below −3 sigma) and whether it falls, in the highest nibble. */
function nibble(place: number, before: number): number {
  return (place & 0x70000000) | ((place - before) & 0x80000000);
}

/** The word of each plane from the nibbles of its 32 points, of which `a` holds every fourth, `b` those after them … */
function putZones(planes: Planes, word: number, a: number, b: number, c: number, d: number): void {
  const low = (a & 0x11111111) | ((b & 0x11111111) << 1) | ((c & 0x11111111) << 2) | ((d & 0x11111111) << 3);
  const middle = ((a >>> 1) & 0x11111111) | (b & 0x22222222) | ((c & 0x22222222) << 1) | ((d & 0x22222222) << 2);
  const high = ((a >>> 2) & 0x11111111) | ((b >>> 1) & 0x22222222) | (c & 0x44444444) | ((d & 0x44444444) << 1);
  const falling = ((a >>> 3) & 0x11111111) | ((b >>> 2) & 0x22222222) | ((c >>> 1) & 0x44444444) | (d & 0x88888888);
  // Beyond two sigma the two upper bits are equal; within one sigma both lower bits differ from the upper one.
  const isNear = high ^ middle;
  planes.above[word] = high;
  planes.below[word] = ~high;
  planes.outsideOne[word] = ~(isNear & (high ^ low));
  planes.outsideTwo[word] = ~isNear;
  planes.rises[word] = ~falling;
  planes.falls[word] = falling;
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

/**
 * One bit per point: point i is bit i & 31 of word i >>> 5. Seen as bytes on a little-endian machine this is a Bitmap.
 *
 * A rule over a million points is a handful of word operations on 31 250 words.
 */
export type Plane = Int32Array;

/** The bits of the point codes, each as a plane of its own. */
export interface Planes {
  readonly length: number;
  readonly above: Plane;
  readonly below: Plane;
  readonly outsideOne: Plane;
  readonly outsideTwo: Plane;
  readonly valid: Plane;
  readonly rises: Plane;
  readonly falls: Plane;
  readonly beyond: Plane;
}

/**
 * Splits point codes into planes.
 *
 * Formula  eight codes are a matrix of 8 × 8 bits, which is transposed in three exchanges
 * Source   Warren, Hacker's Delight, 2nd ed., §7–3
 */
export function splitCodes(codes: Uint8Array): Planes {
  const length = codes.length;
  const words = (length + 31) >>> 5;
  const bytes = Array.from({ length: 8 }, () => new Uint8Array(words * 4));
  const [b0, b1, b2, b3, b4, b5, b6, b7] = bytes;
  const quads = new Int32Array(padded(codes, words * 32));
  for (let octet = 0; octet < words * 4; octet++) {
    let low = quads[2 * octet];
    let high = quads[2 * octet + 1];
    let swap = (high ^ (high >>> 7)) & 0x00aa00aa;
    high ^= swap ^ (swap << 7);
    swap = (low ^ (low >>> 7)) & 0x00aa00aa;
    low ^= swap ^ (swap << 7);
    swap = (high ^ (high >>> 14)) & 0x0000cccc;
    high ^= swap ^ (swap << 14);
    swap = (low ^ (low >>> 14)) & 0x0000cccc;
    low ^= swap ^ (swap << 14);
    swap = (high & 0xf0f0f0f0) | ((low >>> 4) & 0x0f0f0f0f);
    low = ((high << 4) & 0xf0f0f0f0) | (low & 0x0f0f0f0f);
    high = swap;
    // A point beyond its limits has a side also where it has no zones; for the rules a side needs both (bit 4, valid).
    b0[octet] = low & high;
    b1[octet] = (low >>> 8) & high;
    b2[octet] = low >>> 16;
    b3[octet] = low >>> 24;
    b4[octet] = high;
    b5[octet] = high >>> 8;
    b6[octet] = high >>> 16;
    b7[octet] = high >>> 24;
  }
  const planes = bytes.map((plane) => new Int32Array(plane.buffer));
  const [above, below, outsideOne, outsideTwo, valid, rises, falls, beyond] = planes;
  return { length, above, below, outsideOne, outsideTwo, valid, rises, falls, beyond };
}

/** A whole number of words: the buffer of the codes where `createCodes` made it so, else a copy. */
function padded(codes: Uint8Array, length: number): ArrayBufferLike {
  if (codes.byteOffset === 0 && codes.buffer.byteLength === length) return codes.buffer;
  const copy = new Uint8Array(length);
  copy.set(codes);
  return copy.buffer;
}

/** Codes of `length` points, in a buffer of whole words. */
export function createCodes(length: number): Uint8Array {
  return new Uint8Array(((length + 31) >>> 5) * 32).subarray(0, length);
}

/** Points set in both planes. */
export function both(a: Plane, b: Plane): Plane {
  const result = new Int32Array(a.length);
  for (let w = 0; w < a.length; w++) result[w] = a[w] & b[w];
  return result;
}

/** Points set in either plane. */
export function either(a: Plane, b: Plane): Plane {
  const result = new Int32Array(a.length);
  for (let w = 0; w < a.length; w++) result[w] = a[w] | b[w];
  return result;
}

/** Points set in the first plane but not in the second. The result may take the place of either. */
export function without(a: Plane, b: Plane, result: Plane = new Int32Array(a.length)): Plane {
  for (let w = 0; w < a.length; w++) result[w] = a[w] & ~b[w];
  return result;
}

/** Points set in one of two planes in which the point before is set too: no change of side, or of direction. */
export function repeats(a: Plane, b: Plane): Plane {
  const result = new Int32Array(a.length);
  let beforeA = 0;
  let beforeB = 0;
  for (let w = 0; w < a.length; w++) {
    const wordA = a[w];
    const wordB = b[w];
    result[w] = (wordA & ((wordA << 1) | (beforeA >>> 31))) | (wordB & ((wordB << 1) | (beforeB >>> 31)));
    beforeA = wordA;
    beforeB = wordB;
  }
  return result;
}

/** Points set in one of two planes where the point before is set in the other: a change of direction. */
export function swaps(a: Plane, b: Plane): Plane {
  const result = new Int32Array(a.length);
  let beforeA = 0;
  let beforeB = 0;
  for (let w = 0; w < a.length; w++) {
    const wordA = a[w];
    const wordB = b[w];
    result[w] = (wordA & ((wordB << 1) | (beforeB >>> 31))) | (wordB & ((wordA << 1) | (beforeA >>> 31)));
    beforeA = wordA;
    beforeB = wordB;
  }
  return result;
}

/** Points that end a row of `length` points of which all are set in the first plane, or all in the second. */
export function lastAllOfOne(a: Plane, b: Plane, length: number): Plane {
  if (length === 1) return either(a, b);
  const repeated = repeats(a, b);
  return lastAll(repeated, length - 1, repeated);
}

/**
 * Points that are set together with the `length` − 1 points before them. The result may take the place of the plane.
 *
 * Formula  the stretch known to be set doubles with every step: ⌈log₂ length⌉ steps
 */
export function lastAll(plane: Plane, length: number, result: Plane = new Int32Array(plane.length)): Plane {
  if (length <= 1) return plane;
  return length <= 32 ? lastAllInWords(plane, length, result) : lastAllAcrossWords(plane, length);
}

/**
 * Up to 32 points lie in a word and the word before. The first doublings are written out, because shifting by a distance in
 * a variable costs half as much again; `result` is then stretched in place.
 */
function lastAllInWords(plane: Plane, length: number, result: Plane): Plane {
  let reached: number;
  if (length >= 8) reached = lastEight(plane, result);
  else if (length >= 4) reached = lastFour(plane, result);
  else reached = stretch(plane, 1, result) + 1;
  while (reached < length) reached += stretch(result, Math.min(reached, length - reached), result);
  return result;
}

/** Eight points in a row; returns 8. */
function lastEight(plane: Plane, result: Plane): number {
  let before0 = 0;
  let before1 = 0;
  let before2 = 0;
  for (let w = 0; w < plane.length; w++) {
    const word0 = plane[w];
    const word1 = word0 & ((word0 << 1) | (before0 >>> 31));
    const word2 = word1 & ((word1 << 2) | (before1 >>> 30));
    result[w] = word2 & ((word2 << 4) | (before2 >>> 28));
    before0 = word0;
    before1 = word1;
    before2 = word2;
  }
  return 8;
}

/** Four points in a row; returns 4. */
function lastFour(plane: Plane, result: Plane): number {
  let before0 = 0;
  let before1 = 0;
  for (let w = 0; w < plane.length; w++) {
    const word0 = plane[w];
    const word1 = word0 & ((word0 << 1) | (before0 >>> 31));
    result[w] = word1 & ((word1 << 2) | (before1 >>> 30));
    before0 = word0;
    before1 = word1;
  }
  return 4;
}

/** Points that are set together with the one `step` points before, 0 < step < 32; returns `step`. */
function stretch(plane: Plane, step: number, result: Plane): number {
  let before = 0;
  for (let w = 0; w < plane.length; w++) {
    const word = plane[w];
    result[w] = word & ((word << step) | (before >>> (32 - step)));
    before = word;
  }
  return step;
}

function lastAllAcrossWords(plane: Plane, length: number): Plane {
  const result = plane.slice();
  for (let covered = 1; covered < length;) {
    const step = Math.min(covered, length - covered);
    const whole = step >>> 5;
    const bits = step & 31;
    // From the end, because a word needs the words before it as they were.
    for (let w = result.length - 1; w >= 0; w--) {
      const near = w >= whole ? result[w - whole] << bits : 0;
      const far = bits > 0 && w > whole ? result[w - whole - 1] >>> (32 - bits) : 0;
      result[w] &= near | far;
    }
    covered += step;
  }
  return result;
}

/**
 * Points far out on one of two sides for which at most one of the last `window` points is not far out on that side, where
 * the window, cut at its oldest far point, holds valid points only; window ≤ 32.
 */
export function mostOfWindow(far: Plane, sides: readonly [Plane, Plane], valid: Plane, window: number): Plane {
  const result = new Int32Array(far.length);
  const [above, below] = sides;
  let beforeAbove = 0;
  let beforeBelow = 0;
  let validBefore = 0;
  for (let w = 0; w < far.length; w++) {
    const validWord = valid[w];
    // Where nothing is missing, as nearly everywhere, the window needs no look.
    let allValid = validWord;
    if ((validWord & validBefore) !== -1) {
      for (let back = 1; back < window; back++) allValid &= (validWord << back) | (validBefore >>> (32 - back));
    }
    const wordAbove = far[w] & above[w];
    const wordBelow = far[w] & below[w];
    if (window === 3) {
      result[w] = twoOfThree(wordAbove, beforeAbove, allValid) | twoOfThree(wordBelow, beforeBelow, allValid);
    } else if (window === 5) {
      result[w] = fourOfFive(wordAbove, beforeAbove, allValid) | fourOfFive(wordBelow, beforeBelow, allValid);
    } else {
      result[w] =
        mostOfWord(wordAbove, beforeAbove, allValid, window) | mostOfWord(wordBelow, beforeBelow, allValid, window);
    }
    beforeAbove = wordAbove;
    beforeBelow = wordBelow;
    validBefore = validWord;
  }
  return result;
}

/** `mostOfWord` of the usual window of three, written out: it takes half the time. */
function twoOfThree(word: number, before: number, allValid: number): number {
  const second = (word << 1) | (before >>> 31);
  const third = (word << 2) | (before >>> 30);
  return word & (second | (third & allValid));
}

/** `mostOfWord` of the usual window of five. */
function fourOfFive(word: number, before: number, allValid: number): number {
  const second = (word << 1) | (before >>> 31);
  const third = (word << 2) | (before >>> 30);
  const fourth = (word << 3) | (before >>> 29);
  const fifth = (word << 4) | (before >>> 28);
  const near = second & third;
  const oneMissing = (near & (fourth | fifth)) | ((second | third) & fourth & fifth);
  return word & ((near & fourth) | (oneMissing & allValid));
}

/** One word of one side of `mostOfWindow`; `allValid` marks the points whose whole window is valid. */
function mostOfWord(word: number, before: number, allValid: number, window: number): number {
  let all = word;
  let allButOldest = word;
  let allButOne = -1;
  for (let back = 1; back < window; back++) {
    const moved = (word << back) | (before >>> (32 - back));
    allButOne = (allButOne & moved) | all;
    allButOldest = all;
    all &= moved;
  }
  return allButOldest | (allButOne & word & allValid);
}

/** Points for which at most one of the last `window` points, themselves included, is not set; window ≤ 32. */
export function lastAllButOne(plane: Plane, window: number): Plane {
  const result = new Int32Array(plane.length);
  let before = 0;
  for (let w = 0; w < plane.length; w++) {
    const word = plane[w];
    let all = word;
    let allButOne = -1;
    for (let back = 1; back < window; back++) {
      const moved = (word << back) | (before >>> (32 - back));
      allButOne = (allButOne & moved) | all;
      all &= moved;
    }
    result[w] = allButOne;
    before = word;
  }
  return result;
}

/** Indices of the points set, ascending. */
export function setPoints(plane: Plane): number[] {
  const found: number[] = [];
  for (let w = 0; w < plane.length; w++) {
    for (let rest = plane[w]; rest !== 0; rest &= rest - 1) {
      found.push(w * 32 + 31 - Math.clz32(rest & -rest));
    }
  }
  return found;
}

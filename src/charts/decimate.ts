type Maybe = number | null;

/**
 * Indices to draw of a long line: the first, the lowest, the highest and the last of each bucket, and all that must stay.
 *
 * Shape  ascending; every index when there are at most `most`. Gaps stay gaps: one missing point per run is kept.
 */
export function decimate(
  values: readonly Maybe[],
  mustKeep: (index: number) => boolean,
  most: number,
): readonly number[] {
  const length = values.length;
  if (length <= most) return Array.from({ length }, (_, index) => index);
  const bucket = Math.ceil(length / (most / 4));
  const kept = new Uint8Array(length);
  for (let start = 0; start < length; start += bucket) {
    const end = Math.min(length, start + bucket);
    let low = -1;
    let high = -1;
    for (let i = start; i < end; i++) {
      const value = values[i];
      if (mustKeep(i) || (value === null && (i === 0 || values[i - 1] !== null))) kept[i] = 1;
      if (value === null) continue;
      if (low < 0 || value < (values[low] ?? value)) low = i;
      if (high < 0 || value > (values[high] ?? value)) high = i;
    }
    for (const index of [start, low, high, end - 1]) if (index >= 0) kept[index] = 1;
  }
  return Array.from(kept.keys()).filter((index) => kept[index] === 1);
}

/**
 * Corners of a stepped line on which value i reaches from i − ½ to i + ½.
 *
 * Shape  `[x, value]`; a null value breaks the line, at a missing value and before each index of `breaks`. Runs of equal
 *        values have two corners, however long.
 */
export function stepVertices(values: readonly Maybe[], breaks: readonly number[]): (readonly [number, Maybe])[] {
  const isBreak = new Set(breaks);
  const vertices: (readonly [number, Maybe])[] = [];
  let run: Maybe = null;
  values.forEach((value, i) => {
    const goesOn = value !== null && value === run && !isBreak.has(i);
    if (goesOn) {
      vertices[vertices.length - 1] = [i + 0.5, value];
      return;
    }
    if (run !== null && (value === null || isBreak.has(i))) vertices.push([i - 0.5, null]);
    if (value !== null) vertices.push([i - 0.5, value], [i + 0.5, value]);
    run = value;
  });
  return vertices;
}

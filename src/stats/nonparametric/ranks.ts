/** Ranks of values, and how they are tied. */
export interface Ranks {
  /** 1 … n; tied values share the mean of their ranks. */
  readonly ranks: Float64Array;
  readonly hasTies: boolean;
  /** Σ(t³ − t) over the groups of t tied values. */
  readonly tieSum: number;
}

/**
 * Midranks.
 *
 * Shape     finite values
 */
export function rankValues(values: ArrayLike<number>): Ranks {
  const n = values.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(n);
  let tieSum = 0;
  for (let start = 0; start < n;) {
    let end = start + 1;
    while (end < n && values[order[end]] === values[order[start]]) end++;
    const tied = end - start;
    tieSum += tied ** 3 - tied;
    for (let i = start; i < end; i++) ranks[order[i]] = (start + end + 1) / 2;
    start = end;
  }
  return { ranks, hasTies: tieSum > 0, tieSum };
}

/**
 * The first number of a row: its place, from 0, in the table as it was imported. Erasing other rows does not change it, so
 * whatever points to a row from outside does so by this number.
 */

/** Which rows were left out since. */
export interface Edition {
  /** First numbers, in order. */
  readonly without?: readonly number[] | undefined;
}

/** The first number of a row of an edition. */
export function firstRowOf(row: number, { without = [] }: Edition): number {
  let first = row;
  for (const left of without) {
    if (left > first) break;
    first++;
  }
  return first;
}

/** The place of a row in an edition by its first number; null if the edition leaves it out. */
export function rowOfFirst(first: number, { without = [] }: Edition): number | null {
  let [low, high] = [0, without.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (without[middle] < first) low = middle + 1;
    else high = middle;
  }
  return without[low] === first ? null : first - low;
}

import { fail, ok } from '../../kernel/result';
import type { TestResult } from '../tests/failures';

/** A rating: a category by name or number; null = not rated. */
export type Rating = string | number | null;

/**
 * Counts how two raters coded the same items.
 *
 * Shape     lists of equal length; items that one rater left out are left out. Categories as given, or in order of
 *           first appearance.
 * Fails     rating-category-unknown
 */
export function crossTabulate(
  first: readonly Rating[],
  second: readonly Rating[],
  categories?: readonly Rating[],
): TestResult<{ readonly categories: readonly Rating[]; readonly table: readonly (readonly number[])[] }> {
  if (first.length !== second.length) {
    throw new RangeError(`ratings need equal lengths: ${first.length} and ${second.length}`);
  }
  const pairs = first.flatMap((a, i) => (a === null || second[i] === null ? [] : [[a, second[i]] as const]));
  const names = categories ?? [...new Set(pairs.flat())];
  const place = new Map(names.map((name, i) => [name, i]));
  const table = names.map(() => names.map(() => 0));
  for (const [a, b] of pairs) {
    const row = place.get(a);
    const column = place.get(b);
    if (row === undefined || column === undefined) {
      return fail('rating-category-unknown', { rating: row === undefined ? a : b });
    }
    table[row][column]++;
  }
  return ok({ categories: names, table });
}

import type { Maybe } from '../descriptive/measured';

/**
 * p-values corrected for several tests at once: none may reject falsely, with the given probability for all together.
 *
 * Shape     p-values from 0 to 1; null = no test, stays null and does not count
 * Formula   ascending: max over i ≤ j of min(1, (m − i + 1)·pᵢ)
 * Source    Holm 1979
 */
export function holm(pValues: readonly Maybe[]): Maybe[] {
  const order = ascending(pValues);
  const adjusted: Maybe[] = pValues.map(() => null);
  let largest = 0;
  order.forEach(({ index, p }, rank) => {
    largest = Math.max(largest, Math.min(1, (order.length - rank) * p));
    adjusted[index] = largest;
  });
  return adjusted;
}

/** The p-values there are, smallest first, with their places. */
export function ascending(pValues: readonly Maybe[]): { readonly index: number; readonly p: number }[] {
  return pValues
    .flatMap((p, index) => {
      if (p === null) return [];
      if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value lies between 0 and 1: ${p}`);
      return [{ index, p }];
    })
    .sort((a, b) => a.p - b.p);
}

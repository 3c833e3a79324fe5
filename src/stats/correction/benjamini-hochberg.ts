import type { Maybe } from '../descriptive/measured';
import { ascending } from './holm';

/**
 * p-values corrected so that the expected share of false ones among the rejections stays below the level: for a
 * portfolio of many charts or links, where Holm would find nothing.
 *
 * Shape     p-values from 0 to 1; null = no test, stays null and does not count
 * Formula   descending: min over i ≥ j of m·pᵢ/i
 * Source    Benjamini and Hochberg 1995
 */
export function benjaminiHochberg(pValues: readonly Maybe[]): Maybe[] {
  const order = ascending(pValues);
  const adjusted: Maybe[] = pValues.map(() => null);
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const { index, p } = order[rank - 1];
    smallest = Math.min(smallest, (order.length * p) / rank);
    adjusted[index] = smallest;
  }
  return adjusted;
}

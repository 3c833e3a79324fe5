import type { Maybe } from '../descriptive/measured';
import { studentizedRange } from '../distributions/studentized-range';

/** What a pairwise comparison needs of a group. */
export interface GroupMoments {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  /** n − 1; NaN for a single value. */
  readonly variance: number;
}

/** Comparison of two groups, corrected for the number of comparisons. */
export interface PairComparison {
  readonly a: string;
  readonly b: string;
  /** Mean a − mean b. */
  readonly difference: number;
  readonly low: Maybe;
  readonly high: Maybe;
  /** p-values below 1e-9 are only known to be smaller than that. */
  readonly pValue: Maybe;
}

/** Every pair of a list, in its order. */
export function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}

/**
 * All pairwise differences by Tukey's honest significant difference, with Kramer's extension to unequal sizes.
 *
 * Shape     pairs in the order of the groups; interval and p null below 2 degrees of freedom
 * Formula   se = √(MSW/2·(1/nₐ + 1/n_b)); q = |x̄ₐ − x̄_b|/se against the studentized range of k means
 * Accuracy  1e-7 (tests/reference/cases/anova1-*)
 * Source    Kramer 1956; Hayter 1984
 */
export function tukeyKramer(
  groups: readonly GroupMoments[],
  of: { readonly msWithin: number; readonly dfWithin: number; readonly confidence: number },
): PairComparison[] {
  const law = of.dfWithin >= 2 ? studentizedRange(groups.length, of.dfWithin) : null;
  const quantile = law?.upperQuantile(1 - of.confidence) ?? NaN;
  return pairsOf(groups).map(([a, b]) => {
    const difference = a.mean - b.mean;
    const names = { a: a.name, b: b.name, difference };
    if (!law) return { ...names, low: null, high: null, pValue: null };
    const se = Math.sqrt((of.msWithin / 2) * (1 / a.n + 1 / b.n));
    const pValue = se > 0 ? law.upper(Math.abs(difference) / se) : difference === 0 ? 1 : 0;
    return { ...names, low: difference - quantile * se, high: difference + quantile * se, pValue };
  });
}

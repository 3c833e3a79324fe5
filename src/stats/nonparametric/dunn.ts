import { pairsOf } from '../anova/tukey-kramer';
import { holm } from '../correction/holm';
import { normalUpper } from '../distributions/normal';

/** A group as ranks see it. */
export interface RankedGroup {
  readonly name: string;
  readonly n: number;
  readonly meanRank: number;
}

/** Comparison of two groups by their mean ranks. */
export interface DunnComparison {
  readonly a: string;
  readonly b: string;
  /** Mean rank a − mean rank b. */
  readonly difference: number;
  readonly z: number;
  /** Two-sided, of this pair alone. */
  readonly pValue: number;
  /** Corrected by Holm for all pairs. */
  readonly adjustedP: number;
}

/**
 * Dunn's pairwise comparisons after a Kruskal-Wallis test.
 *
 * Shape     groups with the mean ranks of their common ranking; `tieSum` = Σ(t³ − t); not all values tied
 * Formula   z = (R̄ₐ − R̄_b)/√((n(n + 1)/12 − Σ(t³ − t)/(12(n − 1)))(1/nₐ + 1/n_b))
 * Source    Dunn 1964
 */
export function dunnComparisons(groups: readonly RankedGroup[], tieSum: number): DunnComparison[] {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const variance = (n * (n + 1)) / 12 - tieSum / (12 * (n - 1));
  const raw = pairsOf(groups).map(([a, b]) => {
    const difference = a.meanRank - b.meanRank;
    const z = difference / Math.sqrt(variance * (1 / a.n + 1 / b.n));
    return { a: a.name, b: b.name, difference, z, pValue: Math.min(1, 2 * normalUpper(Math.abs(z))) };
  });
  const adjusted = holm(raw.map(({ pValue }) => pValue));
  return raw.map((pair, i) => ({ ...pair, adjustedP: adjusted[i] ?? 1 }));
}

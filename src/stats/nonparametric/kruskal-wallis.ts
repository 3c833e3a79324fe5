import { ok } from '../../kernel/result';
import { ratioOrNull, type Maybe } from '../descriptive/measured';
import { prepareGroups, type NamedGroup } from '../anova/groups';
import { chiSquare } from '../distributions/gamma';
import { medianOf } from '../special/sums';
import type { TestResult } from '../tests/failures';
import { dunnComparisons, type DunnComparison } from './dunn';
import { rankValues } from './ranks';

/** Result of the Kruskal-Wallis test. */
export interface KruskalWallis {
  /** Corrected for ties; null where all values are tied. */
  readonly h: Maybe;
  readonly uncorrectedH: number;
  readonly df: number;
  readonly pValue: Maybe;
  /** In the order of the groups. */
  readonly meanRanks: readonly number[];
  readonly medians: readonly number[];
  /** Pairwise, in the order of the groups, corrected by Holm; empty where all values are tied. */
  readonly dunn: readonly DunnComparison[];
}

/**
 * Kruskal-Wallis test: do groups differ in location, judged by ranks?
 *
 * Shape     at least two groups, each with a value
 * Formula   H = 12/(n(n + 1))·Σnᵢ(R̄ᵢ − (n + 1)/2)², over 1 − Σ(t³ − t)/(n³ − n); χ² with k − 1
 * Fails     groups-too-few, group-too-few-values
 * Accuracy  1e-9 relative (tests/reference/cases/kruskal-*)
 * Source    Kruskal and Wallis 1952
 */
export function kruskalWallis(groups: readonly NamedGroup[]): TestResult<KruskalWallis> {
  const prepared = prepareGroups(groups, { groups: 2, perGroup: 1 });
  if (!prepared.ok) return prepared;
  const { names, samples, origin, total } = prepared.value;
  const { ranks, tieSum } = rankValues(samples.flatMap((sample) => Array.from(sample)));
  let at = 0;
  const meanRanks = samples.map((sample) => {
    const own = ranks.subarray(at, at + sample.length);
    at += sample.length;
    return own.reduce((sum, rank) => sum + rank, 0) / sample.length;
  });
  const middle = (total + 1) / 2;
  const spread = samples.reduce((sum, sample, i) => sum + sample.length * (meanRanks[i] - middle) ** 2, 0);
  const uncorrectedH = (12 * spread) / (total * (total + 1));
  const h = ratioOrNull(uncorrectedH, 1 - tieSum / (total ** 3 - total));
  const df = samples.length - 1;
  const ranked = samples.map((sample, i) => ({ name: names[i], n: sample.length, meanRank: meanRanks[i] }));
  return ok({
    h,
    uncorrectedH,
    df,
    pValue: h === null ? null : chiSquare(df).upper(h),
    meanRanks,
    medians: samples.map((sample) => origin + medianOf(sample)),
    dunn: h === null ? [] : dunnComparisons(ranked, tieSum),
  });
}

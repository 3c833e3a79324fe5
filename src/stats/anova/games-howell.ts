import { studentizedRange } from '../distributions/studentized-range';
import { pairsOf, type GroupMoments, type PairComparison } from './tukey-kramer';

/**
 * All pairwise differences without the assumption of equal variances.
 *
 * Shape     at least 2 values in each group, all of which vary; interval and p null where a pair has fewer than 2
 *           degrees of freedom
 * Formula   se = √((sₐ²/nₐ + s_b²/n_b)/2); degrees of freedom by Welch and Satterthwaite; studentized range of k means
 * Accuracy  1e-7
 * Source    Games and Howell 1976
 */
export function gamesHowell(groups: readonly GroupMoments[], confidence = 0.95): PairComparison[] {
  return pairsOf(groups).map(([a, b]) => {
    const partA = a.variance / a.n;
    const partB = b.variance / b.n;
    const share = partA / (partA + partB);
    const df = 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1));
    const difference = a.mean - b.mean;
    const names = { a: a.name, b: b.name, difference };
    if (!(df >= 2)) return { ...names, low: null, high: null, pValue: null };
    const law = studentizedRange(groups.length, df);
    const se = Math.sqrt((partA + partB) / 2);
    const half = law.upperQuantile(1 - confidence) * se;
    return {
      ...names,
      low: difference - half,
      high: difference + half,
      pValue: law.upper(Math.abs(difference) / se),
    };
  });
}

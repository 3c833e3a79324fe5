import { c4 } from '../../constants/c4';
import { rangeConstants } from '../../constants/range-constants';
import { meanOf, squaredDeviations } from '../../special/sums';
import type { Maybe, PointRange } from '../types';

/** How the spread within subgroups is estimated. */
export type WithinEstimator = 'rbar' | 'rbar_mvlue' | 'sbar' | 'pooled';

/** Size, mean, range and standard deviation of one subgroup; NaN where it has too few values. */
export interface Subgroup {
  readonly size: number;
  readonly total: number;
  readonly mean: number;
  readonly range: number;
  readonly sd: number;
}

/** Largest subgroup whose range is used: beyond, a range wastes most of the data. */
export const largestRangedSubgroup = 100;

/** What a subgroup says; missing values drop out of it. */
export function describeSubgroup(values: readonly Maybe[]): Subgroup {
  const measured = values.filter((v): v is number => v !== null && Number.isFinite(v));
  const size = measured.length;
  const mean = meanOf(measured);
  const total = measured.reduce((sum, v) => sum + v, 0);
  if (size < 2) return { size, total, mean, range: NaN, sd: NaN };
  let low = measured[0];
  let high = low;
  for (const value of measured) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { size, total, mean, range: high - low, sd: Math.sqrt(squaredDeviations(measured) / (size - 1)) };
}

/**
 * Sigma within subgroups.
 *
 * Shape     Subgroups below two values do not enter; NaN if none is left.
 * Formula   rbar mean(R/d2); rbar_mvlue ΣfR/d2 ÷ Σf with f = (d2/d3)²; sbar mean(S/c4);
 *           pooled √(Σ(n − 1)S²/Σ(n − 1)) / c4(1 + Σ(n − 1)), not c4 of one subgroup, which would widen limits by a quarter
 * Accuracy  1e-9 relative (tests/reference/cases/xbar_*)
 * Source    Burr 1969 for the weights; Montgomery, 8th ed., §6.2–6.3
 */
export function estimateWithin(subgroups: readonly Subgroup[], estimator: WithinEstimator): number {
  const used = subgroups.filter(({ size }) => size >= 2);
  if (used.length === 0) return NaN;
  switch (estimator) {
    case 'rbar':
      return meanOf(used.map(({ range, size }) => range / rangeConstants(size).d2));
    case 'rbar_mvlue': {
      let weighted = 0;
      let weights = 0;
      for (const { range, size } of used) {
        const { d2, d3 } = rangeConstants(size);
        const weight = (d2 / d3) ** 2;
        weighted += (weight * range) / d2;
        weights += weight;
      }
      return weighted / weights;
    }
    case 'sbar':
      return meanOf(used.map(({ sd, size }) => sd / c4(size)));
    case 'pooled': {
      let squares = 0;
      let freedom = 0;
      for (const { sd, size } of used) {
        squares += (size - 1) * sd * sd;
        freedom += size - 1;
      }
      return Math.sqrt(squares / freedom) / c4(freedom + 1);
    }
  }
}

/** Mean of all values of the subgroups of a range: the means weighted by size. NaN without any value. */
export function grandMean(subgroups: readonly Subgroup[], { start, end }: PointRange): number {
  const used = subgroups.slice(start, end).filter(({ size }) => size > 0);
  const count = used.reduce((sum, { size }) => sum + size, 0);
  if (count === 0) return NaN;
  const rough = used.reduce((sum, { total }) => sum + total, 0) / count;
  const rest = used.reduce((sum, { size, mean }) => sum + size * (mean - rough), 0);
  return rough + rest / count;
}

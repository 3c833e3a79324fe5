import { rangeConstants } from '../../constants/range-constants';
import type { PointRange } from '../types';

/** A chart of counts: what is plotted and what limits it obeys. */
export interface AttributeTrait {
  /** np and c charts plot the count itself, the others count ÷ size. */
  readonly plots: 'count' | 'rate';
  /** Binomial counts cannot exceed their size; Poisson counts can. */
  readonly law: 'binomial' | 'poisson';
  readonly laney: boolean;
}

export type AttributeKind = 'p' | 'np' | 'laney-p' | 'u' | 'laney-u' | 'c';

/** What tells the six attribute charts apart. */
export const attributeTraits: Readonly<Record<AttributeKind, AttributeTrait>> = {
  p: { plots: 'rate', law: 'binomial', laney: false },
  np: { plots: 'count', law: 'binomial', laney: false },
  'laney-p': { plots: 'rate', law: 'binomial', laney: true },
  u: { plots: 'rate', law: 'poisson', laney: false },
  'laney-u': { plots: 'rate', law: 'poisson', laney: true },
  c: { plots: 'count', law: 'poisson', laney: false },
};

/** Σcount ÷ Σsize over the measured points of a baseline, and how many they are; NaN without any. */
export function pooledRate(
  counts: Float64Array,
  sizes: Float64Array,
  baseline: PointRange,
): { readonly center: number; readonly pointsUsed: number } {
  let totalCount = 0;
  let totalSize = 0;
  let pointsUsed = 0;
  for (let i = baseline.start; i < baseline.end; i++) {
    if (Number.isNaN(counts[i]) || Number.isNaN(sizes[i])) continue;
    totalCount += counts[i];
    totalSize += sizes[i];
    pointsUsed++;
  }
  return { center: pointsUsed > 0 ? totalCount / totalSize : NaN, pointsUsed };
}

/**
 * Standard deviation of a rate at one size.
 *
 * Formula   binomial √(p̄(1 − p̄)/n), Poisson √(ū/n)
 */
export function rateSigma(law: AttributeTrait['law'], center: number, size: number): number {
  return Math.sqrt((law === 'binomial' ? Math.max(0, center * (1 - center)) : center) / size);
}

/**
 * Standardised rates (value − centre)/σᵢ, each with its own size.
 *
 * Shape     0 where the rate equals the centre up to rounding, also where σᵢ is 0; NaN for a missing point.
 */
export function standardisedRates(
  counts: Float64Array,
  sizes: Float64Array,
  center: number,
  law: AttributeTrait['law'],
): Float64Array {
  return counts.map((count, i) => {
    const rate = count / sizes[i];
    return isEqualRate(rate, center) ? 0 : (rate - center) / rateSigma(law, center, sizes[i]);
  });
}

/** Whether two rates are the same number but for the rounding of their sums, which is no variation. */
export function isEqualRate(rate: number, center: number): boolean {
  return Math.abs(rate - center) <= 8 * Number.EPSILON * Math.abs(center);
}

/**
 * Laney's σ_z: how much wider the points scatter than their sizes alone explain.
 *
 * Shape     NaN without two neighbouring points.
 * Formula   mean |zᵢ − zᵢ₋₁| / d2(2) over neighbours that are both measured; gaps are not bridged
 * Source    Laney, Improved Control Charts for Attributes, 2002
 */
export function sigmaZ(z: Float64Array, baseline: PointRange): number {
  let sum = 0;
  let pairs = 0;
  for (let i = baseline.start + 1; i < baseline.end; i++) {
    const range = Math.abs(z[i] - z[i - 1]);
    if (Number.isNaN(range)) continue;
    sum += range;
    pairs++;
  }
  return pairs > 0 ? sum / pairs / rangeConstants(2).d2 : NaN;
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { beta } from '../distributions/beta';
import { chiSquare } from '../distributions/gamma';
import type { YieldFailureCode } from './failures';
import { customaryShift, sigmaLongTerm, sigmaShortTerm } from './sigma-level';

/** What was counted. `opportunitiesPerUnit` is how often one unit can fail. */
export interface DefectCounts {
  readonly defects: number;
  readonly units: number;
  readonly opportunitiesPerUnit: number;
}

export interface DefectRateOptions {
  /** Added to the long-term Z; default 1.5, 0 switches it off. */
  readonly shift?: number;
  /** Default 0.95. */
  readonly confidence?: number;
  /** `poisson` (default) by χ², `binomial` by Clopper–Pearson. They agree where defects are rare. */
  readonly interval?: 'poisson' | 'binomial';
}

/** Interval of a defect rate. Without defects it is one-sided: an upper bound on DPMO, a lower bound on sigma. */
export interface DefectRateInterval {
  readonly kind: 'two-sided' | 'upper-bound';
  readonly confidence: number;
  readonly dpmoLow: number;
  readonly dpmoHigh: number;
  /** Short-term sigma at `dpmoHigh`; null where the rate reaches 1. */
  readonly sigmaLow: number | null;
  /** Short-term sigma at `dpmoLow`; null where that is 0. */
  readonly sigmaHigh: number | null;
}

export interface DefectRates extends DefectCounts {
  readonly totalOpportunities: number;
  /** Defects per unit, per opportunity, per million opportunities. */
  readonly dpu: number;
  readonly dpo: number;
  readonly dpmo: number;
  /** 1 − dpo */
  readonly opportunityYield: number;
  /** e^(−dpu): share of units expected without any defect. */
  readonly throughputYield: number;
  /** Null without defects, or where every opportunity failed: show the interval's bound, never ∞. */
  readonly sigmaLongTerm: number | null;
  readonly sigmaShortTerm: number | null;
  readonly shift: number;
  readonly interval: DefectRateInterval;
}

/**
 * Defect rates and sigma level from counts.
 *
 * Shape     defects ≥ 0, units > 0, opportunitiesPerUnit > 0; none needs to be whole.
 * Unit      dpu, dpo and yields as fractions; sigma in standard deviations, one normal tail
 * Formula   dpu = D/U; dpo = D/(U·O); dpmo = 10⁶·dpo; Z = Φ⁻¹(1 − dpo), level = Z + shift.
 *           Interval: χ²(α/2; 2D)/2 and χ²(1 − α/2; 2D + 2)/2 over U·O. Without defects the bound is χ²(1 − α; 2)/2, one-sided.
 * Fails     units-not-positive, opportunities-not-positive, defects-negative, defects-exceed-opportunities,
 *           confidence-outside-unit
 * Accuracy  1e-8 relative (tests/reference/cases/dpmo-*)
 * Source    Montgomery, Introduction to SQC, 8th ed., §7.3; Garwood 1936 for the interval
 * @example  defectRates({ defects: 47, units: 1200, opportunitiesPerUnit: 3 })
 */
export function defectRates(
  counts: DefectCounts,
  options: DefectRateOptions = {},
): Result<DefectRates, Failure<YieldFailureCode>> {
  const { defects, units, opportunitiesPerUnit } = counts;
  const { shift = customaryShift, confidence = 0.95 } = options;
  const totalOpportunities = units * opportunitiesPerUnit;
  if (!(units > 0)) return fail('units-not-positive', { units });
  if (!(opportunitiesPerUnit > 0)) return fail('opportunities-not-positive', { opportunities: opportunitiesPerUnit });
  if (!(defects >= 0)) return fail('defects-negative', { defects });
  if (defects > totalOpportunities) {
    return fail('defects-exceed-opportunities', { defects, opportunities: totalOpportunities });
  }
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-outside-unit', { confidence });
  const dpu = defects / units;
  const dpo = defects / totalOpportunities;
  return ok({
    defects,
    units,
    opportunitiesPerUnit,
    totalOpportunities,
    dpu,
    dpo,
    dpmo: dpo * 1e6,
    opportunityYield: 1 - dpo,
    throughputYield: Math.exp(-dpu),
    sigmaLongTerm: sigmaLongTerm(dpo),
    sigmaShortTerm: sigmaShortTerm(dpo, shift),
    shift,
    interval: rateInterval(defects, totalOpportunities, { shift, confidence, interval: options.interval ?? 'poisson' }),
  });
}

function rateInterval(
  defects: number,
  opportunities: number,
  { shift, confidence, interval }: Required<DefectRateOptions>,
): DefectRateInterval {
  const kind = defects > 0 ? 'two-sided' : 'upper-bound';
  const tail = kind === 'two-sided' ? (1 - confidence) / 2 : 1 - confidence;
  const bounds = interval === 'poisson' ? poissonBounds : binomialBounds;
  const { low, high } = bounds(defects, opportunities, tail);
  return {
    kind,
    confidence,
    dpmoLow: low * 1e6,
    dpmoHigh: Math.min(1, high) * 1e6,
    sigmaLow: sigmaShortTerm(Math.min(1, high), shift),
    sigmaHigh: sigmaShortTerm(low, shift),
  };
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function poissonBounds(defects: number, opportunities: number, tail: number): Bounds {
  const low = defects > 0 ? chiSquare(2 * defects).quantile(tail) / 2 : 0;
  const high = chiSquare(2 * defects + 2).upperQuantile(tail) / 2;
  return { low: low / opportunities, high: high / opportunities };
}

function binomialBounds(defects: number, opportunities: number, tail: number): Bounds {
  const good = opportunities - defects;
  const low = defects > 0 ? beta(defects, good + 1).quantile(tail) : 0;
  const high = good > 0 ? beta(defects + 1, good).upperQuantile(tail) : 1;
  return { low, high };
}

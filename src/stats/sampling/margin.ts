import { fail, ok } from '../../kernel/result';
import { normalUpperQuantile } from '../distributions/normal';
import { checkConfidence } from '../tests/alternative';
import type { TestResult } from '../tests/failures';
import { roundUp, type checkLevels } from './plan-checks';

/** What a survey is to estimate, and how closely. */
export type EstimatePlan = {
  readonly confidence: number;
  /** How many there are in all; null or absent for very many. */
  readonly population?: number | null;
} & ({ readonly of: 'mean'; readonly sd: number } | { readonly of: 'share'; readonly share: number });

/** The same with half the width of the confidence interval, in the unit of the mean or as a fraction. */
export type MarginPlan = EstimatePlan & { readonly margin: number };

/**
 * Sample size that estimates a mean or a share within a margin.
 *
 * Formula   n₀ = (z·σ/E)², σ = √(p(1 − p)) for a share; n = n₀/(1 + (n₀ − 1)/N) for a population of N
 * Fails     confidence-outside-unit, plan-margin-outside, plan-sd-not-positive, share-outside-unit,
 *           plan-population-not-positive
 * Accuracy  1e-12 relative (tests/reference/cases/sample_size-*)
 * Source    Cochran, Sampling Techniques, 3rd ed., §4
 */
export function sampleSizeForMargin(plan: MarginPlan): TestResult<{ readonly raw: number; readonly n: number }> {
  const { margin, confidence, population = null } = plan;
  const wrong = checkEstimate(plan);
  if (wrong) return wrong;
  if (!(margin > 0 && margin < Infinity)) return fail('plan-margin-outside', { margin });
  const sigma = sigmaOf(plan);
  const endless = ((normalUpperQuantile((1 - confidence) / 2) * sigma) / margin) ** 2;
  const raw = population === null ? endless : endless / (1 + (endless - 1) / population);
  const n = Math.max(1, roundUp(raw));
  return ok({ raw, n: population === null ? n : Math.min(n, Math.floor(population)) });
}

/**
 * The margin within which a sample of n estimates a mean or a share: the inverse of `sampleSizeForMargin`.
 *
 * Shape     1 ≤ n, at most the population
 * Formula   E = z·σ/√n·√((N − n)/(N − 1)) for a population of N
 * Fails     confidence-outside-unit, plan-sd-not-positive, share-outside-unit, plan-population-not-positive,
 *           plan-sample-too-small
 * Source    Cochran, Sampling Techniques, 3rd ed., §4
 */
export function marginForSampleSize(plan: EstimatePlan, n: number): TestResult<number> {
  const { confidence, population = null } = plan;
  const wrong = checkEstimate(plan);
  if (wrong) return wrong;
  if (!(n >= 1)) return fail('plan-sample-too-small', { needed: 1, n });
  const correction =
    population === null ? 1 : population <= 1 ? 0 : Math.sqrt(Math.max(0, population - n) / (population - 1));
  return ok((normalUpperQuantile((1 - confidence) / 2) * sigmaOf(plan) * correction) / Math.sqrt(n));
}

function sigmaOf(plan: EstimatePlan): number {
  return plan.of === 'mean' ? plan.sd : Math.sqrt(plan.share * (1 - plan.share));
}

function checkEstimate(plan: EstimatePlan): ReturnType<typeof checkLevels> {
  const { confidence, population = null } = plan;
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  if (plan.of === 'mean' && !(plan.sd > 0 && plan.sd < Infinity)) return fail('plan-sd-not-positive', { sd: plan.sd });
  if (plan.of === 'share' && !(plan.share > 0 && plan.share < 1))
    return fail('share-outside-unit', { share: plan.share });
  if (population !== null && !(population >= 1)) return fail('plan-population-not-positive', { population });
  return null;
}

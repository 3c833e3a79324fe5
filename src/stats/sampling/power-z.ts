import { fail, ok } from '../../kernel/result';
import { normalLower, normalUpperQuantile } from '../distributions/normal';
import type { TestResult } from '../tests/failures';
import {
  checkEffect,
  checkLevels,
  checkShares,
  roundUp,
  tailLevel,
  type SampleSizePlan,
  type Sides,
} from './plan-checks';

/** A test by the normal approximation that is being planned. */
export type ZTestPlan = { readonly alpha: number; readonly sides: Sides; readonly samples: 1 | 2 } & (
  | { readonly of: 'mean'; readonly delta: number; readonly sd: number }
  /** From the share under the null hypothesis, or of the first group, to the share worth finding. */
  | { readonly of: 'share'; readonly from: number; readonly to: number }
);

/**
 * Power of a test of means or shares by the normal approximation.
 *
 * Shape     n of the sample, or of each of two groups; at least 1
 * Formula   Φ((|Δ|√n − z₁₋α·σ₀)/σ₁), the opposite tail ignored; two shares: σ₀ pooled
 * Fails     alpha-outside-unit, plan-effect-zero, plan-sd-not-positive, share-outside-unit, plan-sample-too-small
 * Accuracy  1e-12 (tests/reference/cases/sample_size-*)
 * Source    Fleiss, Statistical Methods for Rates and Proportions, §3
 */
export function powerOfZ(plan: ZTestPlan, n: number): TestResult<number> {
  const wrong = checkLevels(plan.alpha) ?? checkPlan(plan);
  if (wrong) return wrong;
  return n >= 1 ? ok(powerAt(plan, n)) : fail('plan-sample-too-small', { needed: 1, n });
}

/**
 * Sample size that gives a test of means or shares a power, by the normal approximation.
 *
 * Shape     alpha < power < 1; per group where there are two
 * Formula   n = ((z₁₋α·σ₀ + z_power·σ₁)/Δ)²
 * Fails     alpha-outside-unit, plan-power-outside, plan-effect-zero, plan-sd-not-positive, share-outside-unit
 * Accuracy  1e-12 relative (tests/reference/cases/sample_size-*)
 */
export function sampleSizeForZ(plan: ZTestPlan, power: number): TestResult<SampleSizePlan> {
  const wrong = checkLevels(plan.alpha, power) ?? checkPlan(plan);
  if (wrong) return wrong;
  const { delta, sigma0, sigma1 } = spreadsOf(plan);
  const tail = normalUpperQuantile(tailLevel(plan.alpha, plan.sides));
  const raw = ((tail * sigma0 + normalUpperQuantile(1 - power) * sigma1) / delta) ** 2;
  const n = Math.max(1, roundUp(raw));
  return ok({ raw, n, achievedPower: powerAt(plan, n) });
}

/**
 * Sample size per group for two shares by Cohen's h, for comparison with tools that use it.
 *
 * Formula   n = 2·((z₁₋α + z_power)/h)², h = 2·asin√p₁ − 2·asin√p₂
 * Fails     alpha-outside-unit, plan-power-outside, share-outside-unit, plan-effect-zero
 * Source    Cohen, Statistical Power Analysis, 2nd ed., §6
 */
export function arcsineSampleSize(
  plan: { readonly alpha: number; readonly sides: Sides; readonly from: number; readonly to: number },
  power: number,
): TestResult<number> {
  const { alpha, sides, from, to } = plan;
  const wrong = checkLevels(alpha, power) ?? checkShares(from, to);
  if (wrong) return wrong;
  if (from === to) return fail('plan-effect-zero');
  const h = 2 * Math.asin(Math.sqrt(from)) - 2 * Math.asin(Math.sqrt(to));
  const tail = normalUpperQuantile(tailLevel(alpha, sides));
  return ok(2 * ((tail + normalUpperQuantile(1 - power)) / h) ** 2);
}

function checkPlan(plan: ZTestPlan): ReturnType<typeof checkEffect> {
  if (plan.of === 'mean') return checkEffect(plan.delta, plan.sd);
  return checkShares(plan.from, plan.to) ?? checkEffect(plan.to - plan.from, 1);
}

/** Difference, and standard deviations × √n under the null hypothesis and under the alternative. */
function spreadsOf(plan: ZTestPlan): { delta: number; sigma0: number; sigma1: number } {
  if (plan.of === 'mean') {
    const sigma = plan.sd * Math.sqrt(plan.samples);
    return { delta: Math.abs(plan.delta), sigma0: sigma, sigma1: sigma };
  }
  const { from, to } = plan;
  const variance = (p: number): number => p * (1 - p);
  const delta = Math.abs(to - from);
  if (plan.samples === 1) return { delta, sigma0: Math.sqrt(variance(from)), sigma1: Math.sqrt(variance(to)) };
  const common = (from + to) / 2;
  return { delta, sigma0: Math.sqrt(2 * variance(common)), sigma1: Math.sqrt(variance(from) + variance(to)) };
}

function powerAt(plan: ZTestPlan, n: number): number {
  const { delta, sigma0, sigma1 } = spreadsOf(plan);
  const tail = normalUpperQuantile(tailLevel(plan.alpha, plan.sides));
  return normalLower((delta * Math.sqrt(n) - tail * sigma0) / sigma1);
}

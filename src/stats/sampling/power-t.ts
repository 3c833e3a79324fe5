import { fail, ok } from '../../kernel/result';
import { studentT } from '../distributions/student-t';
import type { TestResult } from '../tests/failures';
import { noncentralTUpper } from './noncentral-t';
import { checkEffect, checkLevels, roundUp, tailLevel, type SampleSizePlan, type Sides } from './plan-checks';

/** A t test that is being planned. */
export interface TTestPlan {
  /** With `paired`, n counts pairs and sd is that of the differences. */
  readonly test: 'one-sample' | 'paired' | 'two-sample';
  /** Difference worth finding. */
  readonly delta: number;
  readonly sd: number;
  readonly alpha: number;
  readonly sides: Sides;
}

/**
 * Power of a t test.
 *
 * Shape     n of the sample, of pairs, or of each of two groups; at least 2, not necessarily whole
 * Formula   P(T > t₁₋α) of the noncentral t distribution; two-sided counts both tails
 * Fails     alpha-outside-unit, plan-effect-zero, plan-sd-not-positive, plan-sample-too-small
 * Accuracy  1e-9 absolute (tests/reference/cases/sample_size-*)
 * Source    Cohen, Statistical Power Analysis, 2nd ed., §2
 */
export function powerOfT(plan: TTestPlan, n: number): TestResult<number> {
  const wrong = checkLevels(plan.alpha) ?? checkEffect(plan.delta, plan.sd);
  if (wrong) return wrong;
  return n >= 2 ? ok(powerAt(plan, n)) : fail('plan-sample-too-small', { needed: 2, n });
}

/**
 * Sample size that gives a t test a power.
 *
 * Shape     alpha < power < 1; per group for two samples
 * Formula   the real n at which the power is reached; at least 2 when rounded up
 * Fails     alpha-outside-unit, plan-power-outside, plan-effect-zero, plan-sd-not-positive, plan-out-of-reach
 * Accuracy  1e-8 relative (tests/reference/cases/sample_size-*)
 */
export function sampleSizeForT(plan: TTestPlan, power: number): TestResult<SampleSizePlan> {
  const wrong = checkLevels(plan.alpha, power) ?? checkEffect(plan.delta, plan.sd);
  if (wrong) return wrong;
  let low = 1 + 1e-6;
  let high = 2;
  while (powerAt(plan, high) < power) {
    low = high;
    high *= 2;
    if (high > 1e9) return fail('plan-out-of-reach');
  }
  for (let i = 0; i < 60 && high - low > 1e-10 * high; i++) {
    const middle = (low + high) / 2;
    if (powerAt(plan, middle) < power) low = middle;
    else high = middle;
  }
  const n = Math.max(2, roundUp(high));
  return ok({ raw: high, n, achievedPower: powerAt(plan, n) });
}

function powerAt({ test, delta, sd, alpha, sides }: TTestPlan, n: number): number {
  const df = test === 'two-sample' ? 2 * (n - 1) : n - 1;
  const shift = (Math.abs(delta) / sd) * Math.sqrt(test === 'two-sample' ? n / 2 : n);
  const critical = studentT(df).upperQuantile(tailLevel(alpha, sides));
  const far = sides === 'two-sided' ? noncentralTUpper(critical, df, -shift) : 0;
  return Math.min(1, noncentralTUpper(critical, df, shift) + far);
}

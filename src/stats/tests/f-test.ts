import { fail, ok } from '../../kernel/result';
import { measured, type Maybe } from '../descriptive/measured';
import { fisherF } from '../distributions/f';
import type { Interval } from '../proportions/interval';
import { squaredDeviations } from '../special/sums';
import { checkConfidence } from './alternative';
import type { TestResult } from './failures';

/** Result of the comparison of two variances. */
export interface VarianceRatio {
  /** var first / var second; null where the second does not vary. */
  readonly f: Maybe;
  readonly df1: number;
  readonly df2: number;
  readonly pValue: Maybe;
  readonly interval: Interval | null;
}

/**
 * F test of two variances, two-sided.
 *
 * Shape     missing values are left out; at least 2 must remain in each sample.
 * Formula   F = s₁²/s₂²; p = twice the smaller tail; interval F/F(1 ∓ α/2)
 * Fails     confidence-outside-unit, group-too-few-values
 * Accuracy  1e-9 relative (tests/reference/cases/levene_bartlett-*)
 */
export function varianceRatio(
  first: ArrayLike<Maybe>,
  second: ArrayLike<Maybe>,
  confidence = 0.95,
): TestResult<VarianceRatio> {
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const samples = [measured(first), measured(second)];
  const short = samples.findIndex((sample) => sample.length < 2);
  if (short >= 0) return fail('group-too-few-values', { group: short + 1, needed: 2, n: samples[short].length });
  const [df1, df2] = samples.map((sample) => sample.length - 1);
  const f = squaredDeviations(samples[0]) / df1 / (squaredDeviations(samples[1]) / df2);
  if (!Number.isFinite(f)) return ok({ f: null, df1, df2, pValue: null, interval: null });
  const law = fisherF(df1, df2);
  const tail = (1 - confidence) / 2;
  return ok({
    f,
    df1,
    df2,
    pValue: Math.min(1, 2 * Math.min(law.lower(f), law.upper(f))),
    interval: { low: f / law.upperQuantile(tail), high: f / law.quantile(tail) },
  });
}

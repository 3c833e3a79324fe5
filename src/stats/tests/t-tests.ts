import { fail, ok } from '../../kernel/result';
import { completeRows, measured, type Maybe } from '../descriptive/measured';
import { studentT } from '../distributions/student-t';
import { meanOf, squaredDeviations } from '../special/sums';
import { checkConfidence, symmetricInterval, symmetricP, type Alternative, type OpenInterval } from './alternative';
import type { TestResult } from './failures';

/** How a t test is asked. */
export interface TTestOptions {
  /** Mean, or difference of means, under the null hypothesis; default 0. */
  readonly mu?: number;
  /** Default two-sided. */
  readonly alternative?: Alternative;
  /** Default 0.95. */
  readonly confidence?: number;
}

/** Result of a t test. */
export interface TTest {
  /** Mean, or difference of means (first − second). */
  readonly estimate: number;
  /** Standard error of the estimate. */
  readonly se: number;
  readonly t: number;
  readonly df: number;
  readonly pValue: number;
  readonly interval: OpenInterval;
  /** Values, pairs, or values of both samples together. */
  readonly n: number;
}

/**
 * One-sample t test.
 *
 * Shape     missing values are left out; at least 2 must remain, and they must vary.
 * Formula   t = (x̄ − μ)/(s/√n) with n − 1 degrees of freedom
 * Fails     confidence-outside-unit, sample-too-few-values, sample-all-equal
 * Accuracy  1e-9 relative (tests/reference/cases/ttest-*)
 */
export function oneSampleT(values: ArrayLike<Maybe>, options: TTestOptions = {}): TestResult<TTest> {
  const data = measured(values);
  const n = data.length;
  if (n < 2) return fail('sample-too-few-values', { needed: 2, n });
  const variance = squaredDeviations(data) / (n - 1);
  if (!(variance > 0)) return fail('sample-all-equal', { value: data[0] });
  return finish({ estimate: meanOf(data), se: Math.sqrt(variance / n), df: n - 1, n }, options);
}

/**
 * Paired t test of first − second.
 *
 * Shape     lists of equal length; a pair with a missing value is left out. At least 2 pairs must remain, and their
 *           differences must vary by more than the rounding of the values.
 * Formula   the one-sample test of the differences
 * Fails     confidence-outside-unit, sample-too-few-pairs, sample-differences-equal
 * Accuracy  1e-9 relative (tests/reference/cases/ttest-*)
 */
export function pairedT(
  first: ArrayLike<Maybe>,
  second: ArrayLike<Maybe>,
  options: TTestOptions = {},
): TestResult<TTest> {
  const [x, y] = completeRows([first, second]).columns;
  const n = x.length;
  if (n < 2) return fail('sample-too-few-pairs', { needed: 2, n });
  const differences = x.map((value, i) => value - y[i]);
  const variance = squaredDeviations(differences) / (n - 1);
  const largest = x.reduce((most, value, i) => Math.max(most, Math.abs(value), Math.abs(y[i])), 0);
  if (!(Math.sqrt(variance) > Number.EPSILON * largest)) {
    return fail('sample-differences-equal', { value: differences[0] });
  }
  return finish({ estimate: meanOf(differences), se: Math.sqrt(variance / n), df: n - 1, n }, options);
}

/**
 * Two-sample t test of mean first − mean second.
 *
 * Shape     missing values are left out of each sample; at least 2 must remain in each, and one of them must vary.
 * Formula   welch: se = √(s₁²/n₁ + s₂²/n₂), degrees of freedom by Welch and Satterthwaite; pooled: one variance for
 *           both samples, n₁ + n₂ − 2 degrees of freedom
 * Fails     confidence-outside-unit, group-too-few-values, sample-all-equal
 * Accuracy  1e-9 relative (tests/reference/cases/ttest-*); means are taken from a common origin, so that a difference
 *           of large values keeps its digits
 */
export function twoSampleT(
  first: ArrayLike<Maybe>,
  second: ArrayLike<Maybe>,
  variances: 'welch' | 'pooled',
  options: TTestOptions = {},
): TestResult<TTest> {
  const x = measured(first);
  const y = measured(second);
  const short = [x, y].findIndex((sample) => sample.length < 2);
  if (short >= 0) return fail('group-too-few-values', { group: short + 1, needed: 2, n: [x, y][short].length });
  const origin = x[0];
  const estimate = meanOf(x.map((v) => v - origin)) - meanOf(y.map((v) => v - origin));
  const squaresX = squaredDeviations(x);
  const squaresY = squaredDeviations(y);
  if (!(squaresX + squaresY > 0)) return fail('sample-all-equal', { value: x[0] });
  const n = x.length + y.length;
  if (variances === 'pooled') {
    const variance = (squaresX + squaresY) / (n - 2);
    return finish({ estimate, se: Math.sqrt(variance * (1 / x.length + 1 / y.length)), df: n - 2, n }, options);
  }
  const partX = squaresX / (x.length - 1) / x.length;
  const partY = squaresY / (y.length - 1) / y.length;
  // As shares of their sum: squares of tiny variances would vanish.
  const shareX = partX / (partX + partY);
  const df = 1 / (shareX ** 2 / (x.length - 1) + (1 - shareX) ** 2 / (y.length - 1));
  return finish({ estimate, se: Math.sqrt(partX + partY), df, n }, options);
}

function finish(of: Pick<TTest, 'estimate' | 'se' | 'df' | 'n'>, options: TTestOptions): TestResult<TTest> {
  const { mu = 0, alternative = 'two-sided', confidence = 0.95 } = options;
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const law = studentT(of.df);
  const t = (of.estimate - mu) / of.se;
  return ok({
    ...of,
    t,
    pValue: symmetricP(law, t, alternative),
    interval: symmetricInterval(law, of, confidence, alternative),
  });
}

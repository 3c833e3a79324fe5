import { fail, ok } from '../../kernel/result';
import { completeRows, type Maybe } from '../descriptive/measured';
import { studentT } from '../distributions/student-t';
import type { Interval } from '../proportions/interval';
import { meanOf } from '../special/sums';
import { checkConfidence, standardNormal, symmetricInterval, symmetricP, type Alternative } from '../tests/alternative';
import type { TestResult } from '../tests/failures';

/** Linear correlation with its test. */
export interface PearsonCorrelation {
  readonly n: number;
  readonly r: number;
  /** Null where the points lie on a line. */
  readonly t: Maybe;
  readonly df: number;
  readonly pValue: number;
  /** Two-sided, by Fisher's z; null below 4 pairs and where the points lie on a line. */
  readonly interval: Interval | null;
}

/**
 * Pearson's correlation.
 *
 * Shape     lists of equal length; incomplete pairs are left out, 3 must remain, and both variables must vary.
 * Formula   r = Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)²Σ(y − ȳ)²); t = r√((n − 2)/(1 − r²)); interval tanh(atanh r ± z/√(n − 3))
 * Fails     confidence-outside-unit, sample-too-few-pairs, sample-all-equal
 * Accuracy  1e-9 relative (tests/reference/cases/correlation-*)
 */
export function pearson(
  first: ArrayLike<Maybe>,
  second: ArrayLike<Maybe>,
  options: { readonly alternative?: Alternative; readonly confidence?: number } = {},
): TestResult<PearsonCorrelation> {
  const { alternative = 'two-sided', confidence = 0.95 } = options;
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const { columns } = completeRows([first, second]);
  const n = columns[0].length;
  if (n < 3) return fail('sample-too-few-pairs', { needed: 3, n });
  const x = centred(columns[0]);
  const y = centred(columns[1]);
  if (!x || !y) return fail('sample-all-equal', { value: x ? columns[1][0] : columns[0][0] });
  const { r, rest } = correlate(x, y);
  const df = n - 2;
  if (rest <= 0) {
    const isOpposite = (alternative === 'greater' && r < 0) || (alternative === 'less' && r > 0);
    return ok({ n, r, t: null, df, pValue: isOpposite ? 1 : 0, interval: null });
  }
  const t = r * Math.sqrt(df / rest);
  const fisherZ = { estimate: Math.atanh(r), se: 1 / Math.sqrt(n - 3) };
  const bounds =
    n > 3 && Number.isFinite(fisherZ.estimate) ? symmetricInterval(standardNormal, fisherZ, confidence) : null;
  return ok({
    n,
    r,
    t,
    df,
    pValue: symmetricP(studentT(df), t, alternative),
    interval: bounds && { low: Math.tanh(bounds.low ?? -Infinity), high: Math.tanh(bounds.high ?? Infinity) },
  });
}

/** Deviations from the mean, scaled to a length of 1; null where there is no deviation. */
export function centred(values: Float64Array): Float64Array | null {
  const mean = meanOf(values);
  const deviations = values.map((value) => value - mean);
  const largest = deviations.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  if (!(largest > 0)) return null;
  const length = largest * Math.sqrt(deviations.reduce((sum, d) => sum + (d / largest) ** 2, 0));
  return deviations.map((d) => d / length);
}

/**
 * r of two vectors of length 1, and 1 − r² without cancellation.
 *
 * Formula   1 − |r| = |x ∓ y|²/2, so that points close to a line keep their digits; a rest within rounding is 0
 */
export function correlate(x: Float64Array, y: Float64Array): { readonly r: number; readonly rest: number } {
  let product = 0;
  for (let i = 0; i < x.length; i++) product += x[i] * y[i];
  const sign = product < 0 ? -1 : 1;
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += (x[i] - sign * y[i]) ** 2;
  const gap = squares / 2;
  if (gap <= x.length * Number.EPSILON ** 2 * 4) return { r: sign, rest: 0 };
  return { r: Math.max(-1, Math.min(1, product)), rest: gap * (2 - gap) };
}

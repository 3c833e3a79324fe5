import { fail, ok } from '../../kernel/result';
import { completeRows, measured, ratioOrNull, type Maybe } from '../descriptive/measured';
import { signedRank, type SignedRank } from '../nonparametric/signed-rank';
import { meanOf, standardDeviation } from '../special/sums';
import { checkConfidence, type OpenInterval } from './alternative';
import { varianceRatio, type VarianceRatio } from './f-test';
import type { TestResult } from './failures';
import { pairedT, twoSampleT, type TTest } from './t-tests';

/** What both designs say; differences are after − before. */
interface BeforeAfterMeans {
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly sdBefore: number;
  readonly sdAfter: number;
  readonly meanDifference: number;
  /** In percent of the mean before; null where that is 0. */
  readonly percentChange: Maybe;
  /** Null where nothing varies. */
  readonly t: Maybe;
  readonly df: Maybe;
  readonly pValue: Maybe;
  readonly interval: OpenInterval | null;
}

/** The same units measured before and after. */
export interface PairedBeforeAfter extends BeforeAfterMeans {
  /** Complete pairs. */
  readonly n: number;
  readonly sdDifference: number;
  /** Mean difference over its standard deviation (Cohen's d_z). */
  readonly standardizedDifference: Maybe;
  readonly signedRank: SignedRank;
}

/** Different units before and after. */
export interface IndependentBeforeAfter extends BeforeAfterMeans {
  readonly nBefore: number;
  readonly nAfter: number;
  /** Variance after / variance before. */
  readonly varianceRatio: VarianceRatio;
}

/**
 * Compares measurements of the same units before and after a change.
 *
 * Shape     lists of equal length; incomplete pairs are left out, 2 must remain.
 * Formula   paired t test and signed-rank test of after − before
 * Fails     confidence-outside-unit, sample-too-few-pairs
 * Accuracy  1e-9 relative (tests/reference/cases/before_after-*)
 */
export function pairedBeforeAfter(
  before: ArrayLike<Maybe>,
  after: ArrayLike<Maybe>,
  confidence = 0.95,
): TestResult<PairedBeforeAfter> {
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const [x, y] = completeRows([before, after]).columns;
  const n = x.length;
  if (n < 2) return fail('sample-too-few-pairs', { needed: 2, n });
  const differences = y.map((value, i) => value - x[i]);
  const ranked = signedRank(differences);
  if (!ranked.ok) return ranked;
  const test = pairedT(y, x, { confidence });
  const meanDifference = meanOf(differences);
  const sdDifference = standardDeviation(differences);
  return ok({
    n,
    ...meansOf(x, y, meanDifference, test),
    sdDifference,
    standardizedDifference: test.ok ? meanDifference / sdDifference : null,
    signedRank: ranked.value,
  });
}

/**
 * Compares measurements of different units before and after a change.
 *
 * Shape     missing values are left out of each list; 2 must remain in each.
 * Formula   Welch's t test of mean after − mean before; F test of the variances
 * Fails     confidence-outside-unit, group-too-few-values
 * Accuracy  1e-9 relative (tests/reference/cases/before_after-*)
 */
export function independentBeforeAfter(
  before: ArrayLike<Maybe>,
  after: ArrayLike<Maybe>,
  confidence = 0.95,
): TestResult<IndependentBeforeAfter> {
  const x = measured(before);
  const y = measured(after);
  const ratio = varianceRatio(y, x, confidence);
  if (!ratio.ok) {
    if (ratio.failure.code !== 'group-too-few-values') return ratio;
    const isBeforeShort = x.length < 2;
    return fail('group-too-few-values', { group: isBeforeShort ? 1 : 2, needed: 2, n: (isBeforeShort ? x : y).length });
  }
  const test = twoSampleT(y, x, 'welch', { confidence });
  const difference = test.ok ? test.value.estimate : meanOf(y) - meanOf(x);
  return ok({
    nBefore: x.length,
    nAfter: y.length,
    ...meansOf(x, y, difference, test),
    varianceRatio: ratio.value,
  });
}

function meansOf(x: Float64Array, y: Float64Array, meanDifference: number, test: TestResult<TTest>): BeforeAfterMeans {
  const meanBefore = meanOf(x);
  return {
    meanBefore,
    meanAfter: meanOf(y),
    sdBefore: standardDeviation(x),
    sdAfter: standardDeviation(y),
    meanDifference,
    percentChange: ratioOrNull(100 * meanDifference, meanBefore),
    t: test.ok ? test.value.t : null,
    df: test.ok ? test.value.df : null,
    pValue: test.ok ? test.value.pValue : null,
    interval: test.ok ? test.value.interval : null,
  };
}

import { fail, ok } from '../../kernel/result';
import { completeRows, finiteOrNull, ratioOrNull, type Maybe } from '../descriptive/measured';
import { fisherF } from '../distributions/f';
import { studentT } from '../distributions/student-t';
import type { Interval } from '../proportions/interval';
import { checkConfidence, symmetricP } from '../tests/alternative';
import type { TestResult } from '../tests/failures';
import {
  backSubstitute,
  centre,
  forwardSubstitute,
  fromCenter,
  lengthOf,
  noCenter,
  orthogonalize,
  projectOut,
} from './orthogonalize';

/** A column that may explain the response. */
export interface Predictor {
  readonly name: string;
  readonly values: ArrayLike<Maybe>;
}

/** How a model is fitted. */
export interface LinearModelOptions {
  /** Default true. */
  readonly intercept?: boolean;
  /** Of the intervals; default 0.95. */
  readonly confidence?: number;
}

/** One coefficient; test and interval are null where the fit leaves no residual. */
export interface Coefficient {
  /** Null for the intercept. */
  readonly name: string | null;
  readonly estimate: number;
  readonly se: number;
  readonly t: Maybe;
  readonly pValue: Maybe;
  readonly interval: Interval;
  /** Variance inflation; above 5 predictors say much the same. Null for the intercept. */
  readonly vif: Maybe;
}

/** Value expected at given predictors. */
export interface Prediction {
  readonly fit: number;
  /** Of the mean response. */
  readonly confidenceInterval: Interval;
  /** Of a single new response. */
  readonly predictionInterval: Interval;
}

/** A fitted linear model. */
export interface LinearModel {
  /** Complete rows. */
  readonly n: number;
  readonly hasIntercept: boolean;
  /** The intercept, if any, first; then the predictors as given. */
  readonly coefficients: readonly Coefficient[];
  /** Null where the response does not vary. Without intercept it is about 0, not about the mean. */
  readonly rSquared: Maybe;
  readonly adjustedRSquared: Maybe;
  readonly residualSd: number;
  readonly dfModel: number;
  readonly dfResidual: number;
  readonly ssRegression: number;
  readonly ssResidual: number;
  /** Null where the fit leaves no residual. */
  readonly f: Maybe;
  readonly pValue: Maybe;
  /** Which of the rows given were complete. */
  readonly rows: readonly number[];
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** Diagonal of the hat matrix, 0 … 1. */
  readonly leverages: Float64Array;
  /** Response at a value for each predictor. */
  predict(x: readonly number[]): Prediction;
}

/**
 * Linear regression by least squares.
 *
 * Shape     predictors and response of equal length; rows with a missing value are left out. More complete rows than
 *           coefficients; no predictor constant (with an intercept) or a combination of others.
 * Formula   QR of centred and scaled predictors; se = s√((XᵀX)⁻¹ⱼⱼ); R² = SS regression/SS total
 * Fails     confidence-outside-unit, model-too-few-rows, model-predictors-dependent
 * Accuracy  NIST's certified values for Norris, Longley, NoInt1–2, Wampler1–5 to 1e-9
 *           (tests/reference/cases/regression-*)
 * Source    NIST StRD, linear regression; Montgomery, Peck and Vining, Introduction to Linear Regression Analysis, §3
 */
export function fitLinearModel(
  predictors: readonly Predictor[],
  response: ArrayLike<Maybe>,
  options: LinearModelOptions = {},
): TestResult<LinearModel> {
  const { intercept: hasIntercept = true, confidence = 0.95 } = options;
  if (predictors.length === 0) throw new RangeError('a linear model requires a predictor: 0');
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const { columns, rows } = completeRows([response, ...predictors.map(({ values }) => values)]);
  const [observed, ...given] = columns;
  const n = rows.length;
  const dfModel = predictors.length;
  const dfResidual = n - dfModel - (hasIntercept ? 1 : 0);
  if (dfResidual < 1) return fail('model-too-few-rows', { rows: n, needed: n - dfResidual + 1 });
  const basis = orthogonalize(given, hasIntercept);
  if ('dependent' in basis) return fail('model-predictors-dependent', { predictor: predictors[basis.dependent].name });
  const { q, triangle, scales, centers } = basis;

  const { values: residuals, center: meanResponse } = hasIntercept
    ? centre(observed)
    : { values: observed.slice(), center: noCenter };
  const along = new Float64Array(dfModel);
  projectOut(residuals, q, along);
  if (isRounding(residuals, observed)) residuals.fill(0);
  const slopes = backSubstitute(triangle, along).map((b, j) => b / scales[j]);
  const ssRegression = lengthOf(along) ** 2;
  const ssResidual = lengthOf(residuals) ** 2;
  const variance = ssResidual / dfResidual;
  const residualSd = Math.sqrt(variance);

  const law = studentT(dfResidual);
  const quantile = law.upperQuantile((1 - confidence) / 2);
  const around = (estimate: number, se: number): Interval => ({
    low: estimate - quantile * se,
    high: estimate + quantile * se,
  });
  /** Length of the row (x − centre)/scale in the coordinates of q: its distance from the middle of the data. */
  const spreadAt = (x: ArrayLike<number>): number =>
    lengthOf(
      forwardSubstitute(
        triangle,
        scales.map((scale, j) => fromCenter(x[j], centers[j]) / scale),
      ),
    );
  const responseAt = (x: ArrayLike<number>): number => {
    const deviation = slopes.reduce((sum, slope, j) => sum + slope * fromCenter(x[j], centers[j]), 0);
    return meanResponse.rounded + (meanResponse.rest + deviation);
  };
  const meanShare = hasIntercept ? 1 / n : 0;
  const coefficient = (name: string | null, estimate: number, se: number, vif: Maybe): Coefficient => {
    const t = ratioOrNull(estimate, se);
    const pValue = t === null ? (estimate === 0 ? null : 0) : symmetricP(law, t, 'two-sided');
    return { name, estimate, se, t, pValue, interval: around(estimate, se), vif };
  };
  const interceptAt = responseAt(new Float64Array(dfModel));
  const inverseLengths = triangle.map((_, j) => lengthOf(inverseRow(triangle, j)));
  const coefficients = predictors.map(({ name }, j) =>
    coefficient(name, slopes[j], (residualSd * inverseLengths[j]) / scales[j], inverseLengths[j] ** 2),
  );
  if (hasIntercept) {
    const se = residualSd * Math.hypot(Math.sqrt(meanShare), spreadAt(new Float64Array(dfModel)));
    coefficients.unshift(coefficient(null, interceptAt, se, null));
  }
  const rSquared = ratioOrNull(ssRegression, ssRegression + ssResidual);
  const f = ratioOrNull(ssRegression / dfModel, variance);
  return ok({
    n,
    hasIntercept,
    coefficients,
    rSquared,
    adjustedRSquared: rSquared === null ? null : 1 - ((1 - rSquared) * (dfResidual + dfModel)) / dfResidual,
    residualSd,
    dfModel,
    dfResidual,
    ssRegression,
    ssResidual,
    f,
    pValue: f === null ? (ssRegression > 0 ? 0 : null) : finiteOrNull(fisherF(dfModel, dfResidual).upper(f)),
    rows,
    fitted: observed.map((y, i) => y - residuals[i]),
    residuals,
    leverages: residuals.map((_, i) => q.reduce((sum, direction) => sum + direction[i] ** 2, meanShare)),
    predict: (x) => {
      if (x.length !== dfModel) throw new RangeError(`a prediction needs a value per predictor: ${x.length}`);
      const fit = responseAt(x);
      const spread = Math.hypot(Math.sqrt(meanShare), spreadAt(x));
      return {
        fit,
        confidenceInterval: around(fit, residualSd * spread),
        predictionInterval: around(fit, residualSd * Math.hypot(1, spread)),
      };
    },
  });
}

/** Row j of R⁻¹; its squared length is the diagonal of (RᵀR)⁻¹. */
function inverseRow(triangle: readonly Float64Array[], j: number): Float64Array {
  const unit = new Float64Array(triangle.length);
  unit[j] = 1;
  return forwardSubstitute(triangle, unit);
}

/** Whether residuals are no larger than the rounding of the response: the fit is exact. */
function isRounding(residuals: Float64Array, observed: Float64Array): boolean {
  const largest = observed.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
  return residuals.every((residual) => Math.abs(residual) <= 8 * Number.EPSILON * largest);
}

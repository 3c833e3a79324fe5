import type { PhraseValue } from '../../kernel/result';
import type { PearsonCorrelation } from '../../stats/correlation/pearson';
import type { SpearmanCorrelation } from '../../stats/correlation/spearman';
import type { Maybe } from '../../stats/descriptive/measured';
import type { Coefficient, LinearModel } from '../../stats/regression/linear-model';
import type { Filter } from '../../table/filter';
import type { DisplayScale } from '../display';
import type { RegressionSpec } from './spec';

/** A column of the model, in the shown unit. */
export interface Variable {
  readonly measureName: PhraseValue;
  readonly unit: DisplayScale['unit'];
  /** Smallest and largest value among the rows of the model. */
  readonly low: number;
  readonly high: number;
}

/** One row of the model. */
export interface FittedPoint {
  /** Of the table, from 0. */
  readonly row: number;
  /** Value of the only predictor; null in a model of several. */
  readonly x: Maybe;
  readonly observed: number;
  readonly fitted: number;
  readonly residual: number;
  readonly standardized: Maybe;
  readonly isUnusual: boolean;
}

/** Fit and its bands at one value of the only predictor. */
export interface BandPoint {
  readonly x: number;
  readonly fit: number;
  readonly confidence: { readonly low: number; readonly high: number };
  readonly prediction: { readonly low: number; readonly high: number };
}

export interface RegressionOutcome {
  readonly spec: RegressionSpec;
  readonly response: Variable;
  readonly predictors: readonly Variable[];
  /** Intercept first. */
  readonly coefficients: readonly Coefficient[];
  readonly model: Pick<
    LinearModel,
    | 'n'
    | 'rSquared'
    | 'adjustedRSquared'
    | 'residualSd'
    | 'dfModel'
    | 'dfResidual'
    | 'ssRegression'
    | 'ssResidual'
    | 'f'
    | 'pValue'
  > & { readonly predictedRSquared: Maybe };
  /** Of the only predictor with the response; null in a model of several. */
  readonly correlation: { readonly pearson: PearsonCorrelation; readonly spearman: SpearmanCorrelation } | null;
  /** Empty in a model of several. */
  readonly band: readonly BandPoint[];
  /** Thinned where there are many; unusual rows are always among them. */
  readonly points: readonly FittedPoint[];
  readonly checks: {
    /** Rows whose residual, judged by the others, lies beyond ±3. */
    readonly unusual: readonly number[];
    /** Rows without which the fit would be another: Cook's distance above 1. */
    readonly influential: readonly number[];
    /** Of residuals next to one another, in order of time or of the file. */
    readonly durbinWatson: Maybe;
    readonly byTime: boolean;
    /** Anderson-Darling of the residuals; null where they are too few or all alike. */
    readonly normality: { readonly aSquared: number; readonly pValue: number } | null;
    /** Rank correlation of the size of residuals with the fitted values. */
    readonly spread: { readonly rho: number; readonly pValue: number } | null;
    /** p of a square term added to a straight line; null in a model of several. */
    readonly curvature: Maybe;
  };
  readonly filters: readonly Filter[];
  readonly coverage: {
    readonly rows: number;
    /** Rows in which the response or a predictor has no value. */
    readonly incomplete: number;
    readonly undated: number;
  };
}

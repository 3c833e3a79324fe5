import { ratioOrNull, type Maybe } from '../descriptive/measured';
import type { LinearModel } from './linear-model';

/** How single rows bear on a fitted model; lists follow `model.rows`. */
export interface ModelDiagnostics {
  /** Residual over s√(1 − h); beyond ±3 it is unusual. Null where h is 1 or s is 0. */
  readonly standardized: readonly Maybe[];
  /** The same with s from the other rows (externally studentised). */
  readonly deleted: readonly Maybe[];
  /** How far all fitted values move without this row; above 1 is influential. */
  readonly cooksDistance: readonly Maybe[];
  /** Leverage above which a row counts as remote: 2p/n. */
  readonly leverageLimit: number;
  /** About 2 without correlation of neighbouring residuals; below 1.5 they drift. Null for an exact fit. */
  readonly durbinWatson: Maybe;
  /** Sum of squared residuals, each predicted without its own row. */
  readonly press: Maybe;
  /** 1 − PRESS/SS total: R² to expect of new data. */
  readonly predictedRSquared: Maybe;
}

/**
 * Diagnostics of a linear model.
 *
 * Formula   r = e/(s√(1 − h)); Cook D = r²h/(p(1 − h)); DW = Σ(eᵢ − eᵢ₋₁)²/Σe²; PRESS = Σ(e/(1 − h))²
 * Accuracy  1e-10 relative
 * Source    Cook 1977; Durbin and Watson 1950; Montgomery, Peck and Vining, Introduction to Linear Regression
 *           Analysis, §4.2
 */
export function diagnoseModel(model: LinearModel): ModelDiagnostics {
  const { residuals, leverages, residualSd, dfResidual, ssResidual } = model;
  const parameters = model.dfModel + (model.hasIntercept ? 1 : 0);
  /** A row that alone determines a coefficient leaves no residual of its own. */
  const freeShare = (i: number): number => (leverages[i] > 1 - 1e-12 ? 0 : 1 - leverages[i]);
  const indices = Array.from(residuals.keys());
  const standardized = indices.map((i) => ratioOrNull(residuals[i], residualSd * Math.sqrt(freeShare(i))));
  const deleted = indices.map((i) => {
    if (dfResidual < 2) return null;
    const others = (ssResidual - residuals[i] ** 2 / freeShare(i)) / (dfResidual - 1);
    return ratioOrNull(residuals[i], Math.sqrt(others * freeShare(i)));
  });
  const cooksDistance = standardized.map((r, i) =>
    r === null ? null : (r * r * leverages[i]) / (parameters * freeShare(i)),
  );
  const moves = indices.slice(1).reduce((sum, i) => sum + (residuals[i] - residuals[i - 1]) ** 2, 0);
  const pressParts = indices.map((i) => ratioOrNull(residuals[i], freeShare(i)));
  const press = pressParts.reduce<Maybe>((sum, e) => (sum === null || e === null ? null : sum + e * e), 0);
  return {
    standardized,
    deleted,
    cooksDistance,
    leverageLimit: (2 * parameters) / model.n,
    durbinWatson: ratioOrNull(moves, ssResidual),
    press,
    predictedRSquared: press === null ? null : oneMinus(ratioOrNull(press, model.ssRegression + ssResidual)),
  };
}

function oneMinus(share: Maybe): Maybe {
  return share === null ? null : 1 - share;
}

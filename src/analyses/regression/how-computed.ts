import type { Phrase } from '../../kernel/result';
import { pPhrase } from '../p-value';
import { figure, fixed, percent, say, term } from '../phrases';
import type { RegressionOutcome } from './outcome';

/** The formulas of a regression with its own numbers in them. */
export function howComputed(outcome: RegressionOutcome): Phrase[] {
  const { model, coefficients, response, predictors, correlation, checks } = outcome;
  const [intercept, ...slopes] = coefficients;
  const said = [
    correlation
      ? say('analyses.regression.how.line', {
          response: response.measureName,
          intercept: figure(intercept.estimate),
          sign: term(`analyses.regression.sign.${slopes[0].estimate < 0 ? 'minus' : 'plus'}`),
          size: figure(Math.abs(slopes[0].estimate)),
          predictor: predictors[0].measureName,
        })
      : say('analyses.regression.how.model', {
          response: response.measureName,
          intercept: figure(intercept.estimate),
          predictors: slopes.length,
        }),
    say('analyses.regression.how.rSquared', {
      regression: figure(model.ssRegression),
      total: figure(model.ssRegression + model.ssResidual),
      r2: model.rSquared === null ? '–' : percent(model.rSquared, 2),
    }),
    say('analyses.regression.how.sd', {
      residual: figure(model.ssResidual),
      df: model.dfResidual,
      sd: figure(model.residualSd),
    }),
  ];
  if (model.f !== null && model.pValue !== null) {
    said.push(
      say('analyses.regression.how.f', {
        f: fixed(model.f, 3),
        df1: model.dfModel,
        df2: model.dfResidual,
        p: pPhrase(model.pValue),
      }),
    );
  }
  said.push(say('analyses.regression.how.interval', { df: model.dfResidual }));
  if (correlation) {
    said.push(say('analyses.regression.how.bands'), say('analyses.regression.how.correlation'));
  } else {
    said.push(say('analyses.regression.how.vif'));
  }
  if (model.predictedRSquared !== null) {
    said.push(say('analyses.regression.how.predicted', { value: percent(model.predictedRSquared) }));
  }
  if (checks.durbinWatson !== null) {
    said.push(say('analyses.regression.how.durbinWatson', { dw: fixed(checks.durbinWatson, 3) }));
  }
  return [...said, say('analyses.regression.how.unusual')];
}

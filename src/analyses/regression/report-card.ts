import type { PhraseValue } from '../../kernel/result';
import type { Check } from '../contract';
import { alpha, pPhrase } from '../p-value';
import { firstOf, fixed, list, percent, say } from '../phrases';
import type { RegressionOutcome } from './outcome';

type Status = Check['status'];

function check(status: Status, code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status, sentence: say(`analyses.regression.check.${code}`, params) };
}

/** From here on tests of residuals find departures that do not matter. */
const largeSample = 1000;

/** Whether the data carry a linear model: amount, shape, spread, order, single rows, predictors that overlap. */
export function reportCard(outcome: RegressionOutcome): Check[] {
  return [
    amountCheck(outcome),
    ...coverageChecks(outcome),
    ...shapeChecks(outcome),
    ...spreadChecks(outcome),
    ...normalityChecks(outcome),
    ...orderChecks(outcome),
    influenceCheck(outcome),
    ...overlapChecks(outcome),
  ];
}

/** Fifteen rows for each predictor carry an estimate; fewer than ten make it a guess. */
function amountCheck({ model }: RegressionOutcome): Check {
  const perPredictor = model.n / model.dfModel;
  const status: Status = perPredictor >= 15 ? 'good' : perPredictor >= 10 ? 'caution' : 'bad';
  return check(status, `amount.${status}`, { n: model.n, predictors: model.dfModel });
}

function coverageChecks({ coverage, points, model }: RegressionOutcome): Check[] {
  const checks: Check[] = [];
  if (coverage.incomplete > 0) {
    const share = coverage.incomplete / coverage.rows;
    checks.push(
      check(share > 0.2 ? 'bad' : 'caution', 'incomplete', { n: coverage.incomplete, share: percent(share) }),
    );
  }
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  if (points.length < model.n) checks.push(check('good', 'thinned', { shown: points.length, n: model.n }));
  return checks;
}

function shapeChecks({ checks }: RegressionOutcome): Check[] {
  const p = checks.curvature;
  if (p === null) return [];
  return [check(p < alpha ? 'caution' : 'good', p < alpha ? 'curved' : 'straight', { p: pPhrase(p) })];
}

function spreadChecks({ checks, model }: RegressionOutcome): Check[] {
  if (!checks.spread || model.n < 8) return [];
  const { rho, pValue } = checks.spread;
  const isUneven = pValue < alpha && Math.abs(rho) >= 0.15;
  return [
    check(isUneven ? 'caution' : 'good', isUneven ? 'uneven' : 'even', { rho: fixed(rho, 3), p: pPhrase(pValue) }),
  ];
}

function normalityChecks({ checks, model }: RegressionOutcome): Check[] {
  if (!checks.normality || model.n < 8) return [];
  const { aSquared, pValue } = checks.normality;
  const params = { a: fixed(aSquared, 3), p: pPhrase(pValue) };
  if (pValue >= alpha) return [check('good', 'normal', params)];
  return [check('caution', model.n > largeSample ? 'notNormalLarge' : 'notNormal', params)];
}

/** Durbin-Watson about 2 − 2r₁; beyond 1.5 … 2.5 neighbours depend on one another. */
function orderChecks({ checks, model }: RegressionOutcome): Check[] {
  const { durbinWatson, byTime } = checks;
  if (durbinWatson === null || model.n < 15) return [];
  const isBound = durbinWatson < 1.5 || durbinWatson > 2.5;
  const order = byTime ? 'Time' : 'Rows';
  return [
    check(isBound ? 'caution' : 'good', `${isBound ? 'dependent' : 'independent'}${order}`, {
      dw: fixed(durbinWatson, 2),
    }),
  ];
}

function influenceCheck({ checks }: RegressionOutcome): Check {
  const { influential } = checks;
  return influential.length === 0
    ? check('good', 'noInfluence')
    : check('bad', 'influence', {
        n: influential.length,
        rows: firstOf(
          influential.map((row) => row + 1),
          5,
        ),
      });
}

function overlapChecks({ coefficients, predictors }: RegressionOutcome): Check[] {
  if (predictors.length < 2) return [];
  const slopes = coefficients.slice(1);
  const overlapping = slopes.flatMap(({ vif }, i) => (vif !== null && vif > 5 ? [predictors[i].measureName] : []));
  const most = Math.max(...slopes.map(({ vif }) => vif ?? 1));
  return [
    overlapping.length === 0
      ? check('good', 'separate', { vif: fixed(most, 2) })
      : check(most > 10 ? 'bad' : 'caution', 'overlap', { names: list(overlapping), vif: fixed(most, 1) }),
  ];
}

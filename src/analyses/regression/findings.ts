import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Findings } from '../contract';
import { figureOr } from '../measure-words';
import { alpha, pFigure, pPhrase } from '../p-value';
import { figure, fixed, percent, say, term } from '../phrases';
import { rSquaredFigure } from './chart';
import { howComputed } from './how-computed';
import type { RegressionOutcome } from './outcome';
import { reportCard } from './report-card';

const slopesTold = 8;

/** What goes with what, how closely, and how far to trust it. */
export function regressionFindings(outcome: RegressionOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: RegressionOutcome): Findings['headline'] {
  const { model, coefficients, correlation, checks } = outcome;
  const slope = coefficients[1];
  return [
    {
      label: say('analyses.regression.headline.rSquared'),
      value: rSquaredFigure(outcome),
      note: say('analyses.regression.headline.adjusted', {
        value: model.adjustedRSquared === null ? '–' : percent(model.adjustedRSquared),
      }),
    },
    {
      label: say('analyses.regression.headline.p'),
      value: model.pValue === null ? '–' : pFigure(model.pValue),
      note: say('analyses.regression.headline.n', { n: model.n }),
    },
    correlation
      ? {
          label: say('analyses.regression.headline.slope'),
          value: figure(slope.estimate),
          note: say('analyses.regression.headline.interval', {
            low: figure(slope.interval.low),
            high: figure(slope.interval.high),
          }),
        }
      : {
          label: say('analyses.regression.headline.clear'),
          value: coefficients.slice(1).filter(({ pValue }) => pValue !== null && pValue < alpha).length,
          note: say('analyses.regression.headline.of', { n: coefficients.length - 1 }),
        },
    {
      label: say('analyses.regression.headline.unusual'),
      value: checks.unusual.length,
      note: say('analyses.regression.headline.residualSd', { value: figure(model.residualSd) }),
      ...(checks.unusual.length > 0 ? { drill: [{ op: 'rows' as const, rows: checks.unusual }] } : {}),
    },
  ];
}

function sentences(outcome: RegressionOutcome): Phrase[] {
  const { model, response, predictors, checks } = outcome;
  const isClear = model.pValue !== null && model.pValue < alpha;
  const said = [
    say(isClear ? 'analyses.regression.finding.clear' : 'analyses.regression.finding.unclear', {
      response: response.measureName,
      r2: rSquaredFigure(outcome),
      p: model.pValue === null ? '–' : pPhrase(model.pValue),
      sd: figure(model.residualSd),
    }),
    ...correlationSentence(outcome),
    ...slopeSentences(outcome),
  ];
  if (checks.unusual.length > 0) said.push(say('analyses.regression.finding.unusual', { n: checks.unusual.length }));
  said.push(
    predictors.length === 1
      ? say('analyses.regression.finding.range', {
          predictor: predictors[0].measureName,
          low: figure(predictors[0].low),
          high: figure(predictors[0].high),
        })
      : say('analyses.regression.finding.rangeAll'),
    say('analyses.regression.finding.cause'),
  );
  return said;
}

function correlationSentence({ correlation }: RegressionOutcome): Phrase[] {
  if (!correlation) return [];
  const { pearson, spearman } = correlation;
  const size = Math.abs(pearson.r);
  const word = size < 0.1 ? 'none' : size < 0.3 ? 'weak' : size < 0.5 ? 'medium' : size < 0.8 ? 'strong' : 'veryStrong';
  return [
    say('analyses.regression.finding.correlation', {
      strength: term(`analyses.regression.strength.${word}`),
      r: fixed(pearson.r, 3),
      low: pearson.interval ? fixed(pearson.interval.low, 3) : '–',
      high: pearson.interval ? fixed(pearson.interval.high, 3) : '–',
      rho: fixed(spearman.rho, 3),
      p: pPhrase(spearman.exactP ?? spearman.approximateP),
    }),
  ];
}

function slopeSentences(outcome: RegressionOutcome): Phrase[] {
  const { coefficients, predictors, response } = outcome;
  const slopes = coefficients.slice(1).map((slope, i) => ({ ...slope, predictor: predictors[i] }));
  const clear = slopes.filter(({ pValue }) => pValue !== null && pValue < alpha);
  const rest = slopes.filter((slope) => !clear.includes(slope));
  const params = ({ estimate, interval, pValue, predictor }: (typeof slopes)[number]): Record<string, PhraseValue> => {
    const isRise = estimate >= 0;
    return {
      predictor: predictor.measureName,
      predictorUnit: term(`analyses.regression.step.${predictor.unit ?? 'one'}`),
      response: response.measureName,
      ...(response.unit === null ? {} : { unit: term(`analyses.regression.in.${response.unit}`) }),
      direction: term(`analyses.regression.direction.${isRise ? 'rise' : 'fall'}`),
      size: figureOr(Math.abs(estimate)),
      low: figure(interval.low),
      high: figure(interval.high),
      p: pValue === null ? '–' : pPhrase(pValue),
    };
  };
  const held = predictors.length === 1 ? 'slope' : 'slopeHeld';
  const code = response.unit === null ? held : (`${held}Unit` as const);
  const said = clear.slice(0, slopesTold).map((slope) => say(`analyses.regression.finding.${code}`, params(slope)));
  if (rest.length > 0 && predictors.length > 1) {
    said.push(
      say('analyses.regression.finding.notShown', {
        n: rest.length,
        names: { as: 'list', items: rest.map(({ predictor }) => predictor.measureName) },
      }),
    );
  }
  return said;
}

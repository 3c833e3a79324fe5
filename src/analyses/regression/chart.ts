import { scatterOption, scatterSeries } from '../../charts/scatter-option';
import type { Phrase, PhraseValue } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { measurePhrase } from '../measure-words';
import { figure, fixed, say } from '../phrases';
import type { FittedPoint, RegressionOutcome } from './outcome';

/** The points with their fit, or what the fit leaves. */
export function regressionPicture(outcome: RegressionOutcome, context: ChartContext): Picture {
  return outcome.spec.picture === 'residuals' ? residualPicture(outcome, context) : fitPicture(outcome, context);
}

/** One predictor: the line with its bands. Several: observed against fitted, with the line of a perfect fit. */
function fitPicture(outcome: RegressionOutcome, context: ChartContext): Picture {
  const { points, band, response, predictors } = outcome;
  const isSimple = predictors.length === 1;
  const word = (code: string): string => context.phrase(say(code));
  const responseName = context.phrase(measurePhrase(response));
  const ends: readonly (readonly [number, number])[] = isSimple
    ? band.map(({ x, fit }) => [x, fit] as const)
    : [
        [response.low, response.low],
        [response.high, response.high],
      ];
  return pictureOf(outcome, context, {
    x: (point) => (isSimple ? (point.x ?? 0) : point.fitted),
    y: (point) => point.observed,
    line: { name: word(`analyses.regression.word.${isSimple ? 'fit' : 'perfect'}`), points: ends },
    bands: isSimple
      ? [
          {
            name: word('analyses.regression.word.prediction'),
            kind: 'outer' as const,
            points: band.map(({ x, prediction }) => ({ x, ...prediction })),
          },
          {
            name: word('analyses.regression.word.confidence'),
            kind: 'inner' as const,
            points: band.map(({ x, confidence }) => ({ x, ...confidence })),
          },
        ]
      : [],
    levels: [],
    xName: isSimple
      ? context.phrase(measurePhrase(predictors[0]))
      : context.phrase(say('analyses.regression.axis.fitted', { response: responseName })),
    yName: responseName,
    summary: isSimple
      ? say('analyses.regression.summary.line', {
          n: outcome.model.n,
          response: response.measureName,
          predictor: predictors[0].measureName,
          r2: rSquaredFigure(outcome),
        })
      : say('analyses.regression.summary.model', {
          n: outcome.model.n,
          response: response.measureName,
          predictors: predictors.length,
          r2: rSquaredFigure(outcome),
        }),
    shown: points,
  });
}

/** Standardised residuals against fitted values: without a pattern where the model holds. */
function residualPicture(outcome: RegressionOutcome, context: ChartContext): Picture {
  const word = (code: string): string => context.phrase(say(code));
  return pictureOf(outcome, context, {
    x: (point) => point.fitted,
    y: (point) => point.standardized ?? 0,
    line: null,
    bands: [],
    levels: [
      { value: 3, name: '+3', kind: 'limit' },
      { value: 0, name: '0', kind: 'center' },
      { value: -3, name: '−3', kind: 'limit' },
    ],
    xName: context.phrase(
      say('analyses.regression.axis.fitted', { response: context.phrase(measurePhrase(outcome.response)) }),
    ),
    yName: word('analyses.regression.axis.standardized'),
    summary: say('analyses.regression.summary.residuals', {
      n: outcome.model.n,
      unusual: outcome.checks.unusual.length,
    }),
    shown: outcome.points.filter(({ standardized }) => standardized !== null),
  });
}

type Drawing = Pick<Parameters<typeof scatterOption>[0], 'line' | 'bands' | 'levels' | 'xName' | 'yName'> & {
  readonly x: (point: FittedPoint) => number;
  readonly y: (point: FittedPoint) => number;
  readonly summary: Phrase;
  readonly shown: readonly FittedPoint[];
};

function pictureOf(outcome: RegressionOutcome, context: ChartContext, drawing: Drawing): Picture {
  const { x, y, summary, shown, ...rest } = drawing;
  const tooltip = (index: number): string =>
    shown[index] ? context.phrase(pointTooltip(outcome, context, shown[index])) : '';
  return {
    option: scatterOption(
      {
        ...rest,
        points: shown.map((point, index) => ({
          x: x(point),
          y: y(point),
          tone: point.isUnusual ? 'concern' : 'plain',
          tooltip: tooltip(index),
        })),
        pointsName: context.phrase(say('analyses.regression.word.records')),
        format: (value) => context.value({ as: 'decimal', value }),
        ...(context.selected === undefined ? {} : { selected: context.selected }),
      },
      context.theme,
    ),
    summary,
    describe: (seriesId, index) => (seriesId === scatterSeries.points ? tooltip(index) : undefined),
    drill: (seriesId, index) =>
      seriesId === scatterSeries.points && shown[index] ? [{ op: 'rows', rows: [shown[index].row] }] : undefined,
  };
}

function pointTooltip({ response, predictors }: RegressionOutcome, context: ChartContext, point: FittedPoint): Phrase {
  const common = {
    row: point.row + 1,
    response: context.phrase(measurePhrase(response)),
    observed: figure(point.observed),
    fitted: figure(point.fitted),
    residual: figure(point.residual),
    standardized: point.standardized === null ? '–' : fixed(point.standardized, 2),
  };
  return point.x === null
    ? say('analyses.regression.tooltip.model', common)
    : say('analyses.regression.tooltip.line', {
        ...common,
        predictor: context.phrase(measurePhrase(predictors[0])),
        x: figure(point.x),
      });
}

/** R² as a percentage, or a dash. */
export function rSquaredFigure({ model }: Pick<RegressionOutcome, 'model'>): PhraseValue {
  return model.rSquared === null ? '–' : { as: 'percent', value: model.rSquared, digits: 1 };
}

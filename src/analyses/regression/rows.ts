import type { TableTwin, TwinColumn } from '../contract';
import { measurePhrase, nameCell } from '../measure-words';
import { say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { RegressionOutcome } from './outcome';

/** One line per coefficient with its interval, test and variance inflation. */
export function regressionRows(outcome: RegressionOutcome): TableTwin {
  const { coefficients, predictors, response, model } = outcome;
  const slopes = coefficients.filter(({ name }) => name !== null);
  const intercept = coefficients.find(({ name }) => name === null);
  return {
    caption: say('analyses.regression.table.caption', { response: response.measureName, n: model.n }),
    columns: columns(),
    rows: [
      ...slopes.map((slope, i) => ({
        cells: [
          predictors[i].unit === null ? nameCell(predictors[i].measureName) : { phrase: measurePhrase(predictors[i]) },
          slope.estimate,
          slope.interval.low,
          slope.interval.high,
          slope.se,
          slope.t,
          slope.pValue,
          slope.vif,
        ],
      })),
      ...(intercept
        ? [
            {
              cells: [
                { phrase: say('analyses.regression.word.intercept') },
                intercept.estimate,
                intercept.interval.low,
                intercept.interval.high,
                intercept.se,
                intercept.t,
                intercept.pValue,
                null,
              ],
              emphasis: 'muted' as const,
            },
          ]
        : []),
    ],
  };
}

function columns(): TwinColumn[] {
  const column = columnsBy((key) => `analyses.regression.table.${key}`);
  return [
    column('name', 'text'),
    column('estimate', 'number'),
    column('low', 'number'),
    column('high', 'number'),
    column('se', 'number'),
    column('t', 'number', 3),
    column('p', 'probability'),
    column('vif', 'number', 2),
  ];
}

import type { AnalysisSlice } from '../contract';
import { regressionPicture } from './chart';
import { regressionFindings } from './findings';
import type { RegressionOutcome } from './outcome';
import { regressionRows } from './rows';
import { runRegression } from './run';
import {
  parseRegressionSpec,
  regressionColumns,
  regressionDefaults,
  regressionSchema,
  type RegressionSpec,
} from './spec';

/** How one number goes with others: a line or a model by least squares, with correlation and diagnostics. */
export const regressionSlice: AnalysisSlice<RegressionSpec, RegressionOutcome> = {
  id: 'regression',
  schema: regressionSchema,
  defaults: regressionDefaults,
  parse: parseRegressionSpec,
  columns: regressionColumns,
  run: runRegression,
  picture: regressionPicture,
  rows: regressionRows,
  findings: regressionFindings,
  cite: ({ model }) => ({ pValue: model.pValue }),
};

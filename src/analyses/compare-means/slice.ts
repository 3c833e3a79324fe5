import type { AnalysisSlice } from '../contract';
import { compareMeansPicture } from './chart';
import { compareMeansFindings } from './findings';
import type { CompareMeansOutcome } from './outcome';
import { compareMeansRows } from './rows';
import { runCompareMeans } from './run';
import {
  compareMeansColumns,
  compareMeansDefaults,
  compareMeansSchema,
  parseCompareMeansSpec,
  type CompareMeansSpec,
} from './spec';

/** Whether a measure differs between groups, or between two columns of the same rows. */
export const compareMeansSlice: AnalysisSlice<CompareMeansSpec, CompareMeansOutcome> = {
  id: 'compareMeans',
  schema: compareMeansSchema,
  defaults: compareMeansDefaults,
  parse: parseCompareMeansSpec,
  columns: compareMeansColumns,
  run: runCompareMeans,
  picture: compareMeansPicture,
  rows: compareMeansRows,
  findings: compareMeansFindings,
  cite: ({ test }) => ({ pValue: test.pValue }),
};

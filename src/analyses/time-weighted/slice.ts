import type { AnalysisSlice } from '../contract';
import { seriesColumns } from '../series-fields';
import { timeWeightedPicture } from './chart';
import { timeWeightedFindings } from './findings';
import type { TimeWeightedOutcome } from './outcome';
import { timeWeightedRows } from './rows';
import { runTimeWeighted } from './run';
import { parseTimeWeightedSpec, timeWeightedDefaults, timeWeightedSchema, type TimeWeightedSpec } from './spec';

/** Finds small lasting shifts that an ordinary control chart finds late. */
export const timeWeightedSlice: AnalysisSlice<TimeWeightedSpec, TimeWeightedOutcome> = {
  id: 'timeWeighted',
  schema: timeWeightedSchema,
  defaults: timeWeightedDefaults,
  parse: parseTimeWeightedSpec,
  columns: seriesColumns,
  run: runTimeWeighted,
  pointLabels: ({ labels }) => labels,
  picture: timeWeightedPicture,
  rows: timeWeightedRows,
  findings: timeWeightedFindings,
};

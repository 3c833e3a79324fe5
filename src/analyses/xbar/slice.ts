import type { AnalysisSlice } from '../contract';
import { xbarPicture } from './chart';
import { xbarFindings } from './findings';
import type { XbarOutcome } from './outcome';
import { xbarRows } from './rows';
import { runXbar } from './run';
import { parseXbarSpec, xbarColumns, xbarDefaults, xbarSchema, type XbarSpec } from './spec';

/** Whether measured values are stable, in level and in spread, judged in subgroups. */
export const xbarSlice: AnalysisSlice<XbarSpec, XbarOutcome> = {
  id: 'xbar',
  schema: xbarSchema,
  defaults: xbarDefaults,
  parse: parseXbarSpec,
  columns: xbarColumns,
  run: runXbar,
  pointLabels: ({ labels }) => labels,
  picture: xbarPicture,
  rows: xbarRows,
  findings: xbarFindings,
};

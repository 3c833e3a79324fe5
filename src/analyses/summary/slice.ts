import type { AnalysisSlice } from '../contract';
import { summaryPicture } from './chart';
import { citeSummary } from './cite';
import { summaryFindings } from './findings';
import type { SummaryOutcome } from './outcome';
import { summaryRows } from './rows';
import { runSummary } from './run';
import { parseSummarySpec, summaryColumns, summaryDefaults, summarySchema, type SummarySpec } from './spec';

/** How the values of one number column are distributed, whole and by group. */
export const summarySlice: AnalysisSlice<SummarySpec, SummaryOutcome> = {
  id: 'summary',
  schema: summarySchema,
  defaults: summaryDefaults,
  parse: parseSummarySpec,
  columns: summaryColumns,
  run: runSummary,
  picture: summaryPicture,
  rows: summaryRows,
  findings: summaryFindings,
  cite: citeSummary,
};

import type { AnalysisSlice } from '../contract';
import { paretoPicture } from './chart';
import { paretoFindings } from './findings';
import type { ParetoOutcome } from './outcome';
import { paretoRows } from './rows';
import { runPareto } from './run';
import { paretoColumns, paretoDefaults, paretoSchema, parseParetoSpec, type ParetoSpec } from './spec';

/** Which few categories make up most of the complaints. */
export const paretoSlice: AnalysisSlice<ParetoSpec, ParetoOutcome> = {
  id: 'pareto',
  schema: paretoSchema,
  defaults: paretoDefaults,
  parse: parseParetoSpec,
  columns: paretoColumns,
  run: runPareto,
  picture: paretoPicture,
  rows: paretoRows,
  findings: paretoFindings,
};

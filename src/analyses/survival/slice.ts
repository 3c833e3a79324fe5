import type { AnalysisSlice } from '../contract';
import { survivalPicture } from './chart';
import { survivalFindings } from './findings';
import type { SurvivalOutcome } from './outcome';
import { survivalRows } from './rows';
import { runSurvival } from './run';
import { parseSurvivalSpec, survivalColumns, survivalDefaults, survivalSchema, type SurvivalSpec } from './spec';

/** How long cases take, with those still open counted as far as they were seen. */
export const survivalSlice: AnalysisSlice<SurvivalSpec, SurvivalOutcome> = {
  id: 'survival',
  schema: survivalSchema,
  defaults: survivalDefaults,
  parse: parseSurvivalSpec,
  columns: survivalColumns,
  run: runSurvival,
  picture: survivalPicture,
  rows: survivalRows,
  findings: survivalFindings,
};

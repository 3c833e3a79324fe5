import type { AnalysisSlice } from '../contract';
import { gagePicture } from './chart';
import { gageFindings } from './findings';
import type { GageOutcome } from './outcome';
import { gageRows } from './rows';
import { runGage } from './run';
import { gageColumns, gageDefaults, gageSchema, parseGageSpec, type GageSpec } from './spec';

/** Whether a measurement can be relied on: what comes from the measuring, what from the things measured. */
export const gageRrSlice: AnalysisSlice<GageSpec, GageOutcome> = {
  id: 'gageRr',
  schema: gageSchema,
  defaults: gageDefaults,
  parse: parseGageSpec,
  columns: gageColumns,
  run: runGage,
  picture: gagePicture,
  rows: gageRows,
  findings: gageFindings,
};

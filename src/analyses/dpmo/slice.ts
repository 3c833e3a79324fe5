import type { AnalysisSlice } from '../contract';
import { dpmoPicture } from './chart';
import { dpmoFindings } from './findings';
import type { DpmoOutcome } from './outcome';
import { dpmoRows } from './rows';
import { runDpmo } from './run';
import { dpmoColumns, dpmoDefaults, dpmoSchema, parseDpmoSpec, type DpmoSpec } from './spec';

/** How many defects per million opportunities, and what sigma level that is. */
export const dpmoSlice: AnalysisSlice<DpmoSpec, DpmoOutcome> = {
  id: 'dpmo',
  schema: dpmoSchema,
  defaults: dpmoDefaults,
  parse: parseDpmoSpec,
  columns: dpmoColumns,
  run: runDpmo,
  picture: dpmoPicture,
  rows: dpmoRows,
  findings: dpmoFindings,
};

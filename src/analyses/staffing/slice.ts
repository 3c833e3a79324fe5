import type { AnalysisSlice } from '../contract';
import { staffingPicture } from './chart';
import { staffingFindings } from './findings';
import type { StaffingOutcome } from './outcome';
import { staffingRows } from './rows';
import { runStaffing } from './run';
import { parseStaffingSpec, staffingDefaults, staffingSchema, type StaffingSpec } from './spec';

/** How many agents a service level takes, by Erlang C. */
export const staffingSlice: AnalysisSlice<StaffingSpec, StaffingOutcome> = {
  id: 'staffing',
  withoutData: true,
  schema: staffingSchema,
  defaults: staffingDefaults,
  parse: parseStaffingSpec,
  columns: () => ({ first: [], second: [] }),
  run: runStaffing,
  picture: staffingPicture,
  rows: staffingRows,
  findings: staffingFindings,
};

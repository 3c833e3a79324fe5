import type { AnalysisSlice } from '../contract';
import { satisfactionPicture } from './chart';
import { satisfactionFindings } from './findings';
import type { SatisfactionOutcome } from './outcome';
import { satisfactionRows } from './rows';
import { runSatisfaction } from './run';
import {
  parseSatisfactionSpec,
  satisfactionColumns,
  satisfactionDefaults,
  satisfactionSchema,
  type SatisfactionSpec,
} from './spec';

/** Net promoter score or share satisfied, with its interval, whole and by group. */
export const satisfactionSlice: AnalysisSlice<SatisfactionSpec, SatisfactionOutcome> = {
  id: 'satisfaction',
  schema: satisfactionSchema,
  defaults: satisfactionDefaults,
  parse: parseSatisfactionSpec,
  columns: satisfactionColumns,
  run: runSatisfaction,
  picture: satisfactionPicture,
  rows: satisfactionRows,
  findings: satisfactionFindings,
};

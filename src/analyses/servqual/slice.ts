import type { AnalysisSlice } from '../contract';
import { servqualPicture } from './chart';
import { servqualFindings } from './findings';
import type { ServqualOutcome } from './outcome';
import { servqualRows } from './rows';
import { runServqual } from './run';
import { parseServqualSpec, servqualColumns, servqualDefaults, servqualSchema, type ServqualSpec } from './spec';

/** Gaps between what customers expect and what they get, and what to work on first. */
export const servqualSlice: AnalysisSlice<ServqualSpec, ServqualOutcome> = {
  id: 'servqual',
  schema: servqualSchema,
  defaults: servqualDefaults,
  parse: parseServqualSpec,
  columns: servqualColumns,
  run: runServqual,
  picture: servqualPicture,
  rows: servqualRows,
  findings: servqualFindings,
};

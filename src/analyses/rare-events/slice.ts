import type { AnalysisSlice } from '../contract';
import { rareEventsPicture } from './chart';
import { rareEventsFindings } from './findings';
import type { RareEventsOutcome } from './outcome';
import { rareEventsRows } from './rows';
import { runRareEvents } from './run';
import {
  parseRareEventsSpec,
  rareEventsColumns,
  rareEventsDefaults,
  rareEventsSchema,
  type RareEventsSpec,
} from './spec';

/** Whether rare events have become rarer or more frequent. */
export const rareEventsSlice: AnalysisSlice<RareEventsSpec, RareEventsOutcome> = {
  id: 'rareEvents',
  schema: rareEventsSchema,
  defaults: rareEventsDefaults,
  parse: parseRareEventsSpec,
  columns: rareEventsColumns,
  run: runRareEvents,
  pointLabels: ({ labels }) => labels,
  picture: rareEventsPicture,
  rows: rareEventsRows,
  findings: rareEventsFindings,
};

import type { AnalysisSlice } from '../contract';
import { reliabilityPicture } from './chart';
import { reliabilityFindings } from './findings';
import type { ReliabilityOutcome } from './outcome';
import { reliabilityRows } from './rows';
import { runReliability } from './run';
import {
  parseReliabilitySpec,
  reliabilityColumns,
  reliabilityDefaults,
  reliabilitySchema,
  type ReliabilitySpec,
} from './spec';

/** Cronbach's alpha of the questions of a scale, and what each question contributes. */
export const reliabilitySlice: AnalysisSlice<ReliabilitySpec, ReliabilityOutcome> = {
  id: 'reliability',
  schema: reliabilitySchema,
  defaults: reliabilityDefaults,
  parse: parseReliabilitySpec,
  columns: reliabilityColumns,
  run: runReliability,
  picture: reliabilityPicture,
  rows: reliabilityRows,
  findings: reliabilityFindings,
};

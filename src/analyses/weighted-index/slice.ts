import type { AnalysisSlice } from '../contract';
import { weightedIndexPicture } from './chart';
import { weightedIndexFindings } from './findings';
import type { WeightedIndexOutcome } from './outcome';
import { weightedIndexRows } from './rows';
import { runWeightedIndex } from './run';
import {
  parseWeightedIndexSpec,
  weightedIndexColumns,
  weightedIndexDefaults,
  weightedIndexSchema,
  type WeightedIndexSpec,
} from './spec';

/** Several measures as one index from 0 to 100, whole and by group. */
export const weightedIndexSlice: AnalysisSlice<WeightedIndexSpec, WeightedIndexOutcome> = {
  id: 'weightedIndex',
  schema: weightedIndexSchema,
  defaults: weightedIndexDefaults,
  parse: parseWeightedIndexSpec,
  columns: weightedIndexColumns,
  run: runWeightedIndex,
  picture: weightedIndexPicture,
  rows: weightedIndexRows,
  findings: weightedIndexFindings,
};

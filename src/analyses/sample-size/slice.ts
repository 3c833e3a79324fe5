import type { AnalysisSlice } from '../contract';
import { sampleSizePicture } from './chart';
import { sampleSizeFindings } from './findings';
import type { SampleSizeOutcome } from './outcome';
import { sampleSizeRows } from './rows';
import { runSampleSize } from './run';
import { parseSampleSizeSpec, sampleSizeDefaults, sampleSizeSchema, type SampleSizeSpec } from './spec';

/** How large a sample must be, and what one of a given size can show. */
export const sampleSizeSlice: AnalysisSlice<SampleSizeSpec, SampleSizeOutcome> = {
  id: 'sampleSize',
  withoutData: true,
  schema: sampleSizeSchema,
  defaults: sampleSizeDefaults,
  parse: parseSampleSizeSpec,
  columns: () => ({ first: [], second: [] }),
  run: runSampleSize,
  picture: sampleSizePicture,
  rows: sampleSizeRows,
  findings: sampleSizeFindings,
};

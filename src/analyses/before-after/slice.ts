import type { AnalysisSlice } from '../contract';
import { beforeAfterPicture } from './chart';
import { beforeAfterFindings } from './findings';
import type { BeforeAfterOutcome } from './outcome';
import { beforeAfterRows } from './rows';
import { runBeforeAfter } from './run';
import {
  beforeAfterColumns,
  beforeAfterDefaults,
  beforeAfterSchema,
  parseBeforeAfterSpec,
  type BeforeAfterSpec,
} from './spec';

/** Whether a metric changed at a day, and whether that is more than a control group shows. */
export const beforeAfterSlice: AnalysisSlice<BeforeAfterSpec, BeforeAfterOutcome> = {
  id: 'beforeAfter',
  schema: beforeAfterSchema,
  defaults: beforeAfterDefaults,
  parse: parseBeforeAfterSpec,
  columns: beforeAfterColumns,
  run: runBeforeAfter,
  picture: beforeAfterPicture,
  rows: beforeAfterRows,
  findings: beforeAfterFindings,
  // What is left once the control is taken off, where there is one.
  cite: ({ verdict, change, controlled }) => ({ verdict, pValue: controlled ? controlled.pValue : change.pValue }),
};

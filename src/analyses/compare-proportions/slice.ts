import type { AnalysisSlice } from '../contract';
import { compareProportionsPicture } from './chart';
import { compareProportionsFindings } from './findings';
import type { CompareProportionsOutcome } from './outcome';
import { compareProportionsRows } from './rows';
import { runCompareProportions } from './run';
import {
  compareProportionsColumns,
  compareProportionsDefaults,
  compareProportionsSchema,
  parseCompareProportionsSpec,
  type CompareProportionsSpec,
} from './spec';

/** Whether shares or rates differ between groups or periods. */
export const compareProportionsSlice: AnalysisSlice<CompareProportionsSpec, CompareProportionsOutcome> = {
  id: 'compareProportions',
  schema: compareProportionsSchema,
  defaults: compareProportionsDefaults,
  parse: parseCompareProportionsSpec,
  columns: compareProportionsColumns,
  run: runCompareProportions,
  picture: compareProportionsPicture,
  rows: compareProportionsRows,
  findings: compareProportionsFindings,
  cite: ({ test }) => ({ pValue: test.pValue }),
};

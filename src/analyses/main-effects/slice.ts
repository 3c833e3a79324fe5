import type { AnalysisSlice } from '../contract';
import { mainEffectsPicture } from './chart';
import { mainEffectsFindings } from './findings';
import type { MainEffectsOutcome } from './outcome';
import { mainEffectsRows } from './rows';
import { runMainEffects } from './run';
import {
  mainEffectsColumns,
  mainEffectsDefaults,
  mainEffectsSchema,
  parseMainEffectsSpec,
  type MainEffectsSpec,
} from './spec';

/** How the mean of a measure changes with each of several factors, one factor at a time. */
export const mainEffectsSlice: AnalysisSlice<MainEffectsSpec, MainEffectsOutcome> = {
  id: 'mainEffects',
  schema: mainEffectsSchema,
  defaults: mainEffectsDefaults,
  parse: parseMainEffectsSpec,
  columns: mainEffectsColumns,
  run: runMainEffects,
  picture: mainEffectsPicture,
  rows: mainEffectsRows,
  findings: mainEffectsFindings,
};

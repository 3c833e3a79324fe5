import type { AnalysisSlice } from '../contract';
import { capabilityPicture } from './chart';
import { citeCapability } from './cite';
import { capabilityFindings } from './findings';
import type { CapabilityOutcome } from './outcome';
import { capabilityRows } from './rows';
import { runCapability } from './run';
import {
  capabilityColumns,
  capabilityDefaults,
  capabilitySchema,
  parseCapabilitySpec,
  type CapabilitySpec,
} from './spec';

/** How well a process keeps within its limits: indices, expected failures, and whether it is stable at all. */
export const capabilitySlice: AnalysisSlice<CapabilitySpec, CapabilityOutcome> = {
  id: 'capability',
  schema: capabilitySchema,
  defaults: capabilityDefaults,
  parse: parseCapabilitySpec,
  columns: capabilityColumns,
  run: runCapability,
  picture: capabilityPicture,
  rows: capabilityRows,
  findings: capabilityFindings,
  cite: citeCapability,
};

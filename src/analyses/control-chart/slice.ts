import type { AnalysisSlice } from '../contract';
import { controlChartPicture } from './chart';
import { citeControlChart } from './cite';
import { controlChartDefaults } from './defaults';
import { controlChartFindings } from './findings';
import type { ControlOutcome } from './outcome';
import { controlChartRows } from './rows';
import { runControlChart } from './run';
import { controlChartColumns, controlChartSchema, parseControlChartSpec, type ControlChartSpec } from './spec';

/** Whether a rate is stable, and when it changed. */
export const controlChartSlice: AnalysisSlice<ControlChartSpec, ControlOutcome> = {
  id: 'controlChart',
  schema: controlChartSchema,
  defaults: controlChartDefaults,
  parse: parseControlChartSpec,
  columns: controlChartColumns,
  run: runControlChart,
  pointLabels: ({ labels }) => labels,
  picture: controlChartPicture,
  rows: controlChartRows,
  findings: controlChartFindings,
  cite: citeControlChart,
};

import type { AnalysisSlice } from '../contract';
import { seriesColumns } from '../series-fields';
import { runChartPicture } from './chart';
import { runChartFindings } from './findings';
import type { RunOutcome } from './outcome';
import { runChartRows } from './rows';
import { runRunChart } from './run';
import { parseRunChartSpec, runChartDefaults, runChartSchema, type RunChartSpec } from './spec';

/** Whether anything but chance moved the points, without limits and with few assumptions. */
export const runChartSlice: AnalysisSlice<RunChartSpec, RunOutcome> = {
  id: 'runChart',
  schema: runChartSchema,
  defaults: runChartDefaults,
  parse: parseRunChartSpec,
  columns: seriesColumns,
  run: runRunChart,
  pointLabels: ({ labels }) => labels,
  picture: runChartPicture,
  rows: runChartRows,
  findings: runChartFindings,
};

import type { AnalysisSlice } from '../contract';
import { chartRankingPicture } from './chart';
import { chartRankingFindings } from './findings';
import type { ChartRankingOutcome } from './outcome';
import { chartRankingRows } from './rows';
import { runChartRanking } from './run';
import {
  chartRankingColumns,
  chartRankingDefaults,
  chartRankingSchema,
  parseChartRankingSpec,
  type ChartRankingSpec,
} from './spec';

/** A control chart for every link, aspect or outlet, those that signal now first. */
export const chartRankingSlice: AnalysisSlice<ChartRankingSpec, ChartRankingOutcome> = {
  id: 'chartRanking',
  schema: chartRankingSchema,
  defaults: chartRankingDefaults,
  parse: parseChartRankingSpec,
  columns: chartRankingColumns,
  run: runChartRanking,
  pointLabels: ({ labels }) => labels,
  picture: chartRankingPicture,
  rows: chartRankingRows,
  findings: chartRankingFindings,
};

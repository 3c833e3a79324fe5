import type { AnalysisSlice } from './contract';
import { chartRankingSlice } from './chart-ranking/slice';
import { capabilitySlice } from './capability/slice';
import { attributeAgreementSlice } from './attribute-agreement/slice';
import { gageRrSlice } from './gage-rr/slice';
import { controlChartSlice } from './control-chart/slice';
import { dpmoSlice } from './dpmo/slice';
import { paretoSlice } from './pareto/slice';
import { regressionSlice } from './regression/slice';
import { runChartSlice } from './run-chart/slice';
import { summarySlice } from './summary/slice';
import { compareMeansSlice } from './compare-means/slice';
import { mainEffectsSlice } from './main-effects/slice';
import { funnelPlotSlice } from './funnel-plot/slice';
import { xbarSlice } from './xbar/slice';
import { compareProportionsSlice } from './compare-proportions/slice';
import { survivalSlice } from './survival/slice';
import { timeWeightedSlice } from './time-weighted/slice';
import { associationSlice } from './association/slice';
import { satisfactionSlice } from './satisfaction/slice';
import { rareEventsSlice } from './rare-events/slice';
import { beforeAfterSlice } from './before-after/slice';
import { servqualSlice } from './servqual/slice';
import { weightedIndexSlice } from './weighted-index/slice';
import { sampleSizeSlice } from './sample-size/slice';
import { staffingSlice } from './staffing/slice';
import { reliabilitySlice } from './reliability/slice';

/** Every analysis, in the order offered. */
export const slices: readonly AnalysisSlice<unknown, unknown>[] = [
  paretoSlice,
  controlChartSlice,
  chartRankingSlice,
  dpmoSlice,
  summarySlice,
  runChartSlice,
  capabilitySlice,
  compareMeansSlice,
  mainEffectsSlice,
  regressionSlice,
  funnelPlotSlice,
  attributeAgreementSlice,
  xbarSlice,
  gageRrSlice,
  compareProportionsSlice,
  survivalSlice,
  timeWeightedSlice,
  associationSlice,
  satisfactionSlice,
  rareEventsSlice,
  beforeAfterSlice,
  servqualSlice,
  weightedIndexSlice,
  sampleSizeSlice,
  staffingSlice,
  reliabilitySlice,
];

/** The analysis with this id, or undefined. */
export function sliceById(id: string): AnalysisSlice<unknown, unknown> | undefined {
  return slices.find((slice) => slice.id === id);
}

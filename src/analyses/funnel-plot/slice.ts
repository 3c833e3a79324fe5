import type { AnalysisSlice } from '../contract';
import { funnelPlotPicture } from './chart';
import { funnelPlotFindings } from './findings';
import type { FunnelOutcome } from './outcome';
import { funnelPlotRows } from './rows';
import { runFunnelPlot } from './run';
import {
  funnelPlotColumns,
  funnelPlotDefaults,
  funnelPlotSchema,
  parseFunnelPlotSpec,
  type FunnelPlotSpec,
} from './spec';

/** Which outlets differ from the rest by more than their size explains. */
export const funnelPlotSlice: AnalysisSlice<FunnelPlotSpec, FunnelOutcome> = {
  id: 'funnelPlot',
  schema: funnelPlotSchema,
  defaults: funnelPlotDefaults,
  parse: parseFunnelPlotSpec,
  columns: funnelPlotColumns,
  run: runFunnelPlot,
  picture: funnelPlotPicture,
  rows: funnelPlotRows,
  findings: funnelPlotFindings,
};

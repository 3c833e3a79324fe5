import { ok, type Failure, type Result } from '../../kernel/result';
import { runChart } from '../../stats/control/run-chart';
import { assembleSeries, scaleOf } from '../assemble-series';
import type { AnalysisInput } from '../contract';
import type { RunOutcome } from './outcome';
import type { RunChartSpec } from './spec';

/** Rows → points → centre line and the two tests of runs. */
export function runRunChart(input: AnalysisInput, spec: RunChartSpec): Result<RunOutcome, Failure> {
  const assembled = assembleSeries(input, spec);
  if (!assembled.ok) return assembled;
  const { scope, subgroups, plotted, placement, coverage } = assembled.value;
  const chart = runChart(plotted.values, {
    center: spec.center,
    stages: placement.plan,
    excluded: placement.excluded.map(({ index }) => index),
  });
  if (!chart.ok) return chart;
  return ok({
    spec,
    labels: subgroups.labels,
    source: subgroups.source,
    filters: [...scope.filters, ...(plotted.filter ? [plotted.filter] : [])],
    numerators: plotted.numerators,
    sizes: plotted.sizes,
    rowsPerPoint: subgroups.rows,
    chart: chart.value,
    stages: placement.stages,
    excluded: placement.excluded,
    unmatched: placement.unmatched,
    scale: scaleOf(
      spec,
      plotted.unit,
      chart.value.stages.map(({ center }) => center),
    ),
    measureName: plotted.measureName,
    sizeName: plotted.sizeName,
    coverage,
  });
}

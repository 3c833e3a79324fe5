import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { controlChart } from '../../stats/control/control-chart';
import { dispersionDiagnostic, type DispersionDiagnostic } from '../../stats/control/overdispersion';
import type { ChartData } from '../../stats/control/types';
import type { Table } from '../../table/column';
import { checkAmount } from '../assemble-series';
import type { AnalysisInput } from '../contract';
import { selectScope, type Scope } from '../scope';
import { findCoverage } from '../coverage';
import type { ControlOutcome } from './outcome';
import { checkRules } from '../rule-choice';
import { chooseScale } from './scale';
import { placeChoices, type Placement } from '../stages';
import { plotSeries, type PlottedSeries } from '../plotted-series';
import { plotOf, type ControlChartSpec } from './spec';
import { makeSubgroups, type Subgroups } from '../subgroups';

/** Rows → subgroups → points → limits and signals. */
export function runControlChart(input: AnalysisInput, spec: ControlChartSpec): Result<ControlOutcome, Failure> {
  if (spec.subgroup === 'row' && spec.chart !== 'i') return fail('control-row-needs-individuals');
  const scope = selectScope(input.table, spec);
  if (!scope.ok) return scope;
  const subgroups = makeSubgroups(input.table, scope.value, spec);
  if (!subgroups.ok) return subgroups;
  const plotted = plotSeries(input, scope.value, subgroups.value, { ...spec, plot: plotOf[spec.chart] });
  if (!plotted.ok) return plotted;
  const placement = placeChoices(subgroups.value.labels, subgroups.value.source, spec);
  const wrong = checkAmount(plotted.value.values, placement);
  if (wrong) return fail(wrong.code, wrong.params);
  return assemble(input.table, spec, scope.value, subgroups.value, plotted.value, placement);
}

function assemble(
  table: Table,
  spec: ControlChartSpec,
  scope: Scope,
  subgroups: Subgroups,
  plotted: PlottedSeries,
  placement: Placement,
): Result<ControlOutcome, Failure> {
  const excluded = placement.excluded.map(({ index }) => index);
  const rules = checkRules(spec);
  if (!rules.ok) return rules;
  const data = dataOf(spec, plotted);
  const chart = controlChart(data, {
    k: spec.limitWidth,
    stages: placement.plan,
    excluded,
    rules: rules.value,
  });
  if (!chart.ok) return chart;
  const dispersion = diagnose(data, placement, excluded);
  if (!dispersion.ok) return dispersion;
  return ok({
    spec,
    kind: data.kind,
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
    scale: chooseScale(spec, chart.value, plotted.unit),
    measureName: plotted.measureName,
    sizeName: plotted.sizeName,
    dispersion: dispersion.value,
    coverage: findCoverage(table, scope, subgroups, plotted),
  });
}

function dataOf(spec: ControlChartSpec, { values, numerators, sizes }: PlottedSeries): ChartData {
  if (numerators === null) {
    const byMedian = spec.sigmaFrom === 'median-range';
    return {
      kind: 'individuals',
      values,
      sigmaEstimator: byMedian ? 'median_mr' : 'average_mr',
      nelsonScreen: spec.screenRanges && !byMedian,
    };
  }
  if (sizes === null) return { kind: 'c', counts: numerators };
  if (spec.chart === 'u') return { kind: spec.laney ? 'laney-u' : 'u', counts: numerators, sizes };
  const kind = spec.chart === 'np' ? 'np' : spec.laney ? 'laney-p' : 'p';
  return { kind, defectives: numerators, sizes };
}

/** The diagnostic looks at the last stage's limits-giving points: that is what the chart is judged by now. */
function diagnose(
  data: ChartData,
  { plan }: Placement,
  excluded: readonly number[],
): Result<DispersionDiagnostic | null, Failure> {
  if (data.kind === 'individuals') return ok(null);
  const last = plan[plan.length - 1];
  return dispersionDiagnostic(data, { range: last.baseline ?? { start: last.start, end: last.end }, excluded });
}

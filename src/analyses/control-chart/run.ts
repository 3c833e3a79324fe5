import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { controlChart } from '../../stats/control/control-chart';
import { dispersionDiagnostic, type DispersionDiagnostic } from '../../stats/control/overdispersion';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { ChartData, Maybe } from '../../stats/control/types';
import { aggregateBy } from '../../table/aggregate';
import type { Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findNumeric } from '../../table/find-column';
import { countMissing } from '../../table/group';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { selectScope, type Scope } from '../scope';
import { countNumerators, measureSizes } from '../counts';
import { findCoverage } from './coverage';
import type { ControlOutcome, DisplayScale } from './outcome';
import { chooseScale, timeUnit } from './scale';
import { placeChoices, type Placement } from './stages';
import type { ControlChartSpec } from './spec';
import { makeSubgroups, type Subgroups } from '../subgroups';

/** What is plotted, before limits. */
interface Plotted {
  readonly data: ChartData;
  readonly numerators: readonly Maybe[] | null;
  readonly sizes: readonly Maybe[] | null;
  readonly measureName: PhraseValue;
  readonly sizeName: PhraseValue | null;
  readonly blank: number;
  readonly filter: Filter | null;
  readonly unit: DisplayScale['unit'];
}

/** Rows → subgroups → points → limits and signals. */
export function runControlChart(input: AnalysisInput, spec: ControlChartSpec): Result<ControlOutcome, Failure> {
  if (spec.subgroup === 'row' && spec.chart !== 'i') return fail('control-row-needs-individuals');
  const scope = selectScope(input.table, spec);
  if (!scope.ok) return scope;
  const subgroups = makeSubgroups(input.table, scope.value, spec);
  if (!subgroups.ok) return subgroups;
  const plotted = plot(input, scope.value, subgroups.value, spec);
  if (!plotted.ok) return plotted;
  const placement = placeChoices(subgroups.value.labels, subgroups.value.source, spec);
  const wrong = checkPoints(plotted.value.data, placement);
  if (wrong) return fail(wrong.code, wrong.params);
  return assemble(input.table, spec, scope.value, subgroups.value, plotted.value, placement);
}

function assemble(
  table: Table,
  spec: ControlChartSpec,
  scope: Scope,
  subgroups: Subgroups,
  plotted: Plotted,
  placement: Placement,
): Result<ControlOutcome, Failure> {
  const excluded = placement.excluded.map(({ index }) => index);
  const chart = controlChart(plotted.data, {
    k: spec.limitWidth,
    stages: placement.plan,
    excluded,
    rules: ruleSets[spec.rules],
  });
  if (!chart.ok) return nameThePoint(chart.failure, subgroups.labels);
  const dispersion = diagnose(plotted.data, placement, excluded);
  if (!dispersion.ok) return dispersion;
  return ok({
    spec,
    kind: plotted.data.kind,
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
    coverage: findCoverage(table, scope, subgroups, { ...plotted, spec }),
  });
}

function plot(
  input: AnalysisInput,
  scope: Scope,
  subgroups: Subgroups,
  spec: ControlChartSpec,
): Result<Plotted, Failure> {
  if (spec.chart === 'i') return plotIndividuals(input.table, scope, subgroups, spec);
  const counted = countNumerators(input.table, scope, subgroups.groups, spec);
  if (!counted.ok) return counted;
  const numerators = withGaps(counted.value.values, subgroups.rows, spec);
  const named = {
    measureName: counted.value.name,
    blank: counted.value.blank,
    filter: counted.value.filter,
    unit: null,
  };
  if (spec.chart === 'c') {
    return ok({ ...named, data: { kind: 'c', counts: numerators }, numerators, sizes: null, sizeName: null });
  }
  const sized = measureSizes(input, subgroups, counted.value, spec);
  if (!sized.ok) return sized;
  const sizes = sized.value.values;
  const negative = sizes.findIndex((size) => size !== null && size < 0);
  if (negative >= 0) return fail('size-negative', { label: subgroups.labels[negative], size: sizes[negative] ?? 0 });
  return ok({ ...named, data: dataOf(spec, numerators, sizes), numerators, sizes, sizeName: sized.value.name });
}

function dataOf(spec: ControlChartSpec, counts: readonly Maybe[], sizes: readonly Maybe[]): ChartData {
  if (spec.chart === 'u') return { kind: spec.laney ? 'laney-u' : 'u', counts, sizes };
  const kind = spec.chart === 'np' ? 'np' : spec.laney ? 'laney-p' : 'p';
  return { kind, defectives: counts, sizes };
}

/** A period without rows is a gap, or a true zero: only the person knows. */
function withGaps(values: readonly Maybe[], rows: readonly number[], spec: ControlChartSpec): readonly Maybe[] {
  return values.map((value, point) => (rows[point] > 0 ? value : spec.emptyPeriods === 'zero' ? 0 : null));
}

function plotIndividuals(
  table: Table,
  scope: Scope,
  subgroups: Subgroups,
  spec: ControlChartSpec,
): Result<Plotted, Failure> {
  if (spec.measure === null) return fail('choose-measure');
  const column = findNumeric(table, spec.measure);
  if (!column) return fail('column-unknown', { column: spec.measure });
  const statistic = spec.subgroup === 'row' ? 'sum' : spec.statistic;
  const { values } = aggregateBy(subgroups.groups, column, scope.rows, statistic);
  const filled = statistic === 'sum' && spec.subgroup !== 'row' ? withGaps(values, subgroups.rows, spec) : values;
  const unit = timeUnit(column, filled);
  return ok({
    data: { kind: 'individuals', values: filled },
    numerators: null,
    sizes: null,
    measureName: columnName(table, column.id),
    sizeName: null,
    blank: countMissing(column, scope.rows),
    filter: null,
    unit,
  });
}

/** Too few points to say anything, in all or in what the limits are to come from. */
function checkPoints(data: ChartData, { plan, excluded }: Placement): Failure | null {
  const left = new Set(excluded.map(({ index }) => index));
  const usable = usablePoints(data).map((is, index) => is && !left.has(index));
  const points = usable.filter(Boolean).length;
  if (points < 2) return { code: 'control-too-few-points', params: { points } };
  for (const { baseline } of plan) {
    if (!baseline) continue;
    const inside = usable.slice(baseline.start, baseline.end).filter(Boolean).length;
    if (inside < 2) return { code: 'control-baseline-too-small', params: { points: inside } };
  }
  return null;
}

function usablePoints(data: ChartData): boolean[] {
  if (data.kind === 'individuals') return data.values.map((value) => value !== null);
  const counts = 'defectives' in data ? data.defectives : data.counts;
  return counts.map((count, i) => count !== null && (!('sizes' in data) || (data.sizes[i] ?? 0) > 0));
}

/** The chart counts points; the person knows them by name. */
function nameThePoint(failure: Failure, labels: readonly string[]): { readonly ok: false; readonly failure: Failure } {
  const { point } = failure.params;
  if (failure.code !== 'defectives-exceed-size' || typeof point !== 'number') return { ok: false, failure };
  return fail('control-defectives-exceed-size', { ...failure.params, label: labels[point - 1] });
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

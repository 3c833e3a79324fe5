import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { rareEventChart, type RareEventChart, type RareEventData } from '../../stats/control/rare-event-chart';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { Maybe } from '../../stats/control/types';
import { fitWeibull } from '../../stats/distributions/fit-weibull';
import type { Table } from '../../table/column';
import { findColumn } from '../../table/find-column';
import { checkAmount, scaleOf } from '../assemble-series';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { timeUnit, type DisplayScale } from '../display';
import type { PointSource } from '../point-source';
import { selectScope } from '../scope';
import { placeChoices, type Placement } from '../stages';
import { findGaps, type EventGaps } from './events';
import type { RareEventsOutcome } from './outcome';
import type { RareEventsSpec } from './spec';

/** Rows → events → gaps → limits and signals. */
export function runRareEvents(input: AnalysisInput, spec: RareEventsSpec): Result<RareEventsOutcome, Failure> {
  const { table } = input;
  const scope = selectScope(table, spec);
  if (!scope.ok) return scope;
  const found = findGaps(table, scope.value, spec);
  if (!found.ok) return found;
  const gaps = found.value;
  const source: PointSource = { kind: 'row', rows: gaps.rows, days: gaps.days };
  const placement = placeChoices(gaps.labels, source, spec, gaps.names);
  const few = checkAmount(gaps.values, placement);
  if (few) return { ok: false, failure: few };
  const chart = drawChart(gaps, placement, spec);
  if (!chart.ok) return chart;
  const dated = datedBy(table, spec);
  return ok({
    spec,
    labels: gaps.labels,
    rows: gaps.rows,
    chart: chart.value,
    stages: placement.stages,
    excluded: placement.excluded,
    unmatched: placement.unmatched,
    scale: gapScale(gaps, spec, dated),
    measureName: measureName(table, spec),
    events: gaps.events,
    open: gaps.open,
    shape: spec.chart === 't' ? weibullShape(gaps.values, placement) : null,
    dated,
    coverage: { rows: scope.value.count, undated: gaps.undated, blank: gaps.blank },
  });
}

function drawChart(gaps: EventGaps, placement: Placement, spec: RareEventsSpec): Result<RareEventChart, Failure> {
  const { values } = gaps;
  const data: RareEventData =
    spec.chart === 'g'
      ? { kind: 'g', values, method: spec.countMethod }
      : { kind: 't', values, method: spec.timeMethod };
  const chart = rareEventChart(data, {
    k: spec.limitWidth,
    stages: placement.plan,
    excluded: placement.excluded.map(({ index }) => index),
    rules: ruleSets[spec.rules],
  });
  if (!chart.ok) return nameTheEvent(chart.failure, gaps.labels);
  // Without a time between any two events nothing can be estimated.
  if (chart.value.stages.some(({ center }) => center === null)) return fail('rare-all-zero');
  return chart;
}

/** The engine counts points; the person knows them by name. */
function nameTheEvent(failure: Failure, labels: readonly string[]): { readonly ok: false; readonly failure: Failure } {
  const { point, count, value } = failure.params;
  if (typeof point !== 'number') return { ok: false, failure };
  const label = labels[point - 1];
  const gap = count ?? value;
  if (typeof gap === 'number' && gap < 0) return fail('rare-negative-gap', { label, gap });
  return failure.code === 'value-not-positive' ? fail('rare-zero-gap', { label }) : { ok: false, failure };
}

/** Dates without a time of day count days, whatever the size of the gaps. */
function gapScale(
  { isTime, values }: EventGaps,
  { from }: RareEventsSpec,
  dated: RareEventsOutcome['dated'],
): DisplayScale {
  if (!isTime) return { kind: 'count', factor: 1, unit: null };
  const unit = from === 'rows' && dated === 'day' ? 'day' : timeUnit({ type: 'duration' }, values);
  return scaleOf({ plot: 'measure', per: null }, unit, []);
}

function measureName(table: Table, spec: RareEventsSpec): PhraseValue | null {
  if (spec.from === 'column') return spec.measure === null ? null : columnName(table, spec.measure);
  return spec.countedColumn === null || spec.countedValues.length === 0 ? null : columnName(table, spec.countedColumn);
}

/** Below 1 events come in bunches, above 1 they keep apart. */
function weibullShape(values: readonly Maybe[], { excluded }: Placement): Maybe {
  const left = new Set(excluded.map(({ index }) => index));
  const positive = values.filter((value, index): value is number => value !== null && value > 0 && !left.has(index));
  if (positive.length < 2) return null;
  const fit = fitWeibull(positive);
  return fit.ok ? fit.value.shape : null;
}

function datedBy(table: Table, { dateColumn }: RareEventsSpec): RareEventsOutcome['dated'] {
  const type = dateColumn === null ? undefined : findColumn(table, dateColumn)?.type;
  return type === undefined ? 'no' : type === 'datetime' ? 'time' : 'day';
}

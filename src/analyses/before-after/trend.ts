import { ok, type Failure, type Result } from '../../kernel/result';
import { fitLinearModel } from '../../stats/regression/linear-model';
import { applyFilters } from '../../table/apply-filters';
import { valuesBy } from '../../table/aggregate';
import type { Filter } from '../../table/filter';
import { daysFilter, periodOfDay, periodStart, type PeriodUnit } from '../../table/period';
import { countRows } from '../../table/rows';
import type { AnalysisInput } from '../contract';
import { countNumerators, measureSizes } from '../counts';
import type { Measure } from '../measure';
import { pointFilters } from '../point-source';
import type { Scope } from '../scope';
import { makeSubgroups, type Subgroups } from '../subgroups';
import type { BeforeAfterOutcome, Maybe, TrendPoint } from './outcome';
import type { BeforeAfterSpec } from './spec';
import type { Windows } from './windows';

const mostPoints = 400;

/** The metric period by period, for both arms, and where the change lies. */
export function measureTrend(
  input: AnalysisInput,
  spec: BeforeAfterSpec,
  windows: Windows,
  measure: Measure | null,
): Result<BeforeAfterOutcome['trend'], Failure> {
  const unit = chooseUnit(spec, windows);
  const range = { from: windows.firstDay, before: windows.lastDay + 1 };
  const line = (arm: readonly Filter[]): Result<{ subgroups: Subgroups; values: readonly Maybe[] }, Failure> => {
    const filters = [...arm, daysFilter(windows.dates, range.from, range.before)];
    const rows = applyFilters(input.table, filters);
    if (!rows.ok) return rows;
    const scope = { rows: rows.value, count: countRows(rows.value, input.table.rows), filters, undated: 0 };
    const subgroups = makeSubgroups(input.table, scope, {
      subgroup: unit,
      subgroupColumn: null,
      dateColumn: spec.dateColumn,
      period: range,
    });
    if (!subgroups.ok) return subgroups;
    const values = measurePoints(input, { spec, windows, scope, subgroups: subgroups.value, measure });
    return values.ok ? ok({ subgroups: subgroups.value, values: values.value }) : values;
  };
  const treated = line(windows.treated);
  if (!treated.ok) return treated;
  const control = windows.control ? line(windows.control) : null;
  if (control && !control.ok) return control;
  const { subgroups, values } = treated.value;
  const points = subgroups.labels.map((label, index): TrendPoint => ({
    label,
    treated: values[index],
    control: control?.value.values[index] ?? null,
    filters: [...windows.treated, ...pointFilters(subgroups.source, index)],
  }));
  return ok({ unit, points, ...places(windows, unit, points.length) });
}

/** Months where there are enough of them, else weeks, else days; coarser where there would be too many points. */
function chooseUnit(spec: BeforeAfterSpec, { dates, firstDay, lastDay }: Windows): PeriodUnit {
  const { unit } = spec;
  const days = lastDay - firstDay + 1;
  // Volumes of another dataset come by the month, also where their column holds full dates.
  const isMonthly = dates.type === 'month' || (spec.metric === 'rate' && spec.denominator === 'second');
  const wanted: PeriodUnit = unit !== 'auto' ? unit : isMonthly || days >= 240 ? 'month' : days >= 50 ? 'week' : 'day';
  const coarser: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];
  const fits = (one: PeriodUnit): boolean =>
    !(isMonthly && (one === 'day' || one === 'week')) &&
    periodOfDay(lastDay, one) - periodOfDay(firstDay, one) < mostPoints;
  return coarser.slice(coarser.indexOf(wanted)).find(fits) ?? 'year';
}

function measurePoints(
  input: AnalysisInput,
  of: {
    readonly spec: BeforeAfterSpec;
    readonly windows: Windows;
    readonly scope: Scope;
    readonly subgroups: Subgroups;
    readonly measure: Measure | null;
  },
): Result<readonly Maybe[], Failure> {
  const { spec, scope, subgroups, measure } = of;
  if (measure) {
    const lists = valuesBy(subgroups.groups, measure.column, scope.rows);
    return ok(
      lists.map((list) =>
        list.length === 0 ? null : list.reduce((sum, value) => sum + value, 0) / list.length / measure.size,
      ),
    );
  }
  const numerator = spec.metric === 'share' ? 'values' : spec.numerator;
  const counted = countNumerators(input.table, scope, subgroups.groups, { ...spec, numerator });
  if (!counted.ok) return counted;
  const sizes =
    spec.metric === 'rate' && spec.denominator === 'days'
      ? ok(daysPerPoint(of.windows, subgroups))
      : sizesOf(input, subgroups, counted.value, spec, numerator);
  if (!sizes.ok) return sizes;
  return ok(
    counted.value.values.map((events, index) => {
      const size = sizes.value[index];
      return size === null || !(size > 0) ? null : (events ?? 0) / size;
    }),
  );
}

function sizesOf(
  input: AnalysisInput,
  subgroups: Subgroups,
  counted: Parameters<typeof measureSizes>[2],
  spec: BeforeAfterSpec,
  numerator: BeforeAfterSpec['numerator'],
): Result<readonly Maybe[], Failure> {
  const denominator = spec.metric === 'share' ? 'rows' : spec.denominator === 'second' ? 'second' : 'column';
  const sized = measureSizes(input, subgroups, counted, { ...spec, numerator, denominator, period: null });
  return sized.ok ? ok(sized.value.values) : sized;
}

/** Days of each period that the data cover. */
function daysPerPoint({ firstDay, lastDay }: Windows, { source, labels }: Subgroups): Maybe[] {
  if (source.kind !== 'period') return labels.map(() => null);
  return labels.map((_, index) => {
    const from = Math.max(firstDay, periodStart(source.first + index, source.unit));
    const before = Math.min(lastDay + 1, periodStart(source.first + index + 1, source.unit));
    return before - from;
  });
}

/** Which points lie wholly before and after, and where between them the change is. */
function places(
  { changeDay, after, firstDay }: Windows,
  unit: PeriodUnit,
  points: number,
): Pick<BeforeAfterOutcome['trend'], 'before' | 'after' | 'changeAt'> {
  const first = periodOfDay(firstDay, unit);
  const changed = periodOfDay(changeDay, unit) - first;
  const isStart = periodStart(changed + first, unit) === changeDay;
  const from = after.from ?? changeDay;
  const resumed = periodOfDay(from, unit) - first;
  const resumesWhole = periodStart(resumed + first, unit) === from;
  const lastBefore = changed - 1;
  const firstAfter = resumesWhole ? resumed : resumed + 1;
  const width = periodStart(changed + first + 1, unit) - periodStart(changed + first, unit);
  return {
    before: lastBefore >= 0 ? [0, lastBefore] : null,
    after: firstAfter < points ? [firstAfter, points - 1] : null,
    changeAt: isStart ? changed - 0.5 : changed - 0.5 + (changeDay - periodStart(changed + first, unit)) / width,
  };
}

const leastForSlope = 6;

/** Whether the metric was moving already before the change. */
export function slopeBefore(trend: BeforeAfterOutcome['trend']): BeforeAfterOutcome['preTrend'] {
  if (!trend.before) return null;
  const values = trend.points.slice(trend.before[0], trend.before[1] + 1).map(({ treated }) => treated);
  const n = values.filter((value) => value !== null).length;
  if (n < leastForSlope) return null;
  const fitted = fitLinearModel([{ name: '', values: values.map((_, index) => index) }], values);
  if (!fitted.ok) return null;
  const slope = fitted.value.coefficients[1];
  return slope.pValue === null ? null : { perPoint: slope.estimate, pValue: slope.pValue, n };
}

import { fromEpochDay, toEpochDay } from '../../kernel/dates';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { applyFilters } from '../../table/apply-filters';
import type { Column, NumericColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findColumn, findNumeric } from '../../table/find-column';
import { countMissing } from '../../table/group';
import { dayExtent, daysFilter } from '../../table/period';
import { countRows } from '../../table/rows';
import type { DayRange } from '../contract';
import { middleMonth } from '../halves';
import type { BeforeAfterSpec } from './spec';

/** The two windows of time, and whose records lie in them. */
export interface Windows {
  readonly dates: NumericColumn;
  readonly changeDay: number;
  readonly isAssumed: boolean;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly before: DayRange;
  readonly after: DayRange;
  /** Conditions on the changed records, whatever their date. */
  readonly treated: readonly Filter[];
  /** The same of those that did not change; null without a control. */
  readonly control: readonly Filter[] | null;
  readonly coverage: {
    readonly rows: number;
    readonly undated: number;
    readonly inGap: number;
    readonly noArm: number;
  };
}

/**
 * Lays the windows before and after the change.
 *
 * Fails  choose-date, column-unknown, no-dates, analysis-no-rows, before-after-outside, before-after-choose-control
 */
export function layWindows(table: Table, spec: BeforeAfterSpec): Result<Windows, Failure> {
  if (spec.dateColumn === null) return fail('choose-date');
  const dates = findNumeric(table, spec.dateColumn);
  if (!dates) return fail('column-unknown', { column: spec.dateColumn });
  const range = spec.period ?? { from: null, before: null };
  const base = spec.period ? [...spec.filters, daysFilter(dates, range.from, range.before)] : [...spec.filters];
  const all = applyFilters(table, spec.filters);
  const scope = applyFilters(table, base);
  if (!all.ok) return all;
  if (!scope.ok) return scope;
  const rows = countRows(scope.value, table.rows);
  if (rows === 0) return fail('analysis-no-rows');
  const extent = dayExtent(dates, scope.value);
  if (!extent) return fail('no-dates', { column: dates.name });
  const changeDay = spec.change ?? middleMonth(dates);
  if (changeDay === null) return fail('before-after-one-month', { column: dates.name });
  const start = changeDay + spec.gapDays;
  if (changeDay <= extent.first || start > extent.last) {
    return fail('before-after-outside', {
      change: { as: 'date', epochDay: changeDay },
      first: { as: 'date', epochDay: extent.first },
      last: { as: 'date', epochDay: extent.last },
    });
  }
  const arms = divideArms(table, spec);
  if (!arms.ok) return arms;
  const gap = applyFilters(table, [...base, daysFilter(dates, changeDay, start)]);
  const noArm = spec.controlColumn === null ? null : findColumn(table, spec.controlColumn);
  return ok({
    dates,
    changeDay,
    isAssumed: spec.change === null,
    firstDay: extent.first,
    lastDay: extent.last,
    // Volumes come by the month: the first and the last month count whole.
    before: { from: range.from ?? monthStart(extent.first, 0), before: changeDay },
    after: { from: start, before: range.before ?? monthStart(extent.last, 1) },
    treated: [...spec.filters, ...arms.value.treated],
    control: arms.value.control && [...spec.filters, ...arms.value.control],
    coverage: {
      rows,
      undated: countMissing(dates, all.value),
      inGap: spec.gapDays > 0 && gap.ok ? countRows(gap.value, table.rows) : 0,
      noArm: noArm ? countMissing(noArm, scope.value) : 0,
    },
  });
}

function monthStart(day: number, later: number): number {
  const { year, month } = fromEpochDay(day);
  const index = year * 12 + month - 1 + later;
  return toEpochDay(Math.floor(index / 12), (index % 12) + 1, 1);
}

function divideArms(
  table: Table,
  { controlColumn, controlValues }: BeforeAfterSpec,
): Result<{ readonly treated: readonly Filter[]; readonly control: readonly Filter[] | null }, Failure> {
  if (controlColumn === null) return ok({ treated: [], control: null });
  const column = findColumn(table, controlColumn);
  if (!column) return fail('column-unknown', { column: controlColumn });
  if (controlValues.length === 0) return fail('before-after-choose-control', { column: column.name });
  return ok({ treated: otherValues(column, controlValues), control: [sameValues(column, controlValues)] });
}

function sameValues(column: Column, values: readonly string[]): Filter {
  return column.layout === 'dictionary'
    ? { column: column.id, op: 'in', values }
    : { column: column.id, op: 'equals', values: values.map(Number) };
}

/** An empty cell is on neither side. */
function otherValues(column: Column, values: readonly string[]): readonly Filter[] {
  if (column.layout === 'dictionary')
    return [
      { column: column.id, op: 'notIn', values },
      { column: column.id, op: 'present' },
    ];
  return [{ column: column.id, op: 'equals', values: [0, 1].filter((value) => !values.includes(String(value))) }];
}

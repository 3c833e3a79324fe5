/** Divides the rows into the points of a chart. */

import { getBit } from '../kernel/bitmap';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { NumericColumn, Table } from '../table/column';
import { findColumn, findNumeric } from '../table/find-column';
import { countBy, groupByNumber, groupByPeriod, groupByWord, type Groups } from '../table/group';
import { canDivide, dayOfValue, periodOfDay, type PeriodUnit } from '../table/period';
import type { Rows } from '../table/rows';
import type { DayRange } from './contract';
import type { Scope } from './scope';
import { labelOf, type PointSource } from './point-source';

/** More points than anyone can look at; beyond it, subgroups are the answer. */
export const mostPoints = 100_000;

/** How a person wants the rows divided. */
export interface SubgroupChoice {
  readonly subgroup: PeriodUnit | 'all' | 'column' | 'row';
  readonly dateColumn: string | null;
  readonly subgroupColumn: string | null;
  readonly period: DayRange | null;
}

export interface Subgroups {
  readonly groups: Groups;
  readonly labels: readonly string[];
  readonly source: PointSource;
  /** Selected rows per point. */
  readonly rows: readonly number[];
  /** Selected rows in no point. */
  readonly unplaced: number;
}

/**
 * The points of the chart and which row belongs to which.
 *
 * Fails  choose-date, choose-subgroup, date-too-coarse, no-dates, too-many-points, column-unknown
 */
export function makeSubgroups(table: Table, scope: Scope, spec: SubgroupChoice): Result<Subgroups, Failure> {
  const made = divide(table, scope.rows, spec);
  if (!made.ok) return made;
  const { groups } = made.value;
  if (groups.size > mostPoints) return fail('too-many-points', { points: groups.size, most: mostPoints });
  const rows = Array.from(countBy(groups, scope.rows));
  const labels = Array.from({ length: groups.size }, (_, index) => labelOf(made.value.source, index));
  return ok({ ...made.value, labels, rows, unplaced: scope.count - rows.reduce((sum, n) => sum + n, 0) });
}

type Division = Pick<Subgroups, 'groups' | 'source'>;

function divide(table: Table, rows: Rows, spec: SubgroupChoice): Result<Division, Failure> {
  if (spec.subgroup === 'all') return ok(wholeTable(table));
  if (spec.subgroup === 'row') return divideByRow(table, rows, spec);
  if (spec.subgroup === 'column') return divideByColumn(table, rows, spec);
  return divideByPeriod(table, rows, spec, spec.subgroup);
}

function wholeTable(table: Table): Division {
  return { groups: { size: 1, of: new Int32Array(table.rows) }, source: { kind: 'all' } };
}

function divideByPeriod(table: Table, rows: Rows, spec: SubgroupChoice, unit: PeriodUnit): Result<Division, Failure> {
  if (spec.dateColumn === null) return fail('choose-date');
  const dates = findNumeric(table, spec.dateColumn);
  if (!dates) return fail('column-unknown', { column: spec.dateColumn });
  if (!canDivide(dates.type, unit)) return fail('date-too-coarse', { column: dates.name });
  const groups = groupByPeriod(dates, unit, rows, periodBounds(spec.period, unit));
  if (!groups) return fail('no-dates', { column: dates.name });
  const type = dates.type === 'datetime' || dates.type === 'month' ? dates.type : 'date';
  return ok({ groups, source: { kind: 'period', column: { id: dates.id, type }, unit, first: groups.first } });
}

/** A chosen range is shown whole, also where it has no rows. */
function periodBounds(range: DayRange | null, unit: PeriodUnit): { first?: number; last?: number } {
  return {
    ...(range && range.from !== null ? { first: periodOfDay(range.from, unit) } : {}),
    ...(range && range.before !== null ? { last: periodOfDay(range.before - 1, unit) } : {}),
  };
}

function divideByColumn(table: Table, rows: Rows, spec: SubgroupChoice): Result<Division, Failure> {
  if (spec.subgroupColumn === null) return fail('choose-subgroup');
  const column = findColumn(table, spec.subgroupColumn);
  if (!column) return fail('column-unknown', { column: spec.subgroupColumn });
  if (column.layout === 'numeric') {
    const groups = groupByNumber(column, rows);
    return ok({ groups, source: { kind: 'number', column: column.id, type: column.type, values: groups.values } });
  }
  return ok(dropEmptyWords(groupByWord(column), column.id, column.dictionary, rows));
}

/** Words without a selected row are no points; the others keep their order of first appearance. */
function dropEmptyWords(all: Groups, column: string, dictionary: readonly string[], rows: Rows): Division {
  const counts = countBy(all, rows);
  const kept = Array.from(counts.keys()).filter((code) => counts[code] > 0);
  const place = new Int32Array(all.size).fill(-1);
  kept.forEach((code, point) => (place[code] = point));
  const of = all.of.map((code) => (code < 0 ? -1 : place[code]));
  return {
    groups: { size: kept.length, of },
    source: { kind: 'word', column, values: kept.map((code) => dictionary[code]) },
  };
}

function divideByRow(table: Table, rows: Rows, spec: SubgroupChoice): Result<Division, Failure> {
  const selected = rows === null ? Array.from({ length: table.rows }, (_, row) => row) : Array.from(rows);
  if (selected.length > mostPoints) return fail('too-many-points', { points: selected.length, most: mostPoints });
  const dates = spec.dateColumn === null ? undefined : findNumeric(table, spec.dateColumn);
  const ordered = dates ? inTimeOrder(selected, dates) : selected;
  const of = new Int32Array(table.rows).fill(-1);
  ordered.forEach((row, point) => (of[row] = point));
  const days = dates
    ? ordered.map((row) => (getBit(dates.missing, row) ? null : dayOfValue(dates.values[row], dates.type)))
    : null;
  return ok({
    groups: { size: ordered.length, of },
    source: { kind: 'row', rows: ordered, days, ...(table.without && { without: table.without }) },
  });
}

/** By date, rows of equal date in file order; rows without a date come last. */
function inTimeOrder(rows: readonly number[], dates: NumericColumn): number[] {
  const key = (row: number): number => (getBit(dates.missing, row) ? Infinity : dates.values[row]);
  return [...rows].sort((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)));
}

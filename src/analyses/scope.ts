/** Which rows an analysis looks at, and the same as conditions, so that every figure can open its rows. */

import { fail, ok, type Failure, type Result } from '../kernel/result';
import { applyFilters } from '../table/apply-filters';
import type { Column, Table } from '../table/column';
import type { Filter } from '../table/filter';
import { findNumeric } from '../table/find-column';
import { countMissing } from '../table/group';
import { daysFilter } from '../table/period';
import { countRows, type Rows } from '../table/rows';
import type { DayRange } from './contract';

export interface Scope {
  readonly rows: Rows;
  readonly count: number;
  readonly filters: readonly Filter[];
  /** Rows that a chosen period could not place because they have no date. */
  readonly undated: number;
}

export interface ScopeChoice {
  readonly filters: readonly Filter[];
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
}

/**
 * The rows that pass the filters and lie in the period.
 *
 * Fails  filter-column-unknown, filter-wrong-type, column-unknown, analysis-no-rows
 */
export function selectScope(table: Table, choice: ScopeChoice): Result<Scope, Failure> {
  const filtered = applyFilters(table, choice.filters);
  if (!filtered.ok) return filtered;
  if (!choice.period || choice.dateColumn === null) return finish(table, filtered.value, choice.filters, 0);
  const dates = findNumeric(table, choice.dateColumn);
  if (!dates) return fail('column-unknown', { column: choice.dateColumn });
  const filters = [...choice.filters, daysFilter(dates, choice.period.from, choice.period.before)];
  const dated = applyFilters(table, filters);
  if (!dated.ok) return dated;
  return finish(table, dated.value, filters, countMissing(dates, filtered.value));
}

function finish(table: Table, rows: Rows, filters: readonly Filter[], undated: number): Result<Scope, Failure> {
  const count = countRows(rows, table.rows);
  return count === 0 ? fail('analysis-no-rows') : ok({ rows, count, filters, undated });
}

/** The rows whose cell is one of `values`, as a condition; yes/no and number columns hold them as numbers. */
export function valuesFilter(column: Column, values: readonly string[]): Filter {
  return column.layout === 'dictionary'
    ? { column: column.id, op: 'in', values }
    : { column: column.id, op: 'equals', values: values.map(Number) };
}

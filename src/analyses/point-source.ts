/** Where the points of a chart or the lines of a table come from, so that each can open its rows. */

import { formatIsoDate } from '../kernel/dates';
import { valueText } from '../table/cell-text';
import type { ColumnType } from '../table/column';
import type { Filter } from '../table/filter';
import { firstRowOf, type Edition } from '../table/first-row';
import { dayOfValue, periodFilter, periodLabel, periodStart, type PeriodUnit } from '../table/period';

export type PointSource =
  /** One point for everything. */
  | { readonly kind: 'all' }
  | {
      readonly kind: 'period';
      readonly column: { readonly id: string; readonly type: 'date' | 'datetime' | 'month' };
      readonly unit: PeriodUnit;
      readonly first: number;
    }
  | { readonly kind: 'word'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly column: string; readonly type: ColumnType; readonly values: readonly number[] }
  | (Edition & {
      readonly kind: 'row';
      readonly rows: readonly number[];
      readonly days: readonly (number | null)[] | null;
    });

/** The name of a point: what phases and exclusions refer to. A row goes by its first number, from 1. */
export function labelOf(source: PointSource, index: number): string {
  switch (source.kind) {
    case 'all':
      return '';
    case 'period':
      return periodLabel(source.first + index, source.unit);
    case 'word':
      return source.values[index];
    case 'number':
      return valueText(source.values[index], source.type);
    case 'row': {
      const day = source.days?.[index] ?? null;
      const number = String(firstRowOf(source.rows[index], source) + 1);
      return day === null ? number : `${formatIsoDate(day)} #${number}`;
    }
  }
}

/** The first day of a point, where time is known. */
export function dayOfPoint(source: PointSource, index: number): number | null {
  if (source.kind === 'period') return periodStart(source.first + index, source.unit);
  if (source.kind === 'row') return source.days?.[index] ?? null;
  if (source.kind === 'number' && (source.type === 'date' || source.type === 'month')) {
    return dayOfValue(source.values[index], source.type);
  }
  return null;
}

/** The rows of a point as conditions. */
export function pointFilters(source: PointSource, index: number): readonly Filter[] {
  switch (source.kind) {
    case 'all':
      return [];
    case 'period':
      return [periodFilter(source.column, source.unit, source.first + index)];
    case 'word':
      return [{ column: source.column, op: 'in', values: [source.values[index]] }];
    case 'number':
      return [{ column: source.column, op: 'equals', values: [source.values[index]] }];
    case 'row':
      return [{ op: 'rows', rows: [source.rows[index]] }];
  }
}

/** Calendar periods as integers that count without gaps, so that a missing month is a number and not a guess. */

import { getBit } from '../kernel/bitmap';
import {
  formatIsoDate,
  formatIsoMonth,
  fromEpochDay,
  isoWeek,
  isValidDate,
  monthIndexOf,
  msPerDay,
  toEpochDay,
} from '../kernel/dates';
import type { ColumnType, NumericColumn } from './column';
import type { Filter } from './filter';
import type { Rows } from './rows';

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Every unit that a calendar column can be divided into, finest first. */
export const periodUnits: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Types of columns that say when something happened. */
export const calendarTypes = ['date', 'datetime', 'month'] as const satisfies readonly ColumnType[];

/** Whether a column of this type can be divided into these periods: a month has no days. */
export function canDivide(type: ColumnType, unit: PeriodUnit): boolean {
  if (type === 'month') return unit !== 'day' && unit !== 'week';
  return type === 'date' || type === 'datetime';
}

/**
 * The period that holds a day.
 *
 * Unit  day: epoch day; week: weeks since the Monday 1969-12-29; month: year × 12 + month − 1; quarter: year × 4 +
 *       quarter − 1; year: the year.
 */
export function periodOfDay(epochDay: number, unit: PeriodUnit): number {
  switch (unit) {
    case 'day':
      return epochDay;
    case 'week':
      return Math.floor((epochDay + 3) / 7);
    default:
      return periodOfMonth(monthIndexOf(epochDay), unit);
  }
}

/** The month, quarter or year that holds a month index. */
export function periodOfMonth(monthIndex: number, unit: 'month' | 'quarter' | 'year'): number {
  return unit === 'month' ? monthIndex : Math.floor(monthIndex / (unit === 'quarter' ? 3 : 12));
}

/** First day of a period; that of `period + 1` ends it. */
export function periodStart(period: number, unit: PeriodUnit): number {
  if (unit === 'day') return period;
  if (unit === 'week') return period * 7 - 3;
  const month = firstMonth(period, unit);
  return toEpochDay(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

function firstMonth(period: number, unit: 'month' | 'quarter' | 'year'): number {
  return unit === 'month' ? period : period * (unit === 'quarter' ? 3 : 12);
}

/** The name of a period in ISO style, the same in every language: 2024-03-05, 2024-W10, 2024-03, 2024-Q1, 2024. */
export function periodLabel(period: number, unit: PeriodUnit): string {
  const four = (year: number): string => String(year).padStart(4, '0');
  switch (unit) {
    case 'day':
      return formatIsoDate(period);
    case 'week': {
      const { year, week } = isoWeek(periodStart(period, 'week'));
      return `${four(year)}-W${String(week).padStart(2, '0')}`;
    }
    case 'month':
      return formatIsoMonth(period);
    case 'quarter':
      return `${four(Math.floor(period / 4))}-Q${period - Math.floor(period / 4) * 4 + 1}`;
    case 'year':
      return four(period);
  }
}

/** The period that a label of `periodLabel` names, or null. */
export function parsePeriod(label: string, unit: PeriodUnit): number | null {
  const match = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(label);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[4]);
  let period: number | null = null;
  if (unit === 'year') period = year;
  else if (unit === 'quarter') period = year * 4 + Number(match[3]) - 1;
  else if (unit === 'month') period = year * 12 + month - 1;
  else if (unit === 'week') period = periodOfDay(toEpochDay(year, 1, 4), 'week') + Number(match[2]) - 1;
  else if (isValidDate(year, month, Number(match[5]))) period = toEpochDay(year, month, Number(match[5]));
  // The label must come back unchanged: that refuses month 13, week 54 and labels of another unit.
  return period !== null && Number.isFinite(period) && periodLabel(period, unit) === label ? period : null;
}

/** The rows of one period, as a condition on the column that was divided. */
export function periodFilter(column: Pick<NumericColumn, 'id' | 'type'>, unit: PeriodUnit, period: number): Filter {
  return daysFilter(column, periodStart(period, unit), periodStart(period + 1, unit));
}

/**
 * Rows from day `from` up to, not including, day `before`, as a condition in the column's own unit; null = open.
 *
 * In a month column a month belongs to the range when its first day does.
 */
export function daysFilter(
  column: Pick<NumericColumn, 'id' | 'type'>,
  from: number | null,
  before: number | null,
): Filter {
  const toUnit = (day: number): number => {
    if (column.type === 'datetime') return day * msPerDay;
    if (column.type !== 'month') return day;
    return monthIndexOf(day) + (fromEpochDay(day).day > 1 ? 1 : 0);
  };
  return {
    column: column.id,
    op: 'range',
    from: from === null ? null : toUnit(from),
    before: before === null ? null : toUnit(before),
  };
}

/** Epoch day of a value of a date, datetime or month column (a month: its first day). */
export function dayOfValue(value: number, type: ColumnType): number {
  if (type === 'month') return periodStart(value, 'month');
  return type === 'datetime' ? Math.floor(value / msPerDay) : value;
}

/** First and last day among the rows; null when no row has one. */
export function dayExtent(column: NumericColumn, rows: Rows): { readonly first: number; readonly last: number } | null {
  let low = Infinity;
  let high = -Infinity;
  const length = rows === null ? column.values.length : rows.length;
  for (let i = 0; i < length; i++) {
    const row = rows === null ? i : rows[i];
    if (getBit(column.missing, row)) continue;
    const value = column.values[row];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? null : { first: dayOfValue(low, column.type), last: dayOfValue(high, column.type) };
}

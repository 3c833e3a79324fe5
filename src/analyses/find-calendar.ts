import type { Column, NumericColumn, Table } from '../table/column';
import { calendarTypes, dayExtent, type PeriodUnit } from '../table/period';
import { isCoded } from './column-name';

/** The first column that says when something happened, with the period length that suits its extent. */
export function findCalendar(
  table: Table,
): { readonly column: NumericColumn; readonly subgroup: PeriodUnit } | undefined {
  const column = table.columns.find(isCalendar);
  const extent = column ? dayExtent(column, null) : null;
  if (!column || !extent) return undefined;
  return { column, subgroup: subgroupFor(extent.last - extent.first + 1, column.type) };
}

function isCalendar(column: Column): column is NumericColumn {
  return (calendarTypes as readonly string[]).includes(column.type);
}

/** Months where there are enough of them for limits, else weeks, else days. */
function subgroupFor(days: number, type: string): PeriodUnit {
  if (type === 'month') return 'month';
  if (days >= 330) return 'month';
  return days >= 80 ? 'week' : 'day';
}

/** The first column of numbers or durations that the file brought. */
export function findMeasure(table: Table): Column | undefined {
  return table.columns.find(({ type, id }) => (type === 'number' || type === 'duration') && !isCoded(id));
}

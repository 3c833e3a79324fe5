import { fail, type Failure, type Result } from '../../kernel/result';
import type { Column, NumericColumn } from '../../table/column';
import { calendarTypes, dayExtent } from '../../table/period';
import type { AnalysisInput } from '../contract';
import { isCoded } from '../column-name';
import { findFlag } from '../find-flag';
import { parseControlChartSpec, type ControlChartSpec } from './spec';

/**
 * A chart that runs without questions: a share of a two-valued column by period, else rows per period, else the first
 * number column row by row.
 */
export function controlChartDefaults({ table }: AnalysisInput): Result<ControlChartSpec, Failure> {
  const dates = table.columns.find(isCalendar);
  const extent = dates ? dayExtent(dates, null) : null;
  if (dates && extent) {
    const subgroup = subgroupFor(extent.last - extent.first + 1, dates.type);
    const flag = findFlag(table);
    return parseControlChartSpec(
      flag
        ? { chart: 'p', subgroup, dateColumn: dates.id, countedColumn: flag.column.id, countedValues: [flag.rarer] }
        : { chart: 'c', subgroup, dateColumn: dates.id, numerator: 'rows' },
    );
  }
  const numbers = table.columns.find(({ type, id }) => (type === 'number' || type === 'duration') && !isCoded(id));
  if (!numbers) return fail('control-no-column');
  return parseControlChartSpec({ chart: 'i', subgroup: 'row', measure: numbers.id, direction: 'none' });
}

function isCalendar(column: Column): column is NumericColumn {
  return (calendarTypes as readonly string[]).includes(column.type);
}

/** Months where there are enough of them for limits, else weeks, else days. */
function subgroupFor(days: number, type: string): string {
  if (type === 'month') return 'month';
  if (days >= 330) return 'month';
  return days >= 80 ? 'week' : 'day';
}

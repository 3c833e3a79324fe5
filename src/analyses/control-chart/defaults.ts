import { countBits } from '../../kernel/bitmap';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Column, DictionaryColumn, NumericColumn, Table } from '../../table/column';
import { countBy, groupByWord } from '../../table/group';
import { calendarTypes, dayExtent } from '../../table/period';
import type { AnalysisInput } from '../contract';
import { isCoded } from '../column-name';
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

interface Flag {
  readonly column: Column;
  /** Defects are rarer than good cases, or nobody would be in business. */
  readonly rarer: string;
}

function findFlag(table: Table): Flag | undefined {
  for (const column of table.columns) {
    if (isCoded(column.id)) continue;
    if (column.layout === 'numeric' && column.type === 'boolean') return { column, rarer: rarerFlag(column) };
    if (column.layout === 'dictionary' && column.type === 'category' && column.dictionary.length === 2) {
      return { column, rarer: rarerWord(column) };
    }
  }
  return undefined;
}

function rarerFlag({ values, missing }: NumericColumn): string {
  let yes = 0;
  for (let row = 0; row < values.length; row++)
    if (values[row] === 1 && ((missing[row >>> 3] >>> (row & 7)) & 1) === 0) yes++;
  return yes * 2 <= values.length - countBits(missing, values.length) ? '1' : '0';
}

function rarerWord(column: DictionaryColumn): string {
  const [first, second] = countBy(groupByWord(column), null);
  return column.dictionary[first <= second ? 0 : 1];
}

/** The number column that an analysis looks at, in the unit people use. */

import { getBit } from '../kernel/bitmap';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../kernel/result';
import type { ColumnType, NumericColumn, Table } from '../table/column';
import { findNumeric } from '../table/find-column';
import { columnName, isCoded } from './column-name';
import { codedColumns } from './contract';
import { secondsIn, timeUnit, type DisplayScale } from './display';

/** Types of columns that measure something. */
export const measureTypes = ['number', 'duration', 'time'] as const satisfies readonly ColumnType[];

/** A number column and how its values are shown: `shown = stored ÷ size`. */
export interface Measure {
  readonly column: NumericColumn;
  readonly name: PhraseValue;
  readonly unit: DisplayScale['unit'];
  /** Stored units in one shown unit. */
  readonly size: number;
}

/**
 * The chosen number column; the unit of times is chosen by all its values, so that it does not change with a filter.
 *
 * Fails  choose-measure, column-unknown, measure-not-numbers
 */
export function openMeasure(table: Table, id: string | null): Result<Measure, Failure> {
  if (id === null) return fail('choose-measure');
  const known = table.columns.find((column) => column.id === id);
  if (!known) return fail('column-unknown', { column: id });
  const column = findNumeric(table, id);
  if (!column || !isMeasureType(column.type)) return fail('measure-not-numbers', { column: known.name });
  const unit = timeUnit(column, column.type === 'number' ? [] : measuredValues(column));
  return ok({ column, name: columnName(table, id), unit, size: unit === null ? 1 : secondsIn[unit] });
}

/** The column that most likely measures something: a time, else a number with many values, else coded severity. */
export function findMeasure(table: Table): NumericColumn | undefined {
  const numbers = table.columns.filter(
    (column): column is NumericColumn =>
      column.layout === 'numeric' && isMeasureType(column.type) && !isCoded(column.id) && countDistinct(column) > 1,
  );
  return (
    numbers.find(({ type }) => type === 'duration') ??
    numbers.find((column) => countDistinct(column) >= manyValues) ??
    numbers[0] ??
    severityOf(table)
  );
}

function severityOf(table: Table): NumericColumn | undefined {
  const column = findNumeric(table, codedColumns.severity);
  return column && countDistinct(column) > 1 ? column : undefined;
}

const manyValues = 10;

/** How many different values there are, counted no further than to `manyValues`. */
function countDistinct({ values, missing }: NumericColumn): number {
  const seen = new Set<number>();
  for (let row = 0; row < values.length && seen.size < manyValues; row++) {
    if (!getBit(missing, row)) seen.add(values[row]);
  }
  return seen.size;
}

/** The values that are there, in stored units and in row order. */
export function measuredValues({ values, missing }: NumericColumn): number[] {
  const present: number[] = [];
  for (let row = 0; row < values.length; row++) if (!getBit(missing, row)) present.push(values[row]);
  return present;
}

function isMeasureType(type: ColumnType): boolean {
  return (measureTypes as readonly ColumnType[]).includes(type);
}

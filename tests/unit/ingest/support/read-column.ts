import { getBit } from '../../../../src/kernel/bitmap';
import { formatIsoDate, formatIsoDateTime, formatIsoMonth } from '../../../../src/kernel/dates';
import type { Column, Table } from '../../../../src/table/column';

export type Cell = number | string | null;

/** A cell as a person would write it: dates as ISO text, numbers as numbers, null where there is none. */
export function cellOf(column: Column, row: number): Cell {
  if (getBit(column.missing, row)) return null;
  if (column.layout === 'dictionary') return column.dictionary[column.codes[row]];
  const value = column.values[row];
  if (column.type === 'date') return formatIsoDate(value);
  if (column.type === 'datetime') return formatIsoDateTime(value).replace(' ', 'T');
  return column.type === 'month' ? formatIsoMonth(value) : value;
}

/** All cells of the column with this header. */
export function cellsOf(table: Table, name: string): Cell[] {
  const column = table.columns.find((item) => item.name === name);
  if (!column) throw new RangeError('no such column: ' + name);
  return Array.from({ length: table.rows }, (_, row) => cellOf(column, row));
}

/** Sum of the numbers of a column. */
export function sumOf(table: Table, name: string): number {
  return cellsOf(table, name).reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
}

/** How often each value of a column occurs; a plain object would trip over names such as __proto__. */
export function countsOf(table: Table, name: string): Map<Cell, number> {
  const counts = new Map<Cell, number>();
  for (const cell of cellsOf(table, name)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

import { createBitmap, setBit } from '../../../../src/kernel/bitmap';
import type {
  Column,
  ColumnType,
  DictionaryType,
  NumericType,
  NumericValues,
  Table,
} from '../../../../src/table/column';

export function bitmapOf(rows: number, missing: readonly number[]): Uint8Array {
  const bitmap = createBitmap(rows);
  for (const row of missing) setBit(bitmap, row);
  return bitmap;
}

export function numeric(id: string, type: NumericType, values: NumericValues, missing: readonly number[] = []): Column {
  return { id, name: `名称 ${id}`, type, layout: 'numeric', values, missing: bitmapOf(values.length, missing) };
}

export function dictionary(
  id: string,
  type: DictionaryType,
  codes: readonly number[],
  entries: readonly string[],
  missing: readonly number[] = [],
): Column {
  return {
    id,
    name: `名称 ${id}`,
    type,
    layout: 'dictionary',
    codes: Uint32Array.from(codes),
    dictionary: entries,
    missing: bitmapOf(codes.length, missing),
  };
}

/** A table with a column of every type; values run through the whole range that the type has. */
export function tableOfEveryType(rows: number): Table {
  const range = (value: (row: number) => number): number[] => Array.from({ length: rows }, (_, row) => value(row));
  const some = range((row) => row).filter((row) => row % 7 === 3);
  const words = ['', '柜面', '手机银行', 'online', '\ufeff带标记'];
  const columns: Column[] = [
    numeric('c0', 'number', Float64Array.from(range((row) => row / 3 - 1000)), some),
    numeric('c1', 'date', Int32Array.from(range((row) => 19_000 + row - 40_000))),
    numeric('c2', 'datetime', Float64Array.from(range((row) => 1_700_000_000_000 + row * 1000))),
    numeric('c3', 'month', Int32Array.from(range((row) => 24_000 + (row % 36)))),
    numeric('c4', 'time', Int32Array.from(range((row) => row % 86_400))),
    numeric('c5', 'duration', Float64Array.from(range((row) => row * 60))),
    numeric('c6', 'boolean', Uint8Array.from(range((row) => row % 2)), some),
    dictionary(
      'c7',
      'category',
      range((row) => row % words.length),
      words,
      some,
    ),
    dictionary(
      'c8',
      'text',
      range((row) => row),
      range((row) => row).map((row) => `第${row}条 投诉 👍`),
    ),
    dictionary(
      'c9',
      'identifier',
      range((row) => row),
      range((row) => row).map((row) => String(row).padStart(20, '0')),
    ),
  ];
  return { rows, columns };
}

export function idsOf(table: Table): string[] {
  return table.columns.map((column) => column.id);
}

export function typesOf(table: Table): ColumnType[] {
  return table.columns.map((column) => column.type);
}

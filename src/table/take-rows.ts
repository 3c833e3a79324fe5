import { createBitmap, getBit, setBit } from '../kernel/bitmap';
import type { Column, DictionaryColumn, NumericColumn, NumericValues, Table } from './column';

/**
 * A table of these rows, in this order; a row may come several times. Dictionaries keep only the words that are still used.
 *
 * Shape  rows: row numbers of `table`, from 0
 */
export function takeRows(table: Table, rows: Uint32Array): Table {
  return { rows: rows.length, columns: table.columns.map((column) => takeColumn(column, rows)) };
}

function takeColumn(column: Column, rows: Uint32Array): Column {
  const missing = createBitmap(rows.length);
  rows.forEach((row, i) => {
    if (getBit(column.missing, row)) setBit(missing, i);
  });
  return column.layout === 'numeric' ? takeNumbers(column, rows, missing) : takeWords(column, rows, missing);
}

function takeNumbers(column: NumericColumn, rows: Uint32Array, missing: Uint8Array): NumericColumn {
  const values = emptyLike(column.values, rows.length);
  rows.forEach((row, i) => {
    values[i] = column.values[row];
  });
  return { ...column, values, missing };
}

function emptyLike(values: NumericValues, length: number): NumericValues {
  if (values instanceof Float64Array) return new Float64Array(length);
  return values instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length);
}

function takeWords(column: DictionaryColumn, rows: Uint32Array, missing: Uint8Array): DictionaryColumn {
  const newCode = new Int32Array(column.dictionary.length).fill(-1);
  const dictionary: string[] = [];
  const codes = new Uint32Array(rows.length);
  rows.forEach((row, i) => {
    if (getBit(missing, i)) return;
    const code = column.codes[row];
    if (newCode[code] === -1) {
      newCode[code] = dictionary.length;
      dictionary.push(column.dictionary[code]);
    }
    codes[i] = newCode[code];
  });
  return { ...column, codes, dictionary, missing };
}

import { createBitmap, getBit, setBit } from '../kernel/bitmap';
import type { Column, DictionaryColumn, NumericColumn, Table } from './column';

/**
 * A table of only these rows, in this order. Dictionaries keep only the words that are still used.
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
  const values = column.values.slice(0, rows.length);
  rows.forEach((row, i) => {
    values[i] = column.values[row];
  });
  return { ...column, values, missing };
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

import type { Column, DictionaryColumn, NumericColumn, Table } from './column';

/** The column with this id, or undefined. Ids are compared as data, never used as object keys. */
export function findColumn(table: Table, id: string): Column | undefined {
  return table.columns.find((column) => column.id === id);
}

/** The dictionary column with this id; undefined if there is none or it holds numbers. */
export function findDictionary(table: Table, id: string): DictionaryColumn | undefined {
  const column = findColumn(table, id);
  return column?.layout === 'dictionary' ? column : undefined;
}

/** The numeric column with this id; undefined if there is none or it holds words. */
export function findNumeric(table: Table, id: string): NumericColumn | undefined {
  const column = findColumn(table, id);
  return column?.layout === 'numeric' ? column : undefined;
}

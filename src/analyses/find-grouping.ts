import type { Column, Table } from '../table/column';
import { isCoded } from './column-name';

const mostProposed = 12;

/** The first column whose values can be groups: a category with 2 to 12 words, else a yes/no column. */
export function findGrouping(table: Table): Column | undefined {
  return (
    table.columns.find(
      (column) =>
        column.layout === 'dictionary' &&
        column.type === 'category' &&
        !isCoded(column.id) &&
        column.dictionary.length >= 2 &&
        column.dictionary.length <= mostProposed,
    ) ?? table.columns.find(({ type }) => type === 'boolean')
  );
}

import type { PhraseValue } from '../kernel/result';
import type { Table } from '../table/column';
import { findColumn } from '../table/find-column';
import { codedColumns } from './contract';

/** Whether the column comes from coding, not from the file. */
export function isCoded(id: string): id is keyof typeof codedColumns {
  return Object.hasOwn(codedColumns, id);
}

/** What a column is called on screen: a coded level by its word, any other by its header. */
export function columnName(table: Table, id: string): PhraseValue {
  if (isCoded(id)) return { as: 'term', key: `analyses.shared.coded.${id}` };
  return findColumn(table, id)?.name ?? id;
}

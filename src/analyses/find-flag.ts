import { countBits } from '../kernel/bitmap';
import type { Column, DictionaryColumn, NumericColumn, Table } from '../table/column';
import { countBy, groupByWord } from '../table/group';
import { isCoded } from './column-name';

/** A column with two answers, and the one that most likely means a defect. */
export interface Flag {
  readonly column: Column;
  /** Defects are rarer than good cases, or nobody would be in business. */
  readonly rarer: string;
}

/** The first yes/no column, or column of two words, that the file brought. */
export function findFlag(table: Table): Flag | undefined {
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

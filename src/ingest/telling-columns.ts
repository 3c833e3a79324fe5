import { getBit } from '../kernel/bitmap';
import type { Column, DictionaryColumn, NumericColumn, NumericType } from '../table/column';

/** A column of a table that may tell at little cost that another table with the same columns has no row of it. */
export interface TellingColumn {
  readonly name: string;
  /** False where no cell of the other table's column of this name can be equal to one of this. */
  readonly mayShareCells: (other: Column) => boolean;
}

const times: ReadonlySet<NumericType> = new Set<NumericType>(['date', 'datetime', 'month']);

/**
 * Those columns of a table, the cheapest first: days and months, which seldom overlap from file to file; then the column
 * of most different words, such as the numbers of complaints.
 */
export function tellingColumns(columns: readonly Column[]): readonly TellingColumn[] {
  const telling: TellingColumn[] = [];
  let wordiest: DictionaryColumn | null = null;
  for (const column of columns) {
    if (column.layout === 'numeric' && times.has(column.type)) telling.push(byRange(column));
    else if (column.layout === 'dictionary' && column.dictionary.length > (wordiest?.dictionary.length ?? 0))
      wordiest = column;
  }
  return wordiest ? [...telling, byWords(wordiest)] : telling;
}

function byRange(column: NumericColumn): TellingColumn {
  const range = rangeOf(column);
  return {
    name: column.name,
    mayShareCells: (other) => {
      if (other.layout !== 'numeric') return false;
      const { low, high } = rangeOf(other);
      return (low <= range.high && range.low <= high) || bothMiss(column, other);
    },
  };
}

function byWords(column: DictionaryColumn): TellingColumn {
  const words = new Set(column.dictionary);
  return {
    name: column.name,
    mayShareCells: (other) =>
      other.layout === 'dictionary' && (other.dictionary.some((word) => words.has(word)) || bothMiss(column, other)),
  };
}

/** The lowest and the highest value; turned about where there is none. */
function rangeOf({ values, missing }: NumericColumn): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    if (getBit(missing, row)) continue;
    low = Math.min(low, values[row]);
    high = Math.max(high, values[row]);
  }
  return { low, high };
}

function bothMiss(one: Column, other: Column): boolean {
  return hasMissing(one) && hasMissing(other);
}

function hasMissing({ missing }: Column): boolean {
  return missing.some((byte) => byte !== 0);
}

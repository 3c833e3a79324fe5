import type { SimpleCell, SimpleRow } from './table-types';

function compareCells(a: SimpleCell, b: SimpleCell, collator: Intl.Collator): number {
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value - b.value;
  return collator.compare(a.text, b.text);
}

/** Indices of the rows in sorted order. Empty cells come last in both directions, totals after everything. */
export function sortRows(rows: readonly SimpleRow[], column: number, descending: boolean, locale: string): number[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const isTotal = (index: number): number => (rows[index].emphasis === 'total' ? 1 : 0);
  return rows
    .map((_, index) => index)
    .sort((i, j) => {
      const a = rows[i].cells[column];
      const b = rows[j].cells[column];
      const emptyFirst = Number(a.value === null) - Number(b.value === null);
      const order = compareCells(a, b, collator);
      return isTotal(i) - isTotal(j) || emptyFirst || (descending ? -order : order) || i - j;
    });
}

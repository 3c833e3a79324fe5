/** Row numbers, ascending, each once; `null` stands for all rows and saves the list. */
export type Rows = Uint32Array | null;

/** How many rows a selection holds in a table of `tableRows` rows. */
export function countRows(rows: Rows, tableRows: number): number {
  return rows === null ? tableRows : rows.length;
}

/** Row numbers in a short text, because they are stored with every dataset. */

const base = 36;
/** No file has more rows; what claims to is damaged. */
const most = 2 ** 31;

/**
 * Rows as runs: for each its distance from the end of the run before and, where it has more rows than one, its length,
 * both in base 36. Rows 3, 4, 5 and 45 are `3:3 14`.
 *
 * Shape  rows: whole numbers from 1, in any order; a row that comes twice counts once
 */
export function packRows(rows: readonly number[]): string {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const runs: string[] = [];
  let end = 0;
  for (let at = 0; at < sorted.length;) {
    const first = sorted[at];
    let length = 1;
    while (sorted[at + length] === first + length) length++;
    const gap = (first - end).toString(base);
    runs.push(length === 1 ? gap : `${gap}:${length.toString(base)}`);
    end = first + length - 1;
    at += length;
  }
  return runs.join(' ');
}

/**
 * The first `limit` rows that `packRows` wrote, ascending. A text that it did not write ends where it cannot be read.
 */
export function unpackRows(packed: string, limit = Infinity): readonly number[] {
  const rows: number[] = [];
  let end = 0;
  for (const [, gap, length = '1'] of packed.matchAll(/([0-9a-z]{1,6})(?::([0-9a-z]{1,6}))?(?: |$)/gy)) {
    const first = end + parseInt(gap, base);
    end = first + parseInt(length, base) - 1;
    if (first === 0 || end < first || end >= most) break;
    for (let row = first; row <= end; row++) {
      if (rows.length >= limit) return rows;
      rows.push(row);
    }
  }
  return rows;
}

import { fail, ok, type Failure, type Result } from '../kernel/result';
import { findHeader, type HeaderFound } from './find-header';
import { nameRows, type IssueLog } from './issue-log';
import type { HeadRow } from './raw-table';

/** Where the table lies in its sheet or file. */
export interface TableFrame {
  /** 0 = no header. */
  readonly headerRow: number;
  /** Data begin after this row. */
  readonly afterRow: number;
  readonly header: readonly string[] | null;
  /** Columns that the header promises. */
  readonly width: number;
}

/**
 * Settles which row is the header, and reports the rows above and below it that are not data.
 *
 * Fails  header-row-missing
 */
export function findTable(
  head: readonly HeadRow[],
  chosen: number | undefined,
  issues: IssueLog,
): Result<TableFrame, Failure> {
  if (chosen === undefined) return ok(foundFrame(head, findHeader(head), issues));
  if (chosen === 0) return ok({ headerRow: 0, afterRow: 0, header: null, width: usualWidth(head) });
  const header = head.find(({ row }) => row === chosen);
  if (!header) return fail('header-row-missing', { row: chosen });
  noteTitles(
    head.filter(({ row }) => row < chosen).map(({ row }) => row),
    issues,
  );
  return ok({ headerRow: chosen, afterRow: chosen, header: header.cells, width: header.cells.length });
}

function foundFrame(head: readonly HeadRow[], found: HeaderFound, issues: IssueLog): TableFrame {
  noteTitles(found.titles, issues);
  if (found.doubtfulRow !== null) {
    const code = found.row === 0 ? 'headerLooksLikeData' : 'headerDoubtful';
    issues.note(code, 'warning', { row: found.doubtfulRow }, { row: found.doubtfulRow });
  }
  if (found.unitsRow !== null) issues.note('unitsRow', 'info', { row: found.unitsRow }, { row: found.unitsRow });
  const header = head.find(({ row }) => row === found.row)?.cells ?? null;
  return {
    headerRow: found.row,
    afterRow: found.unitsRow ?? (found.row || (found.titles.at(-1) ?? 0)),
    header,
    width: header ? header.length : usualWidth(head),
  };
}

function noteTitles(rows: readonly number[], issues: IssueLog): void {
  if (rows.length === 0) return;
  const { named, ...all } = nameRows(rows);
  issues.note('titleRows', 'info', { n: rows.length, rows: named }, { row: rows[0], count: rows.length, ...all });
}

function usualWidth(head: readonly HeadRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of head) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

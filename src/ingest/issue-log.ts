import type { PhraseParams, PhraseValue } from '../kernel/result';
import { packRows } from '../kernel/row-list';
import type { Issue } from './types';

const listedPerPlace = 100;
/** Rows that a sentence names. */
const namedRows = 20;

interface Bucket {
  readonly listed: Issue[];
  folded: number;
  /** The rows of what was folded. */
  readonly rows: number[];
}

/**
 * Rows for a sentence that names the first of them, and for the issue that keeps them all.
 *
 * Shape  rows: ascending
 */
export function nameRows(rows: readonly number[]): { readonly named: PhraseValue; readonly rows?: string } {
  const named = rows.slice(0, namedRows).map(String);
  return rows.length > namedRows
    ? { named: { as: 'list', items: named, open: true }, rows: packRows(rows) }
    : { named: { as: 'list', items: named } };
}

/**
 * Collects issues; of the same code in the same column the first 100 are listed, the rest counted in one more, which
 * keeps their rows.
 *
 * Nothing is dropped: the sum of `count` (1 where absent) over an issue code is the number of cells or rows it was
 * reported for.
 */
export class IssueLog {
  private readonly buckets = new Map<string, Bucket>();

  add(issue: Issue): void {
    const key = `${issue.code}\n${issue.column ?? ''}`;
    let bucket = this.buckets.get(key);
    if (!bucket) this.buckets.set(key, (bucket = { listed: [], folded: 0, rows: [] }));
    if (bucket.listed.length < listedPerPlace) bucket.listed.push(issue);
    else {
      bucket.folded += issue.count ?? 1;
      if (issue.row !== undefined) bucket.rows.push(issue.row);
    }
  }

  addAll(issues: readonly Issue[]): void {
    for (const issue of issues) this.add(issue);
  }

  note(
    code: string,
    severity: Issue['severity'],
    params: PhraseParams = {},
    place: Pick<Issue, 'row' | 'column' | 'count' | 'rows'> = {},
  ): void {
    this.add({ code, severity, params, ...place });
  }

  /** Everything so far, in order of first appearance; errors and warnings are not moved to the front. */
  list(): readonly Issue[] {
    const issues: Issue[] = [];
    for (const { listed, folded, rows } of this.buckets.values()) {
      issues.push(...listed);
      const last = listed.at(-1);
      if (folded > 0 && last) issues.push(moreOf(last, folded, rows));
    }
    return issues;
  }
}

function moreOf({ code, severity, column }: Issue, n: number, rows: readonly number[]): Issue {
  const place = column === undefined ? {} : { column };
  if (rows.length === 0) return { code: 'moreOfTheSame', severity, params: { code, n }, count: n, ...place };
  const ascending = [...rows].sort((a, b) => a - b);
  const params = { code, n, rows: nameRows(ascending).named };
  return { code: 'moreInRows', severity, params, count: n, rows: packRows(rows), row: ascending[0], ...place };
}

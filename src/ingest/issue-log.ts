import type { PhraseParams } from '../kernel/result';
import type { Issue } from './types';

const listedPerPlace = 100;

interface Bucket {
  readonly listed: Issue[];
  folded: number;
}

/**
 * Collects issues; of the same code in the same column the first 100 are listed, the rest counted in one more.
 *
 * Nothing is dropped: the sum of `count` (1 where absent) over an issue code is the number of cells or rows it was
 * reported for.
 */
export class IssueLog {
  private readonly buckets = new Map<string, Bucket>();

  add(issue: Issue): void {
    const key = `${issue.code}\n${issue.column ?? ''}`;
    let bucket = this.buckets.get(key);
    if (!bucket) this.buckets.set(key, (bucket = { listed: [], folded: 0 }));
    if (bucket.listed.length < listedPerPlace) bucket.listed.push(issue);
    else bucket.folded += issue.count ?? 1;
  }

  addAll(issues: readonly Issue[]): void {
    for (const issue of issues) this.add(issue);
  }

  note(
    code: string,
    severity: Issue['severity'],
    params: PhraseParams = {},
    place: Pick<Issue, 'row' | 'column' | 'count'> = {},
  ): void {
    this.add({ code, severity, params, ...place });
  }

  /** Everything so far, in order of first appearance; errors and warnings are not moved to the front. */
  list(): readonly Issue[] {
    const issues: Issue[] = [];
    for (const { listed, folded } of this.buckets.values()) {
      issues.push(...listed);
      const last = listed.at(-1);
      if (folded > 0 && last) {
        const place = last.column === undefined ? {} : { column: last.column };
        issues.push({
          code: 'moreOfTheSame',
          severity: last.severity,
          params: { code: last.code, n: folded },
          count: folded,
          ...place,
        });
      }
    }
    return issues;
  }
}

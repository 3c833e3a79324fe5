import type { Issue, UnpivotPlan } from './types';

const listedNames = 6;

/** Says that a file is a cross-table, and what its columns of periods would become. */
export function crossTableIssue(
  columns: readonly { readonly id: string; readonly name: string }[],
  { columns: ids, period, value }: UnpivotPlan,
): Issue {
  const turned = new Set(ids);
  const names = columns.filter(({ id }) => turned.has(id)).map(({ name }) => name);
  return {
    code: 'crossTable',
    severity: 'warning',
    params: {
      n: names.length,
      names: { as: 'list', items: names.slice(0, listedNames) },
      period: period.name,
      value: value.name,
    },
    count: names.length,
  };
}

/** Says how many rows a cross-table became: every filled cell one. */
export function unpivotedIssue(
  counts: { readonly rows: number; readonly columns: number; readonly filled: number },
  { period, value }: UnpivotPlan,
): Issue {
  const cells = counts.rows * counts.columns;
  return {
    code: counts.filled === cells ? 'unpivoted' : 'unpivotedWithGaps',
    severity: 'info',
    params: { ...counts, cells, empty: cells - counts.filled, period: period.name, value: value.name },
  };
}

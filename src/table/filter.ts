/**
 * Row conditions as data, so that they can be stored with an analysis and put into a link.
 *
 * All conditions of a list must hold. A missing cell satisfies only `missing`, and `notIn`.
 */
export type Filter =
  /** Dictionary columns: value is one of `values`, in this column or in one of `also`. */
  | {
      readonly column: string;
      readonly op: 'in';
      readonly values: readonly string[];
      readonly also?: readonly string[];
    }
  | { readonly column: string; readonly op: 'notIn'; readonly values: readonly string[] }
  /** Numeric columns, in stored units: from ≤ value < before; null = open. */
  | { readonly column: string; readonly op: 'range'; readonly from: number | null; readonly before: number | null }
  /** Numeric columns: value equals one of `values`. */
  | { readonly column: string; readonly op: 'equals'; readonly values: readonly number[] }
  | { readonly column: string; readonly op: 'missing' }
  | { readonly column: string; readonly op: 'present' }
  /** Dictionary columns: text contains `text`, case-insensitive. */
  | { readonly column: string; readonly op: 'contains'; readonly text: string }
  /** Explicit row numbers, from 0, ascending. */
  | { readonly op: 'rows'; readonly rows: readonly number[] };

/** Ids of the columns that a condition looks at. */
export function columnsOfFilter(filter: Filter): readonly string[] {
  if (filter.op === 'rows') return [];
  return filter.op === 'in' ? [filter.column, ...(filter.also ?? [])] : [filter.column];
}

/** Which columns a spec names, so that only those are loaded. */

import type { Filter } from '../table/filter';

/** Ids without repetitions and gaps. */
export function uniqueIds(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

/** Columns that the filters read. */
export function filterColumns(filters: readonly Filter[]): (string | null)[] {
  return filters.map((filter) => (filter.op === 'rows' ? null : filter.column));
}

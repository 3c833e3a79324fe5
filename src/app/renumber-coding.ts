import type { Json, StoredRecord } from '../store/types';
import { contributingFieldPrefix, rowFieldPrefix } from './entries';

const prefixes = [rowFieldPrefix, contributingFieldPrefix];

/**
 * The decisions of a coding, which are kept by the number of their row, after rows were left out: those of the rows
 * are emptied, and all behind them move up.
 *
 * Shape  removed: row numbers before, in order
 */
export function renumberCoding(
  { fields }: Pick<StoredRecord, 'fields'>,
  removed: readonly number[],
): readonly { readonly field: string; readonly value: Json }[] {
  const before = new Map<string, Json>();
  for (const [field, { value }] of Object.entries(fields)) {
    if (prefixes.some((prefix) => field.startsWith(prefix))) before.set(field, value);
  }
  const gone = new Set(removed);
  const after = new Map<string, Json>();
  for (const [field, value] of before) {
    const prefix = field.slice(0, field.indexOf(':') + 1);
    const row = Number(field.slice(prefix.length));
    if (!Number.isInteger(row) || gone.has(row)) continue;
    after.set(prefix + String(row - countBelow(removed, row)), value);
  }
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, value: after.get(field) ?? null }))
    .filter(({ field, value }) => (before.get(field) ?? null) !== value);
}

/** How many of the numbers, which are in order, are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

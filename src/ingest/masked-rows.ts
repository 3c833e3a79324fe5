import type { OpenedFile } from './inspect-file';
import { entryText } from './raw-table';
import type { Conversion, ImportPlan } from './types';
import { createWordReader } from './values/create-reader';

/**
 * Of these rows of a conversion those in which something was masked: two of them that are equal as stored may have been
 * different in their files.
 *
 * Shape  row numbers of `conversion.table` from 0, ascending, as `rows` must be
 */
export function maskedRows(
  opened: OpenedFile,
  plan: ImportPlan,
  conversion: Conversion,
  rows: Uint32Array,
): Uint32Array {
  const { table, sourceRows, masked } = conversion;
  if (!plan.mask || masked.length === 0) return new Uint32Array(0);
  const names = new Set(masked.map(({ column }) => column));
  const columns = table.columns.flatMap((column) => {
    const at = opened.inspection.columns.findIndex(({ id }) => id === column.id);
    if (column.layout !== 'dictionary' || at < 0 || !names.has(column.name)) return [];
    return [{ column, raw: opened.raw.columns[at], wordOf: createWordReader(column.type) }];
  });
  const found: number[] = [];
  let from = 0;
  for (const row of rows) {
    // Rows of the table are in the order of the file.
    while (opened.raw.sourceRows[from] < sourceRows[row]) from++;
    const isMasked = columns.some(({ column, raw, wordOf }) => {
      const written = wordOf(entryText(raw, raw.codes[from]));
      return written !== '' && column.dictionary[column.codes[row]] !== written;
    });
    if (isMasked) found.push(row);
  }
  return Uint32Array.from(found);
}

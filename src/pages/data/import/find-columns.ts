import type { ColumnPlan } from '../../../ingest/types';

/** The columns whose names contain what was typed, whatever its case; all of them where nothing was. */
export function findColumns(columns: readonly ColumnPlan[], typed: string): readonly ColumnPlan[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === '' ? columns : columns.filter(({ name }) => name.toLowerCase().includes(wanted));
}

import { textOf } from './columns';
import type { PlacedRow } from './project';
import { listOf, titleColumn } from './registry';

/** What a row is called; empty while nobody has named it. */
export function rowTitle({ artefact, list, row }: PlacedRow): string {
  const declared = listOf(artefact.kind, list);
  return declared ? textOf(row.cells, titleColumn(declared)) : '';
}

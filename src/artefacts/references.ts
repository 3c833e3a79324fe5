/** The other direction of references: who points to the rows of an artefact. */

import { rowsOf, textOf } from './columns';
import type { ArtefactView, CellValue, Column, ProjectView } from './contract';
import { kindById } from './registry';

export interface Referrer {
  readonly artefact: ArtefactView;
  /** Where in it the first reference stands. */
  readonly at: { readonly field?: string; readonly list?: string; readonly row?: string; readonly column?: string };
  readonly count: number;
}

/** Other artefacts whose cells name a row of this one, each once. */
export function referrersOf(artefact: ArtefactView, project: ProjectView): readonly Referrer[] {
  const ids = new Set(Object.values(artefact.content.lists).flatMap((rows) => rows.map(({ id }) => id)));
  return project.artefacts.flatMap((other): Referrer[] => {
    const kind = kindById(other.kind);
    if (!kind || other.id === artefact.id) return [];
    const names = (columns: readonly Column[], cells: Readonly<Record<string, CellValue>>): readonly string[] =>
      columns.filter(({ input, key }) => input === 'row' && ids.has(textOf(cells, key))).map(({ key }) => key);
    const places: readonly Referrer['at'][] = [
      ...names(kind.fields, other.content.fields).map((field) => ({ field })),
      ...kind.lists.flatMap((list) =>
        rowsOf(other.content, list.key).flatMap((row) =>
          names(list.columns, row.cells).map((column) => ({ list: list.key, row: row.id, column })),
        ),
      ),
    ];
    return places.length === 0 ? [] : [{ artefact: other, at: places[0], count: places.length }];
  });
}

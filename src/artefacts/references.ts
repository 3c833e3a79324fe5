/** The other direction of references: who points to the rows of an artefact. */

import { rowsOf, textOf } from './columns';
import type { ArtefactView, CellValue, Column, ProjectView } from './contract';
import { findRow } from './project';
import { kindById } from './registry';

export interface Referrer {
  readonly artefact: ArtefactView;
  /** Where in it the first reference stands. */
  readonly at: { readonly field?: string; readonly list?: string; readonly row?: string; readonly column?: string };
  readonly count: number;
}

/** Other artefacts whose cells name a row of this one, each once. A row that both maps hold is named in today's. */
export function referrersOf(artefact: ArtefactView, project: ProjectView): readonly Referrer[] {
  const idsOf = ({ content }: ArtefactView): readonly string[] =>
    Object.values(content.lists).flatMap((rows) => rows.map(({ id }) => id));
  const ids = idsOf(artefact).filter((id) => findRow(project, id)?.artefact.id === artefact.id);
  return project.artefacts.flatMap((other): Referrer[] => {
    const kind = kindById(other.kind);
    if (!kind || other.id === artefact.id) return [];
    // A future map repeats ids of today's, and means its own rows by them.
    const own = new Set(idsOf(other));
    const foreign = new Set(ids.filter((id) => !own.has(id)));
    const names = (columns: readonly Column[], cells: Readonly<Record<string, CellValue>>): readonly string[] =>
      columns.filter(({ input, key }) => input === 'row' && foreign.has(textOf(cells, key))).map(({ key }) => key);
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

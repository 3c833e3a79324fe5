/** Looking things up over all artefacts of a project. */

import { rowsOf, textOf } from './columns';
import type { AnalysisView, ArtefactView, ProjectView, Row } from './contract';

/** A row and where it stands. */
export interface PlacedRow {
  readonly artefact: ArtefactView;
  readonly list: string;
  readonly row: Row;
}

/** The artefacts of a kind, in the order in which they were made. */
export function artefactsOf(project: ProjectView, kind: string): readonly ArtefactView[] {
  return project.artefacts.filter((artefact) => artefact.kind === kind);
}

/** Whether this is the map of a process as it shall be; its rows keep the ids that they have in today's. */
export function isFutureMap({ content }: Pick<ArtefactView, 'content'>): boolean {
  return textOf(content.fields, 'version') === 'future';
}

/** In the order in which they were made, but a future map behind today's: what both hold is looked up in today's. */
function todayFirst(artefacts: readonly ArtefactView[]): readonly ArtefactView[] {
  const isLater = (artefact: ArtefactView): boolean => artefact.kind === 'processMap' && isFutureMap(artefact);
  return [...artefacts.filter((artefact) => !isLater(artefact)), ...artefacts.filter(isLater)];
}

/** Every row of a list over all artefacts of its kind, each id once: as it is today where a future map repeats it. */
export function placedRows(project: ProjectView, kind: string, list: string): readonly PlacedRow[] {
  const rows = new Map<string, PlacedRow>();
  for (const artefact of todayFirst(artefactsOf(project, kind)))
    for (const row of rowsOf(artefact.content, list)) if (!rows.has(row.id)) rows.set(row.id, { artefact, list, row });
  return [...rows.values()];
}

/** The row with this id, wherever it stands, today's before a future one; undefined if it was deleted. */
export function findRow(project: ProjectView, id: string): PlacedRow | undefined {
  for (const artefact of todayFirst(project.artefacts)) {
    for (const [list, rows] of Object.entries(artefact.content.lists)) {
      const row = rows.find((candidate) => candidate.id === id);
      if (row) return { artefact, list, row };
    }
  }
  return undefined;
}

/** The analysis with this id, if it belongs to the project and is there. */
export function findAnalysis(project: ProjectView, id: string): AnalysisView | undefined {
  return project.analyses.find((analysis) => analysis.id === id);
}

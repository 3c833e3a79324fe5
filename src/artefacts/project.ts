/** Looking things up over all artefacts of a project. */

import { rowsOf } from './columns';
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

/** Every row of a list over all artefacts of its kind. */
export function placedRows(project: ProjectView, kind: string, list: string): readonly PlacedRow[] {
  return artefactsOf(project, kind).flatMap((artefact) =>
    rowsOf(artefact.content, list).map((row) => ({ artefact, list, row })),
  );
}

/** The row with this id, wherever it stands; undefined if it was deleted. */
export function findRow(project: ProjectView, id: string): PlacedRow | undefined {
  for (const artefact of project.artefacts) {
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

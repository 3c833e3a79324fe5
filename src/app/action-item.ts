import { numberOf, textOf, wordsOf } from '../artefacts/columns';
import type { ProjectView, Row } from '../artefacts/contract';
import { findRow } from '../artefacts/project';
import type { ItemDetails } from '../domain/rectification/commands';
import { itemTypes } from '../domain/rectification/item';

/** What a rectification item takes over from an action of a project: its cause is the cause of the item. */
export function detailsOfAction(view: ProjectView, { id, cells }: Row): ItemDetails {
  const cause = findRow(view, textOf(cells, 'cause'));
  const codes = wordsOf(cells, 'codes');
  const link = cause ? textOf(cause.row.cells, 'link') : '';
  const text = (column: string): string | null => textOf(cells, column) || null;
  return {
    title: textOf(cells, 'action'),
    type: itemTypes.find((type) => type === textOf(cells, 'actionType')) ?? 'corrective',
    origin: 'project',
    project: view.id,
    action: id,
    links: codes.length > 0 || link === '' ? codes : [link],
    rootCause: cause ? textOf(cause.row.cells, 'cause') || null : null,
    owner: text('owner'),
    department: text('department'),
    start: numberOf(cells, 'startOn'),
    due: numberOf(cells, 'due'),
    metric: text('measure'),
  };
}

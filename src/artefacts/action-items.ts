import type { ItemStatus, RectificationItem } from '../domain/rectification/item';
import { rowsOf } from './columns';
import type { ArtefactView, CellValue, Row } from './contract';
import type { actionStates } from './kinds/actions';

type ActionState = (typeof actionStates)[number];

const states: Readonly<Record<ItemStatus, ActionState>> = {
  draft: 'draft',
  open: 'open',
  inProgress: 'running',
  submitted: 'submitted',
  verifying: 'verifying',
  closed: 'closed',
  returned: 'returned',
  onHold: 'onHold',
  cancelled: 'cancelled',
  reopened: 'running',
};

/** Columns of an action that its rectification item answers for: they are read there, and changed only there. */
export const itemColumns: ReadonlySet<string> = new Set([
  'action',
  'actionType',
  'codes',
  'owner',
  'department',
  'startOn',
  'due',
  'originalDue',
  'extensionReason',
  'progress',
  'actionState',
  'measure',
  'proof',
  'verifier',
]);

/** An action as its rectification item says that it stands; what only the project knows stays, such as the cause. */
export function actionOf(row: Row, item: RectificationItem): Row {
  const own = Object.fromEntries(Object.entries(row.cells).filter(([column]) => !itemColumns.has(column)));
  const said: Record<string, CellValue> = {
    action: item.title,
    actionType: item.type,
    codes: item.links,
    owner: item.owner,
    department: item.department,
    startOn: item.start,
    due: item.due,
    originalDue: item.originalDue,
    extensionReason: item.extension.at(-1)?.reason ?? null,
    progress: item.progress,
    actionState: states[item.status ?? 'draft'],
    measure: item.metric,
    proof: item.evidence.map(({ name, note }) => name || note).join('; ') || null,
    verifier: item.verifier,
  };
  const filled = Object.entries(said).filter(([, value]) => value !== null && value !== undefined);
  return { id: row.id, cells: { ...own, ...Object.fromEntries(filled) } };
}

/** The documents of a project with each action as its rectification item says; actions without one stay as written. */
export function withItems(
  artefacts: readonly ArtefactView[],
  items: ReadonlyMap<string, RectificationItem>,
): readonly ArtefactView[] {
  if (items.size === 0) return artefacts;
  return artefacts.map((artefact) => {
    if (artefact.kind !== 'actions') return artefact;
    const rows = rowsOf(artefact.content, 'items').map((row) => {
      const item = items.get(row.id);
      return item ? actionOf(row, item) : row;
    });
    return { ...artefact, content: { ...artefact.content, lists: { ...artefact.content.lists, items: rows } } };
  });
}

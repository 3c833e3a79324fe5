/** A rectification item: what is to be put right, by whom, and how it will be known that it worked. */

import { emptyEntity, logSchema, readEntity, type EntityOf, type EntityShape } from '../registers';

export const itemStatuses = [
  'draft',
  'open',
  'inProgress',
  'submitted',
  'verifying',
  'closed',
  'returned',
  'onHold',
  'cancelled',
  'reopened',
] as const;
export type ItemStatus = (typeof itemStatuses)[number];

export const itemTypes = ['corrective', 'preventive', 'quickWin'] as const;
export const itemOrigins = ['event', 'cluster', 'signal', 'meeting', 'audit', 'fmea', 'project'] as const;
export const evidenceKinds = ['file', 'photo', 'screenshot', 'writtenRecheck'] as const;
export const effectTests = ['share', 'rate', 'mean', 'rank'] as const;
/** `share` and `rate` compare counts, `mean` (Welch) and `rank` (Mann-Whitney) measured values. */
export type EffectTest = (typeof effectTests)[number];
export const verdicts = ['effective', 'partial', 'noChange', 'worse', 'insufficient'] as const;
export type Verdict = (typeof verdicts)[number];
export const itemActions = [
  'create',
  'edit',
  'open',
  'start',
  'progress',
  'extend',
  'block',
  'unblock',
  'submit',
  'verify',
  'close',
  'return',
  'hold',
  'resume',
  'cancel',
  'reopen',
] as const;
export type ItemAction = (typeof itemActions)[number];

/** Days are epoch days, moments milliseconds on the wall clock. */
const fields = {
  title: 'text',
  status: itemStatuses,
  type: itemTypes,
  origin: itemOrigins,
  eventIds: 'texts',
  links: 'texts',
  rootCause: 'text',
  decisionRef: 'text',
  /** The improvement project whose action it is, and the row of that action. */
  project: 'text',
  action: 'text',
  owner: 'text',
  department: 'text',
  sponsor: 'text',
  outlets: 'texts',
  start: 'number',
  due: 'number',
  /** The due day when the item was opened; never changed. */
  originalDue: 'number',
  progress: 'number',
  metric: 'text',
  test: effectTests,
  direction: ['higher', 'lower'],
  baselineValue: 'number',
  baselineN: 'number',
  baselineFrom: 'number',
  baselineTo: 'number',
  target: 'number',
  /** Fewest cases, events or values after the change for a verdict. */
  neededN: 'number',
  afterFrom: 'number',
  verifier: 'text',
  verdict: verdicts,
  verdictNote: 'text',
  /** The verdict that the data gave, before the verifier spoke. */
  proposed: verdicts,
  /** What the verdict was computed from, as the panel was left. */
  effectData: 'text',
  closedAt: 'number',
  watchUntil: 'number',
  heldFrom: itemStatuses,
  heldSince: 'number',
  reopenedCount: 'number',
  approver: 'text',
  statusReason: 'text',
  cost: 'number',
  /** Yuan per year. */
  benefit: 'number',
  benefitConfirmed: 'switch',
  createdAt: 'number',
  createdBy: 'text',
  openedAt: 'number',
  submittedAt: 'number',
} as const;

const lists = {
  milestone: { at: 'number', title: 'text', due: 'number', doneAt: 'number' },
  evidence: {
    at: 'number',
    by: 'text',
    kind: evidenceKinds,
    name: 'text',
    digest: 'text',
    bytes: 'number',
    note: 'text',
  },
  extension: { at: 'number', by: 'text', from: 'number', to: 'number', approver: 'text', reason: 'text' },
  blocker: { at: 'number', by: 'text', text: 'text', resolvedAt: 'number' },
  log: logSchema(itemActions),
} as const;

export const itemShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
export type RectificationItem = EntityOf<typeof fields, typeof lists>;
export type ItemField = keyof typeof fields;

/** The verification plan: fixed when the item opens, so that nobody chooses the test that suits the result. */
export const planFields = [
  'metric',
  'test',
  'direction',
  'baselineValue',
  'baselineN',
  'baselineFrom',
  'baselineTo',
  'target',
  'neededN',
] as const satisfies readonly ItemField[];

/** What may be written directly; everything else changes through its own command. */
export const editableItemFields = [
  'title',
  'type',
  'origin',
  'eventIds',
  'links',
  'rootCause',
  'decisionRef',
  'project',
  'action',
  'owner',
  'department',
  'sponsor',
  'outlets',
  'start',
  'due',
  'cost',
  'benefit',
  'benefitConfirmed',
  ...planFields,
] as const satisfies readonly ItemField[];
export type EditableItemField = (typeof editableItemFields)[number];

const working: ReadonlySet<ItemStatus | null> = new Set(['open', 'inProgress', 'returned', 'reopened']);

/** Whether its owner is to work on it. */
export function isWorking({ status }: RectificationItem): boolean {
  return working.has(status);
}

/** Whether it is neither closed nor cancelled. */
export function isLive({ status }: RectificationItem): boolean {
  return status !== null && status !== 'closed' && status !== 'cancelled';
}

/** The item that a record says. */
export function readItem(id: string, registers: Parameters<typeof readEntity>[2]): RectificationItem {
  return readEntity(itemShape, id, registers);
}

/** An item of which nothing is known yet. */
export function emptyItem(id: string): RectificationItem {
  return emptyEntity(itemShape, id);
}

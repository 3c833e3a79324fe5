/** What may still be done to an item: the one place that the guards and the screens both ask. */

import type { ItemCommand } from './commands';
import { planFields, type EditableItemField, type ItemStatus, type RectificationItem } from './item';

/** Acts that depend on the status of the item; what `edit` may write is decided field by field. */
export type ItemAct = Exclude<ItemCommand['kind'], 'create' | 'edit'>;

const working: readonly ItemStatus[] = ['inProgress', 'returned', 'reopened'];
const opened: readonly ItemStatus[] = ['open', ...working];
const unheld: readonly ItemStatus[] = ['draft', ...opened, 'submitted', 'verifying'];
const live: readonly ItemStatus[] = [...unheld, 'onHold'];

/** The statuses in which an act may begin. */
export const statusesFor: Readonly<Record<ItemAct, readonly ItemStatus[]>> = {
  open: ['draft'],
  start: ['open'],
  setProgress: working,
  addMilestone: ['draft', ...opened],
  setMilestone: opened,
  addEvidence: [...opened, 'submitted', 'verifying'],
  addBlocker: opened,
  resolveBlocker: live,
  extend: opened,
  submit: working,
  beginVerification: ['submitted'],
  close: ['verifying'],
  sendBack: ['verifying'],
  hold: unheld,
  resume: ['onHold'],
  cancel: live,
  reopen: ['closed'],
};

const ofPlan: ReadonlySet<string> = new Set(planFields);
/** By what events are counted, where the metric is a rate of the ledger: other links would be another metric. */
const countedBy: ReadonlySet<string> = new Set(['links', 'outlets'] satisfies EditableItemField[]);
const isCounted = ({ test, links }: RectificationItem): boolean => test === 'rate' && (links ?? []).length > 0;
/** What finance learns after the item was closed. */
const afterClosing: ReadonlySet<EditableItemField> = new Set(['benefit', 'benefitConfirmed']);

/**
 * Whether an act may begin on an item, `today` being an epoch day. What the act itself has to bring (a reason, a
 * verifier, evidence) is not looked at: the guard says what of it is missing.
 */
export function mayDoItem(item: RectificationItem, act: ItemAct, today: number): boolean {
  if (item.status === null || !statusesFor[act].includes(item.status)) return false;
  return act !== 'reopen' || !isWatchOver(item, today);
}

/** Whether the days in which a recurrence reopens the item have gone by; `today` is an epoch day. */
export function isWatchOver({ watchUntil }: RectificationItem, today: number): boolean {
  return watchUntil !== null && today > watchUntil;
}

/** Why a field can no longer be written: the item is over, its plan is fixed, its due day moves by extension only. */
export type ItemLock = 'over' | 'plan' | 'due';

/** The lock on a field that may be written directly; null = open. */
export function lockOf(item: RectificationItem, field: EditableItemField): ItemLock | null {
  const { status, openedAt } = item;
  if (status === 'cancelled' || (status === 'closed' && !afterClosing.has(field))) return 'over';
  if (openedAt === null) return null;
  if (ofPlan.has(field) || field === 'start' || (isCounted(item) && countedBy.has(field))) return 'plan';
  return field === 'due' ? 'due' : null;
}

/** What keeps an item from being changed as a whole, and so what to do first; null = nothing does. */
export type ItemHindrance = 'closed' | 'watchOver' | 'cancelled' | 'onHold' | 'submitted';

/** The hindrance on an item, `today` being an epoch day. */
export function hindranceOf(item: RectificationItem, today: number): ItemHindrance | null {
  switch (item.status) {
    case 'closed':
      return isWatchOver(item, today) ? 'watchOver' : 'closed';
    case 'cancelled':
    case 'onHold':
      return item.status;
    case 'submitted':
    case 'verifying':
      return 'submitted';
    default:
      return null;
  }
}

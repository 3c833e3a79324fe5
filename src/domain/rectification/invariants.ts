import { isSamePerson } from '../events/commands';
import { currentEvidence } from './commands';
import { planFields, type ItemStatus, type RectificationItem } from './item';

export const itemBreaches = [
  'untitled',
  'not-opened',
  'plan-missing',
  'cause-missing',
  'milestones-open',
  'evidence-missing',
  'verifier-missing',
  'verifier-is-owner',
  'verdict-missing',
  'close-date',
  'hold-without-reason',
] as const;
/** What an item in its status may not lack. No command leads there; a merge of two people's edits can. */
export type ItemBreach = (typeof itemBreaches)[number];

const afterOpen: ReadonlySet<ItemStatus | null> = new Set([
  'open',
  'inProgress',
  'submitted',
  'verifying',
  'closed',
  'returned',
  'reopened',
]);

/** The guards that an item in its present status does not satisfy, in the order of the flow. */
export function itemBreachesOf(item: RectificationItem): readonly ItemBreach[] {
  const { status } = item;
  const found: ItemBreach[] = [];
  const check = (holds: boolean, breach: ItemBreach): void => {
    if (!holds) found.push(breach);
  };
  check(item.title !== null && status !== null, 'untitled');
  if (afterOpen.has(status)) {
    check(item.owner !== null && item.due !== null && item.originalDue !== null, 'not-opened');
    const wanted = planFields.filter((field) => !['baselineN', 'baselineFrom', 'baselineTo'].includes(field));
    check(
      wanted.every((field) => item[field] !== null),
      'plan-missing',
    );
    check(item.rootCause !== null || item.decisionRef !== null, 'cause-missing');
  }
  if (status === 'submitted' || status === 'verifying' || status === 'closed') {
    check(
      item.milestone.every(({ doneAt }) => doneAt !== null),
      'milestones-open',
    );
    check(currentEvidence(item).length > 0, 'evidence-missing');
  }
  if (status === 'verifying' || status === 'closed') {
    check(item.verifier !== null && item.afterFrom !== null, 'verifier-missing');
    check(!isSamePerson(item.verifier, item.owner), 'verifier-is-owner');
  }
  if (status === 'closed') {
    check(
      (item.verdict === 'effective' || item.verdict === 'partial') &&
        item.verdictNote !== null &&
        item.effectData !== null,
      'verdict-missing',
    );
  }
  check((status === 'closed') === (item.closedAt !== null && item.watchUntil !== null), 'close-date');
  if (status === 'onHold' || status === 'cancelled') {
    check(item.statusReason !== null && item.approver !== null, 'hold-without-reason');
  }
  return found;
}

import { dayOf } from '../calendar/calendar';
import { msPerDay } from '../../kernel/dates';
import { isLive, isWorking, type RectificationItem } from './item';

/** Blue waits for verification, grey is on hold, not started, or over. */
export type Rag = 'red' | 'amber' | 'green' | 'blue' | 'grey';

export const ragReasons = [
  'overdue',
  'far-behind',
  'blocked',
  'due-soon',
  'behind',
  'extended',
  'held-long',
  'on-track',
  'awaiting',
  'held',
  'not-started',
  'over',
] as const;

/** A colour with the rule that gave it: the colour alone never says it. */
export interface RagMark {
  readonly rag: Rag;
  readonly reason: (typeof ragReasons)[number];
  /** Share of the time that has gone, 0–100; null without dates. */
  readonly elapsed: number | null;
  readonly progress: number;
}

/**
 * The colour of an item by the written rule.
 *
 * Formula  e = 100·clamp((today − start)/(due − start)), p = progress.
 *          Red: past due and not submitted; or e − p > 30 in the last fifth of the time; or blocked for more than 7 days.
 *          Amber: at most 7 days left and p < 80; or e − p > 15; or extended; or held for more than 30 days.
 *          Blue: submitted or verifying. Grey: on hold, not started, or over. Green otherwise.
 */
export function ragOf(item: RectificationItem, now: number): RagMark {
  const today = dayOf(now);
  const progress = item.progress ?? 0;
  const elapsed = elapsedShare(item, today);
  const mark = (rag: Rag, reason: RagMark['reason']): RagMark => ({ rag, reason, elapsed, progress });
  if (item.status === 'onHold') {
    const held = (now - (item.heldSince ?? now)) / msPerDay;
    return held > 30 ? mark('amber', 'held-long') : mark('grey', 'held');
  }
  if (item.status === 'submitted' || item.status === 'verifying') return mark('blue', 'awaiting');
  if (!isLive(item)) return mark('grey', 'over');
  if (!isWorking(item)) return mark('grey', 'not-started');
  const behind = (elapsed ?? 0) - progress;
  const left = item.due === null ? Infinity : item.due - today;
  if (left < 0) return mark('red', 'overdue');
  if ((elapsed ?? 0) >= 80 && behind > 30) return mark('red', 'far-behind');
  if (item.blocker.some((one) => one.resolvedAt === null && now - (one.at ?? now) > 7 * msPerDay)) {
    return mark('red', 'blocked');
  }
  if (left <= 7 && progress < 80) return mark('amber', 'due-soon');
  if (behind > 15) return mark('amber', 'behind');
  if (item.extension.length > 0) return mark('amber', 'extended');
  if (item.status === 'open' && (item.start ?? today) > today) return mark('grey', 'not-started');
  return mark('green', 'on-track');
}

function elapsedShare({ start, due }: RectificationItem, today: number): number | null {
  if (start === null || due === null) return null;
  if (due <= start) return today >= due ? 100 : 0;
  return 100 * Math.min(1, Math.max(0, (today - start) / (due - start)));
}

/** Days past the date now in force and past the first one; 0 = not overdue. The work ends with its submission. */
export function overdueDays(
  item: RectificationItem,
  now: number,
): { readonly current: number; readonly original: number } {
  const isDone = item.status === 'submitted' || item.status === 'verifying' || item.status === 'closed';
  const end = dayOf(isDone ? (item.submittedAt ?? now) : now);
  const past = (due: number | null): number =>
    due === null || item.status === 'cancelled' ? 0 : Math.max(0, end - due);
  return { current: past(item.due), original: past(item.originalDue) };
}

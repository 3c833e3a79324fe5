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

/** What the rule of colours looks at while work is under way; days are epoch days, progress is 0–100. */
export interface Schedule {
  readonly start: number | null;
  readonly due: number | null;
  readonly progress: number;
  /** Blocked for more than 7 days. */
  readonly isBlocked: boolean;
  readonly isExtended: boolean;
}

/**
 * The colour of work under way on a day, by the written rule: of an item as of an action of a project.
 *
 * Formula  e = 100·clamp((today − start)/(due − start)), p = progress.
 *          Red: past due; or e − p > 30 in the last fifth of the time; or blocked.
 *          Amber: at most 7 days left and p < 80; or e − p > 15; or extended. Green otherwise.
 */
export function scheduleLight(
  { start, due, progress, isBlocked, isExtended }: Schedule,
  today: number,
): { readonly rag: 'red' | 'amber' | 'green'; readonly reason: RagMark['reason'] } {
  const elapsed = elapsedShare({ start, due }, today) ?? 0;
  const behind = elapsed - progress;
  const left = due === null ? Infinity : due - today;
  if (left < 0) return { rag: 'red', reason: 'overdue' };
  if (elapsed >= 80 && behind > 30) return { rag: 'red', reason: 'far-behind' };
  if (isBlocked) return { rag: 'red', reason: 'blocked' };
  if (left <= 7 && progress < 80) return { rag: 'amber', reason: 'due-soon' };
  if (behind > 15) return { rag: 'amber', reason: 'behind' };
  if (isExtended) return { rag: 'amber', reason: 'extended' };
  return { rag: 'green', reason: 'on-track' };
}

/**
 * The colour of an item by the written rule.
 *
 * Formula  that of `scheduleLight` while it is worked on; a blocker counts once it is older than 7 days.
 *          Amber also: held for more than 30 days. Blue: submitted or verifying. Grey: on hold, not started, or over.
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
  const light = scheduleLight(
    {
      start: item.start,
      due: item.due,
      progress,
      isBlocked: item.blocker.some((one) => one.resolvedAt === null && now - (one.at ?? now) > 7 * msPerDay),
      isExtended: item.extension.length > 0,
    },
    today,
  );
  const isAhead = item.status === 'open' && (item.start ?? today) > today;
  return light.rag === 'green' && isAhead ? mark('grey', 'not-started') : mark(light.rag, light.reason);
}

function elapsedShare({ start, due }: Pick<Schedule, 'start' | 'due'>, today: number): number | null {
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

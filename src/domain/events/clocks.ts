import { dayOf, limitEnd, type BusinessCalendar } from '../calendar/calendar';
import type { ClockRules } from '../calendar/regimes';
import { msPerDay } from '../../kernel/dates';
import { isOpen, type ServiceEvent } from './event';

/** What the clocks of events run by. */
export interface EventClockwork {
  readonly rules: ClockRules;
  readonly calendar: BusinessCalendar;
}

/** A limit and whether it was kept: `kept` and `late` are final, `running` and `overdue` are not. */
export interface Clock {
  readonly dueAt: number;
  readonly state: 'running' | 'overdue' | 'kept' | 'late';
}

export const ageBuckets = ['0-3', '4-7', '8-15', '16-30', '31-60', 'over60'] as const;
export type AgeBucket = (typeof ageBuckets)[number];
const bucketEnds = [3, 7, 15, 30, 60];

/**
 * When the decision and the reply are due.
 *
 * Formula  receipt + 15 days; a complex case has its own limit; an approved extension is added; time in the archive
 *          before a reopening does not count (figures of the rules in force)
 */
export function decisionDue(event: ServiceEvent, { rules, calendar }: EventClockwork): number | null {
  if (event.receivedAt === null) return null;
  const limit = event.complex === true ? (rules.complexDecision ?? rules.decision) : rules.decision;
  const extension = event.extension.some(({ kind }) => kind === 'extension') ? rules.extension : null;
  const first = limitEnd(calendar, event.receivedAt, limit);
  const last = extension ? limitEnd(calendar, first, extension) : first;
  return last + (event.pausedMs ?? 0);
}

/** The clock of decision and reply; null without a receipt, and for cases withdrawn or merged. */
export function decisionClock(event: ServiceEvent, clockwork: EventClockwork, now: number): Clock | null {
  const dueAt = event.status === 'withdrawn' || event.status === 'merged' ? null : decisionDue(event, clockwork);
  return dueAt === null ? null : judge(dueAt, event.replyAt, now);
}

/** The clock of the first response: shorter for severe cases. */
export function responseClock(event: ServiceEvent, { rules, calendar }: EventClockwork, now: number): Clock | null {
  if (event.receivedAt === null || event.status === 'withdrawn' || event.status === 'merged') return null;
  const isUrgent = (event.severity ?? 0) >= rules.urgentFrom;
  const dueAt = limitEnd(calendar, event.receivedAt, isUrgent ? rules.urgentResponse : rules.firstResponse);
  return judge(dueAt, event.respondedAt ?? event.replyAt, now);
}

/** The clock of the call-back, which begins with the reply. */
export function callBackClock(event: ServiceEvent, { rules, calendar }: EventClockwork, now: number): Clock | null {
  if (event.replyAt === null || event.callBackWaived !== null) return null;
  if (event.status === 'withdrawn' || event.status === 'merged') return null;
  const done = event.callBackAt ?? event.closedAt;
  return judge(limitEnd(calendar, event.replyAt, rules.callBack), done, now);
}

function judge(dueAt: number, doneAt: number | null, now: number): Clock {
  if (doneAt !== null) return { dueAt, state: doneAt <= dueAt ? 'kept' : 'late' };
  return { dueAt, state: now <= dueAt ? 'running' : 'overdue' };
}

/** Whole days from receipt to now, or to the archive; time in the archive before a reopening does not count. */
export function ageInDays(event: ServiceEvent, now: number): number | null {
  if (event.receivedAt === null) return null;
  const end = event.closedAt ?? now;
  return Math.max(0, dayOf(end) - dayOf(event.receivedAt) - Math.round((event.pausedMs ?? 0) / msPerDay));
}

/** The bucket of an age in whole days. */
export function bucketOf(days: number): AgeBucket {
  const index = bucketEnds.findIndex((end) => days <= end);
  return ageBuckets[index < 0 ? bucketEnds.length : index];
}

/** Open events whose decision is due within so many days, or overdue; the most urgent first. */
export function dueWithin(
  events: Iterable<ServiceEvent>,
  clockwork: EventClockwork,
  now: number,
  days = 3,
): readonly { readonly event: ServiceEvent; readonly clock: Clock }[] {
  const found: { event: ServiceEvent; clock: Clock }[] = [];
  for (const event of events) {
    if (!isOpen(event) || event.replyAt !== null) continue;
    const clock = decisionClock(event, clockwork, now);
    if (clock && clock.dueAt <= (dayOf(now) + days + 1) * msPerDay - 1) found.push({ event, clock });
  }
  return found.sort((a, b) => a.clock.dueAt - b.clock.dueAt);
}

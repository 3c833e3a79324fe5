import { dayOf } from '../calendar/calendar';
import type { ServiceEvent } from '../events/event';
import { monthIndexOf } from '../../kernel/dates';
import type { RectificationItem } from './item';
import { isOfItem } from './ledger-effect';

/** Why a closed item may have to be reopened. */
export interface Recurrence {
  readonly reason: 'severe-event' | 'monthly-count';
  /** Events that speak for it. */
  readonly events: readonly string[];
  /** Events per month before, and in the month that is at least as bad. */
  readonly baseline?: number;
  readonly count?: number;
}

/** A shorter baseline is no month to compare with. */
const fewestDays = 30;
const daysOfMonth = 30.4375;

/**
 * Whether what an item had put right came back within its watch.
 *
 * Formula  a severity-5 event on one of its links; or a month after the closing with at least as many events on its
 *          links as the mean month of its baseline window. A month that is not over counts as it stands. Of a ledger
 *          that begins within the baseline only the days from its first event on are counted; fewer than 30 say nothing.
 */
export function findRecurrence(
  item: RectificationItem,
  events: Iterable<ServiceEvent>,
  now: number,
): Recurrence | null {
  const { closedAt, watchUntil, links } = item;
  if (item.status !== 'closed' || closedAt === null || watchUntil === null || !links || links.length === 0) return null;
  const closedDay = dayOf(closedAt);
  const severe: string[] = [];
  const months = new Map<number, string[]>();
  let before = 0;
  let ledgerFrom = Infinity;
  for (const event of events) {
    if (event.receivedAt === null) continue;
    const day = dayOf(event.receivedAt);
    ledgerFrom = Math.min(ledgerFrom, day);
    if (!isOfItem(item, event)) continue;
    if (item.baselineFrom !== null && item.baselineTo !== null && day >= item.baselineFrom && day <= item.baselineTo) {
      before++;
    }
    if (day <= closedDay || day > watchUntil || event.receivedAt > now) continue;
    if (event.severity === 5) severe.push(event.id);
    const month = monthIndexOf(day);
    months.set(month, [...(months.get(month) ?? []), event.id]);
  }
  if (severe.length > 0) return { reason: 'severe-event', events: severe };
  if (item.baselineFrom === null || item.baselineTo === null || before === 0) return null;
  const days = item.baselineTo - Math.max(item.baselineFrom, ledgerFrom) + 1;
  if (days < fewestDays) return null;
  const baseline = before / Math.max(days / daysOfMonth, 1);
  const worst = [...months.values()].sort((a, b) => b.length - a.length)[0];
  if (!worst || worst.length < baseline) return null;
  return { reason: 'monthly-count', events: worst, baseline, count: worst.length };
}

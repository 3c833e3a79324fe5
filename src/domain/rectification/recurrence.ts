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

/**
 * Whether what an item had put right came back within its watch.
 *
 * Formula  a severity-5 event on one of its links; or a month after the closing with at least as many events on its
 *          links as the mean month of its baseline window. A month that is not over counts as it stands.
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
  for (const event of events) {
    if (event.receivedAt === null || !isOfItem(item, event)) continue;
    const day = dayOf(event.receivedAt);
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
  const length = (item.baselineTo - item.baselineFrom + 1) / 30.4375;
  const baseline = before / Math.max(length, 1);
  const worst = [...months.values()].sort((a, b) => b.length - a.length)[0];
  if (!worst || worst.length < baseline) return null;
  return { reason: 'monthly-count', events: worst, baseline, count: worst.length };
}

import { dayOf } from '../calendar/calendar';
import type { ServiceEvent } from '../events/event';
import type { CountedEffect, EffectCounts } from './effect';
import type { RectificationItem } from './item';

/** Days by which rates from the ledger are shown. */
export const ledgerPer = 30;

/** Whether an event is one of those that an item is to make fewer. */
export function isOfItem({ links, outlets }: RectificationItem, event: ServiceEvent): boolean {
  return (
    event.primaryLink !== null &&
    (links ?? []).includes(event.primaryLink) &&
    event.status !== 'merged' &&
    event.status !== 'withdrawn' &&
    (!outlets || outlets.length === 0 || outlets.includes(event.outlet ?? ''))
  );
}

/** Whether the effect of an item is counted from the ledger: a rate, with links to count and both windows named. */
export function countsLedger({ test, links, baselineFrom, baselineTo, afterFrom }: RectificationItem): boolean {
  if (test !== 'rate' || !links || links.length === 0) return false;
  return baselineFrom !== null && baselineTo !== null && afterFrom !== null && baselineTo >= baselineFrom;
}

/**
 * Events on the links and outlets of an item in its baseline and since its change, with the days of both; null where
 * the item is not judged by a rate or names no windows.
 *
 * Formula  events per 30 days; the window after runs from `afterFrom` to today
 */
export function ledgerEffect(
  item: RectificationItem,
  events: Iterable<ServiceEvent>,
  today: number,
): CountedEffect | null {
  const { baselineFrom, baselineTo, afterFrom } = item;
  if (!countsLedger(item) || baselineFrom === null || baselineTo === null || afterFrom === null) return null;
  const end = Math.max(today, afterFrom);
  let [before, after] = [0, 0];
  for (const event of events) {
    if (event.receivedAt === null || !isOfItem(item, event)) continue;
    const day = dayOf(event.receivedAt);
    if (day >= baselineFrom && day <= baselineTo) before++;
    if (day >= afterFrom && day <= end) after++;
  }
  const counts = (count: number, from: number, to: number): EffectCounts => ({ count, size: to - from + 1 });
  return {
    test: 'rate',
    per: ledgerPer,
    before: counts(before, baselineFrom, baselineTo),
    after: counts(after, afterFrom, end),
  };
}

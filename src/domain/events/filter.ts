import { dayOf } from '../calendar/calendar';
import { decisionClock, type EventClockwork } from './clocks';
import { isOpen, type EventStatus, type ServiceEvent } from './event';

/** What a list of events is narrowed to; absent = everything. */
export interface EventFilter {
  /** Words that title, narrative, number, owner or outlet hold, all of them. */
  readonly text?: string;
  readonly status?: EventStatus | 'open' | 'overdue' | 'uncoded' | 'cases' | 'severe';
  readonly outlet?: string;
  readonly owner?: string;
  /** Code of a link, an aspect or a category. */
  readonly code?: string;
  /** Epoch days, both included. */
  readonly from?: number;
  readonly to?: number;
}

export type EventOrder = 'received' | 'due' | 'severity';

const texts = new WeakMap<ServiceEvent, string>();

function textOf(event: ServiceEvent): string {
  let text = texts.get(event);
  if (text === undefined) {
    const { number, title, narrative, owner, outlet, product } = event;
    text = [number, title, narrative, owner, outlet, product].join('\n').toLowerCase();
    texts.set(event, text);
  }
  return text;
}

/** Events that a filter lets through, in the order given. */
export function filterEvents(
  events: readonly ServiceEvent[],
  filter: EventFilter,
  clockwork: EventClockwork,
  now: number,
): readonly ServiceEvent[] {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const { code, from, to } = filter;
  return events.filter((event) => {
    if (filter.outlet !== undefined && event.outlet !== filter.outlet) return false;
    if (filter.owner !== undefined && event.owner !== filter.owner) return false;
    if (code !== undefined && event.primaryLink !== code && event.primaryLink?.startsWith(`${code}.`) !== true)
      return false;
    if (from !== undefined && dayOf(event.receivedAt ?? 0) < from) return false;
    if (to !== undefined && dayOf(event.receivedAt ?? 0) > to) return false;
    if (filter.status !== undefined && !hasStatus(event, filter.status, clockwork, now)) return false;
    if (words.length === 0) return true;
    const text = textOf(event);
    return words.every((word) => text.includes(word));
  });
}

function hasStatus(
  event: ServiceEvent,
  status: NonNullable<EventFilter['status']>,
  clockwork: EventClockwork,
  now: number,
): boolean {
  switch (status) {
    case 'open':
      return isOpen(event);
    case 'overdue':
      return isOpen(event) && decisionClock(event, clockwork, now)?.state === 'overdue';
    case 'uncoded':
      return isOpen(event) && event.primaryLink === null;
    case 'cases':
      return event.isCase === true;
    case 'severe':
      return isOpen(event) && (event.severity ?? 0) >= 4;
    default:
      return event.status === status;
  }
}

/** Events in an order: the newest first, what is due soonest first, or the most severe first. */
export function orderEvents(
  events: readonly ServiceEvent[],
  order: EventOrder,
  clockwork: EventClockwork,
  now: number,
): readonly ServiceEvent[] {
  const keyOf = (event: ServiceEvent): number => {
    if (order === 'received') return -(event.receivedAt ?? 0);
    if (order === 'severity') return -(event.severity ?? 0) * 1e15 - (event.receivedAt ?? 0);
    const clock = isOpen(event) && event.replyAt === null ? decisionClock(event, clockwork, now) : null;
    return clock?.dueAt ?? Infinity;
  };
  return events
    .map((event) => ({ event, key: keyOf(event) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
    .map(({ event }) => event);
}

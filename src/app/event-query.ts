/** The filter of the ledger as it stands in the address, so that a number elsewhere can lead to its events. */

import type { EventFilter, EventOrder } from '../domain/events/filter';
import { formatIsoDate, isValidDate, toEpochDay } from '../kernel/dates';
import type { Query } from './routes';

export const eventViews = ['all', 'open', 'overdue', 'severe', 'uncoded', 'cases'] as const;
export type EventView = (typeof eventViews)[number];
const orders = ['due', 'received', 'severity'] as const satisfies readonly EventOrder[];

/** What an address narrows the list to; what it does not name, or names wrongly, is absent. */
export interface EventPlace extends Pick<EventFilter, 'text' | 'outlet' | 'owner' | 'code' | 'from' | 'to'> {
  readonly view?: EventView;
  readonly order?: EventOrder;
}

/** Reads the filter behind the `?`. Days are written `2026-11-22`. */
export function readEventPlace(query: Query): EventPlace {
  const text = (name: string): string | undefined => {
    const value = query[name]?.trim() ?? '';
    return value === '' ? undefined : value;
  };
  return {
    view: eventViews.find((one) => one === query['view']),
    order: orders.find((one) => one === query['order']),
    text: text('q'),
    outlet: text('outlet'),
    owner: text('owner'),
    code: text('code'),
    from: dayOfText(query['from']),
    to: dayOfText(query['to']),
  };
}

/** The filter as it is written behind the `?`; null takes a key away. */
export function writeEventPlace(place: EventPlace): Readonly<Record<string, string | null>> {
  const { text, from, to, ...words } = place;
  const day = (value: number | undefined): string | null => (value === undefined ? null : formatIsoDate(value));
  return {
    ...('text' in place ? { q: text === undefined || text.trim() === '' ? null : text } : {}),
    ...('from' in place ? { from: day(from) } : {}),
    ...('to' in place ? { to: day(to) } : {}),
    ...Object.fromEntries(Object.entries(words).map(([key, value]) => [key, (value as string | undefined) ?? null])),
  };
}

/** The query of an address that shows a filter. */
export function eventQuery(place: EventPlace): Query {
  return Object.fromEntries(
    Object.entries(writeEventPlace(place)).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

function dayOfText(text: string | undefined): number | undefined {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '') ?? []).map(Number);
  return year !== undefined && isValidDate(year, month, day) ? toEpochDay(year, month, day) : undefined;
}

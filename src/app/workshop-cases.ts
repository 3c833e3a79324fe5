import type { ServiceEvent } from '../domain/events/event';
import { createMasker } from '../ingest/mask/create-masker';

/** A case to be judged together. */
export interface WorkshopCase {
  /** Of the event in the ledger; null for a pasted one. */
  readonly event: string | null;
  readonly text: string;
  readonly code: string | null;
}

const most = 10;

/** Events with words, first those whose coder chose another link than was suggested first, then those not coded yet. */
export function disputedCases(events: readonly ServiceEvent[]): readonly WorkshopCase[] {
  const rank = ({ primaryLink, suggested }: ServiceEvent): number =>
    primaryLink === null ? 1 : [primaryLink, undefined].includes(suggested?.[0]) ? 2 : 0;
  return events
    .filter(({ narrative, title }) => (narrative ?? title ?? '').trim() !== '')
    .map((event) => ({ event, rank: rank(event) }))
    .filter((one) => one.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ event }) => ({
      event: event.id,
      text: (event.narrative ?? event.title ?? '').trim(),
      code: event.primaryLink,
    }));
}

/** One case a line, masked before anybody sees or keeps it. */
export function pastedCases(text: string): readonly WorkshopCase[] {
  const mask = createMasker({ column: '', type: 'text' });
  return text
    .split(/\r?\n/)
    .map((line) => mask(line.trim()).text)
    .filter((line) => line !== '')
    .slice(0, most)
    .map((line) => ({ event: null, text: line, code: null }));
}

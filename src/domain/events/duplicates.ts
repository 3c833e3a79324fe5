import { areDifferentCustomers } from '../../kernel/customer-key';
import { dayOf } from '../calendar/calendar';
import type { ServiceEvent } from './event';

/** Two events that may be one. Nothing is merged by itself. */
export interface LikelyDuplicate {
  /** The one received first. */
  readonly first: string;
  readonly second: string;
  readonly similarity: number;
  readonly sameCustomer: boolean;
}

const mostDays = 3;
const enough = 0.8;

/**
 * Pairs of open or archived events that may tell of the same thing: same outlet, received within three days, not known
 * to be of different customers, and texts alike.
 *
 * Formula  Sørensen-Dice coefficient of the sets of letter pairs ≥ 0.8
 */
export function likelyDuplicates(events: Iterable<ServiceEvent>): readonly LikelyDuplicate[] {
  const outlets = new Map<string, ServiceEvent[]>();
  for (const event of events) {
    if (event.receivedAt === null || event.status === 'merged' || event.status === 'withdrawn') continue;
    const list = outlets.get(event.outlet ?? '') ?? [];
    list.push(event);
    outlets.set(event.outlet ?? '', list);
  }
  const found: LikelyDuplicate[] = [];
  for (const list of outlets.values()) {
    list.sort((a, b) => (a.receivedAt ?? 0) - (b.receivedAt ?? 0));
    const pairs = list.map(({ narrative }) => pairsOf(narrative ?? ''));
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        if (dayOf(list[j].receivedAt ?? 0) - dayOf(list[i].receivedAt ?? 0) > mostDays) break;
        const [one, two] = [list[i].customerKey, list[j].customerKey];
        if (areDifferentCustomers(one, two)) continue;
        const similarity = alike(pairs[i], pairs[j]);
        if (similarity >= enough) {
          found.push({ first: list[i].id, second: list[j].id, similarity, sameCustomer: one !== null && one === two });
        }
      }
    }
  }
  return found.sort((a, b) => b.similarity - a.similarity);
}

/**
 * Pairs of events that two copies of the workbench registered of one thing: same day, outlet and link, not known to be
 * of different customers, texts alike as in `likelyDuplicates`. What one copy registered twice is not among them.
 *
 * @param originOf names the copy that registered an event; null = not known, which is nobody else
 */
export function duplicatesAcross(
  events: Iterable<ServiceEvent>,
  originOf: (id: string) => string | null,
): readonly LikelyDuplicate[] {
  const groups = new Map<string, ServiceEvent[]>();
  for (const event of events) {
    const { receivedAt, outlet, primaryLink, status } = event;
    if (receivedAt === null || status === 'merged' || status === 'withdrawn') continue;
    const key = JSON.stringify([dayOf(receivedAt), outlet, primaryLink]);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const found: LikelyDuplicate[] = [];
  for (const group of groups.values()) {
    const origins = group.map(({ id }) => originOf(id));
    if (new Set(origins.filter((origin) => origin !== null)).size < 2) continue;
    const pairs = group.map(({ narrative }) => pairsOf(narrative ?? ''));
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const isOfTwo = origins[i] !== null && origins[j] !== null && origins[i] !== origins[j];
        if (!isOfTwo || areDifferentCustomers(group[i].customerKey, group[j].customerKey)) continue;
        const similarity = alike(pairs[i], pairs[j]);
        if (similarity < enough) continue;
        const [first, second] = [group[i], group[j]].sort(byReceipt);
        const sameCustomer = first.customerKey !== null && first.customerKey === second.customerKey;
        found.push({ first: first.id, second: second.id, similarity, sameCustomer });
      }
    }
  }
  return found.sort((a, b) => b.similarity - a.similarity || (a.first < b.first ? -1 : 1));
}

function byReceipt(a: ServiceEvent, b: ServiceEvent): number {
  return (a.receivedAt ?? 0) - (b.receivedAt ?? 0) || (a.id < b.id ? -1 : 1);
}

/** Events that may tell of the same thing as this one, the most alike first; see `likelyDuplicates`. */
export function nearEvents(event: ServiceEvent, events: Iterable<ServiceEvent>): readonly ServiceEvent[] {
  const day = dayOf(event.receivedAt ?? 0);
  const near = new Map<string, ServiceEvent>();
  for (const other of events) {
    if (other.outlet === event.outlet && Math.abs(dayOf(other.receivedAt ?? 0) - day) <= mostDays) {
      near.set(other.id, other);
    }
  }
  return likelyDuplicates(near.values()).flatMap(({ first, second }) => {
    const other = first === event.id ? second : second === event.id ? first : null;
    const found = other === null ? undefined : near.get(other);
    return found ? [found] : [];
  });
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.replace(/[\s\p{P}]/gu, '').toLowerCase();
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  // Sizes that differ too much cannot reach the threshold.
  if (Math.min(a.size, b.size) / Math.max(a.size, b.size) < enough / (2 - enough)) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}

import type { Result } from '../kernel/result';
import type { RectificationItem } from '../domain/rectification/item';
import type { TaxonomyLink } from '../domain/taxonomy';
import { isDeleted } from '../store/store';
import type { Act, StoredRecord } from '../store/types';

export type QualityKind = 'event' | 'item';

/** A record that an act touched, with what is stored of it now. */
export interface Reread {
  readonly kind: QualityKind;
  readonly id: string;
  readonly found: Result<StoredRecord | null>;
}

/** Milliseconds on the wall clock of this computer. */
export function wallNow(): number {
  return Date.now() - new Date().getTimezoneOffset() * 60_000;
}

/** Records by id; null instead of a list makes an empty map. */
export function byId<T>(
  records: readonly StoredRecord[] | null,
  make: (record: StoredRecord) => T,
): ReadonlyMap<string, T> {
  return new Map((records ?? []).map((record) => [record.id, make(record)]));
}

/** Records by id after those of a kind were read again: gone ones are taken out. */
export function withReread<T>(
  old: ReadonlyMap<string, T>,
  kind: QualityKind,
  read: readonly Reread[],
  make: (record: StoredRecord) => T,
): ReadonlyMap<string, T> {
  const next = new Map(old);
  for (const one of read) {
    if (one.kind !== kind || !one.found.ok) continue;
    if (one.found.value === null || isDeleted(one.found.value)) next.delete(one.id);
    else next.set(one.id, make(one.found.value));
  }
  return next;
}

/** Links in use, by code. */
export function linksInUse(links: readonly TaxonomyLink[]): ReadonlyMap<string, TaxonomyLink> {
  return new Map(links.filter(({ retired }) => retired !== true).map((link) => [link.code, link]));
}

/** Which acts of the history are new, or were undone or redone since it was last looked at. */
export class SeenActs {
  readonly #undone = new Map<number, boolean>();

  /** Records of the ledger and of items that those acts touched. */
  take(acts: readonly Act[]): readonly { readonly kind: QualityKind; readonly id: string }[] {
    const touched = new Map<string, { kind: QualityKind; id: string }>();
    for (const { seq, undone, changes } of acts) {
      if (this.#undone.get(seq) === undone) continue;
      this.#undone.set(seq, undone);
      for (const { kind, id } of changes) {
        if (kind === 'event' || kind === 'item') touched.set(`${kind} ${id}`, { kind, id });
      }
    }
    return [...touched.values()];
  }
}

/** Items that are actions of a project, by the row of the action. */
export function actionItemsOf(
  items: Iterable<RectificationItem>,
  project: string,
): ReadonlyMap<string, RectificationItem> {
  const found = new Map<string, RectificationItem>();
  for (const item of items) {
    if (item.project === project && item.action !== null) found.set(item.action, item);
  }
  return found;
}

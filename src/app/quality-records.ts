import type { RectificationItem } from '../domain/rectification/item';
import type { TaxonomyLink } from '../domain/taxonomy';
import type { Act, StoredRecord } from '../store/types';

export type QualityKind = 'event' | 'item';

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

/**
 * Records by id after some of them were read again, each at the place of its id: gone ones are taken out. The same map if
 * all are as they were, as after an act of this page, so that nothing is drawn twice.
 */
export function withReread<T>(
  old: ReadonlyMap<string, T>,
  ids: readonly string[],
  found: readonly (StoredRecord | null)[],
  make: (record: StoredRecord) => T,
): ReadonlyMap<string, T> {
  const next = new Map(old);
  let isChanged = false;
  ids.forEach((id, i) => {
    const record = found[i];
    const value = record === null ? undefined : make(record);
    if (JSON.stringify(value) === JSON.stringify(old.get(id))) return;
    isChanged = true;
    if (value === undefined) next.delete(id);
    else next.set(id, value);
  });
  return isChanged ? next : old;
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

import type { Taxonomy } from '../domain/taxonomy';
import { indexTaxonomy } from '../domain/taxonomy/index-of';
import type { Act } from '../store/types';

/** Codes of the links on offer. */
export function activeCodes(taxonomy: Taxonomy): ReadonlySet<string> {
  return new Set(indexTaxonomy(taxonomy).activeLinks.map(({ code }) => code));
}

/** Acts that stand and changed one of these records, the latest first. */
export function actsOn(acts: readonly Act[], ids: readonly string[]): readonly Act[] {
  const wanted = new Set(ids);
  return acts.filter((act) => !act.undone && act.changes.some(({ id }) => wanted.has(id)));
}

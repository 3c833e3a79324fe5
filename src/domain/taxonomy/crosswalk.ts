import type { Taxonomy } from '../taxonomy';

/** How an entry came about: the code still stands, its link was replaced, the names agree, a person decided, or nobody has. */
export type CrosswalkBasis = 'same' | 'replaced' | 'name' | 'person' | 'open';

export interface CrosswalkEntry {
  readonly from: string;
  /** null = a person must decide; rows stay uncoded until then. */
  readonly to: string | null;
  readonly basis: CrosswalkBasis;
}

/** Which code of a newer version, or of another taxonomy, a code of an older one means. Plain data. */
export interface Crosswalk {
  readonly from: { readonly id: string; readonly version: string };
  readonly to: { readonly id: string; readonly version: string };
  readonly entries: readonly CrosswalkEntry[];
}

/**
 * The crosswalk between two versions as far as it can be known: codes that still stand map to themselves, retired ones
 * to what replaced them, and between different taxonomies names decide. The rest is left open for a person.
 */
export function deriveCrosswalk(from: Taxonomy, to: Taxonomy): Crosswalk {
  const targets = new Map(to.links.map((link) => [link.code, link]));
  const byName = new Map(to.links.filter((l) => l.retired !== true).map((l) => [l.name.zh, l.code]));
  const entries = from.links.map((link): CrosswalkEntry => {
    // Codes are only comparable within one taxonomy: another bank's G2.1.1 is another thing.
    const found = from.id === to.id ? follow(targets, link.code) : null;
    if (found !== null) return { from: link.code, to: found, basis: found === link.code ? 'same' : 'replaced' };
    const named = byName.get(link.name.zh);
    return named === undefined
      ? { from: link.code, to: null, basis: 'open' }
      : { from: link.code, to: named, basis: 'name' };
  });
  return { from: { id: from.id, version: from.version }, to: { id: to.id, version: to.version }, entries };
}

/** The crosswalk with one entry decided by a person; `null` opens it again. */
export function decideCrosswalk(crosswalk: Crosswalk, from: string, to: string | null): Crosswalk {
  const entry: CrosswalkEntry = { from, to, basis: to === null ? 'open' : 'person' };
  const known = crosswalk.entries.some((e) => e.from === from);
  return {
    ...crosswalk,
    entries: known ? crosswalk.entries.map((e) => (e.from === from ? entry : e)) : [...crosswalk.entries, entry],
  };
}

/** A look-up through a crosswalk; null where a person has to decide. */
export function applyCrosswalk(crosswalk: Crosswalk): (code: string) => string | null {
  const map = new Map(crosswalk.entries.map((entry) => [entry.from, entry.to]));
  return (code) => map.get(code) ?? null;
}

/** Codes that still need a person. */
export function openEntries(crosswalk: Crosswalk): readonly string[] {
  return crosswalk.entries.filter((entry) => entry.to === null).map((entry) => entry.from);
}

function follow(
  links: ReadonlyMap<string, { readonly retired?: boolean; readonly replacedBy?: string }>,
  code: string,
): string | null {
  const seen = new Set<string>();
  for (let at: string | undefined = code; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const link = links.get(at);
    if (link === undefined) return null;
    if (link.retired !== true) return at;
    at = link.replacedBy;
  }
  return null;
}

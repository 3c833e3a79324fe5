import type { Bilingual, Taxonomy } from '../../../domain/taxonomy';

/** Names of all codes of a taxonomy in the reader's language. */
export function codeNames(taxonomy: Taxonomy, pick: (text: Bilingual) => string): ReadonlyMap<string, string> {
  return new Map(
    [...taxonomy.categories, ...taxonomy.aspects, ...taxonomy.links].map((node) => [node.code, pick(node.name)]),
  );
}

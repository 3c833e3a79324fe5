import {
  uncodedCode,
  type Bilingual,
  type Taxonomy,
  type TaxonomyAspect,
  type TaxonomyCategory,
  type TaxonomyLink,
} from '../taxonomy';

export type TaxonomyNode =
  | { readonly level: 'category'; readonly node: TaxonomyCategory }
  | { readonly level: 'aspect'; readonly node: TaxonomyAspect }
  | { readonly level: 'link'; readonly node: TaxonomyLink };

/** Look-ups by code, made once per version. Codes of retired links are found too: rows may carry them. */
export interface TaxonomyIndex {
  readonly taxonomy: Taxonomy;
  find(code: string): TaxonomyNode | undefined;
  link(code: string): TaxonomyLink | undefined;
  name(code: string): Bilingual | undefined;
  parent(code: string): string | undefined;
  /** Codes one level below; of the whole taxonomy without a code. Retired links are left out. */
  children(code?: string): readonly string[];
  /** Place in the taxonomy, categories, aspects and links counted together; unknown codes come last. */
  order(code: string): number;
  /** Codes from the category down to `code`; empty for an unknown code. */
  path(code: string): readonly string[];
  /** 1–5 of a link; undefined above. */
  severity(code: string): number | undefined;
  /** Links on offer for coding, in order. */
  readonly activeLinks: readonly TaxonomyLink[];
}

const uncodedName: Bilingual = { zh: '未分类', en: 'Uncoded' };

/** The look-ups of a taxonomy. */
export function indexTaxonomy(taxonomy: Taxonomy): TaxonomyIndex {
  const nodes = orderedNodes(taxonomy);
  const order = new Map([...nodes.keys()].map((code, i) => [code, i]));
  const childCodes = new Map<string, string[]>();
  for (const [code, entry] of nodes) {
    const parent = parentOf(entry) ?? '';
    if (entry.level !== 'link' || entry.node.retired !== true)
      childCodes.set(parent, [...(childCodes.get(parent) ?? []), code]);
  }
  const parent = (code: string): string | undefined => {
    const entry = nodes.get(code);
    return entry && parentOf(entry);
  };
  const link = (code: string): TaxonomyLink | undefined => {
    const entry = nodes.get(code);
    return entry?.level === 'link' ? entry.node : undefined;
  };
  return {
    taxonomy,
    find: (code) => nodes.get(code),
    link,
    name: (code) => nodes.get(code)?.node.name ?? (code === uncodedCode ? uncodedName : undefined),
    parent,
    children: (code = '') => childCodes.get(code) ?? [],
    order: (code) => order.get(code) ?? nodes.size,
    path: (code) => {
      const path: string[] = [];
      for (let at: string | undefined = code; at !== undefined && nodes.has(at); at = parent(at)) path.unshift(at);
      return path;
    },
    severity: (code) => link(code)?.severity,
    activeLinks: [...nodes.values()].flatMap((e) => (e.level === 'link' && e.node.retired !== true ? [e.node] : [])),
  };
}

function parentOf(entry: TaxonomyNode): string | undefined {
  if (entry.level === 'category') return undefined;
  return entry.level === 'aspect' ? entry.node.category : entry.node.aspect;
}

/** Depth first: each category, its aspects, their links; added links stand at the end of their aspect. */
function orderedNodes(taxonomy: Taxonomy): Map<string, TaxonomyNode> {
  const nodes = new Map<string, TaxonomyNode>();
  for (const category of taxonomy.categories) {
    nodes.set(category.code, { level: 'category', node: category });
    for (const aspect of taxonomy.aspects) {
      if (aspect.category !== category.code) continue;
      nodes.set(aspect.code, { level: 'aspect', node: aspect });
      for (const link of taxonomy.links)
        if (link.aspect === aspect.code) nodes.set(link.code, { level: 'link', node: link });
    }
  }
  return nodes;
}

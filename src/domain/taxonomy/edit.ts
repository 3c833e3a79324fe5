import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { Bilingual, Office, QualityEffect, ServicePhase, Taxonomy, TaxonomyLink } from '../taxonomy';
import { bumpVersion } from './version';

export type TaxonomyFailureCode =
  | 'taxonomy-code-unknown'
  | 'taxonomy-not-a-link'
  | 'taxonomy-name-empty'
  | 'taxonomy-name-taken'
  | 'taxonomy-definition-empty'
  | 'taxonomy-severity-range'
  | 'taxonomy-keyword-taken'
  | 'taxonomy-retired'
  | 'taxonomy-last-link';

/** What a new link needs; the rest has sensible defaults. */
export interface NewLink {
  readonly name: Bilingual;
  readonly definition: Bilingual;
  readonly severity: number;
  readonly examples?: readonly string[];
  readonly keywords?: readonly string[];
  readonly keywordsEn?: readonly string[];
  readonly effect?: QualityEffect;
  readonly servqual?: string;
  readonly phase?: ServicePhase;
  readonly office?: Office;
  readonly cause?: string;
}

/** One act of editing; plain data. Wording makes a patch version, a link added, retired or moved a minor one. */
export type TaxonomyEdit =
  | { readonly kind: 'rename'; readonly code: string; readonly name: Bilingual }
  | { readonly kind: 'define'; readonly code: string; readonly definition: Bilingual }
  | {
      readonly kind: 'keywords';
      readonly code: string;
      readonly keywords: readonly string[];
      readonly keywordsEn?: readonly string[];
    }
  | {
      readonly kind: 'examples';
      readonly code: string;
      readonly examples: readonly string[];
      readonly exampleEn?: string;
    }
  | { readonly kind: 'severity'; readonly code: string; readonly severity: number }
  | { readonly kind: 'add'; readonly aspect: string; readonly link: NewLink }
  | { readonly kind: 'retire'; readonly code: string; readonly replacedBy?: string }
  | { readonly kind: 'move'; readonly code: string; readonly aspect: string };

type EditResult = Result<Taxonomy, Failure<TaxonomyFailureCode>>;

/**
 * The next version of a taxonomy after one edit. Codes keep their meaning: a retired code stays in the list and is
 * never given to another link; a moved link gets a new code and the old one points to it.
 *
 * Fails  taxonomy-code-unknown, -not-a-link, -name-empty, -name-taken, -definition-empty, -severity-range,
 *        -keyword-taken, -retired, -last-link
 */
export function editTaxonomy(taxonomy: Taxonomy, edit: TaxonomyEdit): EditResult {
  switch (edit.kind) {
    case 'rename':
      return rename(taxonomy, edit.code, trimmed(edit.name));
    case 'define':
      return define(taxonomy, edit.code, trimmed(edit.definition));
    case 'keywords':
      return setKeywords(taxonomy, edit.code, edit.keywords, edit.keywordsEn);
    case 'examples': {
      const examples = distinct(edit.examples);
      return changeLink(taxonomy, edit.code, (link) => ({
        ...link,
        examples,
        exampleEn: edit.exampleEn?.trim() || undefined,
      }));
    }
    case 'severity':
      if (!isSeverity(edit.severity)) return fail('taxonomy-severity-range', { severity: edit.severity });
      return changeLink(taxonomy, edit.code, (link) => ({ ...link, severity: edit.severity }));
    case 'add':
      return addLink(taxonomy, edit.aspect, edit.link);
    case 'retire':
      return retireLink(taxonomy, edit.code, edit.replacedBy);
    case 'move':
      return moveLink(taxonomy, edit.code, edit.aspect);
  }
}

function rename(taxonomy: Taxonomy, code: string, name: Bilingual): EditResult {
  if (name.zh === '' || name.en === '') return fail('taxonomy-name-empty', { code });
  const taken = allNodes(taxonomy).find(
    (n) => n.code !== code && n.code.length === code.length && sameName(n.name, name),
  );
  if (taken) return fail('taxonomy-name-taken', { code: taken.code, name: name.zh });
  return changeNode(taxonomy, code, (node) => ({ ...node, name }));
}

function define(taxonomy: Taxonomy, code: string, definition: Bilingual): EditResult {
  if (definition.zh === '' || definition.en === '') return fail('taxonomy-definition-empty', { code });
  return changeNode(taxonomy, code, (node) => ({ ...node, definition }));
}

function setKeywords(
  taxonomy: Taxonomy,
  code: string,
  keywords: readonly string[],
  keywordsEn?: readonly string[],
): EditResult {
  const clash = keywordClash(taxonomy, code, [...keywords, ...(keywordsEn ?? [])]);
  if (clash) return fail('taxonomy-keyword-taken', clash);
  return changeLink(taxonomy, code, (link) => ({
    ...link,
    keywords: distinct(keywords),
    keywordsEn: keywordsEn ? distinct(keywordsEn) : link.keywordsEn,
  }));
}

function addLink(taxonomy: Taxonomy, aspectCode: string, added: NewLink): EditResult {
  const aspect = taxonomy.aspects.find((a) => a.code === aspectCode);
  if (!aspect) return fail('taxonomy-code-unknown', { code: aspectCode });
  const name = trimmed(added.name);
  const definition = trimmed(added.definition);
  if (name.zh === '' || name.en === '') return fail('taxonomy-name-empty', { code: aspectCode });
  if (definition.zh === '' || definition.en === '') return fail('taxonomy-definition-empty', { code: aspectCode });
  if (!isSeverity(added.severity)) return fail('taxonomy-severity-range', { severity: added.severity });
  const taken = taxonomy.links.find((l) => l.retired !== true && sameName(l.name, name));
  if (taken) return fail('taxonomy-name-taken', { code: taken.code, name: name.zh });
  const clash = keywordClash(taxonomy, '', [...(added.keywords ?? []), ...(added.keywordsEn ?? [])]);
  if (clash) return fail('taxonomy-keyword-taken', clash);
  const link: TaxonomyLink = {
    code: nextCode(taxonomy, aspectCode),
    aspect: aspectCode,
    category: aspect.category,
    name,
    definition,
    severity: added.severity,
    examples: distinct(added.examples ?? []),
    keywords: distinct(added.keywords ?? []),
    keywordsEn: distinct(added.keywordsEn ?? []),
    effect: added.effect ?? categoryEffect(aspect.category),
    servqual: added.servqual ?? 'REL',
    phase: added.phase ?? 'in',
    office: added.office ?? 'front',
    cause: added.cause ?? 'C99',
  };
  return ok({ ...taxonomy, version: bumpVersion(taxonomy.version, 'minor'), links: [...taxonomy.links, link] });
}

function retireLink(taxonomy: Taxonomy, code: string, replacedBy?: string): EditResult {
  const link = taxonomy.links.find((l) => l.code === code);
  if (!link) return notALink(taxonomy, code);
  if (link.retired === true) return fail('taxonomy-retired', { code });
  if (replacedBy !== undefined) {
    const successor = taxonomy.links.find((l) => l.code === replacedBy && l.code !== code);
    if (!successor) return notALink(taxonomy, replacedBy);
    if (successor.retired === true) return fail('taxonomy-retired', { code: replacedBy });
  }
  if (taxonomy.links.filter((l) => l.retired !== true).length === 1) return fail('taxonomy-last-link', { code });
  const links = taxonomy.links.map((l) => (l === link ? { ...l, retired: true, replacedBy } : l));
  return ok({ ...taxonomy, version: bumpVersion(taxonomy.version, 'minor'), links });
}

function moveLink(taxonomy: Taxonomy, code: string, aspectCode: string): EditResult {
  const link = taxonomy.links.find((l) => l.code === code);
  if (!link) return notALink(taxonomy, code);
  if (link.retired === true) return fail('taxonomy-retired', { code });
  const aspect = taxonomy.aspects.find((a) => a.code === aspectCode);
  if (!aspect) return fail('taxonomy-code-unknown', { code: aspectCode });
  if (link.aspect === aspectCode) return ok(taxonomy);
  const moved = { ...link, code: nextCode(taxonomy, aspectCode), aspect: aspectCode, category: aspect.category };
  const links = taxonomy.links.map((l) => (l === link ? { ...l, retired: true, replacedBy: moved.code } : l));
  return ok({ ...taxonomy, version: bumpVersion(taxonomy.version, 'minor'), links: [...links, moved] });
}

type Node = { readonly code: string; readonly name: Bilingual; readonly definition: Bilingual };

function allNodes(taxonomy: Taxonomy): readonly Node[] {
  return [...taxonomy.categories, ...taxonomy.aspects, ...taxonomy.links.filter((l) => l.retired !== true)];
}

function changeNode(taxonomy: Taxonomy, code: string, change: <T extends Node>(node: T) => T): EditResult {
  const at = <T extends Node>(nodes: readonly T[]): readonly T[] => nodes.map((n) => (n.code === code ? change(n) : n));
  if (taxonomy.links.some((l) => l.code === code)) return changeLink(taxonomy, code, change);
  if (![...taxonomy.categories, ...taxonomy.aspects].some((n) => n.code === code))
    return fail('taxonomy-code-unknown', { code });
  return ok({
    ...taxonomy,
    version: bumpVersion(taxonomy.version, 'patch'),
    categories: at(taxonomy.categories),
    aspects: at(taxonomy.aspects),
  });
}

function changeLink(taxonomy: Taxonomy, code: string, change: (link: TaxonomyLink) => TaxonomyLink): EditResult {
  const link = taxonomy.links.find((l) => l.code === code);
  if (!link) return notALink(taxonomy, code);
  if (link.retired === true) return fail('taxonomy-retired', { code });
  const links = taxonomy.links.map((l) => (l === link ? change(l) : l));
  return ok({ ...taxonomy, version: bumpVersion(taxonomy.version, 'patch'), links });
}

function notALink(taxonomy: Taxonomy, code: string): EditResult {
  const known = [...taxonomy.categories, ...taxonomy.aspects].some((n) => n.code === code);
  return fail(known ? 'taxonomy-not-a-link' : 'taxonomy-code-unknown', { code });
}

/** One above the highest number ever used below the aspect, retired links included. */
function nextCode(taxonomy: Taxonomy, aspect: string): string {
  const used = taxonomy.links.filter((l) => l.aspect === aspect).map((l) => Number(l.code.slice(aspect.length + 1)));
  return `${aspect}.${Math.max(0, ...used.filter(Number.isFinite)) + 1}`;
}

/** A word may lead to one link only, or the rule would be undecided. */
function keywordClash(
  taxonomy: Taxonomy,
  code: string,
  words: readonly string[],
): { readonly keyword: string; readonly code: string } | null {
  const wanted = new Set(words.map((w) => w.trim().toLowerCase()));
  for (const link of taxonomy.links) {
    if (link.code === code || link.retired === true) continue;
    const keyword = [...link.keywords, ...(link.keywordsEn ?? [])].find((k) => wanted.has(k.toLowerCase()));
    if (keyword !== undefined) return { keyword, code: link.code };
  }
  return null;
}

function categoryEffect(category: string): QualityEffect {
  return category === 'G1' ? 'both' : category === 'G4' ? 'expected' : 'experienced';
}

function isSeverity(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5;
}

function sameName(a: Bilingual, b: Bilingual): boolean {
  return a.zh === b.zh || a.en.toLowerCase() === b.en.toLowerCase();
}

function trimmed(text: Bilingual): Bilingual {
  return { zh: text.zh.trim(), en: text.en.trim() };
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words.map((w) => w.trim()).filter((w) => w !== ''))];
}

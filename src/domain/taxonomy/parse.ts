import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { Taxonomy } from '../taxonomy';
import { offices, qualityEffects, servicePhases } from './scales';

/**
 * A taxonomy from stored or imported data. Keys that are not known are kept: a newer version may have written them.
 *
 * Fails  taxonomy-damaged, with the path of the first thing that is not as it must be
 */
export function parseTaxonomy(raw: unknown): Result<Taxonomy, Failure<'taxonomy-damaged'>> {
  const path = firstFault(raw);
  return path === null ? ok(raw as Taxonomy) : fail('taxonomy-damaged', { path });
}

type Fields = Readonly<Record<string, unknown>>;

function firstFault(raw: unknown): string | null {
  if (!isFields(raw)) return '/';
  if (!isText(raw.id)) return '/id';
  if (typeof raw.version !== 'string' || !/^\d+\.\d+\.\d+$/.test(raw.version)) return '/version';
  const seen = new Set<string>();
  const categories = new Set<string>();
  const aspects = new Map<string, string>();
  return (
    listFault(raw.categories, '/categories', (node) => {
      categories.add(String(node.code));
      return nodeFault(node, seen) ?? (isBilingual(node.owner) ? null : 'owner');
    }) ??
    listFault(raw.aspects, '/aspects', (node) => {
      aspects.set(String(node.code), String(node.category));
      if (!categories.has(String(node.category))) return 'category';
      return nodeFault(node, seen) ?? (isBilingual(node.question) ? null : 'question');
    }) ??
    listFault(raw.links, '/links', (node) => {
      if (aspects.get(String(node.aspect)) !== node.category) return 'aspect';
      return nodeFault(node, seen) ?? linkFault(node);
    })
  );
}

function listFault(list: unknown, path: string, check: (node: Fields) => string | null): string | null {
  if (!Array.isArray(list) || list.length === 0) return path;
  for (const [i, node] of list.entries()) {
    const fault = isFields(node) ? check(node) : '';
    if (fault !== null) return `${path}/${i}/${fault}`;
  }
  return null;
}

function nodeFault(node: Fields, seen: Set<string>): string | null {
  if (typeof node.code !== 'string' || !/^[A-Z]\d+(?:\.\d+){0,2}$/.test(node.code) || seen.has(node.code))
    return 'code';
  seen.add(node.code);
  if (!isBilingual(node.name)) return 'name';
  return isBilingual(node.definition) ? null : 'definition';
}

function linkFault(link: Fields): string | null {
  const severity = link.severity;
  if (typeof severity !== 'number' || !Number.isInteger(severity) || severity < 1 || severity > 5) return 'severity';
  if (!isTexts(link.examples)) return 'examples';
  if (!isTexts(link.keywords)) return 'keywords';
  if (link.keywordsEn !== undefined && !isTexts(link.keywordsEn)) return 'keywordsEn';
  if (!qualityEffects.some((e) => e.code === link.effect)) return 'effect';
  if (!servicePhases.some((p) => p.code === link.phase)) return 'phase';
  if (!offices.some((o) => o.code === link.office)) return 'office';
  if (!isText(link.servqual)) return 'servqual';
  return isText(link.cause) ? null : 'cause';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isBilingual(value: unknown): boolean {
  return isFields(value) && isText(value.zh) && isText(value.en);
}

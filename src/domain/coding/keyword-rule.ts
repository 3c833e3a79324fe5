import { toHalfWidth } from '../../kernel/text';
import type { TaxonomyLink } from '../taxonomy';

export interface KeywordHit {
  readonly code: string;
  readonly keyword: string;
}

const maxPerKeyword = 2;

/**
 * Finds the keywords of links in a text: the longest first, none overlapping another, each at most twice, in any case
 * of letters. English keywords must begin where a word begins.
 */
export function keywordRule(links: readonly TaxonomyLink[]): (text: string) => readonly KeywordHit[] {
  const byFirst = new Map<string, KeywordHit[]>();
  for (const link of links) {
    for (const keyword of [...link.keywords, ...(link.keywordsEn ?? [])]) {
      const first = keyword[0].toLowerCase();
      byFirst.set(first, [...(byFirst.get(first) ?? []), { code: link.code, keyword: keyword.toLowerCase() }]);
    }
  }
  return (text) => {
    const plain = toHalfWidth(text).toLowerCase();
    return withoutOverlaps(matchesIn(plain, byFirst));
  };
}

interface Match extends KeywordHit {
  readonly start: number;
}

function matchesIn(text: string, byFirst: ReadonlyMap<string, readonly KeywordHit[]>): Match[] {
  const matches: Match[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const hit of byFirst.get(text[start]) ?? []) {
      if (!text.startsWith(hit.keyword, start)) continue;
      if (/^[a-z]/.test(hit.keyword) && /[a-z]/.test(text[start - 1] ?? '')) continue;
      matches.push({ ...hit, start });
    }
  }
  return matches.sort((a, b) => b.keyword.length - a.keyword.length || a.start - b.start);
}

function withoutOverlaps(matches: readonly Match[]): KeywordHit[] {
  const taken: Match[] = [];
  const uses = new Map<string, number>();
  for (const match of matches) {
    const end = match.start + match.keyword.length;
    if (taken.some((t) => match.start < t.start + t.keyword.length && end > t.start)) continue;
    const used = uses.get(match.keyword) ?? 0;
    if (used === maxPerKeyword) continue;
    uses.set(match.keyword, used + 1);
    taken.push(match);
  }
  return taken.map(({ code, keyword }) => ({ code, keyword }));
}

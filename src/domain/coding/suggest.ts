import { toHalfWidth } from '../../kernel/text';
import type { Taxonomy, TaxonomyLink } from '../taxonomy';
import { defaultTaxonomy } from '../taxonomy/default-taxonomy';
import { cues } from './cues';
import { gramsOf } from './grams';
import { keywordRule, type KeywordHit } from './keyword-rule';

export interface Suggestion {
  readonly code: string;
  /** 0–1; comparable within one text only. */
  readonly score: number;
  /** Words of the text that speak for the link, the strongest first. */
  readonly matched: readonly string[];
}

export interface ConfirmedText {
  readonly text: string;
  readonly code: string;
}

/**
 * Suggests links for a text and learns from what a person confirms. It never codes by itself.
 *
 * Formula  cosine of TF-IDF grams (1 + ln tf)·(1 + ln((1+N)/(1+df))) between the text and each link's centroid,
 *          + 0.05·k/(k+20), k = letters of keywords found; ties go to the severer link, then to the earlier code
 * Source   measured on 171 complaints worded apart from all training text (tests/unit/domain/coding): a heavier rule
 *          lowers the share of right first suggestions, as keywords that look certain often are not
 */
export interface Suggester {
  /** The best three links, fewer if nothing in the text is known. */
  suggest(text: string): readonly Suggestion[];
  /** Links for a word of the source's own classification; a name of a link is recognised as itself. */
  suggestForValue(value: string): readonly Suggestion[];
  learn(text: string, code: string): void;
  /** Takes back what `learn` was told. */
  unlearn(text: string, code: string): void;
}

const suggestions = 3;
const ruleWeight = 0.05;
const ruleHalf = 20;
/** A person's decision weighs more than the words the link came with. */
const weights = { definition: 1, example: 2, cue: 2, confirmed: 3 };
const maxMatched = 5;

/** A suggester for a taxonomy, with the texts confirmed so far. */
export function trainSuggester(taxonomy: Taxonomy, confirmed: readonly ConfirmedText[]): Suggester {
  const links = taxonomy.links.filter((link) => link.retired !== true);
  const model = createModel(links.length);
  const places = new Map(links.map((link, i) => [link.code, i]));
  links.forEach((link, i) => addLinkText(model, link, i, taxonomy.id === defaultTaxonomy.id));
  const teach = (text: string, code: string, weight: number): void => {
    const place = places.get(code);
    if (place !== undefined) model.add(gramsOf(text), place, weight);
  };
  for (const { text, code } of confirmed) teach(text, code, weights.confirmed);
  const findKeywords = keywordRule(links);
  const suggest = (text: string): readonly Suggestion[] => rank(model, links, text, findKeywords(text));
  return {
    suggest,
    suggestForValue: (value) => {
      const named = links.find((l) => sameWords(l.name.zh, value) || sameWords(l.name.en, value));
      const others = suggest(value).filter((s) => s.code !== named?.code);
      return named ? [{ code: named.code, score: 1, matched: [value] }, ...others].slice(0, suggestions) : others;
    },
    learn: (text, code) => teach(text, code, weights.confirmed),
    unlearn: (text, code) => teach(text, code, -weights.confirmed),
  };
}

function addLinkText(model: Model, link: TaxonomyLink, place: number, shipped: boolean): void {
  const own = [
    link.name.zh,
    link.name.en,
    link.definition.zh,
    link.definition.en,
    ...link.keywords,
    ...(link.keywordsEn ?? []),
  ];
  for (const text of own) model.add(gramsOf(text), place, weights.definition);
  for (const text of [...link.examples, link.exampleEn ?? '']) model.add(gramsOf(text), place, weights.example);
  if (shipped) model.add(gramsOf(cues[link.code] ?? ''), place, weights.cue);
}

interface Model {
  add(grams: readonly string[], place: number, weight: number): void;
  compare(grams: readonly string[]): Comparison;
}

interface Comparison {
  /** Cosine with the text per link. */
  readonly cosines: Float64Array;
  /** What each gram of the text adds for one link, the most first. */
  parts(place: number): readonly string[];
}

function createModel(size: number): Model {
  const counts = new Map<string, Map<number, number>>();
  let norms: Float64Array | null = null;
  const inverse = (gram: string): number => 1 + Math.log((1 + size) / (1 + (counts.get(gram)?.size ?? 0)));
  const measure = (): Float64Array => {
    const squares = new Float64Array(size);
    for (const [gram, places] of counts) {
      const idf = inverse(gram);
      for (const [place, count] of places) squares[place] += (damped(count) * idf) ** 2;
    }
    return squares.map(Math.sqrt);
  };
  return {
    add: (grams, place, weight) => {
      norms = null;
      for (const gram of grams) {
        const places = counts.get(gram) ?? new Map<number, number>();
        const count = (places.get(place) ?? 0) + weight;
        if (count > 0) places.set(place, count);
        else places.delete(place);
        if (places.size > 0) counts.set(gram, places);
        else counts.delete(gram);
      }
    },
    compare: (grams) => {
      norms ??= measure();
      const own = new Map<string, number>();
      for (const gram of grams) own.set(gram, (own.get(gram) ?? 0) + 1);
      const dots = new Float64Array(size);
      let square = 0;
      for (const [gram, count] of own) {
        const idf = inverse(gram);
        const weight = damped(count) * idf;
        square += weight ** 2;
        for (const [place, there] of counts.get(gram) ?? []) dots[place] += weight * damped(there) * idf;
      }
      const length = Math.sqrt(square);
      const known = norms;
      return {
        cosines: dots.map((dot, place) => (dot > 0 ? dot / (known[place] * length) : 0)),
        parts: (place) =>
          [...own.keys()]
            .map((gram) => ({ gram, part: inverse(gram) ** 2 * damped(counts.get(gram)?.get(place) ?? 0) }))
            .filter(({ gram }) => counts.get(gram)?.has(place) === true)
            .sort((x, y) => y.part - x.part)
            .map(({ gram }) => gram),
      };
    },
  };
}

function damped(count: number): number {
  return 1 + Math.log(Math.max(1, count));
}

function rank(
  model: Model,
  links: readonly TaxonomyLink[],
  text: string,
  hits: readonly KeywordHit[],
): readonly Suggestion[] {
  const letters = new Map<string, number>();
  for (const { code, keyword } of hits) letters.set(code, (letters.get(code) ?? 0) + keyword.length);
  const compared = model.compare(gramsOf(text));
  const scored = links.map((link, place) => {
    const found = letters.get(link.code) ?? 0;
    const score = (1 - ruleWeight) * compared.cosines[place] + (ruleWeight * found) / (found + ruleHalf);
    return { link, place, score };
  });
  scored.sort((a, b) => b.score - a.score || b.link.severity - a.link.severity || a.place - b.place);
  return scored
    .slice(0, suggestions)
    .filter(({ score }) => score > 0)
    .map(({ link, place, score }) => ({
      code: link.code,
      score,
      matched: matchedWords(text, hits, link.code, compared.parts(place)),
    }));
}

/** The keywords found, then the grams that add most; none overlaps another. As written in the text. */
function matchedWords(
  text: string,
  hits: readonly KeywordHit[],
  code: string,
  grams: readonly string[],
): readonly string[] {
  const plain = toHalfWidth(text).toLowerCase();
  const taken: { readonly start: number; readonly end: number }[] = [];
  const keywords = hits.filter((hit) => hit.code === code).map((hit) => hit.keyword);
  for (const word of [...keywords, ...grams]) {
    if (taken.length === maxMatched) break;
    const place = word.length > 1 ? placeOf(plain, word) : null;
    if (place !== null && taken.every((t) => place.end <= t.start || place.start >= t.end)) taken.push(place);
  }
  return taken.map(({ start, end }) => text.slice(start, end));
}

/** Where a keyword or gram stands; a stem takes the rest of its word. Pairs of stems are not looked for. */
function placeOf(text: string, word: string): { readonly start: number; readonly end: number } | null {
  if (!/^[a-z']+$/.test(word)) {
    const start = text.indexOf(word);
    return start < 0 ? null : { start, end: start + word.length };
  }
  const match = new RegExp(`(?<![a-z])${word}[a-z]*`).exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

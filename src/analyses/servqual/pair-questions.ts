import type { ServqualItem } from './spec';

interface Named {
  readonly id: string;
  readonly name: string;
}

type Side = 'expectation' | 'perception';

const expected = /期望|期待|优秀的?银行|应当|expect|\bexp\b|ideal/i;
const perceived = /感知|实际|本行|体验|percei|perception|actual/i;
/** `E1`, `P_12`, `Q3-E`: a letter for the side beside the number of the question. */
const lettered = /^\s*([EP])[\s_.-]*(\d+)|(\d+)[\s_.-]*([EP])\s*$/i;

/** Questions per dimension in the questionnaire of 22. */
const perDimension = [4, 5, 4, 4, 5] as const;
const ofDimension = ['tangibles', 'reliability', 'responsiveness', 'assurance', 'empathy'] as const;
const dimensionWords = [/有形|tangib/i, /可靠|reliab/i, /响应|respons/i, /保证|assur/i, /移情|关怀|empath/i];

/**
 * Proposes which columns ask for perception and which for expectation of the same thing.
 *
 * By name: what is left of it without the word or letter of the side tells the pair. Where names say nothing and twice 22
 * columns are there, the first half is the expectation, as the questionnaire asks it first. Else all are perceptions.
 */
export function pairQuestions(columns: readonly Named[]): readonly ServqualItem[] {
  const sides = columns.map(sideOf);
  const named = columns.filter((_, i) => sides[i]?.side === 'perception');
  const wanted = columns.filter((_, i) => sides[i]?.side === 'expectation');
  if (wanted.length === 0) {
    const half = columns.length / 2;
    return columns.length === 44
      ? columns.slice(half).map((column, i) => item(column, columns[i], i, half))
      : columns.map((column, i) => item(column, null, i, columns.length));
  }
  // With one side named, the others are the other side.
  const perceptions = named.length > 0 ? named : columns.filter((column) => !wanted.includes(column));
  const keyOf = (column: Named): string => sideOf(column)?.rest ?? column.name.trim();
  const byKey = new Map(wanted.map((column) => [keyOf(column), column]));
  const matched = perceptions.filter((column) => byKey.has(keyOf(column))).length;
  return perceptions.map((column, i) => {
    const partner = byKey.get(keyOf(column)) ?? null;
    const byOrder = matched === 0 && wanted.length === perceptions.length ? wanted[i] : null;
    return item(column, partner ?? byOrder, i, perceptions.length);
  });
}

function sideOf({ name }: Named): { readonly side: Side; readonly rest: string } | null {
  const letter = lettered.exec(name);
  if (letter) {
    const side = (letter[1] ?? letter[4]).toUpperCase() === 'E' ? 'expectation' : 'perception';
    return { side, rest: letter[2] ?? letter[3] };
  }
  const rest = (word: RegExp): string => name.replace(word, '').replace(/[\s_.:：()（）-]+/g, '');
  if (expected.test(name)) return { side: 'expectation', rest: rest(expected) };
  return perceived.test(name) ? { side: 'perception', rest: rest(perceived) } : null;
}

function item(perception: Named, expectation: Named | null, place: number, count: number): ServqualItem {
  return {
    dimension: ofDimension[dimensionOf(perception.name, place, count)],
    perception: perception.id,
    expectation: expectation?.id ?? null,
  };
}

/** By a word in the name, else by the place in the questionnaire. */
function dimensionOf(name: string, place: number, count: number): number {
  const named = dimensionWords.findIndex((word) => word.test(name));
  if (named >= 0) return named;
  if (count !== 22) return Math.min(4, Math.floor((place * 5) / count));
  let end = 0;
  return perDimension.findIndex((size) => place < (end += size));
}

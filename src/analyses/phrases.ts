/** Short ways to say things as data. Full catalogue codes only, so that they can be searched and tested. */

import type { Phrase, PhraseParams, PhraseValue } from '../kernel/result';

/** A sentence of the catalogues. */
export function say(code: string, params: PhraseParams = {}): Phrase {
  return { code, params };
}

/** A value that is shown as it is, where a sentence is asked for. */
export function plain(text: PhraseValue): Phrase {
  return { code: 'analyses.shared.plain', params: { text } };
}

/** A fraction shown as a percentage with one decimal, or as many as asked. */
export function percent(value: number, digits = 1): PhraseValue {
  return { as: 'percent', value, digits };
}

/** A number with exactly so many decimals. */
export function fixed(value: number, digits: number): PhraseValue {
  return { as: 'decimal', value, digits };
}

/** A word of the catalogues inside a sentence, with what goes into it where it has places of its own. */
export function term(key: string, params?: PhraseParams): PhraseValue {
  return params === undefined ? { as: 'term', key } : { as: 'term', key, params };
}

/** Several values as one enumeration; an open one ends with a mark, because there are more. */
export function list(items: readonly PhraseValue[], open = false): PhraseValue {
  return open ? { as: 'list', items, open } : { as: 'list', items };
}

/** A number shown with four significant digits, but never fewer than its whole part; whole numbers stay whole. */
export function figure(value: number): PhraseValue {
  if (Number.isInteger(value)) return fixed(value, 0);
  const size = Math.floor(Math.log10(Math.abs(value)));
  return fixed(value, Math.max(0, Math.min(8, 3 - size)));
}

/** The first few of many values as one enumeration, with a mark where some are left out. */
export function firstOf(items: readonly PhraseValue[], most: number): PhraseValue {
  return list(items.slice(0, most), items.length > most);
}

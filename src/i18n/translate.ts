import type { Phrase, PhraseParams, PhraseValue } from '../kernel/result';
import { createFormats, type Formats } from './format';
import { interpolate, interpolatePieces, type Piece } from './interpolate';
import type { Locale } from './locale';
import type { Catalogue } from './zh-CN';

type Paths<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Every sentence the product can say. */
export type MessageKey = Paths<Catalogue>;

export interface Translator {
  readonly locale: Locale;
  readonly formats: Formats;
  /** The sentence of a key known at compile time. */
  readonly t: (key: MessageKey, params?: PhraseParams) => string;
  /** The sentence of a code that data carries; `scope` is put before it, as `failure` before a failure's code. */
  readonly phrase: (phrase: Phrase, scope?: string) => string;
  /** The same sentence in pieces; the values are named. */
  readonly pieces: (phrase: Phrase, scope?: string) => readonly Piece[];
  readonly value: (value: PhraseValue) => string;
  /** The name of this language of a text held in both. */
  readonly pick: (text: { readonly zh: string; readonly en: string }) => string;
}

function lookUp(catalogue: unknown, key: string): string | undefined {
  let node: unknown = catalogue;
  for (const part of key.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return undefined;
    node = (node as Record<string, unknown>)[part];
  }
  return typeof node === 'string' ? node : undefined;
}

/** An open list at the end of a sentence brings its own dots: a full stop after them would be a fourth. */
function endOnce(sentence: string): string {
  return sentence.replace(/…\./g, '…');
}

/** The translator of a locale and its catalogue. A key without a sentence is shown as the key itself. */
export function translate(locale: Locale, catalogue: Catalogue): Translator {
  const formats = createFormats(locale);
  const pick = (text: { readonly zh: string; readonly en: string }): string => (locale === 'en' ? text.en : text.zh);
  const say = (key: string, params: PhraseParams): string =>
    endOnce(interpolate(lookUp(catalogue, key) ?? key, params, (v) => value(v as PhraseValue)));
  const value = (v: PhraseValue): string => {
    if (typeof v === 'string') return v;
    if (typeof v === 'number') return formats.number(v);
    switch (v.as) {
      case 'percent':
        return formats.percent(v.value, v.digits);
      case 'decimal':
        return v.digits === undefined ? formats.number(v.value) : formats.fixed(v.value, v.digits);
      case 'date':
        return formats.date(v.epochDay);
      case 'month':
        return formats.month(v.monthIndex);
      case 'list':
        return formats.list(v.items.map(value), v.open);
      case 'term':
        return say(v.key, v.params ?? {});
      case 'bilingual':
        return pick(v);
    }
  };
  return {
    locale,
    formats,
    t: (key, params = {}) => say(key, params),
    phrase: (phrase, scope) => say(scope ? `${scope}.${phrase.code}` : phrase.code, phrase.params),
    pieces: ({ code, params }, scope) => {
      const key = scope ? `${scope}.${code}` : code;
      return interpolatePieces(lookUp(catalogue, key) ?? key, params, (v) => value(v as PhraseValue));
    },
    value,
    pick,
  };
}

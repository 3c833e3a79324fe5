/**
 * Outcomes that a user's file, choice or data can cause.
 *
 * What only a developer can cause throws instead (`RangeError`, lower case, offending value last).
 */

/** A number, date or word inside a sentence; it is formatted for the reader's language at the edge. */
export type PhraseValue =
  | string
  | number
  | { readonly as: 'percent'; readonly value: number; readonly digits?: number }
  | { readonly as: 'decimal'; readonly value: number; readonly digits?: number }
  | { readonly as: 'date'; readonly epochDay: number }
  | { readonly as: 'month'; readonly monthIndex: number }
  /** An enumeration; an open one names only the first of more. */
  | { readonly as: 'list'; readonly items: readonly PhraseValue[]; readonly open?: true }
  /** A catalogue key, translated before it is put into the sentence; `params` fill the places that it has itself. */
  | { readonly as: 'term'; readonly key: string; readonly params?: Readonly<Record<string, PhraseValue>> }
  /** A text that the data holds in both languages, such as a taxonomy name. */
  | { readonly as: 'bilingual'; readonly zh: string; readonly en: string };

export type PhraseParams = Readonly<Record<string, PhraseValue>>;

/** A sentence as data: a catalogue code and what goes into it. Never translated text. */
export interface Phrase<Code extends string = string> {
  readonly code: Code;
  readonly params: PhraseParams;
}

/** Where in a file a failure or an issue lies; both count from 1, as a spreadsheet does. */
export interface SourcePlace {
  readonly row?: number;
  readonly column?: number;
}

/** Why something could not be done. `code` is a key below `failure` in the catalogues. */
export interface Failure<Code extends string = string> extends Phrase<Code> {
  readonly at?: SourcePlace;
}

export type Result<T, F extends Failure = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

/** Wraps a value as success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a coded reason as failure. */
export function fail<Code extends string>(
  code: Code,
  params: PhraseParams = {},
  at?: SourcePlace,
): { readonly ok: false; readonly failure: Failure<Code> } {
  return { ok: false, failure: at ? { code, params, at } : { code, params } };
}

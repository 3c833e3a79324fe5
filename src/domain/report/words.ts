/** Small parts that the sections of a report are made of. */

import type { PhraseValue } from '../../kernel/result';
import type { Bilingual } from '../taxonomy';
import type { Sentence } from './draft-types';

export const noName: PhraseValue = { as: 'term', key: 'report.notGiven' };
export const percent = (value: number | null): PhraseValue => (value === null ? '–' : { as: 'percent', value });
export const decimal = (value: number, digits: number): PhraseValue => ({ as: 'decimal', value, digits });
export const term = (key: string): PhraseValue => ({ as: 'term', key });
export const say = (code: string, parts: Sentence['parts'] = {}): Sentence => ({ code, parts });
export const both = (name: Bilingual | undefined, code: string): PhraseValue =>
  name ? { as: 'bilingual', zh: `${code} ${name.zh}`, en: `${code} ${name.en}` } : code;
export const column = (code: string, numeric = true): { readonly code: string; readonly numeric: boolean } => ({
  code,
  numeric,
});

import { countCells, sample } from './evidence';
import { isCodeHeader, isFreeTextHeader, isIdentifierHeader, isLabelHeader } from './header-clues';
import { isMissingWord } from './missing-words';
import type { ColumnInference, DistinctValue } from './types';

const category: ColumnInference = { type: 'category', reading: {}, questions: [] };
const text: ColumnInference = { type: 'text', reading: {}, questions: [] };
/** The inference that keeps cells digit for digit. */
export const identifier: ColumnInference = { type: 'identifier', reading: {}, questions: [] };

const codeShape = /^[A-Za-z0-9][A-Za-z0-9_\-./#*]{0,39}$/;

/** Identifier, category or free text, for a column that is neither number nor date. */
export function inferWords(name: string, values: readonly DistinctValue[]): ColumnInference {
  const cells = countCells(values);
  const look = sample(values, 500);
  const ratio = values.length / cells;
  if (areMostlyCodes(look) && (values.length > 500 || (ratio > 0.5 && values.length >= 20))) return identifier;
  const width = averageWidth(look);
  if (isFreeTextHeader(name) && !(width <= 12 && ratio < 0.5)) return text;
  if (width > 80 && (ratio > 0.05 || values.length > 50)) return text;
  if (isLabelHeader(name)) return category;
  return width > 24 && ratio > 0.5 && values.length >= 5 && sentenceShare(look) >= 0.3 ? text : category;
}

/** Whether the header's claim to hold codes is borne out: no sentences, and for weak claims not a short list of kinds. */
export function areIdentifiers(name: string, values: readonly DistinctValue[]): boolean {
  const look = sample(values, 200).filter((value) => !isMissingWord(value.text));
  if (isIdentifierHeader(name)) return averageWidth(look) <= 40;
  if (!isCodeHeader(name)) return false;
  return areMostlyCodes(look) && values.length > 50 && values.length / countCells(values) > 0.5;
}

/** Whether a header of codes stands over a short list of plain digits, as `渠道代码` 1–5: kinds, not amounts. */
export function areKindDigits(name: string, values: readonly DistinctValue[]): boolean {
  const short = values.length <= 50 && values.every((value) => /^\d{1,6}$/.test(value.text));
  return short && (isCodeHeader(name) || isIdentifierHeader(name));
}

function areMostlyCodes(values: readonly DistinctValue[]): boolean {
  let codes = 0;
  for (const value of values) if (codeShape.test(value.text) && /\d/.test(value.text)) codes++;
  return codes >= values.length * 0.95;
}

/** Width in Latin letters: a Chinese character says about as much as two. */
function averageWidth(values: readonly DistinctValue[]): number {
  let total = 0;
  for (const value of values) {
    const wide = value.text.match(/[\u2E80-\uFFFF]/g)?.length ?? 0;
    total += value.text.length + wide;
  }
  return values.length === 0 ? 0 : total / values.length;
}

function sentenceShare(values: readonly DistinctValue[]): number {
  let sentences = 0;
  for (const value of values) {
    if (/[，。！？；、\n]|[.,!?;:](?:\s|$)/.test(value.text) || value.text.split(/\s+/).length >= 8) sentences++;
  }
  return sentences / values.length;
}

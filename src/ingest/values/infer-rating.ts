import { isYesNoHeader } from './header-clues';
import { ratingStep } from './rating-words';
import type { ColumnInference, DistinctValue } from './types';

/** More ways to write five answers than any file has. */
const mostWritings = 40;

/**
 * Answers on the five-step scale of satisfaction as numbers; null if not.
 *
 * Only where every cell is on the scale, one of its ends occurs as a word, and three steps occur: satisfied and
 * dissatisfied alone are two kinds of answer. Two words for one step speak of another scale, which nobody can guess.
 */
export function inferRating(name: string, values: readonly DistinctValue[]): ColumnInference | null {
  if (values.length > mostWritings || isYesNoHeader(name)) return null;
  const wordOf = new Map<number, string>();
  const seen = new Set<number>();
  for (const { text } of values) {
    const found = ratingStep(text);
    if (found === null) return null;
    seen.add(found.step);
    if (found.word === '') continue;
    if ((wordOf.get(found.step) ?? found.word) !== found.word) return null;
    wordOf.set(found.step, found.word);
  }
  const hasEnd = wordOf.has(5) || wordOf.has(1);
  return hasEnd && seen.size >= 3 ? { type: 'number', reading: { rating: 'five' }, questions: [] } : null;
}

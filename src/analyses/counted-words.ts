import type { PhraseValue } from '../kernel/result';
import { list, term } from './phrases';

/** The values that count, in words: stored answers of a yes/no column are 1 and 0. */
export function countedWords(values: readonly string[]): PhraseValue {
  const areFlags = values.every((value) => value === '1' || value === '0');
  return list(
    areFlags ? values.map((value) => term(value === '1' ? 'analyses.shared.yes' : 'analyses.shared.no')) : values,
  );
}

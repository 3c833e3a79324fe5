import type { Failure } from '../kernel/result';
import type { Translator } from '../i18n/translator';

/** A failure as a sentence in the reader's language, led by its place in the file where it has one. */
export function failureText(translator: Translator, failure: Failure): string {
  const sentence = translator.phrase(failure, 'failure');
  if (failure.at?.row === undefined) return sentence;
  const { row, column } = failure.at;
  const place =
    column === undefined ? translator.t('data.place.row', { row }) : translator.t('data.place.cell', { row, column });
  return translator.t('data.place.sentence', { place, sentence });
}

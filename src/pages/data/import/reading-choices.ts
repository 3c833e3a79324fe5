import type { MessageKey } from '../../../i18n/translator';
import type { OpenQuestion, ReadingOptions } from '../../../ingest/types';

type Translate = (key: MessageKey) => string;

/** The answers that a question about reading a column allows. */
export function readingChoices(t: Translate, question: OpenQuestion): readonly { value: string; label: string }[] {
  switch (question) {
    case 'dateOrder':
      return (['ymd', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t(`wizard.dateOrder.${value}`) }));
    case 'durationUnit':
      return (['s', 'min', 'h', 'day'] as const).map((value) => ({ value, label: t(`wizard.durationUnit.${value}`) }));
    case 'clockStyle':
      return [
        { value: 'm:ss', label: t('wizard.clockStyle.mss') },
        { value: 'h:mm', label: t('wizard.clockStyle.hmm') },
      ];
  }
}

/** The reading with one question answered; a word that is no answer changes nothing. */
export function withAnswer(reading: ReadingOptions, question: OpenQuestion, value: string): ReadingOptions {
  switch (question) {
    case 'dateOrder':
      return value === 'ymd' || value === 'dmy' || value === 'mdy' ? { ...reading, dateOrder: value } : reading;
    case 'durationUnit':
      return value === 's' || value === 'min' || value === 'h' || value === 'day'
        ? { ...reading, durationUnit: value }
        : reading;
    case 'clockStyle':
      return value === 'm:ss' || value === 'h:mm' ? { ...reading, clockStyle: value } : reading;
  }
}

/** The questions that make sense for a column type. */
export function questionsOf(type: string): readonly OpenQuestion[] {
  if (type === 'date' || type === 'datetime') return ['dateOrder'];
  if (type === 'duration') return ['durationUnit', 'clockStyle'];
  return [];
}

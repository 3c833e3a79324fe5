import type { MessageKey, Translator } from '../../../i18n/translator';
import type { OpenQuestion, ReadingOptions, RecallNote } from '../../../ingest/types';

type Translate = (key: MessageKey) => string;

const questions: readonly OpenQuestion[] = ['dateOrder', 'durationUnit', 'clockStyle'];

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

/** What to say at a column of which the remembered plan and the file do not say the same. */
export function recallText(t: Translator['t'], { what, outcome, before, now }: RecallNote): string {
  if (what === 'type') {
    const types = { before: t(`data.type.${before.type}`), now: t(`data.type.${now.type}`) };
    return t(outcome === 'kept' ? 'wizard.recall.typeKept' : 'wizard.recall.typeDiffers', types);
  }
  const readings = {
    before: readingText(t, before.reading, now.reading),
    now: readingText(t, now.reading, before.reading),
  };
  switch (outcome) {
    case 'kept':
      return t('wizard.recall.readingKept', readings);
    case 'differs':
      return t('wizard.recall.readingDiffers', readings);
    case 'open':
      return t('wizard.recall.readingOpen', readings);
  }
}

/** A reading in words, as far as it is not that of `other`. */
function readingText(t: Translator['t'], reading: ReadingOptions, other: ReadingOptions): string {
  const words = questions.flatMap((question) => {
    const chosen = reading[question];
    if (chosen === undefined || chosen === other[question]) return [];
    return readingChoices(t, question).flatMap(({ value, label }) => (value === chosen ? [label] : []));
  });
  if (reading.decimal !== undefined && reading.decimal !== other.decimal) {
    words.push(t(reading.decimal === '.' ? 'wizard.decimal.point' : 'wizard.decimal.comma'));
  }
  if (reading.rating !== undefined && other.rating === undefined) words.push(t('wizard.ratingFive'));
  if (reading.yesWords)
    words.push(t('wizard.recall.yesWords', { words: { as: 'list', items: [...reading.yesWords] } }));
  return words.length === 0 ? t('wizard.recall.usual') : words.join(' · ');
}

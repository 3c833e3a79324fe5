import { en } from './en';
import type { Locale } from './locale';
import { translate, type Translator } from './translate';
import { zhCN } from './zh-CN';

export type { MessageKey, Translator } from './translate';

/** The translator of a locale, at once: holds both catalogues, so a page takes `loadTranslator` instead. */
export function createTranslator(locale: Locale): Translator {
  return translate(locale, locale === 'en' ? en : zhCN);
}

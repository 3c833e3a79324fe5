import type { Locale } from './locale';
import { translate, type Translator } from './translate';
import type { Catalogue } from './zh-CN';

/** Each catalogue is a file of its own: the first screen needs one of them. */
const catalogues: Readonly<Record<Locale, () => Promise<Catalogue>>> = {
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
  en: async () => (await import('./en')).en,
};

/** The translator of a locale. Rejects if the file of its catalogue cannot be fetched. */
export async function loadTranslator(locale: Locale): Promise<Translator> {
  return translate(locale, await catalogues[locale]());
}

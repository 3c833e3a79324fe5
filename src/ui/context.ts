import { createContext } from 'svelte';
import type { Translator } from '../i18n/translator';

const [getSource, setSource] = createContext<() => Translator>();

/** Hands the translator to every component below; `source` is read anew each time, so a change of language is seen. */
export function provideTranslator(source: () => Translator): void {
  setSource(source);
}

/** The reader's translator. Its functions may be taken apart; `locale` and `formats` must be read where they are used. */
export function useTranslator(): Translator {
  const source = getSource();
  return {
    get locale() {
      return source().locale;
    },
    get formats() {
      return source().formats;
    },
    t: (key, params) => source().t(key, params),
    phrase: (phrase, scope) => source().phrase(phrase, scope),
    pieces: (phrase, scope) => source().pieces(phrase, scope),
    value: (value) => source().value(value),
    pick: (text) => source().pick(text),
  };
}

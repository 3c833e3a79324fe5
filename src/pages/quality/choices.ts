import type { MessageKey, Translator } from '../../i18n/translator';

/** Words of a list as choices; their names stand below `scope`. */
export function toChoices<T extends string>(
  translator: Translator,
  scope: string,
  words: readonly T[],
): readonly { readonly value: T; readonly label: string }[] {
  return words.map((value) => ({ value, label: translator.t(`${scope}.${value}` as MessageKey) }));
}

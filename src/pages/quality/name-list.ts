import type { Translator } from '../../i18n/translator';

/** The names of a text, however they are set apart. */
export function toNames(text: string): readonly string[] {
  return text
    .split(/[、,，;；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Names as one text that can be read back. */
export function fromNames(names: readonly string[] | null, { t }: Pick<Translator, 't'>): string {
  const [first = '', ...others] = names ?? [];
  return others.reduce((text, second) => t('common.twoNames', { first: text, second }), first);
}

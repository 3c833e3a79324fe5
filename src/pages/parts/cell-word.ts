import type { MessageKey } from '../../i18n/translator';
import type { ColumnType } from '../../table/column';

/** A cell as the reader's language says it: yes and no instead of 1 and 0. */
export function cellWord(text: string, type: ColumnType, t: (key: MessageKey) => string): string {
  if (type !== 'boolean' || text === '') return text;
  return text === '1' ? t('data.yes') : t('data.no');
}

import type { Translator } from '../../i18n/translator';
import type { MergeRow } from '../../store/merge-types';

/** What is told when a merge was taken back; what it erased for good stays away. */
export function undoneText({ t }: Pick<Translator, 't'>, { erased = 0 }: Pick<MergeRow, 'erased'>): string {
  return erased === 0 ? t('files.undone') : t('files.undoneErased', { n: erased });
}

import { wordsOf } from '../../artefacts/columns';
import type { CellValue, Column } from '../../artefacts/contract';
import { findRow } from '../../artefacts/project';
import { rowTitle } from '../../artefacts/row-title';
import { choiceName } from '../../artefacts/words';
import type { ProjectSession } from '../../app/project-session.svelte';
import type { Taxonomy } from '../../domain/taxonomy';
import { indexTaxonomy } from '../../domain/taxonomy/index-of';
import type { Translator } from '../../i18n/translator';

export interface CellReader {
  readonly session: ProjectSession;
  readonly translator: Translator;
  readonly taxonomy: Taxonomy;
}

/** A cell in words, as it stands on paper; empty for an empty cell. */
export function cellText(
  { session, translator, taxonomy }: CellReader,
  column: Column,
  value: CellValue | undefined,
): string {
  if (value === undefined || value === null || value === '') return '';
  const { t, formats, phrase, pick } = translator;
  const code = (name: string): string => {
    const found = indexTaxonomy(taxonomy).name(name);
    return found ? `${name} ${pick(found)}` : name;
  };
  switch (column.input) {
    case 'number':
      return typeof value === 'number' ? formats.number(value) : '';
    case 'date':
      return typeof value === 'number' ? formats.date(value) : '';
    case 'switch':
      return value === true ? '✓' : '';
    case 'choice':
      return phrase(choiceName(column.set, String(value)));
    case 'code':
      return code(String(value));
    case 'codes':
      return formats.list(wordsOf({ value }, 'value').map(code));
    case 'row': {
      const found = findRow(session.view, String(value));
      return found ? rowTitle(found) || t('projects.unnamed') : t('projects.gone');
    }
    case 'analysis':
      return session.view.analyses.find(({ id }) => id === value)?.name ?? t('projects.gone');
    default:
      return String(value);
  }
}

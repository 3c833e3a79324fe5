import { rowsOf, textOf } from '../../artefacts/columns';
import type { Content } from '../../artefacts/contract';
import type { Translator } from '../../i18n/translator';

/** The columns of a blank collection sheet: when, where, who, and one for each measure and stratifier. */
export function sheetColumns(content: Content, { t }: Pick<Translator, 't'>): readonly string[] {
  const measures = rowsOf(content, 'measures').map(({ cells }) => {
    const unit = textOf(cells, 'unitName');
    const name = textOf(cells, 'measure');
    return unit === '' ? name : `${name} (${unit})`;
  });
  const strata = rowsOf(content, 'measures').flatMap(({ cells }) =>
    textOf(cells, 'stratifiers')
      .split(/[,;、，；]/)
      .map((part) => part.trim()),
  );
  const named = [...strata, ...measures].filter((name) => name !== '');
  return [...new Set([t('artefacts.label.heldOn'), t('artefacts.label.collector'), ...named])];
}

import type { PhraseParams } from '../kernel/result';
import type { Column, ContentPlace, Finding } from './contract';

/** What must be mended before anybody relies on the artefact. */
export function wrong(code: string, at: ContentPlace, params: PhraseParams = {}): Finding {
  return { severity: 'error', code, at, params };
}

/** What weakens the artefact, or is not yet there. */
export function doubtful(code: string, at: ContentPlace, params: PhraseParams = {}): Finding {
  return { severity: 'warning', code, at, params };
}

/** The label of a column inside a sentence. */
export function labelOf(column: Pick<Column, 'key'>): { readonly as: 'term'; readonly key: string } {
  return { as: 'term', key: `artefacts.label.${column.key}` };
}

/** Codes of the words of kinds, cells and gates, so that no page puts one together by itself. */

import type { Phrase } from '../kernel/result';

const say = (code: string): Phrase => ({ code, params: {} });

/** Name of a kind. */
export const kindName = (kind: string): Phrase => say(`artefacts.kind.${kind}.name`);
/** What a kind is for. */
export const kindPurpose = (kind: string): Phrase => say(`artefacts.kind.${kind}.purpose`);
/** Name of a list of a kind. */
export const listName = (list: string): Phrase => say(`artefacts.list.${list}`);
/** Label of a column. */
export const columnLabel = (key: string): Phrase => say(`artefacts.label.${key}`);
/** Word of a choice. */
export const choiceName = (set: string, choice: string): Phrase => say(`artefacts.choice.${set}.${choice}`);
/** Label of a computed figure. */
export const outputLabel = (key: string): Phrase => say(`artefacts.output.${key}`);
/** Sentence of a criterion of a gate. */
export const criterionText = (id: string): Phrase => say(`artefacts.criterion.${id}`);
/** Word between the two ends of a link. */
export const linkTypeName = (type: string): Phrase => say(`artefacts.linkType.${type}`);

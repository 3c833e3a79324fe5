import type { PhraseValue } from '../../kernel/result';
import { term } from '../phrases';
import type { AssociationOutcome } from './outcome';

/** What stands across: a column by its name, or the kind of period. */
export function columnTitle({ columnName, spec }: AssociationOutcome): PhraseValue {
  return columnName ?? term(`analyses.association.choice.across.${spec.across}`);
}

/** The customary word for the strength of an association: V·√(min(r, c) − 1) is Cohen's w. */
export function strengthWord({ cramerV, rows, columns }: AssociationOutcome): PhraseValue {
  const w = cramerV * Math.sqrt(Math.min(rows.length, columns.length) - 1);
  const word = w < 0.1 ? 'negligible' : w < 0.3 ? 'weak' : w < 0.5 ? 'medium' : 'strong';
  return term(`analyses.association.strength.${word}`);
}

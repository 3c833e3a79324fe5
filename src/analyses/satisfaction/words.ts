import type { PhraseValue } from '../../kernel/result';
import { fixed, percent } from '../phrases';
import type { SatisfactionOutcome } from './outcome';

/** A net promoter score in points, or a share as a percentage. */
export function ratingFigure({ spec }: Pick<SatisfactionOutcome, 'spec'>, value: number): PhraseValue {
  return spec.scale === 'nps' ? fixed(value, 1) : percent(value);
}

/** Codes differ between the score and the share. */
export function kindOf({ spec }: Pick<SatisfactionOutcome, 'spec'>): 'nps' | 'csat' {
  return spec.scale === 'nps' ? 'nps' : 'csat';
}

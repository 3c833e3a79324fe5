import type { PhraseValue } from '../../kernel/result';
import type { Maybe } from '../../stats/descriptive/measured';
import type { GapScore, MeanScore } from '../../stats/service/servqual-gaps';
import { fixed, term } from '../phrases';
import { signed } from '../signed';
import type { ItemGap, ServqualOutcome } from './outcome';
import type { Dimension } from './spec';

/** What is shown of a score: the gap, or the perception where expectations were not asked. */
export function shownOf({ hasExpectations }: Pick<ServqualOutcome, 'hasExpectations'>, score: GapScore): MeanScore {
  return hasExpectations && score.gap ? score.gap : score.perception;
}

/** The same as a figure: gaps with their sign. */
export function scoreFigure(
  { hasExpectations }: Pick<ServqualOutcome, 'hasExpectations'>,
  value: Maybe | undefined,
): PhraseValue {
  if (value === null || value === undefined) return '–';
  return hasExpectations ? signed(value, 2) : fixed(value, 2);
}

/** A mean with two decimals. */
export function mean(score: MeanScore | null): PhraseValue {
  return score?.mean === null || score?.mean === undefined ? '–' : fixed(score.mean, 2);
}

/** The name of a dimension. */
export function dimensionName(dimension: Dimension): PhraseValue {
  return term(`analyses.servqual.choice.dimension.${dimension}`);
}

/** Codes differ with and without expectations. */
export function kindOf({ hasExpectations }: Pick<ServqualOutcome, 'hasExpectations'>): 'gap' | 'perception' {
  return hasExpectations ? 'gap' : 'perception';
}

/** The questions to work on first: important and weak, highest priority first. */
export function priorities({ items }: ServqualOutcome): ItemGap[] {
  return items
    .filter(({ quadrant, priority }) => quadrant === 'concentrate-here' && (priority ?? 0) > 0)
    .sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
}

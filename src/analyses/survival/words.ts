import type { Phrase, PhraseValue } from '../../kernel/result';
import type { SurvivalQuantile } from '../../stats/survival/kaplan-meier';
import { figure, say, term } from '../phrases';
import type { SurvivalOutcome } from './outcome';

/** A time that the curve may not reach. */
export function timeFigure(time: number | null): PhraseValue {
  return time === null ? term('analyses.survival.word.notReached') : figure(time);
}

/** The interval of a quantile; an end that the band does not reach is open. */
export function quantileNote({ low, high }: SurvivalQuantile): Phrase {
  return say('analyses.survival.headline.interval', { low: timeFigure(low), high: timeFigure(high) });
}

/** The unit of the times. */
export function unitWord({ spec }: Pick<SurvivalOutcome, 'spec'>): PhraseValue {
  return term(`analyses.shared.unit.${spec.unit}`);
}

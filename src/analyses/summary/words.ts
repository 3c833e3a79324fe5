import type { Phrase, PhraseValue } from '../../kernel/result';
import { figure, say, term } from '../phrases';
import type { SummaryOutcome } from './outcome';

/** The measure with its unit: what an axis shows. */
export function measurePhrase({ measureName, unit }: Pick<SummaryOutcome, 'measureName' | 'unit'>): Phrase {
  return unit === null
    ? say('analyses.shared.plain', { text: measureName })
    : say('analyses.shared.inUnit', { measure: measureName, unit: term(`analyses.shared.unit.${unit}`) });
}

/** A figure that may not exist. */
export function figureOr(value: number | null): PhraseValue {
  return value === null ? '–' : figure(value);
}

/** The quantile of the type that the spec asks for. */
export function quantileOf(
  { spec }: SummaryOutcome,
  summary: SummaryOutcome['whole']['summary'],
  probability: number,
): number | null {
  const { probabilities, type6, type7 } = summary.quantiles;
  const at = probabilities.indexOf(probability);
  return (spec.quantiles === 'type6' ? type6 : type7)[at] ?? null;
}

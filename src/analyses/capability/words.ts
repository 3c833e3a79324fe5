import type { Phrase, PhraseValue } from '../../kernel/result';
import { figure, fixed, say, term } from '../phrases';
import type { CapabilityOutcome } from './outcome';

/** The measure with its unit: what an axis shows. */
export function measurePhrase({ measureName, unit }: Pick<CapabilityOutcome, 'measureName' | 'unit'>): Phrase {
  return unit === null
    ? say('analyses.shared.plain', { text: measureName })
    : say('analyses.shared.inUnit', { measure: measureName, unit: term(`analyses.shared.unit.${unit}`) });
}

/** A figure that may not exist. */
export function figureOr(value: number | null): PhraseValue {
  return value === null ? '–' : figure(value);
}

/** An index with two decimals, as indices are quoted. */
export function indexOr(value: number | null): PhraseValue {
  return value === null ? '–' : fixed(value, 2);
}

/** How good a least index is, in the customary steps. */
export function verdictOf(index: number): 'excellent' | 'capable' | 'marginal' | 'incapable' {
  if (index >= 1.67) return 'excellent';
  if (index >= 1.33) return 'capable';
  return index >= 1 ? 'marginal' : 'incapable';
}

/** Whether there is anything to be capable of. */
export function hasLimits({ spec }: Pick<CapabilityOutcome, 'spec'>): boolean {
  return spec.lowerLimit !== null || spec.upperLimit !== null;
}

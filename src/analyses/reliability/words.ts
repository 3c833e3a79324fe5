import type { Maybe } from '../../stats/descriptive/measured';
import type { PhraseValue } from '../../kernel/result';
import { fixed } from '../phrases';
import type { ItemFigures, ReliabilityOutcome } from './outcome';

/** Below this, a question has little in common with the others. */
export const leastItemRest = 0.3;
/** Below this, the questions do not measure one thing well enough to be added up. */
export const leastAlpha = 0.7;

/** A coefficient with so many decimals; a dash where there is none. */
export function coefficient(value: Maybe, digits = 3): PhraseValue {
  return value === null ? '–' : fixed(value, digits);
}

/** So large a share of questions that point against the others makes alpha meaningless until they are turned. */
const turnedShare = 1 / 3;

/** Questions that point against the others. */
export function turnedItems({ items }: Pick<ReliabilityOutcome, 'items'>): ItemFigures[] {
  return items.filter(({ itemRest }) => itemRest !== null && itemRest < 0);
}

/** In words, how well the questions hold together. */
export function bandOf(
  outcome: Pick<ReliabilityOutcome, 'alpha' | 'items'>,
): 'none' | 'negative' | 'turned' | 'poor' | 'usable' | 'good' | 'excellent' | 'redundant' {
  const { alpha, items } = outcome;
  if (alpha === null) return 'none';
  if (alpha < 0) return 'negative';
  if (turnedItems(outcome).length >= items.length * turnedShare) return 'turned';
  if (alpha < leastAlpha) return 'poor';
  if (alpha < 0.8) return 'usable';
  if (alpha < 0.9) return 'good';
  return alpha <= 0.95 ? 'excellent' : 'redundant';
}

/** Questions with little in common with the others, weakest first. */
export function weakItems({ items }: ReliabilityOutcome): ItemFigures[] {
  return items
    .filter(({ itemRest }) => itemRest !== null && itemRest < leastItemRest)
    .sort((a, b) => (a.itemRest ?? 0) - (b.itemRest ?? 0));
}

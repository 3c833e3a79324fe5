import type { PhraseValue } from '../../kernel/result';
import { fixed, percent, term } from '../phrases';
import type { CompareMeansOutcome, Effect, MethodUsed } from './outcome';

const rankMethods: readonly MethodUsed[] = ['mannWhitney', 'kruskalWallis', 'signedRank'];

/** Whether ranks were compared, and medians are what to read. */
export function isByRanks({ method }: CompareMeansOutcome): boolean {
  return rankMethods.includes(method.used);
}

/** The size of an effect with its sign. */
export function effectFigure({ kind, value }: Effect): PhraseValue {
  return kind === 'probability' ? percent(value) : fixed(value, 3);
}

const bounds: Readonly<Record<Effect['kind'], readonly [small: number, medium: number, large: number]>> = {
  hedgesG: [0.2, 0.5, 0.8],
  standardized: [0.2, 0.5, 0.8],
  omegaSquared: [0.01, 0.06, 0.14],
  epsilonSquared: [0.01, 0.06, 0.14],
  // Chances that belong to the same differences of normal samples, less a half.
  probability: [0.056, 0.138, 0.214],
  rankBiserial: [0.1, 0.3, 0.5],
};

/** The customary word for the size of an effect (Cohen 1988). */
export function effectWord({ kind, value }: Effect): PhraseValue {
  const size = Math.abs(kind === 'probability' ? value - 0.5 : value);
  const [small, medium, large] = bounds[kind];
  const word = size < small ? 'negligible' : size < medium ? 'small' : size < large ? 'medium' : 'large';
  return term(`analyses.compareMeans.effectWord.${word}`);
}

import type { PhraseValue } from '../kernel/result';
import { pDigits } from '../kernel/p-phrase';
import { fixed } from './phrases';

export { pPhrase } from '../kernel/p-phrase';

/** Results below this probability are called clear. */
export const alpha = 0.05;

/** A p-value that stands alone: `0.021`, `< 0.001`. */
export function pFigure(p: number): PhraseValue {
  return p < 0.001 ? '< 0.001' : fixed(p, pDigits(p));
}

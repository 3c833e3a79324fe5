import type { PhraseValue } from '../kernel/result';
import { fixed } from './phrases';

/** Results below this probability are called clear. */
export const alpha = 0.05;

/** A p-value after the letter p: `= 0.021`, `< 0.001`. */
export function pPhrase(p: number): PhraseValue {
  return p < 0.001 ? '< 0.001' : `= ${rounded(p)}`;
}

/** A p-value that stands alone: `0.021`, `< 0.001`. */
export function pFigure(p: number): PhraseValue {
  return p < 0.001 ? '< 0.001' : fixed(p, digitsOf(p));
}

/** Never rounded across the level: 0.0496 does not become 0.05. */
function digitsOf(p: number): number {
  return p < 0.1 ? 4 : 3;
}

function rounded(p: number): string {
  return p.toFixed(digitsOf(p));
}

import type { PhraseValue } from '../../kernel/result';
import { fixed } from '../phrases';

/** A kappa with three decimals, where there is one. */
export function kappaOr(kappa: number | null): PhraseValue {
  return kappa === null ? '–' : fixed(kappa, 3);
}

/** How good a kappa is: 0.75 and 0.40 are the bounds of AIAG, 0.9 and 0.7 the lights that practitioners use. */
export function verdictOf(kappa: number): 'excellent' | 'good' | 'fair' | 'poor' {
  if (kappa >= 0.9) return 'excellent';
  if (kappa >= 0.75) return 'good';
  return kappa >= 0.4 ? 'fair' : 'poor';
}

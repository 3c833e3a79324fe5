import { normalUpper, normalUpperQuantile } from '../distributions/normal';
import { fail, type Failure } from '../../kernel/result';

/** In which direction an effect counts: any, below or above the value of the null hypothesis. */
export type Alternative = 'two-sided' | 'less' | 'greater';

/** Tails of a continuous distribution that is symmetric about 0. */
interface SymmetricTails {
  upper(x: number): number;
  upperQuantile(p: number): number;
}

/** The standard normal distribution as far as a test needs it. */
export const standardNormal: SymmetricTails = { upper: normalUpper, upperQuantile: normalUpperQuantile };

/** p-value of a statistic whose distribution is symmetric about 0. */
export function symmetricP(law: SymmetricTails, statistic: number, alternative: Alternative): number {
  // Beyond 1e150 its square overflows, and p is 0 as near as makes no matter (10⁻¹⁵⁰ with one degree of freedom).
  const held = Math.max(-1e150, Math.min(1e150, statistic));
  if (alternative === 'greater') return law.upper(held);
  if (alternative === 'less') return law.upper(-held);
  return Math.min(1, 2 * law.upper(Math.abs(held)));
}

/** p-value from both tails of a discrete statistic, each with the observed value: the smaller one doubled. */
export function tailsP(tails: { readonly lower: number; readonly upper: number }, alternative: Alternative): number {
  if (alternative === 'greater') return Math.min(1, tails.upper);
  if (alternative === 'less') return Math.min(1, tails.lower);
  return Math.min(1, 2 * Math.min(tails.lower, tails.upper));
}

/** A confidence interval; null at an end that a one-sided question leaves open. */
export interface OpenInterval {
  readonly low: number | null;
  readonly high: number | null;
}

/** estimate ± quantile·se, open on the side that a one-sided question does not ask about. */
export function symmetricInterval(
  law: SymmetricTails,
  at: { readonly estimate: number; readonly se: number },
  confidence: number,
  alternative: Alternative = 'two-sided',
): OpenInterval {
  const tail = alternative === 'two-sided' ? (1 - confidence) / 2 : 1 - confidence;
  const half = law.upperQuantile(tail) * at.se;
  return {
    low: alternative === 'less' ? null : at.estimate - half,
    high: alternative === 'greater' ? null : at.estimate + half,
  };
}

/** The failure of a confidence level outside 0 … 1, or null. */
export function checkConfidence(
  confidence: number,
): { readonly ok: false; readonly failure: Failure<'confidence-outside-unit'> } | null {
  return confidence > 0 && confidence < 1 ? null : fail('confidence-outside-unit', { confidence });
}

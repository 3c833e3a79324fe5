import { fail, type Failure } from '../../kernel/result';

/** From a lower to an upper bound. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Cases among a number of trials. */
export interface Share {
  readonly successes: number;
  readonly trials: number;
}

/** Why an interval of a share or a rate cannot be computed; codes are keys of the `failure` catalogue. */
export type ProportionFailureCode =
  | 'trials-not-positive'
  | 'successes-outside-trials'
  | 'confidence-outside-unit'
  | 'exposure-not-positive'
  | 'count-negative';

/** The failure of a share or a confidence level that makes no sense, or null. */
export function checkShare(
  { successes, trials }: Share,
  confidence: number,
): { readonly ok: false; readonly failure: Failure<ProportionFailureCode> } | null {
  if (!(trials > 0 && trials < Infinity)) return fail('trials-not-positive', { trials });
  if (!(successes >= 0 && successes <= trials)) return fail('successes-outside-trials', { successes, trials });
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-outside-unit', { confidence });
  return null;
}

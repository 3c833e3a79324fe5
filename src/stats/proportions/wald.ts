import { ok, type Failure, type Result } from '../../kernel/result';
import { normalUpperQuantile } from '../distributions/normal';
import { checkShare, type Interval, type ProportionFailureCode, type Share } from './interval';

/**
 * Wald's interval p̂ ± z·√(p̂(1 − p̂)/n), held within 0 and 1. Given for comparison: it covers too rarely for small n.
 *
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit
 */
export function waldInterval(share: Share, confidence = 0.95): Result<Interval, Failure<ProportionFailureCode>> {
  const wrong = checkShare(share, confidence);
  return wrong ?? ok(symmetric(share.successes / share.trials, share.trials, confidence));
}

/**
 * The interval of Agresti and Coull: Wald's after adding z²/2 successes and as many failures, held within 0 and 1.
 *
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit
 * Source    Agresti and Coull 1998
 */
export function agrestiCoullInterval(
  share: Share,
  confidence = 0.95,
): Result<Interval, Failure<ProportionFailureCode>> {
  const wrong = checkShare(share, confidence);
  if (wrong) return wrong;
  const square = normalUpperQuantile((1 - confidence) / 2) ** 2;
  const trials = share.trials + square;
  return ok(symmetric((share.successes + square / 2) / trials, trials, confidence));
}

function symmetric(p: number, trials: number, confidence: number): Interval {
  const half = normalUpperQuantile((1 - confidence) / 2) * Math.sqrt((p * (1 - p)) / trials);
  return { low: Math.max(0, p - half), high: Math.min(1, p + half) };
}

import { ok, type Failure, type Result } from '../../kernel/result';
import { normalUpperQuantile } from '../distributions/normal';
import { checkShare, type Interval, type ProportionFailureCode, type Share } from './interval';

/**
 * Wilson's interval of a share.
 *
 * Unit      fraction, within 0 and 1 by itself
 * Formula   (p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit
 * Accuracy  1e-12 relative
 * Source    Wilson 1927; Brown, Cai and DasGupta 2001
 */
export function wilsonInterval(share: Share, confidence = 0.95): Result<Interval, Failure<ProportionFailureCode>> {
  const wrong = checkShare(share, confidence);
  if (wrong) return wrong;
  const { successes, trials } = share;
  const square = normalUpperQuantile((1 - confidence) / 2) ** 2;
  const failures = trials - successes;
  const root = Math.sqrt(square * ((4 * successes * failures) / trials + square));
  const denominator = 2 * (trials + square);
  return ok({
    low: successes === 0 ? 0 : Math.max(0, (2 * successes + square - root) / denominator),
    high: failures === 0 ? 1 : Math.min(1, (2 * successes + square + root) / denominator),
  });
}

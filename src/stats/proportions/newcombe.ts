import { ok, type Failure, type Result } from '../../kernel/result';
import { checkShare, type Interval, type ProportionFailureCode, type Share } from './interval';
import { wilsonInterval } from './wilson';

/**
 * Interval of the difference a − b of two independent shares.
 *
 * Unit      fraction, from −1 to 1; × 100 gives percentage points
 * Formula   d ∓ √((p̂ₐ − lₐ)² + (u_b − p̂_b)²) with the bounds l, u of Wilson's intervals
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit
 * Accuracy  1e-12
 * Source    Newcombe 1998, method 10
 */
export function newcombeInterval(
  a: Share,
  b: Share,
  confidence = 0.95,
): Result<Interval, Failure<ProportionFailureCode>> {
  const wrong = checkShare(a, confidence) ?? checkShare(b, confidence);
  if (wrong) return wrong;
  const first = wilsonInterval(a, confidence);
  const second = wilsonInterval(b, confidence);
  if (!first.ok) return first;
  if (!second.ok) return second;
  const shareA = a.successes / a.trials;
  const shareB = b.successes / b.trials;
  const difference = shareA - shareB;
  return ok({
    low: difference - Math.hypot(shareA - first.value.low, second.value.high - shareB),
    high: difference + Math.hypot(first.value.high - shareA, shareB - second.value.low),
  });
}

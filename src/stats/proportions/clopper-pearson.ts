import { ok, type Failure, type Result } from '../../kernel/result';
import { beta } from '../distributions/beta';
import { checkShare, type Interval, type ProportionFailureCode, type Share } from './interval';

/**
 * Exact interval of a share; it covers at least as often as it says.
 *
 * Unit      fraction
 * Formula   β(α/2; x, n − x + 1) and β(1 − α/2; x + 1, n − x), both tails kept also where x is 0 or n
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit
 * Accuracy  1e-10 relative
 * Source    Clopper and Pearson 1934
 */
export function clopperPearsonInterval(
  share: Share,
  confidence = 0.95,
): Result<Interval, Failure<ProportionFailureCode>> {
  const wrong = checkShare(share, confidence);
  if (wrong) return wrong;
  const tail = (1 - confidence) / 2;
  const { successes, trials } = share;
  const failures = trials - successes;
  return ok({
    low: successes > 0 ? beta(successes, failures + 1).quantile(tail) : 0,
    high: failures > 0 ? beta(successes + 1, failures).upperQuantile(tail) : 1,
  });
}

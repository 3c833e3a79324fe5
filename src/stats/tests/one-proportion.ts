import { fail, ok } from '../../kernel/result';
import { binomial } from '../distributions/binomial';
import { ratioOrNull, type Maybe } from '../descriptive/measured';
import { clopperPearsonInterval } from '../proportions/clopper-pearson';
import { exactBinomialP } from '../proportions/exact-test';
import { checkShare, type Interval, type Share } from '../proportions/interval';
import { agrestiCoullInterval, waldInterval } from '../proportions/wald';
import { wilsonInterval } from '../proportions/wilson';
import { standardNormal, symmetricP, type Alternative } from './alternative';
import type { TestResult } from './failures';

/** Result of the test of one share. */
export interface OneProportionTest {
  readonly estimate: number;
  readonly exactP: number;
  /** Normal approximation without continuity correction; null where the null hypothesis is 0 or 1. */
  readonly z: Maybe;
  readonly zP: Maybe;
  /** Two-sided, whatever the alternative. */
  readonly intervals: {
    readonly wilson: Interval;
    readonly clopperPearson: Interval;
    readonly agrestiCoull: Interval;
    readonly wald: Interval;
  };
}

/**
 * Tests one share against a given value.
 *
 * Shape     whole successes within whole trials; 0 ≤ p₀ ≤ 1
 * Formula   exact: binomial tails, two-sided by the outcomes at most as likely; z = (p̂ − p₀)/√(p₀(1 − p₀)/n)
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit, table-count-invalid,
 *           share-outside-unit
 * Accuracy  1e-9 relative (tests/reference/cases/proportions-*)
 */
export function oneProportionTest(
  share: Share,
  p0: number,
  options: { readonly alternative?: Alternative; readonly confidence?: number } = {},
): TestResult<OneProportionTest> {
  const { alternative = 'two-sided', confidence = 0.95 } = options;
  const wrong = checkShare(share, confidence);
  if (wrong) return wrong;
  const { successes, trials } = share;
  if (!(Number.isInteger(successes) && Number.isInteger(trials)))
    return fail('table-count-invalid', { count: successes });
  if (!(p0 >= 0 && p0 <= 1)) return fail('share-outside-unit', { share: p0 });
  const estimate = successes / trials;
  const z = ratioOrNull(estimate - p0, Math.sqrt((p0 * (1 - p0)) / trials));
  const law = binomial(trials, p0);
  const exactP =
    alternative === 'two-sided'
      ? exactBinomialP(successes, trials, p0)
      : alternative === 'less'
        ? law.lower(successes)
        : law.upper(successes - 1);
  const bounds = (make: typeof wilsonInterval): Interval => {
    const interval = make(share, confidence);
    return interval.ok ? interval.value : { low: 0, high: 1 };
  };
  return ok({
    estimate,
    exactP,
    z,
    zP: z === null ? null : symmetricP(standardNormal, z, alternative),
    intervals: {
      wilson: bounds(wilsonInterval),
      clopperPearson: bounds(clopperPearsonInterval),
      agrestiCoull: bounds(agrestiCoullInterval),
      wald: bounds(waldInterval),
    },
  });
}

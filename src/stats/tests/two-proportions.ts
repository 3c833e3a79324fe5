import { fail, ok } from '../../kernel/result';
import { ratioOrNull, type Maybe } from '../descriptive/measured';
import { checkShare, type Interval, type Share } from '../proportions/interval';
import { newcombeInterval } from '../proportions/newcombe';
import { standardNormal, symmetricInterval, symmetricP, type Alternative } from './alternative';
import { chiSquareTable } from './chi-square-table';
import type { TestResult } from './failures';
import { fisherP, MAX_EXACT_OBSERVATIONS } from './fisher-exact';

/** Result of the comparison of two shares. */
export interface TwoProportionTest {
  /** First − second; × 100 gives percentage points. */
  readonly difference: number;
  /** z with the common share; null where nobody, or everybody, is a case. */
  readonly pooled: { readonly z: Maybe; readonly pValue: Maybe };
  readonly unpooled: { readonly z: Maybe; readonly pValue: Maybe };
  readonly fisherP: number;
  /** χ² with Yates' correction. */
  readonly yatesP: Maybe;
  /** Two-sided: Newcombe's is the one to show; Wald's is for comparison and may leave −1 … 1. */
  readonly intervals: { readonly newcombe: Interval; readonly wald: Interval };
  /** Smallest expected count; below 5 the exact test is the one to read. */
  readonly minExpected: number;
}

/**
 * Compares two independent shares.
 *
 * Shape     whole successes within whole trials
 * Formula   z = (p̂₁ − p̂₂)/√(p̄(1 − p̄)(1/n₁ + 1/n₂)) pooled; √(Σp̂(1 − p̂)/n) unpooled
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit, table-count-invalid,
 *           table-too-large
 * Accuracy  1e-9 relative (tests/reference/cases/proportions-*)
 */
export function twoProportionTest(
  first: Share,
  second: Share,
  options: { readonly alternative?: Alternative; readonly confidence?: number } = {},
): TestResult<TwoProportionTest> {
  const { alternative = 'two-sided', confidence = 0.95 } = options;
  const wrong = checkShare(first, confidence) ?? checkShare(second, confidence);
  if (wrong) return wrong;
  const counts = [first.successes, first.trials, second.successes, second.trials];
  const broken = counts.find((count) => !Number.isInteger(count));
  if (broken !== undefined) return fail('table-count-invalid', { count: broken });
  const observations = first.trials + second.trials;
  if (observations > MAX_EXACT_OBSERVATIONS) {
    return fail('table-too-large', { observations, limit: MAX_EXACT_OBSERVATIONS });
  }
  const p1 = first.successes / first.trials;
  const p2 = second.successes / second.trials;
  const difference = p1 - p2;
  const common = (first.successes + second.successes) / (first.trials + second.trials);
  const pooledSe = Math.sqrt(common * (1 - common) * (1 / first.trials + 1 / second.trials));
  const se = Math.sqrt((p1 * (1 - p1)) / first.trials + (p2 * (1 - p2)) / second.trials);
  const test = (z: Maybe): { z: Maybe; pValue: Maybe } => ({
    z,
    pValue: z === null ? null : symmetricP(standardNormal, z, alternative),
  });
  const wald = symmetricInterval(standardNormal, { estimate: difference, se }, confidence);
  const newcombe = newcombeInterval(first, second, confidence);
  const table = [first, second].map(({ successes, trials }) => [successes, trials - successes]);
  const chi = chiSquareTable(table);
  return ok({
    difference,
    pooled: test(ratioOrNull(difference, pooledSe)),
    unpooled: test(ratioOrNull(difference, se)),
    fisherP: fisherP(table, alternative),
    yatesP: chi.ok ? (chi.value.yates?.pValue ?? null) : null,
    intervals: {
      newcombe: newcombe.ok ? newcombe.value : { low: -1, high: 1 },
      wald: { low: wald.low ?? -1, high: wald.high ?? 1 },
    },
    minExpected: Math.min(common, 1 - common) * Math.min(first.trials, second.trials),
  });
}

import { ok } from '../../kernel/result';
import { ratioOrNull, type Maybe } from '../descriptive/measured';
import type { Interval, Share } from '../proportions/interval';
import { independentBeforeAfter } from '../tests/before-after';
import { effectSize } from '../tests/effect-size';
import type { TestResult } from '../tests/failures';
import type { OpenInterval } from '../tests/alternative';
import { twoProportionTest } from '../tests/two-proportions';

/** How a share changed, in the three ways it is quoted. */
export interface ShareImprovement {
  readonly before: number;
  readonly after: number;
  readonly nBefore: number;
  readonly nAfter: number;
  /** after − before, in percentage points. */
  readonly points: number;
  /** In percentage points, by Newcombe. */
  readonly pointsInterval: Interval;
  /** after/before − 1, in percent; null where the share was 0. */
  readonly relativePercent: Maybe;
  /** Change of the share that fails, in percent: −38 means 38 % fewer failures. Null where nothing failed. */
  readonly failurePercent: Maybe;
  /** Pooled z of after − before. */
  readonly z: Maybe;
  /** Of z; Fisher's where a cell expects fewer than 5. Null where neither can say anything. */
  readonly pValue: Maybe;
  readonly isExact: boolean;
}

/**
 * Change of a share, displayed so that no single figure flatters.
 *
 * Shape     `successes` are the cases counted; `good` says whether more of them is better
 * Formula   FCR 82.5 % → 89.2 %: +6.7 points, +8.1 % relative, −38.3 % failures
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit, table-count-invalid,
 *           table-too-large
 */
export function shareImprovement(
  before: Share,
  after: Share,
  options: { readonly good: 'more' | 'less'; readonly confidence?: number },
): TestResult<ShareImprovement> {
  const test = twoProportionTest(after, before, { confidence: options.confidence ?? 0.95 });
  if (!test.ok) return test;
  const { difference, intervals, minExpected, pooled, fisherP } = test.value;
  const shareBefore = before.successes / before.trials;
  const failing = options.good === 'more' ? 1 - shareBefore : shareBefore;
  const isExact = minExpected < 5;
  return ok({
    before: shareBefore,
    after: after.successes / after.trials,
    nBefore: before.trials,
    nAfter: after.trials,
    points: 100 * difference,
    pointsInterval: { low: 100 * intervals.newcombe.low, high: 100 * intervals.newcombe.high },
    relativePercent: ratioOrNull(100 * difference, shareBefore),
    failurePercent: ratioOrNull((options.good === 'more' ? -100 : 100) * difference, failing),
    z: pooled.z,
    pValue: isExact ? fisherP : pooled.pValue,
    isExact,
  });
}

/** How a mean changed. */
export interface MeanImprovement {
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly nBefore: number;
  readonly nAfter: number;
  /** after − before, in the unit of the values. */
  readonly difference: number;
  readonly interval: OpenInterval | null;
  readonly relativePercent: Maybe;
  /** Standardised difference; about 0.2 small, 0.5 medium, 0.8 large. Null where nothing varies. */
  readonly hedgesG: Maybe;
  readonly pValue: Maybe;
}

/**
 * Change of a mean between two independent samples.
 *
 * Shape     missing values are left out; 2 must remain in each sample.
 * Formula   Welch's t test; Hedges' g with the pooled standard deviation
 * Fails     confidence-outside-unit, group-too-few-values
 */
export function meanImprovement(
  before: ArrayLike<Maybe>,
  after: ArrayLike<Maybe>,
  confidence = 0.95,
): TestResult<MeanImprovement> {
  const result = independentBeforeAfter(before, after, confidence);
  if (!result.ok) return result;
  const { meanBefore, meanAfter, nBefore, nAfter, meanDifference, interval, percentChange, pValue } = result.value;
  const effect = effectSize(before, after);
  return ok({
    meanBefore,
    meanAfter,
    nBefore,
    nAfter,
    difference: meanDifference,
    interval,
    relativePercent: percentChange,
    hedgesG: effect.ok ? effect.value.hedgesG : null,
    pValue,
  });
}

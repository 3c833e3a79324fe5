/** From one share or rate to another: everything an improvement is judged by. */

import { ok, type Failure, type Result } from '../kernel/result';
import type { Interval } from '../stats/proportions/interval';
import { compareRates } from '../stats/rates/poisson-rate';
import { twoProportionTest } from '../stats/tests/two-proportions';

type Maybe = number | null;

/** Events among a size. */
export interface Counts {
  readonly events: number;
  readonly size: number;
}

/** What is counted, and which way is better. */
export interface ChangeQuestion {
  readonly kind: 'share' | 'rate';
  readonly direction: 'lower' | 'higher';
}

/** Below this expected count an exact test is the one to read. */
export const leastExpected = 5;

/** From a first value to a second. */
export interface ProportionChange {
  readonly from: number;
  readonly to: number;
  /** to − from; of shares × 100 gives percentage points. */
  readonly difference: number;
  /** Of the difference of shares (Newcombe); null for rates. */
  readonly interval: Interval | null;
  /** to ÷ from − 1; null where from is 0. */
  readonly relative: Maybe;
  /** Of the relative change of rates; `high` null where from had no events. */
  readonly relativeInterval: { readonly low: number; readonly high: Maybe } | null;
  /** The same for what fails: the counted where lower is better, the others where higher is. Null for rates. */
  readonly failures: Maybe;
}

/** The change from a first count to a second, and its p-value. */
export function changeOf(
  spec: ChangeQuestion,
  first: Counts,
  second: Counts,
): Result<{ readonly change: ProportionChange; readonly pValue: number }, Failure> {
  return spec.kind === 'rate' ? rateChange(first, second) : shareChange(spec, first, second);
}

function shareChange(
  { direction }: Pick<ChangeQuestion, 'direction'>,
  first: Counts,
  second: Counts,
): Result<{ readonly change: ProportionChange; readonly pValue: number }, Failure> {
  const test = twoProportionTest(toShare(second), toShare(first));
  if (!test.ok) return test;
  const { difference, pooled, fisherP, minExpected, intervals } = test.value;
  const from = first.events / first.size;
  const to = second.events / second.size;
  const failing = direction === 'lower' ? from : 1 - from;
  return ok({
    change: {
      from,
      to,
      difference,
      interval: intervals.newcombe,
      relative: from > 0 ? difference / from : null,
      relativeInterval: null,
      failures: failing > 0 ? (direction === 'lower' ? difference : 0 - difference) / failing : null,
    },
    pValue: minExpected < leastExpected ? fisherP : (pooled.pValue ?? fisherP),
  });
}

function rateChange(
  first: Counts,
  second: Counts,
): Result<{ readonly change: ProportionChange; readonly pValue: number }, Failure> {
  const test = compareRates(toRate(first), toRate(second));
  if (!test.ok) return test;
  const { ratio, interval, pValue } = test.value;
  const from = first.events / first.size;
  const to = second.events / second.size;
  return ok({
    change: {
      from,
      to,
      difference: to - from,
      interval: null,
      relative: ratio === null ? null : ratio - 1,
      relativeInterval: interval && { low: interval.low - 1, high: interval.high === null ? null : interval.high - 1 },
      failures: null,
    },
    pValue,
  });
}

/** Counts as a share. */
export function toShare({ events, size }: Counts): { successes: number; trials: number } {
  return { successes: events, trials: size };
}

/** Counts as a rate. */
export function toRate({ events, size }: Counts): { events: number; exposure: number } {
  return { events, exposure: size };
}

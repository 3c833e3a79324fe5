import { twoProportionTest } from '../../stats/tests/two-proportions';
import { holm } from '../../stats/correction/holm';
import { chiSquareTable } from '../../stats/tests/chi-square-table';
import { compareRates, type EventRate } from '../../stats/rates/poisson-rate';
import type { Maybe } from '../../stats/descriptive/measured';

/** How the events of a period compare with those of another. */
export interface RateChange {
  /** Rate of the period over that of the other. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
  readonly direction: 'up' | 'down' | 'same';
}

const alpha = 0.05;

/**
 * The ratio of two rates with its 95 % interval; null where the other period has no events.
 *
 * Formula  exact, given the sum of both (`stats/rates`); up or down where p < 0.05
 */
export function rateChange(other: EventRate, current: EventRate): RateChange | null {
  const compared = compareRates(other, current);
  if (!compared.ok || compared.value.ratio === null) return null;
  const { ratio, interval, pValue } = compared.value;
  if (interval?.high === null || interval === null) return null;
  const direction = pValue >= alpha ? 'same' : ratio > 1 ? 'up' : 'down';
  return { ratio, low: interval.low, high: interval.high, pValue, direction };
}

/** A category of which the share changed from one period to the next. */
export interface Mover {
  readonly code: string;
  readonly current: number;
  readonly previous: number;
  /** Corrected for all categories looked at. */
  readonly pValue: Maybe;
  readonly direction: 'up' | 'down' | 'same';
}

export interface Movement {
  /** χ² over all categories; null where it cannot be computed. */
  readonly overallP: Maybe;
  readonly movers: readonly Mover[];
}

/**
 * Which categories take another share than in the period before.
 *
 * Shape    whole counts by category; a category that is missing on one side counts 0 there
 * Formula  χ² of categories × periods; each category against the rest by the pooled z test (Fisher below 5 expected),
 *          p-values corrected by Holm
 */
export function shareMovement(current: ReadonlyMap<string, number>, previous: ReadonlyMap<string, number>): Movement {
  const codes = [...new Set([...current.keys(), ...previous.keys()])].sort();
  const pairs = codes.map((code) => [current.get(code) ?? 0, previous.get(code) ?? 0] as const);
  const totals = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + pair[side], 0));
  const raw = pairs.map(([now, before]) => {
    const test = twoProportionTest({ successes: now, trials: totals[0] }, { successes: before, trials: totals[1] });
    if (!test.ok) return null;
    return test.value.minExpected < 5 ? test.value.fisherP : test.value.pooled.pValue;
  });
  const corrected = holm(raw);
  const table = chiSquareTable(pairs.filter(([now, before]) => now + before > 0).map((pair) => [...pair]));
  return {
    overallP: table.ok ? table.value.pValue : null,
    movers: codes.map((code, i) => {
      const [now, before] = pairs[i];
      const pValue = corrected[i];
      const isUp = now * totals[1] > before * totals[0];
      const direction = pValue === null || pValue >= alpha ? 'same' : isUp ? 'up' : 'down';
      return { code, current: now, previous: before, pValue, direction };
    }),
  };
}

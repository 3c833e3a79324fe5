import { ok, type Failure, type Result } from '../../kernel/result';
import { pairsOf } from '../../stats/anova/tukey-kramer';
import { holm } from '../../stats/correction/holm';
import { compareRates } from '../../stats/rates/poisson-rate';
import { chiSquareTable } from '../../stats/tests/chi-square-table';
import { goodnessOfFit } from '../../stats/tests/goodness-of-fit';
import { twoProportionTest } from '../../stats/tests/two-proportions';
import type { CompareProportionsOutcome, ProportionChange, ProportionGroup, ProportionPair } from './outcome';
import type { CompareProportionsSpec } from './spec';

type Counts = Pick<ProportionGroup, 'events' | 'size'>;

/** Below this expected count an exact test is the one to read. */
const leastExpected = 5;
/** More groups than this are compared with all others together, not pair by pair. */
const mostPaired = 10;

const noTest: CompareProportionsOutcome['test'] = {
  used: 'none',
  statistic: null,
  df: null,
  pValue: null,
  minExpected: null,
  shareBelowFive: null,
};

/** Whether the groups differ at all. */
export function testAll(
  { kind }: CompareProportionsSpec,
  groups: readonly ProportionGroup[],
): CompareProportionsOutcome['test'] {
  if (kind === 'rate') return groups.length === 2 ? testTwoRates(groups) : testRates(groups);
  return groups.length === 2 ? testTwoShares(groups) : testShares(groups);
}

function testTwoShares([first, second]: readonly ProportionGroup[]): CompareProportionsOutcome['test'] {
  const test = twoProportionTest(toShare(second), toShare(first));
  if (!test.ok) return noTest;
  const { pooled, fisherP, minExpected } = test.value;
  const isExact = minExpected < leastExpected || pooled.pValue === null;
  return {
    used: isExact ? 'fisher' : 'pooledZ',
    statistic: isExact ? null : pooled.z,
    df: null,
    pValue: isExact ? fisherP : pooled.pValue,
    minExpected,
    shareBelowFive: null,
  };
}

function testShares(groups: readonly ProportionGroup[]): CompareProportionsOutcome['test'] {
  const test = chiSquareTable(groups.map(({ events, size }) => [events, size - events]));
  if (!test.ok) return noTest;
  const { chiSquared, df, pValue, minExpected, shareBelowFive } = test.value;
  return { used: 'chiSquare', statistic: chiSquared, df, pValue, minExpected, shareBelowFive };
}

function testTwoRates([first, second]: readonly ProportionGroup[]): CompareProportionsOutcome['test'] {
  const test = compareRates(toRate(first), toRate(second));
  return test.ok ? { ...noTest, used: 'poisson', pValue: test.value.pValue } : noTest;
}

/** Given how many events there were, they fall to the groups by their exposures. */
function testRates(groups: readonly ProportionGroup[]): CompareProportionsOutcome['test'] {
  const total = groups.reduce((sum, { size }) => sum + size, 0);
  const test = goodnessOfFit(
    groups.map(({ events }) => events),
    groups.map(({ size }) => size / total),
  );
  if (!test.ok) return noTest;
  const { chiSquared, df, pValue, expected, minExpected } = test.value;
  const few = expected.filter((count) => count < leastExpected).length;
  return { used: 'poissonMany', statistic: chiSquared, df, pValue, minExpected, shareBelowFive: few / expected.length };
}

/** All pairs of a few groups; each of many groups against all others together. */
export function comparePairs(
  spec: CompareProportionsSpec,
  groups: readonly ProportionGroup[],
  overall: Counts,
): Result<Pick<CompareProportionsOutcome, 'pairs' | 'pairing'>, Failure> {
  const pairing = groups.length <= mostPaired ? 'all' : 'rest';
  const chosen: (readonly [a: number, b: number, first: Counts, second: Counts])[] =
    pairing === 'all'
      ? pairsOf(groups.map((_, index) => index)).map(([a, b]) => [a, b, groups[a], groups[b]])
      : groups.map((group, a) => [a, -1, group, without(overall, group)]);
  const raw: Omit<ProportionPair, 'adjustedP'>[] = [];
  for (const [a, b, first, second] of chosen) {
    // From the others to the group where there are many, so that the change is the group's.
    const compared = b < 0 ? changeOf(spec, second, first) : changeOf(spec, first, second);
    if (!compared.ok) return compared;
    raw.push({ a, b, ...compared.value });
  }
  const adjusted = holm(raw.map(({ pValue }) => pValue));
  return ok({ pairing, pairs: raw.map((pair, i) => ({ ...pair, adjustedP: adjusted[i] ?? 1 })) });
}

function without(overall: Counts, { events, size }: Counts): Counts {
  return { events: overall.events - events, size: overall.size - size };
}

/** The change from a first count to a second, and its p-value. */
export function changeOf(
  spec: Pick<CompareProportionsSpec, 'kind' | 'direction'>,
  first: Counts,
  second: Counts,
): Result<{ readonly change: ProportionChange; readonly pValue: number }, Failure> {
  return spec.kind === 'rate' ? rateChange(first, second) : shareChange(spec, first, second);
}

function shareChange(
  { direction }: Pick<CompareProportionsSpec, 'direction'>,
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

function toShare({ events, size }: Counts): { successes: number; trials: number } {
  return { successes: events, trials: size };
}

function toRate({ events, size }: Counts): { events: number; exposure: number } {
  return { events, exposure: size };
}

import { ok, type Failure, type Result } from '../../kernel/result';
import { pairsOf } from '../../stats/anova/tukey-kramer';
import { holm } from '../../stats/correction/holm';
import { compareRates } from '../../stats/rates/poisson-rate';
import { chiSquareTable } from '../../stats/tests/chi-square-table';
import { goodnessOfFit } from '../../stats/tests/goodness-of-fit';
import { twoProportionTest } from '../../stats/tests/two-proportions';
import { changeOf, leastExpected, toRate, toShare, type Counts } from '../change';
import type { CompareProportionsOutcome, ProportionGroup, ProportionPair } from './outcome';
import type { CompareProportionsSpec } from './spec';

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

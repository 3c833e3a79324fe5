import { ok, type Failure, type Result } from '../../kernel/result';
import { bartlettTest } from '../../stats/anova/bartlett';
import type { NamedGroup } from '../../stats/anova/groups';
import { leveneTest } from '../../stats/anova/levene';
import { oneWayAnova, type OneWayAnova } from '../../stats/anova/one-way';
import { pairsOf, type PairComparison } from '../../stats/anova/tukey-kramer';
import { kruskalWallis } from '../../stats/nonparametric/kruskal-wallis';
import { mannWhitney } from '../../stats/nonparametric/mann-whitney';
import { effectSize } from '../../stats/tests/effect-size';
import { twoSampleT } from '../../stats/tests/t-tests';
import { toInterval } from './group-figures';
import type { CompareMeansOutcome, ComparedGroup, ComparedPair } from './outcome';
import type { MethodChoice } from './choose-method';

/** What a test of groups says. */
export type Tested = Pick<CompareMeansOutcome, 'method' | 'test' | 'pairs' | 'effect'>;

/** A group with the values that stand behind its figures. */
export interface GroupSample {
  readonly group: ComparedGroup;
  readonly values: Float64Array;
}

/** Tests of equal spread; null where they cannot be made. */
export function testSpread(samples: readonly GroupSample[]): CompareMeansOutcome['spread'] {
  const levene = leveneTest(named(samples));
  const bartlett = bartlettTest(named(samples));
  if (!levene.ok) return null;
  return {
    leveneF: levene.value.f,
    leveneP: levene.value.pValue,
    bartlettP: bartlett.ok ? bartlett.value.pValue : null,
  };
}

/** Compares independent groups by the chosen family of tests. */
export function testGroups(samples: readonly GroupSample[], choice: MethodChoice): Result<Tested, Failure> {
  const isTwo = samples.length === 2;
  if (choice.family === 'ranks') return isTwo ? byRankSum(samples, choice) : byRanks(samples, choice);
  return isTwo ? byT(samples, choice) : byVariance(samples, choice);
}

/** Groups by their place: names of a file may be equal in another language, places are not. */
function named(samples: readonly GroupSample[]): NamedGroup[] {
  return samples.map(({ values }, index) => ({ name: String(index), values }));
}

function byT([first, second]: readonly GroupSample[], { family, reason }: MethodChoice): Result<Tested, Failure> {
  const isPooled = family === 'equal';
  const test = twoSampleT(first.values, second.values, isPooled ? 'pooled' : 'welch');
  if (!test.ok) return test;
  const effect = effectSize(second.values, first.values);
  const { t, df, pValue, estimate, interval } = test.value;
  return ok({
    method: { used: isPooled ? 'pooledT' : 'welchT', reason },
    test: { statistic: t, df1: df, df2: null, pValue, isExact: false },
    pairs: [{ a: 0, b: 1, difference: estimate, interval: toInterval(interval), pValue }],
    effect: effect.ok ? { kind: 'hedgesG', value: effect.value.hedgesG } : null,
  });
}

function byVariance(samples: readonly GroupSample[], choice: MethodChoice): Result<Tested, Failure> {
  const fitted = oneWayAnova(named(samples), { comparisons: choice.family === 'welch' ? 'games-howell' : 'tukey' });
  if (!fitted.ok) return fitted;
  const anova = fitted.value;
  const isWelch = choice.family === 'welch' && anova.welch !== null && anova.gamesHowell !== null;
  // Welch's test weighs by 1/s²: a group that does not vary at all leaves ranks as the only fair comparison.
  if (choice.family === 'welch' && !isWelch) return byRanks(samples, { family: 'ranks', reason: 'noSpread' });
  return ok({
    method: { used: isWelch ? 'welchAnova' : 'anova', reason: choice.reason },
    test: isWelch ? welchFigures(anova) : classicFigures(anova),
    pairs: ((isWelch ? anova.gamesHowell : anova.tukey) ?? []).map(toPair),
    effect: { kind: 'omegaSquared', value: anova.omegaSquared },
  });
}

function classicFigures({ f, dfBetween, dfWithin, pValue }: OneWayAnova): Tested['test'] {
  return { statistic: f, df1: dfBetween, df2: dfWithin, pValue, isExact: false };
}

function welchFigures({ welch }: OneWayAnova): Tested['test'] {
  return {
    statistic: welch?.f ?? null,
    df1: welch?.df1 ?? null,
    df2: welch?.df2 ?? null,
    pValue: welch?.pValue ?? null,
    isExact: false,
  };
}

function toPair({ a, b, difference, low, high, pValue }: PairComparison): ComparedPair {
  return { a: Number(a), b: Number(b), difference, interval: toInterval({ low, high }), pValue };
}

function byRankSum([first, second]: readonly GroupSample[], { reason }: MethodChoice): Result<Tested, Failure> {
  const test = mannWhitney(first.values, second.values);
  if (!test.ok) return test;
  const { u1, exactP, corrected, probabilityLarger } = test.value;
  const pValue = exactP ?? corrected.pValue;
  const difference = first.group.median - second.group.median;
  return ok({
    method: { used: 'mannWhitney', reason },
    test: { statistic: u1, df1: null, df2: null, pValue, isExact: exactP !== null },
    pairs: [{ a: 0, b: 1, difference, interval: null, pValue }],
    effect: { kind: 'probability', value: probabilityLarger },
  });
}

function byRanks(samples: readonly GroupSample[], { reason }: MethodChoice): Result<Tested, Failure> {
  const test = kruskalWallis(named(samples));
  if (!test.ok) return test;
  const { h, df, pValue, dunn } = test.value;
  const n = samples.reduce((sum, { values }) => sum + values.length, 0);
  const pairs = pairsOf(samples.map((_, index) => index)).map(([a, b], i) => ({
    a,
    b,
    difference: samples[a].group.median - samples[b].group.median,
    interval: null,
    pValue: dunn[i]?.adjustedP ?? null,
  }));
  return ok({
    method: { used: 'kruskalWallis', reason },
    test: { statistic: h, df1: df, df2: null, pValue, isExact: false },
    pairs,
    // Share of the variation of ranks between groups.
    effect: h === null ? null : { kind: 'epsilonSquared', value: h / (n - 1) },
  });
}

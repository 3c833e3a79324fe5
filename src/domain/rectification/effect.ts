import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { controlChart } from '../../stats/control/control-chart';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { ChartData, Maybe } from '../../stats/control/types';
import { binomial } from '../../stats/distributions/binomial';
import { mannWhitney } from '../../stats/nonparametric/mann-whitney';
import { sortedQuantile } from '../../stats/descriptive/quantile';
import { meanOf } from '../../stats/special/sums';
import type { Share } from '../../stats/proportions/interval';
import type { EventRate } from '../../stats/rates/poisson-rate';
import { standardNormal, symmetricP } from '../../stats/tests/alternative';
import {
  differenceInMeans,
  differenceInRates,
  differenceInShares,
  type DifferenceInDifferences,
} from '../../stats/tests/difference-in-differences';
import { fisherP } from '../../stats/tests/fisher-exact';
import { studentT } from '../../stats/distributions/student-t';
import { twoProportionTest } from '../../stats/tests/two-proportions';
import { twoSampleT } from '../../stats/tests/t-tests';
import type { EffectTest, Verdict } from './item';

/** One side of a comparison: cases of items, events over an exposure, or measured values. */
export interface EffectCounts {
  readonly count: number;
  /** Items (share) or exposure (rate). */
  readonly size: number;
}

/** What an effect is judged by. Control cells are outlets where nothing was changed. */
export type EffectData = CountedEffect | MeasuredEffect;

export interface CountedEffect {
  readonly test: 'share' | 'rate';
  /** A rate is shown per so many units of exposure, such as 10 000; 1 for shares. */
  readonly per: number;
  readonly before: EffectCounts;
  readonly after: EffectCounts;
  readonly controlBefore?: EffectCounts;
  readonly controlAfter?: EffectCounts;
  readonly series?: EffectSeries;
}

export interface MeasuredEffect {
  readonly test: 'mean' | 'rank';
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly controlBefore?: readonly number[];
  readonly controlAfter?: readonly number[];
  readonly series?: EffectSeries;
}

function isCounted(data: EffectData): data is CountedEffect {
  return data.test === 'share' || data.test === 'rate';
}

/** Points over time, of which those from `changeAt` on belong to the new phase. Sizes are absent for measured values. */
export interface EffectSeries {
  readonly values: readonly Maybe[];
  readonly sizes?: readonly Maybe[];
  readonly changeAt: number;
}

/** What was written down before the change. `target` and `baseline` are in the unit shown: percent, events per `per`, or that of the values. */
export interface EffectPlan {
  readonly test: EffectTest;
  readonly direction: 'higher' | 'lower';
  readonly target: number;
  readonly neededN: number;
}

export type EffectReason =
  | 'too-few'
  | 'proven-target-met'
  | 'proven-target-missed'
  | 'proven-unstable'
  | 'not-proven'
  | 'proven-worse'
  | 'control-moved-too';

export interface EffectVerdict {
  readonly verdict: Verdict;
  readonly reason: EffectReason;
  /** In the unit shown. */
  readonly before: number;
  readonly after: number;
  /** Cases, exposure or values after the change. */
  readonly n: number;
  /** One-sided, in the direction that was planned; null where it could not be computed. */
  readonly pValue: number | null;
  readonly method: 'two-proportions' | 'fisher' | 'rate-exact' | 'welch' | 'mann-whitney' | 'difference-in-differences';
  readonly targetMet: boolean;
  /** Points of the new phase beyond the limits of that phase; null without a series. */
  readonly signals: number | null;
  /** The baseline is the worst of its series: part of the gain may be chance swinging back. */
  readonly regressionToMean: boolean;
  readonly controlled: DifferenceInDifferences | null;
}

export type EffectFailureCode = 'effect-test-differs' | 'effect-counts-invalid' | 'effect-not-computable';

const alpha = 0.05;

/**
 * The verdict that the data give on an item, by the rule that was fixed when it was opened.
 *
 * Formula  effective = one-sided p < .05 in the planned direction, target met, and no point of the new phase beyond its
 *          limits; partial = p < .05 but target missed or the phase not stable; worse = p < .05 the other way;
 *          insufficient = fewer cases than planned; otherwise no significant change. Shares by the pooled z test (Fisher
 *          below 5 expected), rates by the exact binomial test, values by Welch or Mann-Whitney; with control outlets by
 *          the difference in differences
 * Fails    effect-test-differs, effect-counts-invalid, effect-not-computable
 */
export function judgeEffect(plan: EffectPlan, data: EffectData): Result<EffectVerdict, Failure<EffectFailureCode>> {
  if (plan.test !== data.test) return fail('effect-test-differs');
  const sides = measure(data);
  if (!sides.ok) return sides;
  const { before, after, n } = sides.value;
  const tested = test(plan, data);
  if (!tested.ok) return tested;
  const { better, worse, method, controlled } = tested.value;
  const targetMet = plan.direction === 'higher' ? after >= plan.target : after <= plan.target;
  const signals = data.series ? countSignals(data, data.series) : null;
  const base = {
    before,
    after,
    n,
    pValue: better,
    method,
    targetMet,
    signals,
    regressionToMean: isWorstPeriod(plan, data),
    controlled,
  };
  const say = (verdict: Verdict, reason: EffectReason): Result<EffectVerdict, Failure<EffectFailureCode>> =>
    ok({ ...base, verdict, reason });
  if (n < plan.neededN) return say('insufficient', 'too-few');
  if (better !== null && better < alpha) {
    if (!targetMet) return say('partial', 'proven-target-missed');
    return (signals ?? 0) > 0 ? say('partial', 'proven-unstable') : say('effective', 'proven-target-met');
  }
  if (worse !== null && worse < alpha) return say('worse', 'proven-worse');
  const alone = controlled ? test(plan, withoutControl(data)) : null;
  const isAloneBetter = alone?.ok === true && alone.value.better !== null && alone.value.better < alpha;
  return say('noChange', isAloneBetter ? 'control-moved-too' : 'not-proven');
}

function withoutControl(data: EffectData): EffectData {
  return isCounted(data)
    ? { ...data, controlBefore: undefined, controlAfter: undefined }
    : { ...data, controlBefore: undefined, controlAfter: undefined };
}

function measure(
  data: EffectData,
): Result<{ readonly before: number; readonly after: number; readonly n: number }, Failure<EffectFailureCode>> {
  if (isCounted(data)) {
    const cells = [data.before, data.after, data.controlBefore, data.controlAfter].filter((cell) => cell !== undefined);
    const isWrong = cells.some(
      ({ count, size }) =>
        !Number.isInteger(count) ||
        count < 0 ||
        !(size > 0) ||
        !Number.isFinite(size) ||
        (data.test === 'share' && (count > size || !Number.isInteger(size))),
    );
    if (isWrong) return fail('effect-counts-invalid');
    const scale = data.test === 'share' ? 100 : data.per;
    const level = ({ count, size }: EffectCounts): number => (scale * count) / size;
    return ok({ before: level(data.before), after: level(data.after), n: data.after.size });
  }
  if (data.before.length === 0 || data.after.length === 0) return fail('effect-counts-invalid');
  const level = (values: readonly number[]): number =>
    data.test === 'mean'
      ? meanOf(values)
      : sortedQuantile(
          [...values].sort((a, b) => a - b),
          0.5,
          7,
        );
  return ok({ before: level(data.before), after: level(data.after), n: data.after.length });
}

interface Tested {
  readonly better: number | null;
  readonly worse: number | null;
  readonly method: EffectVerdict['method'];
  readonly controlled: DifferenceInDifferences | null;
}

function test(plan: EffectPlan, data: EffectData): Result<Tested, Failure<EffectFailureCode>> {
  const up = plan.direction === 'higher';
  const pair = (
    p: (alternative: 'greater' | 'less') => number | null,
  ): { better: number | null; worse: number | null } => ({
    better: p(up ? 'greater' : 'less'),
    worse: p(up ? 'less' : 'greater'),
  });
  const controlled = compareWithControl(data);
  if (controlled) {
    const { statistic, df } = controlled;
    const law = df === null ? standardNormal : studentT(df);
    return ok({
      ...pair((alternative) => (statistic === null ? null : symmetricP(law, statistic, alternative))),
      method: 'difference-in-differences',
      controlled,
    });
  }
  if (isCounted(data)) {
    if (data.test === 'share') return testShares(data, pair);
    const total = data.before.count + data.after.count;
    const law = binomial(total, data.after.size / (data.before.size + data.after.size));
    const p = (alternative: 'greater' | 'less'): number =>
      alternative === 'less' ? law.lower(data.after.count) : law.upper(data.after.count - 1);
    return ok({ ...pair(total === 0 ? () => null : p), method: 'rate-exact', controlled: null });
  }
  if (data.test === 'mean') {
    const first = twoSampleT(data.after, data.before, 'welch');
    if (!first.ok) return fail('effect-not-computable');
    const law = studentT(first.value.df);
    return ok({
      ...pair((alternative) => symmetricP(law, first.value.t, alternative)),
      method: 'welch',
      controlled: null,
    });
  }
  const p = (alternative: 'greater' | 'less'): number | null => {
    const ranked = mannWhitney(data.after, data.before, alternative);
    return ranked.ok ? (ranked.value.exactP ?? ranked.value.corrected.pValue) : null;
  };
  return ok({ ...pair(p), method: 'mann-whitney', controlled: null });
}

const toShare = ({ count, size }: EffectCounts): Share => ({ successes: count, trials: size });
const toRate = ({ count, size }: EffectCounts): EventRate => ({ events: count, exposure: size });

function testShares(
  data: CountedEffect,
  pair: (p: (alternative: 'greater' | 'less') => number | null) => Pick<Tested, 'better' | 'worse'>,
): Result<Tested, Failure<EffectFailureCode>> {
  const whole = twoProportionTest(toShare(data.after), toShare(data.before));
  if (!whole.ok) return fail('effect-not-computable');
  if (whole.value.minExpected >= 5) {
    const { z } = whole.value.pooled;
    const p = (alternative: 'greater' | 'less'): number | null =>
      z === null ? null : symmetricP(standardNormal, z, alternative);
    return ok({ ...pair(p), method: 'two-proportions', controlled: null });
  }
  const table = [data.after, data.before].map(({ count, size }) => [count, size - count]);
  return ok({ ...pair((alternative) => fisherP(table, alternative)), method: 'fisher', controlled: null });
}

function compareWithControl(data: EffectData): DifferenceInDifferences | null {
  const compared = compareCells(data);
  return compared?.ok ? compared.value : null;
}

function compareCells(data: EffectData): ReturnType<typeof differenceInMeans> | null {
  if (isCounted(data)) {
    const { before, after, controlBefore, controlAfter } = data;
    if (!controlBefore || !controlAfter) return null;
    const cells = { treatedBefore: before, treatedAfter: after, controlBefore, controlAfter };
    const mapped = <T>(to: (cell: EffectCounts) => T): Record<keyof typeof cells, T> => ({
      treatedBefore: to(cells.treatedBefore),
      treatedAfter: to(cells.treatedAfter),
      controlBefore: to(cells.controlBefore),
      controlAfter: to(cells.controlAfter),
    });
    return data.test === 'share' ? differenceInShares(mapped(toShare)) : differenceInRates(mapped(toRate));
  }
  const { before, after, controlBefore, controlAfter } = data;
  if (!controlBefore || !controlAfter) return null;
  return differenceInMeans({ treatedBefore: before, treatedAfter: after, controlBefore, controlAfter });
}

/** Points beyond the limits of the new phase, whose limits come from that phase alone. */
function countSignals(data: EffectData, { values, sizes, changeAt }: EffectSeries): number {
  const end = values.length;
  if (!(changeAt > 0 && changeAt < end)) return 0;
  const chart: ChartData =
    data.test === 'share'
      ? { kind: 'p', defectives: values, sizes: sizes ?? [] }
      : data.test === 'rate'
        ? { kind: 'u', counts: values, sizes: sizes ?? [] }
        : { kind: 'individuals', values };
  if (isCounted(data) && sizes?.length !== end) return 0;
  const drawn = controlChart(chart, {
    stages: [
      { start: 0, end: changeAt },
      { start: changeAt, end },
    ],
    rules: ruleSets['limits-only'],
  });
  return drawn.ok ? drawn.value.main.signals.filter(({ completesAt }) => completesAt >= changeAt).length : 0;
}

/** Fewest periods of history in which a worst one says anything. */
const fewestPeriods = 3;

/**
 * Whether the baseline was taken from the worst period: the last one before the change is the worst of at least three,
 * and the baseline is as bad as that one alone.
 */
function isWorstPeriod({ direction }: EffectPlan, data: EffectData): boolean {
  const { series } = data;
  if (!series) return false;
  const levels = series.values.slice(0, series.changeAt).flatMap((value, i) => {
    const size = series.sizes ? series.sizes[i] : 1;
    return value === null || size === null || !(size > 0) ? [] : [value / size];
  });
  if (levels.length < fewestPeriods) return false;
  const worst = direction === 'higher' ? Math.min(...levels) : Math.max(...levels);
  const before = isCounted(data) ? data.before.count / data.before.size : meanOf(data.before);
  return direction === 'higher' ? before <= worst : before >= worst;
}

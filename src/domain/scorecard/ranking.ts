import type { Maybe } from '../../stats/descriptive/measured';
import { sortedQuantile } from '../../stats/descriptive/quantile';
import { funnelPlot, type FunnelPlot } from '../../stats/control/funnel-plot';
import { createRandom, type Random } from '../sample/random';
import { twoProportionTest } from '../../stats/tests/two-proportions';
import {
  measuresOf,
  pooledSatisfaction,
  scoreMeasures,
  scoreOutlet,
  type Counted,
  type OutletQuarter,
  type OutletScore,
  type ScorecardRules,
} from './scorecard';

export interface RankedOutlet extends OutletScore {
  readonly name: string;
  readonly group: string;
  /** 1 = best among the ranked; null = not ranked. */
  readonly rank: number | null;
  /** Within which 90 % of the ranks of resampled quarters lie. */
  readonly rankInterval: { readonly low: number; readonly high: number } | null;
  /** Rank within its peer group. */
  readonly groupRank: number | null;
  /** Where its satisfaction lies in the funnel: 0 within 95 %, 1 beyond, 2 beyond 99.8 %. */
  readonly funnelLevel: number;
  readonly funnelSide: 'above' | 'below' | 'inside';
}

export interface Scorecard {
  readonly rulesVersion: string;
  readonly outlets: readonly RankedOutlet[];
  readonly pooled: Maybe;
  readonly funnel: FunnelPlot | null;
}

const draws = 400;
const seed = 20_260_331;

/**
 * The scorecard of a quarter: scores, ranks with their uncertainty, and the funnel of satisfaction.
 *
 * Formula  rank intervals by a parametric bootstrap of 400 quarters from a fixed seed: shares drawn from their binomial
 *          law, inspections drawn with replacement. The same data always give the same intervals.
 */
export function buildScorecard(quarter: readonly OutletQuarter[], rules: ScorecardRules): Scorecard {
  const pooled = pooledSatisfaction(quarter);
  const scores = quarter.map((outlet) => scoreOutlet(outlet, pooled, rules));
  const isRanked = scores.map(({ notRanked, total }) => notRanked === null && total !== null);
  const ranks = ranksOf(scores.map(({ total }, i) => (isRanked[i] ? total : null)));
  const intervals = resampledRanks(quarter, isRanked, rules, pooled);
  const funnel = funnelPlot({
    kind: 'proportion',
    counts: quarter.map(({ satisfaction }) => satisfaction?.cases ?? null),
    sizes: quarter.map(({ satisfaction }) => satisfaction?.of ?? null),
  });
  const groups = new Map<string, Maybe[]>();
  for (const { group } of quarter) {
    if (groups.has(group)) continue;
    groups.set(
      group,
      ranksOf(scores.map(({ total }, i) => (isRanked[i] && quarter[i].group === group ? total : null))),
    );
  }
  return {
    rulesVersion: rules.version,
    pooled,
    funnel: funnel.ok ? funnel.value : null,
    outlets: quarter.map(({ name, group }, i) => {
      const unit = funnel.ok ? funnel.value.units[i] : null;
      return {
        ...scores[i],
        name,
        group,
        rank: ranks[i],
        rankInterval: intervals[i],
        groupRank: groups.get(group)?.[i] ?? null,
        funnelLevel: unit?.levelsBeyond ?? 0,
        funnelSide: unit?.side ?? 'inside',
      };
    }),
  };
}

/** Ranks from the highest on; equal totals share the better rank. Null is not ranked. */
export function ranksOf(totals: readonly Maybe[]): Maybe[] {
  const sorted = totals.filter((total) => total !== null).sort((a, b) => b - a);
  const places = new Map<number, number>();
  sorted.forEach((total, i) => places.has(total) || places.set(total, i + 1));
  return totals.map((total) => (total === null ? null : (places.get(total) ?? null)));
}

function resampledRanks(
  quarter: readonly OutletQuarter[],
  isRanked: readonly boolean[],
  rules: ScorecardRules,
  pooled: Maybe,
): readonly RankedOutlet['rankInterval'][] {
  const random = createRandom(seed);
  const drawn = quarter.map(() => [] as number[]);
  for (let draw = 0; draw < draws; draw++) {
    const totals = quarter.map((outlet, i) =>
      isRanked[i]
        ? scoreMeasures(measuresOf(resample(outlet, random), pooled, rules), outlet.severeEvents, rules).total
        : null,
    );
    ranksOf(totals).forEach((rank, i) => rank !== null && drawn[i].push(rank));
  }
  return drawn.map((ranks) => {
    if (ranks.length === 0) return null;
    const sorted = ranks.sort((a, b) => a - b);
    return { low: Math.floor(sortedQuantile(sorted, 0.05, 7)), high: Math.ceil(sortedQuantile(sorted, 0.95, 7)) };
  });
}

function resample(outlet: OutletQuarter, random: Random): OutletQuarter {
  const again = (counted: Counted): Counted =>
    counted && { cases: drawBinomial(counted.of, counted.cases / Math.max(1, counted.of), random), of: counted.of };
  return {
    ...outlet,
    satisfaction: again(outlet.satisfaction),
    wait: again(outlet.wait),
    onTime: again(outlet.onTime),
    firstTime: again(outlet.firstTime),
    callBack: again(outlet.callBack),
    reopened: again(outlet.reopened),
    inspections: outlet.inspections.map(() => random.pick(outlet.inspections)),
  };
}

/** A binomial draw; from 60 trials on by the normal law, which is near enough for ranks. */
function drawBinomial(trials: number, p: number, random: Random): number {
  if (trials >= 60 && trials * p > 5 && trials * (1 - p) > 5) {
    const drawn = trials * p + Math.sqrt(trials * p * (1 - p)) * random.normal();
    return Math.min(trials, Math.max(0, Math.round(drawn)));
  }
  let cases = 0;
  for (let i = 0; i < trials; i++) if (random.chance(p)) cases++;
  return cases;
}

export type Trend = 'up' | 'down' | 'none' | 'unknown';

/** Whether satisfaction changed since the quarter before: an arrow needs a test, not a difference. */
export function satisfactionTrend(now: OutletQuarter, before: OutletQuarter | null): Trend {
  return shareTrend(now.satisfaction, before?.satisfaction ?? null);
}

/** Whether a share went up or down beyond chance (two-sided, 5 %): pooled z, or Fisher's test where counts are small. */
export function shareTrend(now: Counted, before: Counted): Trend {
  if (!now || !before || now.of === 0 || before.of === 0) return 'unknown';
  const test = twoProportionTest(
    { successes: now.cases, trials: now.of },
    { successes: before.cases, trials: before.of },
  );
  if (!test.ok) return 'unknown';
  const { fisherP, pooled, minExpected, difference } = test.value;
  const p = minExpected < 5 ? fisherP : (pooled.pValue ?? 1);
  if (p >= 0.05) return 'none';
  return difference > 0 ? 'up' : 'down';
}

import { dayOf } from '../calendar/calendar';
import type { ServiceEvent } from '../events/event';
import type { EffectSeries } from '../rectification/effect';
import { readStored, toEffectData } from '../rectification/effect-input';
import type { RectificationItem } from '../rectification/item';
import { isOfItem } from '../rectification/ledger-effect';
import { controlChart } from '../../stats/control/control-chart';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { ChartData } from '../../stats/control/types';
import { wilsonInterval } from '../../stats/proportions/wilson';
import { rateInterval } from '../../stats/rates/poisson-rate';

/** One side of an effect in the unit shown: percent for shares, events per so many units for rates. */
export interface EffectSide {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Cases looked at, or exposure. */
  readonly n: number;
}

/**
 * Before and after of an item, from the counts that its verdict was given on.
 *
 * Shape    null for measured values, and where no counts were kept
 * Formula  95 % intervals by Wilson (shares) and Garwood (rates)
 */
export function effectFigures({ test, effectData }: RectificationItem): {
  readonly before: EffectSide;
  readonly after: EffectSide;
} | null {
  if ((test !== 'share' && test !== 'rate') || effectData === null) return null;
  const kept = read(effectData);
  const per = test === 'share' ? 100 : (kept.per ?? 1);
  const [before, after] = [sideOf(test, kept.before, per), sideOf(test, kept.after, per)];
  return before && after ? { before, after } : null;
}

interface Kept {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly per?: number;
}

function read(text: string): Kept {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function sideOf(test: 'share' | 'rate', side: unknown, per: number): EffectSide | null {
  if (!Array.isArray(side) || typeof side[0] !== 'number' || typeof side[1] !== 'number') return null;
  const [count, size] = side as [number, number];
  const interval =
    test === 'share'
      ? wilsonInterval({ successes: count, trials: size })
      : rateInterval({ events: count, exposure: size });
  if (!interval.ok) return null;
  return { value: (per * count) / size, low: per * interval.value.low, high: per * interval.value.high, n: size };
}

/** A control chart before and after the change, in the unit shown. Each phase has limits of its own. */
export interface EffectPhases {
  /** `week`: a week of the ledger, by its first day; `period`: a period of the series that the verifier gave. */
  readonly source: 'week' | 'period';
  /** First days of the weeks, or numbers from 1. */
  readonly labels: readonly number[];
  readonly values: readonly (number | null)[];
  readonly center: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  /** Points beyond the limits of their own phase, ascending. */
  readonly signals: readonly number[];
  readonly changeAt: number;
  readonly phases: readonly {
    readonly which: 'before' | 'after';
    readonly points: number;
    readonly center: number | null;
    /** At the last point of the phase: limits follow the sizes. */
    readonly low: number | null;
    readonly high: number | null;
    readonly signals: number;
  }[];
  /** Days whose events the chart counts; null for a given series. */
  readonly days: { readonly from: number; readonly to: number } | null;
}

/** Fewest weeks of a phase from which limits can be drawn. */
const fewestWeeks = 4;
const week = 7;

/**
 * The control chart behind an item's verdict: of the series that was given with it, else of the ledger week by week
 * where the item is judged by a rate on its links.
 *
 * Shape    null where there is neither, or a phase is too short
 * Unit     percent for shares, events per so many units of exposure (ledger: 30 days) for rates, else that of the values
 * Formula  p, u or individuals chart with 3σ limits from each phase alone; points beyond them are signals
 */
export function effectPhases(
  item: RectificationItem,
  events: Iterable<ServiceEvent>,
  verified: number,
): EffectPhases | null {
  const { test } = item;
  if (test === null) return null;
  const stored = readStored(item.effectData);
  const given = toEffectData(test, stored)?.series ?? null;
  const weekly = given ? null : ledgerWeeks(item, events, verified);
  const series = given ?? weekly?.series;
  if (!series) return null;
  const { values, sizes = [], changeAt } = series;
  const end = values.length;
  if (!(changeAt > 0 && changeAt < end)) return null;
  const isCounted = test === 'share' || test === 'rate';
  const data: ChartData =
    test === 'share'
      ? { kind: 'p', defectives: values, sizes }
      : test === 'rate'
        ? { kind: 'u', counts: values, sizes }
        : { kind: 'individuals', values };
  if (isCounted && sizes.length !== end) return null;
  const drawn = controlChart(data, {
    stages: [
      { start: 0, end: changeAt },
      { start: changeAt, end },
    ],
    rules: ruleSets['limits-only'],
  });
  if (!drawn.ok) return null;
  const per = test === 'share' ? 100 : test === 'rate' ? stored.per : 1;
  const scaled = (list: readonly (number | null)[]) => list.map((value) => (value === null ? null : per * value));
  const { main } = drawn.value;
  const [center, upper, lower] = [scaled(main.center), scaled(main.upper), scaled(main.lower)];
  const signals = [...new Set(main.signals.map(({ completesAt }) => completesAt))].sort((a, b) => a - b);
  return {
    source: given ? 'period' : 'week',
    labels: weekly?.starts ?? values.map((_, index) => index + 1),
    values: scaled(main.values),
    center,
    upper,
    lower,
    signals,
    changeAt,
    phases: (['before', 'after'] as const).map((which) => {
      const [from, to] = which === 'before' ? [0, changeAt] : [changeAt, end];
      const isWithin = (index: number): boolean => index >= from && index < to;
      return {
        which,
        points: to - from,
        center: center[to - 1],
        low: lower[to - 1],
        high: upper[to - 1],
        signals: signals.filter(isWithin).length,
      };
    }),
    days: weekly?.days ?? null,
  };
}

/** Events of an item by whole weeks: the last ones of the baseline back to its first day, and from the change to the verdict. */
function ledgerWeeks(
  item: RectificationItem,
  events: Iterable<ServiceEvent>,
  verified: number,
): {
  readonly series: EffectSeries;
  readonly starts: readonly number[];
  readonly days: { readonly from: number; readonly to: number };
} | null {
  const { test, links, baselineFrom, baselineTo, afterFrom } = item;
  if (test !== 'rate' || !links || links.length === 0) return null;
  if (baselineFrom === null || baselineTo === null || afterFrom === null) return null;
  const before = Math.floor((baselineTo - baselineFrom + 1) / week);
  const after = Math.floor((verified - afterFrom + 1) / week);
  if (before < fewestWeeks || after < fewestWeeks) return null;
  const first = baselineTo + 1 - before * week;
  const starts = [
    ...Array.from({ length: before }, (_, i) => first + i * week),
    ...Array.from({ length: after }, (_, i) => afterFrom + i * week),
  ];
  const values = starts.map(() => 0);
  for (const event of events) {
    if (event.receivedAt === null || !isOfItem(item, event)) continue;
    const day = dayOf(event.receivedAt);
    const at =
      day >= afterFrom
        ? before + Math.floor((day - afterFrom) / week)
        : day >= first && day <= baselineTo
          ? Math.floor((day - first) / week)
          : -1;
    if (at >= 0 && at < values.length) values[at]++;
  }
  return {
    series: { values, sizes: starts.map(() => week), changeAt: before },
    starts,
    days: { from: first, to: afterFrom + after * week - 1 },
  };
}

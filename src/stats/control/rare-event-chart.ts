import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { normalUpper } from '../distributions/normal';
import type { ControlFailureCode } from './failures';
import { individualsChart } from './individuals-chart';
import {
  eventChance,
  geometricMoments,
  geometricPercentiles,
  timePercentiles,
  type RareEventLines,
} from './limits/rare-events';
import { draftPanel, finishPanel } from './panel';
import { measuredIn, toMaybe, toSeries, withoutPoints } from './series';
import { resolveStages } from './stages';
import type { ChartPanel, ControlChart, ControlChartOptions, Maybe, PointRange, RuleId, StagePlan } from './types';

/** One value per event: what lay between it and the event before. */
export type RareEventData =
  | {
      /** Opportunities between events, 0 allowed. */
      readonly kind: 'g';
      readonly values: readonly Maybe[];
      /** `percentiles` (default): centre at the median. `moments`: Provost and the NHS. */
      readonly method?: 'percentiles' | 'moments';
    }
  | {
      /** Time between events. Keep times rather than dates: two events on one day give 0. */
      readonly kind: 't';
      readonly values: readonly Maybe[];
      /** `exponential` (default) allows 0; `weibull` and `power` do not. */
      readonly method?: 'exponential' | 'weibull' | 'power';
      /** Of the power transform x^(1/exponent); default 3.6. */
      readonly exponent?: number;
    };

export interface RareEventStage extends PointRange {
  readonly baseline: PointRange | null;
  readonly center: Maybe;
  readonly upper: Maybe;
  readonly lower: Maybe;
  readonly mean: Maybe;
  readonly median: Maybe;
  readonly sigma: Maybe;
  readonly pointsUsed: number;
  /**
   * g charts: so many zeros in a row are as unlikely as a point beyond the limits; null where unknown. The lower limit
   * is 0, so without this nothing would tell of events that come faster.
   */
  readonly zeroRunLength: number | null;
  /** Points that complete such a run. */
  readonly zeroRuns: readonly number[];
}

export interface RareEventChart {
  readonly main: ChartPanel;
  readonly stages: readonly RareEventStage[];
  /** The individuals chart of the transformed values, for the method `power`. */
  readonly transformed: ControlChart | null;
}

/** Rules that need no zones; the distribution is skewed, so zones of one sigma mean nothing. */
const rulesWithoutZones: readonly RuleId[] = ['beyond-limits', 'run-one-side', 'trend', 'alternating'];

/**
 * Chart of rare events: g (opportunities between) or t (time between).
 *
 * Shape     one value per event. A point far up is good news: events have become rarer.
 * Unit      opportunities, or that of the times
 * Fails     limit-width-not-positive, stages-not-contiguous, baseline-outside-stage, count-negative, value-not-positive
 * Accuracy  1e-9 relative (tests/reference/cases/g-*, t-*)
 * Source    Benneyan 2001 (g); Nelson 1994 (power transform)
 */
export function rareEventChart(
  data: RareEventData,
  options: ControlChartOptions,
): Result<RareEventChart, Failure<ControlFailureCode>> {
  const { k = 3, excluded = [] } = options;
  if (!(k > 0 && k < Infinity)) return fail('limit-width-not-positive', { k });
  const values = toSeries(data.values);
  const wrong = checkValues(data, values);
  if (wrong) return wrong;
  const resolved = resolveStages(values.length, options.stages);
  if (!resolved.ok) return resolved;
  if (data.kind === 't' && data.method === 'power') {
    return powerChart(values, data.exponent ?? 3.6, options, resolved.value);
  }
  const usable = withoutPoints(values, excluded);
  const draft = draftPanel(values);
  const stages = resolved.value.map((stage): RareEventStage => {
    const used = measuredIn(usable, stage.baseline ?? stage);
    const lines = linesOf(data, used, k);
    draft.center.fill(lines.center, stage.start, stage.end);
    draft.upper.fill(lines.upper, stage.start, stage.end);
    draft.lower.fill(lines.lower, stage.start, stage.end);
    const zeroRunLength = data.kind === 'g' ? zeroRunLengthOf(eventChance(used), k) : null;
    return {
      ...summary(stage, lines, used.length),
      zeroRunLength,
      zeroRuns: zeroRunLength === null ? [] : findZeroRuns(usable, stage, zeroRunLength),
    };
  });
  // The rules look at sides and limits only; a spread of 1 lets them be judged.
  const judging = { ...draft, sigma: new Float64Array(values.length).fill(1) };
  const rules = options.rules.filter(({ rule }) => rulesWithoutZones.includes(rule));
  const { signals } = finishPanel(judging, usable, resolved.value, rules);
  return ok({ main: { ...finishPanel(draft, usable, resolved.value, []), signals }, stages, transformed: null });
}

function checkValues(
  data: RareEventData,
  values: Float64Array,
): { readonly ok: false; readonly failure: Failure<ControlFailureCode> } | null {
  const needsPositive = data.kind === 't' && (data.method === 'power' || data.method === 'weibull');
  const point = values.findIndex((v) => v < 0 || (needsPositive && v === 0));
  if (point < 0) return null;
  return data.kind === 'g'
    ? fail('count-negative', { point: point + 1, count: values[point] })
    : fail('value-not-positive', { point: point + 1, value: values[point] });
}

function linesOf(data: RareEventData, used: Float64Array, k: number): RareEventLines {
  if (data.kind === 'g') return data.method === 'moments' ? geometricMoments(used, k) : geometricPercentiles(used, k);
  return timePercentiles(used, k, data.method === 'weibull' ? 'weibull' : 'exponential');
}

function summary(
  stage: StagePlan,
  lines: RareEventLines,
  pointsUsed: number,
): Omit<RareEventStage, 'zeroRunLength' | 'zeroRuns'> {
  return {
    start: stage.start,
    end: stage.end,
    baseline: stage.baseline ?? null,
    center: toMaybe(lines.center),
    upper: toMaybe(lines.upper),
    lower: toMaybe(lines.lower),
    mean: toMaybe(lines.mean),
    median: toMaybe(lines.median),
    sigma: toMaybe(lines.sigma),
    pointsUsed,
  };
}

/** Smallest number of zeros in a row that is less likely than a point beyond the limits. */
function zeroRunLengthOf(chance: number, k: number): number | null {
  return chance > 0 && chance < 1 ? Math.max(2, Math.ceil(Math.log(normalUpper(k)) / Math.log(chance))) : null;
}

function findZeroRuns(points: Float64Array, { start, end }: PointRange, length: number): number[] {
  const completes: number[] = [];
  let run = 0;
  for (let i = start; i < end; i++) {
    run = points[i] === 0 ? run + 1 : 0;
    if (run >= length) completes.push(i);
  }
  return completes;
}

/** Individuals chart of x^(1/exponent), its lines carried back; below 0 on the transformed scale is 0 in time. */
function powerChart(
  values: Float64Array,
  exponent: number,
  options: ControlChartOptions,
  stages: readonly StagePlan[],
): Result<RareEventChart, Failure<ControlFailureCode>> {
  if (!(exponent > 0)) throw new RangeError(`power transform needs an exponent above 0: ${exponent}`);
  const roots = Array.from(values, (v) => toMaybe(v ** (1 / exponent)));
  const chart = individualsChart({ kind: 'individuals', values: roots }, options, stages);
  if (!chart.ok) return chart;
  const { main, stages: summaries } = chart.value;
  const back = (v: Maybe): Maybe => (v === null ? null : Math.max(0, v) ** exponent);
  return ok({
    main: {
      values: Array.from(values, toMaybe),
      center: main.center.map(back),
      upper: main.upper.map(back),
      lower: main.lower.map(back),
      sigma: main.sigma.map(() => null),
      signals: main.signals,
    },
    stages: summaries.map((stage): RareEventStage => {
      const used = measuredIn(withoutPoints(values, options.excluded ?? []), stage.baseline ?? stage);
      const lines = geometricMoments(used, 1);
      return {
        ...summary({ start: stage.start, end: stage.end }, { ...lines, sigma: NaN }, stage.pointsUsed),
        baseline: stage.baseline,
        center: back(stage.center),
        upper: back(main.upper[stage.start]),
        lower: back(main.lower[stage.start]),
        zeroRunLength: null,
        zeroRuns: [],
      };
    }),
    transformed: chart.value,
  });
}

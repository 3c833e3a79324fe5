import { ok, type Failure, type Result } from '../../kernel/result';
import { binomial } from '../distributions/binomial';
import { meanOf, medianOf } from '../special/sums';
import type { ControlFailureCode } from './failures';
import { measuredIn, toMaybe, toMaybes, toSeries, withoutPoints } from './series';
import { resolveStages } from './stages';
import type { Maybe, PointRange, StagePlan } from './types';

export interface RunChartOptions {
  /** Default `median`. */
  readonly center?: 'median' | 'mean';
  readonly stages?: readonly StagePlan[];
  readonly excluded?: readonly number[];
}

/** One stage of a run chart, with the two tests of Anhøj. */
export interface RunChartStage extends PointRange {
  readonly baseline: PointRange | null;
  readonly center: Maybe;
  /** Points off the centre line; the others and the gaps do not count. */
  readonly usefulPoints: number;
  /** The longest run on one side, and the points of the first run of that length. */
  readonly longestRun: number;
  readonly longestRunMembers: readonly number[];
  readonly crossings: number;
  /** Longest run and fewest crossings that chance explains; null below ten useful points, where nothing is claimed. */
  readonly longestRunLimit: number | null;
  readonly fewestCrossingsLimit: number | null;
  readonly signal: 'shift' | 'few-crossings' | 'both' | 'none' | 'too-few-points';
}

export interface RunChart {
  readonly values: readonly Maybe[];
  readonly stages: readonly RunChartStage[];
}

const fewestUsefulPoints = 10;

/**
 * Run chart with the tests of Anhøj for unusually long runs and unusually few crossings.
 *
 * Shape     one value per point; points on the centre line, missing and excluded points are passed over, neither
 *           breaking nor lengthening a run.
 * Formula   n useful points: signal if the longest run > round(log₂ n) + 3, or crossings < the 5 % quantile of a
 *           binomial (n − 1, ½)
 * Fails     stages-not-contiguous, baseline-outside-stage
 * Source    Anhøj and Olesen 2014; Anhøj 2015
 */
export function runChart(
  values: readonly Maybe[],
  options: RunChartOptions = {},
): Result<RunChart, Failure<ControlFailureCode>> {
  const series = toSeries(values);
  const resolved = resolveStages(series.length, options.stages);
  if (!resolved.ok) return resolved;
  const usable = withoutPoints(series, options.excluded ?? []);
  const stages = resolved.value.map((stage): RunChartStage => {
    const baseline = measuredIn(usable, stage.baseline ?? stage);
    const center = options.center === 'mean' ? meanOf(baseline) : medianOf(baseline);
    return {
      start: stage.start,
      end: stage.end,
      baseline: stage.baseline ?? null,
      center: toMaybe(center),
      ...testRuns(usable, stage, center),
    };
  });
  return ok({ values: toMaybes(series), stages });
}

type RunTests = Omit<RunChartStage, 'start' | 'end' | 'baseline' | 'center'>;

function testRuns(points: Float64Array, { start, end }: PointRange, center: number): RunTests {
  let usefulPoints = 0;
  let crossings = 0;
  let lastSide = 0;
  let run: number[] = [];
  let longest: readonly number[] = run;
  for (let i = start; i < end; i++) {
    const side = points[i] > center ? 1 : points[i] < center ? -1 : 0;
    if (side === 0) continue;
    usefulPoints++;
    if (side !== lastSide) {
      if (lastSide !== 0) crossings++;
      lastSide = side;
      run = [];
    }
    run.push(i);
    if (run.length > longest.length) longest = run;
  }
  const limits = anhojLimits(usefulPoints);
  return {
    usefulPoints,
    longestRun: longest.length,
    longestRunMembers: longest,
    crossings,
    longestRunLimit: limits?.longestRun ?? null,
    fewestCrossingsLimit: limits?.fewestCrossings ?? null,
    signal: limits
      ? signalOf(longest.length > limits.longestRun, crossings < limits.fewestCrossings)
      : 'too-few-points',
  };
}

function signalOf(isShift: boolean, hasFewCrossings: boolean): RunChartStage['signal'] {
  if (isShift && hasFewCrossings) return 'both';
  if (isShift) return 'shift';
  return hasFewCrossings ? 'few-crossings' : 'none';
}

/** The limits of both tests for n useful points; null below ten. */
export function anhojLimits(n: number): { readonly longestRun: number; readonly fewestCrossings: number } | null {
  if (n < fewestUsefulPoints) return null;
  return { longestRun: Math.round(Math.log2(n)) + 3, fewestCrossings: binomial(n - 1, 0.5).quantile(0.05) };
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { rangeConstants } from '../constants/range-constants';
import type { ControlFailureCode } from './failures';
import { estimateIndividuals } from './limits/individuals';
import { fillMovingRanges } from './limits/moving-ranges';
import { draftPanel, finishPanel, setLimits, unbounded } from './panel';
import { ruleSets } from './rules/rule-sets';
import { toMaybe, toSeries, withoutPoints } from './series';
import type { ChartData, ControlChart, ControlChartOptions, ControlStage, StagePlan } from './types';

/** Longest moving range offered; beyond it a range chart says less than one of standard deviations. */
const longestSpan = 100;

/**
 * Individuals and moving range chart.
 *
 * Shape     one value per point, null = missing; stages as `resolveStages` returns them.
 * Unit      that of the values
 * Formula   mean ± k·sigma; ranges (d2 ± k·d3)·sigma, not below 0. A moving range never bridges a missing point, an
 *           excluded point or the border of a stage.
 * Fails     moving-range-span
 * Accuracy  1e-9 relative (tests/reference/cases/imr-*)
 * Source    Montgomery, Introduction to SQC, 8th ed., §6.4
 */
export function individualsChart(
  data: Extract<ChartData, { kind: 'individuals' }>,
  options: ControlChartOptions,
  stages: readonly StagePlan[],
): Result<ControlChart, Failure<ControlFailureCode>> {
  const { sigmaEstimator = 'average_mr', span = 2, nelsonScreen = false } = data;
  const k = options.k ?? 3;
  if (!Number.isInteger(span) || span < 2 || span > longestSpan)
    return fail('moving-range-span', { span, longestSpan });
  const values = toSeries(data.values);
  const usable = withoutPoints(values, options.excluded ?? []);
  const ranges = new Float64Array(values.length);
  const main = draftPanel(values);
  const moving = draftPanel(ranges);
  const { d2, d3 } = rangeConstants(span);
  const summaries = stages.map((stage): ControlStage => {
    fillMovingRanges(usable, ranges, stage, span);
    const baseline = stage.baseline ?? stage;
    const estimate = estimateIndividuals(usable, ranges, baseline, { sigmaEstimator, span, nelsonScreen });
    const { center, sigma } = estimate;
    for (let i = stage.start; i < stage.end; i++) {
      setLimits(main, i, { center, sigma, k }, unbounded);
      setLimits(moving, i, { center: d2 * sigma, sigma: d3 * sigma, k }, { min: 0, max: Infinity });
    }
    return {
      start: stage.start,
      end: stage.end,
      baseline: stage.baseline ?? null,
      center: toMaybe(center),
      sigma: toMaybe(sigma),
      sigmaZ: null,
      pointsUsed: estimate.pointsUsed,
      meanMovingRange: toMaybe(estimate.meanMovingRange),
      rangesScreened: estimate.rangesScreened,
    };
  });
  return ok({
    main: finishPanel(main, usable, stages, options.rules),
    movingRange: finishPanel(moving, ranges, stages, ruleSets['limits-only']),
    stages: summaries,
  });
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { c4 } from '../constants/c4';
import { rangeConstants } from '../constants/range-constants';
import { meanOf } from '../special/sums';
import type { ControlFailureCode } from './failures';
import {
  describeSubgroup,
  estimateWithin,
  grandMean,
  largestRangedSubgroup,
  type Subgroup,
  type WithinEstimator,
} from './limits/subgroups';
import { draftPanel, finishPanel, setLimits, unbounded } from './panel';
import { ruleSets } from './rules/rule-sets';
import { toMaybe, withoutPoints } from './series';
import { resolveStages } from './stages';
import type { ChartPanel, ControlChartOptions, Maybe, PointRange } from './types';

/** Subgroups of measured values, each of its own size; null is a missing value. */
export interface SubgroupData {
  readonly kind: 'xbar-r' | 'xbar-s';
  readonly subgroups: readonly (readonly Maybe[])[];
  /** Default `rbar` for X̄-R, `sbar` for X̄-S. */
  readonly sigmaEstimator?: WithinEstimator;
}

export interface SubgroupStage extends PointRange {
  readonly baseline: PointRange | null;
  readonly grandMean: Maybe;
  /** Spread of single values within subgroups. */
  readonly sigma: Maybe;
  /** Plain mean of the ranges, or of the standard deviations. */
  readonly meanSpread: Maybe;
  readonly pointsUsed: number;
}

export interface SubgroupChart {
  readonly sizes: readonly number[];
  readonly means: ChartPanel;
  /** Ranges or standard deviations; judged by points beyond limits alone. */
  readonly spreads: ChartPanel;
  readonly stages: readonly SubgroupStage[];
}

/**
 * X̄-R or X̄-S chart.
 *
 * Shape     one subgroup per point. A subgroup of one value has a mean but no spread; an empty one is a gap. Excluded
 *           subgroups stay on the chart but enter neither limits nor rules.
 * Unit      that of the values
 * Formula   X̄: grand mean ± k·sigma/√n;  R: (d2(n) ± k·d3(n))·sigma;  S: (c4(n) ± k·√(1 − c4²(n)))·sigma; R, S ≥ 0
 * Fails     limit-width-not-positive, stages-not-contiguous, baseline-outside-stage, subgroup-too-large
 * Accuracy  1e-9 relative (tests/reference/cases/xbar_r-*, xbar_s-*)
 * Source    Montgomery, Introduction to SQC, 8th ed., §6.2–6.3
 */
export function subgroupChart(
  data: SubgroupData,
  options: ControlChartOptions,
): Result<SubgroupChart, Failure<ControlFailureCode>> {
  const { k = 3, excluded = [], rules } = options;
  if (!(k > 0 && k < Infinity)) return fail('limit-width-not-positive', { k });
  const resolved = resolveStages(data.subgroups.length, options.stages);
  if (!resolved.ok) return resolved;
  const isRanged = data.kind === 'xbar-r';
  const estimator = data.sigmaEstimator ?? (isRanged ? 'rbar' : 'sbar');
  const subgroups = data.subgroups.map(describeSubgroup);
  const largest = subgroups.reduce((most, { size }) => Math.max(most, size), 0);
  if ((isRanged || estimator.startsWith('rbar')) && largest > largestRangedSubgroup) {
    return fail('subgroup-too-large', { size: largest, most: largestRangedSubgroup });
  }
  const means = draftPanel(Float64Array.from(subgroups, ({ mean }) => mean));
  const spreads = draftPanel(Float64Array.from(subgroups, ({ range, sd }) => (isRanged ? range : sd)));
  const isExcluded = new Set(excluded);
  const usable = subgroups.map((subgroup, i) => (isExcluded.has(i) ? describeSubgroup([]) : subgroup));
  const stages = resolved.value.map((stage): SubgroupStage => {
    const baseline = stage.baseline ?? stage;
    const used = usable.slice(baseline.start, baseline.end);
    const center = grandMean(usable, baseline);
    const sigma = estimateWithin(used, estimator);
    const spreadOf = ({ range, sd }: Subgroup): number => (isRanged ? range : sd);
    for (let i = stage.start; i < stage.end; i++) {
      const { size } = subgroups[i];
      if (size >= 1) setLimits(means, i, { center, sigma: sigma / Math.sqrt(size), k }, unbounded);
      if (size >= 2) setLimits(spreads, i, { ...spreadLine(isRanged, size, sigma), k }, { min: 0, max: Infinity });
    }
    return {
      start: stage.start,
      end: stage.end,
      baseline: stage.baseline ?? null,
      grandMean: toMaybe(center),
      sigma: toMaybe(sigma),
      meanSpread: toMaybe(meanOf(used.filter(({ size }) => size >= 2).map(spreadOf))),
      pointsUsed: used.filter(({ size }) => size > 0).length,
    };
  });
  return ok({
    sizes: subgroups.map(({ size }) => size),
    means: finishPanel(means, withoutPoints(means.values, excluded), resolved.value, rules),
    spreads: finishPanel(spreads, withoutPoints(spreads.values, excluded), resolved.value, ruleSets['limits-only']),
    stages,
  });
}

/** Mean and standard deviation of a range, or of a standard deviation, of `size` values. */
function spreadLine(
  isRanged: boolean,
  size: number,
  sigma: number,
): { readonly center: number; readonly sigma: number } {
  if (isRanged) {
    const { d2, d3 } = rangeConstants(size);
    return { center: d2 * sigma, sigma: d3 * sigma };
  }
  const mean = c4(size);
  return { center: mean * sigma, sigma: Math.sqrt(1 - mean * mean) * sigma };
}

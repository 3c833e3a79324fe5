import type { Bitmap } from '../../kernel/bitmap';
import { estimateIndividuals, type IndividualsEstimate, type MovingRangeEstimate } from './limits/individuals';
import { fillMovingRanges } from './limits/moving-ranges';
import { completePoints } from './rules/find-signals';
import { encodePoints } from './rules/point-code';
import type { RuleSpec } from './types';

/** A long series of individual values, judged. */
export interface IndividualsScan extends IndividualsEstimate {
  readonly upper: number;
  readonly lower: number;
  /** NaN where no range exists. */
  readonly movingRanges: Float64Array;
  /** For each rule, in order, the points that complete it. */
  readonly completions: readonly Bitmap[];
}

/**
 * Limits and rules of one stage of individual values, for series of millions of points.
 *
 * Shape     NaN = missing. The same figures as `controlChart`, without its arrays of points and members.
 * Unit      that of the values
 * Formula   as `individualsChart`
 * Accuracy  1e-12 relative to `individualsChart` (tests/unit/stats/control/scan-individuals)
 */
export function scanIndividuals(
  values: Float64Array,
  rules: readonly RuleSpec[],
  options: Partial<MovingRangeEstimate> & { readonly k?: number } = {},
): IndividualsScan {
  const { k = 3, span = 2, sigmaEstimator = 'average_mr', nelsonScreen = false } = options;
  const all = { start: 0, end: values.length };
  const movingRanges = new Float64Array(values.length);
  fillMovingRanges(values, movingRanges, all, span);
  const estimate = estimateIndividuals(values, movingRanges, all, { span, sigmaEstimator, nelsonScreen });
  const { center, sigma } = estimate;
  const upper = center + k * sigma;
  const lower = center - k * sigma;
  const line = (at: number): Float64Array => Float64Array.of(at);
  const lines = { center: line(center), sigma: line(sigma), upper: line(upper), lower: line(lower) };
  const completions = completePoints(encodePoints(values, lines, all), rules).map(
    (plane) => new Uint8Array(plane.buffer),
  );
  return { ...estimate, upper, lower, movingRanges, completions };
}

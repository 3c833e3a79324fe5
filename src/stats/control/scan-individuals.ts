import type { Bitmap } from '../../kernel/bitmap';
import {
  estimateIndividuals,
  estimateInOnePass,
  type IndividualsEstimate,
  type MovingRangeEstimate,
} from './limits/individuals';
import { fillMovingRanges } from './limits/moving-ranges';
import { completePoints } from './rules/find-signals';
import { planesByLine } from './rules/planes-by-line';
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
  const movingRanges = new Float64Array(values.length);
  const estimateFully = (): IndividualsEstimate => {
    const all = { start: 0, end: values.length };
    fillMovingRanges(values, movingRanges, all, span);
    return estimateIndividuals(values, movingRanges, all, { span, sigmaEstimator, nelsonScreen });
  };
  const isPlain = span === 2 && sigmaEstimator === 'average_mr' && !nelsonScreen;
  const estimate = (isPlain ? estimateInOnePass(values, movingRanges) : null) ?? estimateFully();
  const { center, sigma } = estimate;
  const upper = center + k * sigma;
  const lower = center - k * sigma;
  const planes = planesByLine(values, { center, sigma, upper, lower });
  const completions = completePoints(planes, rules).map((plane) => new Uint8Array(plane.buffer));
  return { ...estimate, upper, lower, movingRanges, completions };
}

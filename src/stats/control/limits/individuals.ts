import { medianRange, rangeConstants } from '../../constants/range-constants';
import { meanMeasured, medianOf } from '../../special/sums';
import { measuredIn } from '../series';
import type { PointRange } from '../types';

/** Points added up before they join the whole sum. */
const pointsPerSum = 256;

/** How the spread of individual values is estimated from their moving ranges. */
export interface MovingRangeEstimate {
  readonly sigmaEstimator: 'average_mr' | 'median_mr';
  readonly span: number;
  readonly nelsonScreen: boolean;
}

/** Centre and spread of individual values; NaN where there is nothing to estimate from. */
export interface IndividualsEstimate {
  readonly center: number;
  readonly meanMovingRange: number;
  readonly sigma: number;
  readonly pointsUsed: number;
  readonly rangesUsed: number;
  /** Moving ranges left out by the screen. */
  readonly rangesScreened: number;
}

/**
 * Centre and sigma of individual values from the points of a baseline.
 *
 * Unit      that of the points
 * Formula   centre = mean; sigma = mean(MR)/d2(span), or median(MR)/d4(span). With the screen of Nelson, ranges above
 *           their own upper limit (d2 + 3·d3)·sigma are left out once. Only ranges wholly inside the baseline count.
 * Accuracy  1e-12 relative
 * Source    Montgomery, Introduction to SQC, 8th ed., §6.4; Nelson 1982 for the screen
 */
export function estimateIndividuals(
  points: Float64Array,
  movingRanges: Float64Array,
  baseline: PointRange,
  options: MovingRangeEstimate,
): IndividualsEstimate {
  const { span, sigmaEstimator, nelsonScreen } = options;
  const { mean: center, count: pointsUsed } = meanMeasured(points, baseline.start, baseline.end);
  const ranges = { start: Math.min(baseline.end, baseline.start + span - 1), end: baseline.end };
  const estimate = (of: Float64Array, from: number, to: number): Omit<IndividualsEstimate, 'center' | 'pointsUsed'> => {
    const { mean, count } = meanMeasured(of, from, to);
    const isMedian = sigmaEstimator === 'median_mr';
    const sigma = isMedian
      ? medianOf(measuredIn(of, { start: from, end: to })) / medianRange(span)
      : mean / rangeConstants(span).d2;
    return { meanMovingRange: mean, sigma, rangesUsed: count, rangesScreened: 0 };
  };
  const unscreened = estimate(movingRanges, ranges.start, ranges.end);
  if (!nelsonScreen) return { center, pointsUsed, ...unscreened };
  const { d2, d3 } = rangeConstants(span);
  const limit = (d2 + 3 * d3) * unscreened.sigma;
  const kept = measuredIn(movingRanges, ranges).filter((range) => range <= limit);
  const screened = estimate(kept, 0, kept.length);
  return { center, pointsUsed, ...screened, rangesScreened: unscreened.rangesUsed - kept.length };
}

/**
 * The same estimate from the mean range of two points, and the moving ranges themselves, in one pass.
 *
 * Shape     fills `movingRanges`; null where a point is missing or the sums overflow, and `estimateIndividuals` must do it
 * Formula   the first value + the mean of the differences from it, in sums of 256, which keep the digits of a long
 *           series; ranges are summed as they are: none is negative, so nothing cancels
 * Accuracy  1e-12 relative
 */
export function estimateInOnePass(points: Float64Array, movingRanges: Float64Array): IndividualsEstimate | null {
  const { length } = points;
  if (length < 2) return null;
  const origin = points[0];
  movingRanges[0] = NaN;
  let sum = 0;
  let rangeSum = 0;
  // Four points at a time, because every addition to a sum waits for the one before; the odd ones are left for the end.
  const whole = length - ((length - 1) % 4);
  for (let start = 1; start < whole; start += pointsPerSum) {
    const part = sumPart(points, movingRanges, start, Math.min(whole, start + pointsPerSum));
    sum += part.differences;
    rangeSum += part.ranges;
  }
  let before = points[whole - 1];
  for (let i = whole; i < length; i++) {
    movingRanges[i] = Math.abs(points[i] - before);
    before = points[i];
    sum += before - origin;
    rangeSum += movingRanges[i];
  }
  const center = origin + sum / length;
  const meanMovingRange = rangeSum / (length - 1);
  if (!Number.isFinite(center) || !Number.isFinite(meanMovingRange)) return null;
  const sigma = meanMovingRange / rangeConstants(2).d2;
  return { center, sigma, meanMovingRange, pointsUsed: length, rangesUsed: length - 1, rangesScreened: 0 };
}

/**
 * The sums of the differences from the first point and of the moving ranges, from `start` to `end`, in steps of four.
 *
 * A function of its own because one that is called often is compiled better than a long loop that is entered once; `| 0`
 * spares the check for overflow.
 */
function sumPart(
  points: Float64Array,
  movingRanges: Float64Array,
  start: number,
  end: number,
): { readonly differences: number; readonly ranges: number } {
  const origin = points[0];
  let before = points[start - 1];
  let differences = 0;
  let ranges = 0;
  for (let i = start; i < end; i += 4) {
    const a = points[i];
    const b = points[(i + 1) | 0];
    const c = points[(i + 2) | 0];
    const d = points[(i + 3) | 0];
    const rangeA = Math.abs(a - before);
    const rangeB = Math.abs(b - a);
    const rangeC = Math.abs(c - b);
    const rangeD = Math.abs(d - c);
    movingRanges[i] = rangeA;
    movingRanges[(i + 1) | 0] = rangeB;
    movingRanges[(i + 2) | 0] = rangeC;
    movingRanges[(i + 3) | 0] = rangeD;
    differences += a - origin + (b - origin) + (c - origin + (d - origin));
    ranges += rangeA + rangeB + (rangeC + rangeD);
    before = d;
  }
  return { differences, ranges };
}

import type { PointRange } from '../types';

/**
 * Moving ranges of `span` consecutive points within a stretch, written into `into`.
 *
 * Shape     NaN where the window would begin before the stretch or holds a missing point: a range never bridges a gap.
 * Unit      that of the points
 */
export function fillMovingRanges(points: Float64Array, into: Float64Array, stretch: PointRange, span: number): void {
  const { start, end } = stretch;
  into.fill(NaN, start, Math.min(end, start + span - 1));
  if (span === 2) {
    // NaN minus anything is NaN: gaps need no test of their own.
    for (let i = start + 1; i < end; i++) into[i] = Math.abs(points[i] - points[i - 1]);
    return;
  }
  for (let i = start + span - 1; i < end; i++) {
    let low = points[i];
    let high = low;
    for (let j = i - span + 1; j < i; j++) {
      low = Math.min(low, points[j]);
      high = Math.max(high, points[j]);
    }
    into[i] = high - low;
  }
}

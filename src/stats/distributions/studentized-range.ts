import jStatModule from 'jstat';
import type { Distribution } from './distribution';

const { tukey } = jStatModule.jStat;

/**
 * Studentized range of `means` means with df degrees of freedom for their common variance.
 *
 * Shape     means ≥ 2, df ≥ 2. `density` is not offered by any method that needs it and is NaN.
 * Accuracy  1e-9 absolute; jStat, which follows Copenhaver and Holland as R does. Its upper tail is 1 − lower, so
 *           p-values below 1e-9 are only known to be smaller than that.
 * Source    Copenhaver and Holland 1988
 */
export function studentizedRange(means: number, df: number): Distribution {
  if (!(means >= 2 && df >= 2))
    throw new RangeError(`studentized range requires means and df of at least 2: ${means}, ${df}`);
  const lower = (q: number): number => (q <= 0 ? 0 : Math.min(1, Math.max(0, tukey.cdf(q, means, df))));
  return {
    density: () => NaN,
    lower,
    upper: (q) => 1 - lower(q),
    quantile: (p) => quantileOf(lower, p, tukey.inv(p, means, df)),
    upperQuantile: (p) => quantileOf(lower, 1 - p, tukey.inv(1 - p, means, df)),
  };
}

/** jStat's secant steps stop at 1e-4; a few more bring the quantile to the accuracy of the probability. */
function quantileOf(lower: (q: number) => number, p: number, start: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? Infinity : NaN;
  let before = start * (1 - 1e-4);
  let errorBefore = lower(before) - p;
  let q = start;
  for (let i = 0; i < 8; i++) {
    const error = lower(q) - p;
    if (error === 0 || error === errorBefore) break;
    const next = q - (error * (q - before)) / (error - errorBefore);
    before = q;
    errorBefore = error;
    q = next;
    if (Math.abs(q - before) <= 1e-12 * q) break;
  }
  return q;
}

import { normalUpper } from '../distributions/normal';
import { meanOf } from '../special/sums';
import { normalScores } from './normal-scores';

/** Result of a Shapiro-Wilk test. */
export interface ShapiroWilk {
  readonly w: number;
  readonly pValue: number;
}

/** Largest sample that the approximation was made for. */
export const largestShapiroWilk = 5000;

/**
 * Shapiro-Wilk test of normality.
 *
 * Shape     3 to 5000 finite values in ascending order, not all equal; RangeError elsewhere.
 * Formula   W = (Σaᵢx₍ᵢ₎)²/Σ(x − x̄)², with Royston's weights; ln(1 − W) made normal by fitted polynomials in n; exact
 *           for n = 3
 * Accuracy  1e-7 relative for W, 1e-4 for p (tests/reference/cases/normality-*)
 * Source    Royston 1995, algorithm AS R94
 */
export function shapiroWilk(sorted: ArrayLike<number>): ShapiroWilk {
  const n = sorted.length;
  if (!(n >= 3 && n <= largestShapiroWilk)) throw new RangeError(`shapiro-wilk requires 3 to 5000 values: ${n}`);
  const range = sorted[n - 1] - sorted[0];
  if (!(range > 0)) throw new RangeError(`shapiro-wilk requires values that vary: ${sorted[0]}`);
  const weights = weightsFor(n);
  const mean = meanOf(sorted);
  let product = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = (sorted[i] - mean) / range;
    product += weights[i] * x;
    squares += x * x;
  }
  // Σa² = 1; 1 − W is formed as a product, because W is close to 1 where it matters.
  const root = Math.sqrt(squares);
  const rest = ((root - product) * (root + product)) / squares;
  return { w: 1 - rest, pValue: pValueOf(Math.max(rest, 0), n) };
}

function weightsFor(n: number): Float64Array {
  const weights = new Float64Array(n);
  if (n === 3) {
    weights[0] = -Math.SQRT1_2;
    weights[2] = Math.SQRT1_2;
    return weights;
  }
  const scores = normalScores(n);
  const total = scores.reduce((sum, m) => sum + m * m, 0);
  const root = 1 / Math.sqrt(n);
  const last = scores[n - 1] / Math.sqrt(total) + polynomial(lastWeight, root);
  const outer = n > 5 ? 2 : 1;
  const second = outer === 2 ? scores[n - 2] / Math.sqrt(total) + polynomial(secondWeight, root) : 0;
  const freed = total - 2 * scores[n - 1] ** 2 - (outer === 2 ? 2 * scores[n - 2] ** 2 : 0);
  const scale = Math.sqrt(freed / (1 - 2 * last * last - 2 * second * second));
  for (let i = outer; i < n - outer; i++) weights[i] = scores[i] / scale;
  weights[n - 1] = last;
  weights[0] = -last;
  if (outer === 2) {
    weights[n - 2] = second;
    weights[1] = -second;
  }
  return weights;
}

function pValueOf(rest: number, n: number): number {
  if (n === 3) return Math.max(0, 1 - (6 / Math.PI) * Math.asin(Math.sqrt(Math.min(1, rest))));
  const logRest = Math.log(rest);
  if (n <= 11) {
    const bound = -2.273 + 0.459 * n;
    if (logRest >= bound) return 0;
    const y = -Math.log(bound - logRest);
    return normalUpper((y - polynomial(smallMean, n)) / Math.exp(polynomial(smallLogSd, n)));
  }
  const logN = Math.log(n);
  return normalUpper((logRest - polynomial(largeMean, logN)) / Math.exp(polynomial(largeLogSd, logN)));
}

const lastWeight = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const secondWeight = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
const smallMean = [0.544, -0.39978, 0.025054, -6.714e-4];
const smallLogSd = [1.3822, -0.77857, 0.062767, -0.0020322];
const largeMean = [-1.5861, -0.31082, -0.083751, 0.0038915];
const largeLogSd = [-0.4803, -0.082676, 0.0030302];

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);
}

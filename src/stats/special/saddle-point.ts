import { stirlingError } from './log-gamma';

const logTwoPi = 1.8378770664093456;

/**
 * x·ln(x/m) + m − x, without cancellation where x is near m.
 *
 * Source  Loader, Fast and Accurate Computation of Binomial Probabilities, 2000
 */
export function deviancePart(x: number, m: number): number {
  // Halves, because the sum of two numbers may be too large to be one.
  const v = (x / 2 - m / 2) / (x / 2 + m / 2);
  if (!(Math.abs(v) < 0.1)) return x * Math.log(x / m) + m - x;
  const square = v * v;
  let sum = (x - m) * v;
  let power = 2 * v * x;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return next;
    sum = next;
  }
}

/**
 * e^(−m)·m^x / Γ(x + 1): the Poisson mass, for real x as well.
 *
 * Shape     x ≥ 0, m ≥ 0
 * Accuracy  1e-13 relative, also where x and m are millions
 * Source    Loader 2000
 */
export function poissonTerm(x: number, m: number): number {
  if (m === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-m);
  if (x < m * 1e-300 || x === Infinity || m === Infinity) return 0;
  return Math.exp(-stirlingError(x) - deviancePart(x, m) - 0.5 * (logTwoPi + Math.log(x)));
}

/**
 * C(n, x)·p^x·q^(n−x): the binomial mass, for real x and n as well; q = 1 − p is passed to keep its digits.
 *
 * Shape     0 ≤ x ≤ n, 0 ≤ p ≤ 1
 * Accuracy  1e-13 relative
 * Source    Loader 2000
 */
export function binomialTerm(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return Math.exp(p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q));
  if (x === n) return Math.exp(q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p));
  if (x < 0 || x > n) return 0;
  const y = n - x;
  const logCorrection =
    stirlingError(n) - stirlingError(x) - stirlingError(y) - deviancePart(x, n * p) - deviancePart(y, n * q);
  return Math.exp(logCorrection - 0.5 * (logTwoPi + Math.log(x) + Math.log(y / n)));
}

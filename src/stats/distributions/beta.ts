import { betaLower, betaUpper } from '../special/incomplete-beta';
import { binomialTerm } from '../special/saddle-point';
import type { Distribution } from './distribution';
import { solveQuantile, type TailFunctions } from './solve-quantile';

/**
 * Beta distribution on 0 … 1 with shapes a, b > 0.
 *
 * Accuracy  1e-11 relative in both tails; a quantile near 1 is no closer than the spacing of doubles there
 */
export function beta(a: number, b: number): Distribution {
  if (!(a > 0 && b > 0)) throw new RangeError(`beta requires shapes above 0: ${a}, ${b}`);
  const density = (x: number): number => {
    if (x < 0 || x > 1) return 0;
    if (x === 0) return a < 1 ? Infinity : a === 1 ? b : 0;
    if (x === 1) return b < 1 ? Infinity : b === 1 ? a : 0;
    return (binomialTerm(a, a + b, x, 1 - x) * a * b) / (a + b) / x / (1 - x);
  };
  const tails: TailFunctions = {
    density,
    lower: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : betaLower(a, b, x)),
    upper: (x) => (x <= 0 ? 1 : x >= 1 ? 0 : betaUpper(a, b, x)),
    min: 0,
    max: 1,
    start: a / (a + b),
  };
  return {
    density,
    lower: tails.lower,
    upper: tails.upper,
    quantile: (p) => solveQuantile(tails, p, 'lower'),
    upperQuantile: (p) => solveQuantile(tails, p, 'upper'),
  };
}

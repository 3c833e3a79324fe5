import { gammaLower, gammaUpper } from '../special/incomplete-gamma';
import { poissonTerm } from '../special/saddle-point';
import type { Distribution } from './distribution';
import { solveQuantile, type TailFunctions } from './solve-quantile';

/**
 * Gamma distribution with shape and rate, both > 0.
 *
 * Accuracy  1e-11 relative in both tails
 */
export function gamma(shape: number, rate = 1): Distribution {
  if (!(shape > 0 && rate > 0)) throw new RangeError(`gamma requires shape and rate above 0: ${shape}, ${rate}`);
  const density = (x: number): number => {
    if (x < 0) return 0;
    if (x === 0) return shape < 1 ? Infinity : shape === 1 ? rate : 0;
    return (shape * poissonTerm(shape, x * rate)) / x;
  };
  const tails: TailFunctions = {
    density,
    lower: (x) => (x <= 0 ? 0 : gammaLower(shape, x * rate)),
    upper: (x) => (x <= 0 ? 1 : gammaUpper(shape, x * rate)),
    min: 0,
    max: Infinity,
    start: shape / rate,
  };
  return {
    density,
    lower: tails.lower,
    upper: tails.upper,
    quantile: (p) => solveQuantile(tails, p, 'lower'),
    upperQuantile: (p) => solveQuantile(tails, p, 'upper'),
  };
}

/** Chi-square distribution with df > 0 degrees of freedom. */
export function chiSquare(df: number): Distribution {
  return gamma(df / 2, 0.5);
}

import { gammaLower, gammaUpper } from '../special/incomplete-gamma';
import { poissonTerm } from '../special/saddle-point';
import { discreteQuantile, type DiscreteTails } from './discrete-quantile';
import type { Distribution } from './distribution';

/**
 * Poisson distribution with a mean ≥ 0.
 *
 * Accuracy  1e-11 relative in both tails. jStat multiplies factorials and is NaN at a mean of 200.
 */
export function poisson(mean: number): Distribution {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`poisson requires a mean of at least 0: ${mean}`);
  const tails: DiscreteTails = {
    lower: (x) => (x < 0 ? 0 : gammaUpper(Math.floor(x) + 1, mean)),
    upper: (x) => (x < 0 ? 1 : gammaLower(Math.floor(x) + 1, mean)),
    min: 0,
    max: Infinity,
    start: mean,
  };
  return {
    density: (k) => (Number.isInteger(k) && k >= 0 ? poissonTerm(k, mean) : 0),
    lower: tails.lower,
    upper: tails.upper,
    quantile: (p) => discreteQuantile(tails, p, 'lower'),
    upperQuantile: (p) => discreteQuantile(tails, p, 'upper'),
  };
}

import { betaLower, betaUpper } from '../special/incomplete-beta';
import { binomialTerm } from '../special/saddle-point';
import { discreteQuantile, type DiscreteTails } from './discrete-quantile';
import type { Distribution } from './distribution';

/**
 * Binomial distribution: successes in `trials` trials, each with probability p.
 *
 * Shape     whole trials ≥ 0, 0 ≤ p ≤ 1
 * Accuracy  1e-11 relative in both tails. jStat rounds to ten decimals, and its upper tail is 1 − that.
 */
export function binomial(trials: number, p: number): Distribution {
  if (!(Number.isInteger(trials) && trials >= 0)) throw new RangeError(`binomial requires whole trials: ${trials}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`binomial requires a probability: ${p}`);
  const tails: DiscreteTails = {
    lower: (x) => {
      const k = Math.floor(x);
      return k < 0 ? 0 : k >= trials ? 1 : betaUpper(k + 1, trials - k, p);
    },
    upper: (x) => {
      const k = Math.floor(x);
      return k < 0 ? 1 : k >= trials ? 0 : betaLower(k + 1, trials - k, p);
    },
    min: 0,
    max: trials,
    start: trials * p,
  };
  return {
    density: (k) => (Number.isInteger(k) && k >= 0 && k <= trials ? binomialTerm(k, trials, p, 1 - p) : 0),
    lower: tails.lower,
    upper: tails.upper,
    quantile: (q) => discreteQuantile(tails, q, 'lower'),
    upperQuantile: (q) => discreteQuantile(tails, q, 'upper'),
  };
}

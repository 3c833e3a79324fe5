import { normalLower } from '../distributions/normal';
import { poissonTerm } from '../special/saddle-point';

/**
 * P(T > t) of the noncentral t distribution.
 *
 * Shape     df > 0, finite t and shift; RangeError elsewhere.
 * Formula   ∫ Φ(δ − t·s)·f(s) ds with s = √(χ²/ν), by the trapezoidal rule over ln s, which converges exponentially
 *           because the integrand is analytic and dies out at both ends
 * Accuracy  1e-11 absolute (compared with Owen's exact values)
 * Source    Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, ch. 31
 */
export function noncentralTUpper(t: number, df: number, shift: number): number {
  if (!(df > 0 && Number.isFinite(t) && Number.isFinite(shift))) {
    throw new RangeError(`noncentral t requires df above 0 and finite values: ${df}, ${t}, ${shift}`);
  }
  // ln s has a peak near 0 of width 1/√(2ν), a double-exponential right end and an exponential left one of rate ν.
  const width = 1 / Math.sqrt(2 * df);
  const low = -Math.max(9 * width, 40 / df + 2 * width);
  const high = Math.min(9 * width, 0.5 * Math.log(1 + 40 / df) + 6 * width);
  const steps = 1200;
  const step = (high - low) / steps;
  let sum = 0;
  let weightSum = 0;
  for (let i = 0; i <= steps; i++) {
    const logS = low + i * step;
    const half = (df / 2) * Math.exp(2 * logS);
    // Density of ln s up to a constant: half^(ν/2)·e^(−half)/Γ(ν/2).
    const weight = poissonTerm(df / 2, half);
    weightSum += weight;
    sum += weight * normalLower(shift - t * Math.exp(logS));
  }
  return sum / weightSum;
}

import { erfc } from '../special/error-function';
import type { Distribution } from './distribution';

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return 0.3989422804014327 * Math.exp(-0.5 * z * z);
}

/**
 * P(Z ≤ z) of the standard normal distribution.
 *
 * Accuracy  1e-14 relative in both tails to |z| = 37 (jStat's absolute error of 1e-17 leaves no digit at z = −8)
 */
export function normalLower(z: number): number {
  return 0.5 * erfc(-z * Math.SQRT1_2);
}

/** P(Z > z) of the standard normal distribution, accurate where it is tiny. */
export function normalUpper(z: number): number {
  return 0.5 * erfc(z * Math.SQRT1_2);
}

/**
 * z with P(Z ≤ z) = p.
 *
 * Shape     0 < p < 1; −Infinity at 0, Infinity at 1, NaN elsewhere.
 * Formula   Hastings' fit, then Halley steps on the tail that holds p.
 * Accuracy  1e-14 relative
 * Source    Abramowitz and Stegun, 26.2.23
 */
export function normalQuantile(p: number): number {
  return p < 0.5 ? -normalUpperQuantile(p) : normalUpperQuantile(1 - p);
}

/** z with P(Z > z) = p; keeps the digits of a tiny p. */
export function normalUpperQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return Infinity;
  if (p === 1) return -Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalUpperQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let i = 0; i < 4; i++) {
    const error = (normalUpper(z) - p) / normalDensity(z);
    z += (2 * error) / (2 - error * z);
    if (Math.abs(error) < 1e-15) break;
  }
  return z;
}

/** Normal distribution with a mean and a standard deviation > 0. */
export function normal(mean = 0, sd = 1): Distribution {
  if (!(sd > 0)) throw new RangeError(`normal requires a positive standard deviation: ${sd}`);
  return {
    density: (x) => normalDensity((x - mean) / sd) / sd,
    lower: (x) => normalLower((x - mean) / sd),
    upper: (x) => normalUpper((x - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p),
    upperQuantile: (p) => mean + sd * normalUpperQuantile(p),
  };
}

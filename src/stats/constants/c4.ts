import { logGamma } from '../special/log-gamma';

/**
 * c4: mean of the standard deviation of n standard normal values.
 *
 * Shape     real n > 1; NaN elsewhere.
 * Formula   √(2/(n − 1))·Γ(n/2)/Γ((n − 1)/2); the asymptotic series of the ratio above n = 200.
 * Accuracy  1e-13 relative for every n. Γ itself overflows at n = 344, which breaks pooled estimates elsewhere.
 * Source    Abramowitz and Stegun, 6.1.47
 */
export function c4(n: number): number {
  if (!(n > 1)) return NaN;
  const x = (n - 1) / 2;
  if (n <= 200) return Math.exp(logGamma(x + 0.5) - logGamma(x)) / Math.sqrt(x);
  const y = 1 / x;
  return 1 - y * (1 / 8 - y * (1 / 128 + y * (5 / 1024 - y * (21 / 32768 + y * (399 / 262144)))));
}

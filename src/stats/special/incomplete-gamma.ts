import { poissonTerm } from './saddle-point';

/**
 * Regularised lower incomplete gamma function P(a, x).
 *
 * Shape     a > 0, x ≥ 0; NaN elsewhere.
 * Formula   power series below a + 1, else 1 − continued fraction; the leading factor by Loader's saddle point.
 * Accuracy  1e-12 relative for a up to 1e6 (jStat stops after a fixed number of terms and has no upper tail)
 * Source    Abramowitz and Stegun, 6.5.29 and 6.5.31
 */
export function gammaLower(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), accurate where it is tiny. */
export function gammaUpper(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return Math.min(1, poissonTerm(a, x) * sum);
}

/** Lentz's method; converges for x > a + 1 in about √a steps. */
function fraction(a: number, x: number): number {
  const lead = poissonTerm(a, x) * a;
  if (lead === 0) return 0;
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 1e6; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return Math.min(1, lead * value);
}

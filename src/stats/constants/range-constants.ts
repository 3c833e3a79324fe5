import { normalDensity, normalLower, normalQuantile } from '../distributions/normal';

/** Mean and standard deviation of the range of n standard normal values: d2 and d3. */
export interface RangeConstants {
  readonly d2: number;
  readonly d3: number;
}

/** n = 2 has closed forms, and is what every individuals and Laney chart needs. */
const cache = new Map<number, RangeConstants>([[2, { d2: 2 / Math.sqrt(Math.PI), d3: Math.sqrt(2 - 4 / Math.PI) }]]);

/**
 * d2 and d3 for ranges of n values.
 *
 * Shape     whole n from 2 to 1000; RangeError elsewhere.
 * Formula   d2 = ∫ 1 − Φⁿ − (1 − Φ)ⁿ dx;  d3² = ∫ 2r(1 − W(r)) dr − d2² with W(r) = n∫ φ(x)(Φ(x+r) − Φ(x))ⁿ⁻¹ dx
 * Accuracy  1e-11 relative. Printed tables stop at 3–4 digits, and fitted polynomials drift beyond n = 50.
 * Source    Tippett 1925; Harter 1960
 */
export function rangeConstants(n: number): RangeConstants {
  let found = cache.get(n);
  if (!found) {
    requireSize(n);
    const d2 = integrateMean(n);
    found = { d2, d3: Math.sqrt(integrateSquare(n) - d2 * d2) };
    cache.set(n, found);
  }
  return found;
}

const medianCache = new Map<number, number>([[2, Math.SQRT2 * normalQuantile(0.75)]]);

/**
 * Median of the range of n standard normal values; 0.9538725524 for n = 2.
 *
 * Shape     whole n from 2 to 1000; RangeError elsewhere.
 * Formula   W(r) = ½, solved by bisection
 * Accuracy  1e-12 relative
 */
export function medianRange(n: number): number {
  let found = medianCache.get(n);
  if (found === undefined) {
    requireSize(n);
    let low = 0;
    let high = 12;
    while (high - low > 1e-14 * high) {
      const middle = (low + high) / 2;
      if (middle === low || middle === high) break;
      if (rangeDistribution(n, middle) < 0.5) low = middle;
      else high = middle;
    }
    found = (low + high) / 2;
    medianCache.set(n, found);
  }
  return found;
}

function requireSize(n: number): void {
  if (!Number.isInteger(n) || n < 2 || n > 1000)
    throw new RangeError(`range constants need a whole n from 2 to 1000: ${n}`);
}

const step = 0.0625;
const reach = 9;

/** The trapezoidal rule is exact to rounding here: the integrand is smooth and vanishes at both ends. */
function integrateMean(n: number): number {
  let sum = 0;
  for (let x = -reach; x <= reach; x += step) {
    sum += -Math.expm1(n * Math.log1p(-normalLower(-x))) - normalLower(-x) ** n;
  }
  return sum * step;
}

/** W(r): probability that the range of n standard normal values is at most r. */
function rangeDistribution(n: number, r: number): number {
  let sum = 0;
  for (let x = -reach; x <= reach; x += step) {
    sum += normalDensity(x) * (normalLower(x + r) - normalLower(x)) ** (n - 1);
  }
  return n * sum * step;
}

/** E(range²) = ∫ 2r(1 − W(r)) dr by Gauss–Legendre panels. */
function integrateSquare(n: number): number {
  let total = 0;
  for (const [from, to] of [
    [0, 2],
    [2, 4],
    [4, 7],
    [7, 13],
  ]) {
    const middle = (from + to) / 2;
    const half = (to - from) / 2;
    for (const [node, weight] of legendre16) {
      for (const r of [middle - half * node, middle + half * node]) {
        total += half * weight * 2 * r * (1 - rangeDistribution(n, r));
      }
    }
  }
  return total;
}

/** Nodes > 0 and weights of the Gauss–Legendre rule of 16 points (Abramowitz and Stegun, table 25.4). */
const legendre16: readonly (readonly [number, number])[] = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.18260341504492358],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.027152459411754096],
];

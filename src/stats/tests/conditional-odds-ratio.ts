import type { Maybe } from '../descriptive/measured';

/**
 * Odds ratio that makes the first cell of a 2×2 table most likely, the margins given.
 *
 * Shape     whole counts ≥ 0 of [[a, b], [c, d]]; null where the margins leave no choice or the ratio is infinite, 0
 *           where the first cell is the smallest possible
 * Formula   E(a; ψ) = a under Fisher's noncentral hypergeometric distribution, solved for ln ψ
 * Accuracy  1e-10 relative
 * Source    Fisher 1935; Breslow and Day 1980, §4.2
 */
export function conditionalOddsRatio(a: number, b: number, c: number, d: number): Maybe {
  const min = Math.max(0, a - d);
  const max = Math.min(a + b, a + c);
  if (min === max || a === max) return null;
  if (a === min) return 0;
  let logRatio = Math.log(((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5)));
  let low = -Infinity;
  let high = Infinity;
  for (let i = 0; i < 200; i++) {
    const { mean, variance } = momentsOf({ a, b, c, d, min, max }, logRatio);
    const newton = (a - mean) / variance;
    if (Math.abs(newton) <= 1e-13 * (1 + Math.abs(logRatio))) return Math.exp(logRatio + newton);
    if (mean > a) high = logRatio;
    else low = logRatio;
    const next = logRatio + newton;
    logRatio = next > low && next < high ? next : between(low, high);
  }
  return Math.exp(logRatio);
}

interface Margins {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly min: number;
  readonly max: number;
}

/** Mean and variance of the first cell; weights are taken relative to the observed table and summed outwards. */
function momentsOf({ a, b, c, d, min, max }: Margins, logRatio: number): { mean: number; variance: number } {
  const ratio = Math.exp(logRatio);
  let total = 1;
  let first = 0;
  let second = 0;
  const add = (weight: number, offset: number): void => {
    total += weight;
    first += weight * offset;
    second += weight * offset * offset;
  };
  let weight = 1;
  for (let k = a; k < max && weight > 1e-20 * total; k++) {
    const offset = k - a;
    weight *= (ratio * (b - offset) * (c - offset)) / ((k + 1) * (d + offset + 1));
    add(weight, offset + 1);
  }
  weight = 1;
  for (let k = a; k > min && weight > 1e-20 * total; k--) {
    const offset = a - k;
    weight *= (k * (d - offset)) / (ratio * (b + offset + 1) * (c + offset + 1));
    add(weight, -offset - 1);
  }
  const shift = first / total;
  return { mean: a + shift, variance: Math.max(second / total - shift * shift, 1e-300) };
}

function between(low: number, high: number): number {
  if (low === -Infinity) return high - 2;
  if (high === Infinity) return low + 2;
  return (low + high) / 2;
}

import { binomialTerm } from '../special/saddle-point';
import { discreteQuantile, type DiscreteTails } from './discrete-quantile';
import type { Distribution } from './distribution';

/**
 * Hypergeometric distribution: marked ones among `drawn` from an urn of `marked` and `unmarked`.
 *
 * Shape     whole numbers ≥ 0, drawn ≤ marked + unmarked < 2⁵³; a tail takes time with the standard deviation
 * Formula   the mass as a quotient of three binomial masses (Loader); tails summed from the mass at x outwards
 * Accuracy  1e-11 relative in both tails
 */
export function hypergeometric(marked: number, unmarked: number, drawn: number): Distribution {
  const total = marked + unmarked;
  const areWhole = [marked, unmarked, drawn].every((v) => Number.isInteger(v) && v >= 0);
  if (!areWhole || drawn > total || total > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(
      `hypergeometric requires whole numbers, drawn within the urn: ${marked}, ${unmarked}, ${drawn}`,
    );
  }
  const min = Math.max(0, drawn - unmarked);
  const max = Math.min(drawn, marked);
  const p = total > 0 ? drawn / total : 0;
  const mass = (k: number): number => {
    if (!Number.isInteger(k) || k < min || k > max) return 0;
    if (min === max) return 1;
    return (
      (binomialTerm(k, marked, p, 1 - p) * binomialTerm(drawn - k, unmarked, p, 1 - p)) /
      binomialTerm(drawn, total, p, 1 - p)
    );
  };
  /** Ratios of neighbouring masses make the sum; it stops where terms no longer count. */
  const downFrom = (k: number): number => {
    let term = mass(k);
    let sum = term;
    for (let i = k; i > min && term > sum * 1e-18; i--) {
      term *= (i * (unmarked - drawn + i)) / ((marked - i + 1) * (drawn - i + 1));
      sum += term;
    }
    return sum;
  };
  const upFrom = (k: number): number => {
    let term = mass(k);
    let sum = term;
    for (let i = k; i < max && term > sum * 1e-18; i++) {
      term *= ((marked - i) * (drawn - i)) / ((i + 1) * (unmarked - drawn + i + 1));
      sum += term;
    }
    return sum;
  };
  const mean = drawn * (total > 0 ? marked / total : 0);
  const lower = (x: number): number => {
    const k = Math.floor(x);
    if (k < min) return 0;
    if (k >= max) return 1;
    return k <= mean ? downFrom(k) : 1 - upFrom(k + 1);
  };
  const upper = (x: number): number => {
    const k = Math.floor(x);
    if (k < min) return 1;
    if (k >= max) return 0;
    return k < mean ? 1 - downFrom(k) : upFrom(k + 1);
  };
  const tails: DiscreteTails = { lower, upper, min, max, start: mean };
  return {
    density: mass,
    lower,
    upper,
    quantile: (q) => discreteQuantile(tails, q, 'lower'),
    upperQuantile: (q) => discreteQuantile(tails, q, 'upper'),
  };
}

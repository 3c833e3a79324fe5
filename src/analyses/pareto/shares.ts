import { normalQuantile } from '../../stats/distributions/normal';
import { wilsonInterval } from '../../stats/proportions/wilson';
import type { Share } from './outcome';

const z = normalQuantile(0.975);

/** Share of a count with its 95 % Wilson interval. */
export function shareOfCount(count: number, total: number): Share {
  const interval = wilsonInterval({ successes: count, trials: total });
  // Without any record the share may be anything.
  return interval.ok ? { value: count / total, ...interval.value } : { value: 0, low: 0, high: 1 };
}

/**
 * Share of a weighted sum with its 95 % interval, the rows taken as a sample.
 *
 * Shape    over rows i with weight wᵢ, of which the category has pᵢ ≤ wᵢ: value Σp, squares Σp², products Σpw
 * Formula  s = Σp / Σw;  var(s) = (Σp² − 2sΣpw + s²Σw²) / (Σw)²;  s ± 1.96√var, kept within 0–1
 * Source   Cochran, Sampling Techniques, 3rd ed., §6.3 (variance of a ratio)
 */
export function shareOfSum(
  part: { readonly value: number; readonly squares: number; readonly products: number },
  total: number,
  totalSquares: number,
): Share {
  if (total === 0) return { value: 0, low: 0, high: 1 };
  const share = part.value / total;
  const spread = part.squares - 2 * share * part.products + share ** 2 * totalSquares;
  const half = (z * Math.sqrt(Math.max(0, spread))) / total;
  return { value: share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
}

/**
 * Difference of two independent shares with its 95 % interval from those of both.
 *
 * Formula  d − √((p₁ − l₁)² + (u₂ − p₂)²),  d + √((u₁ − p₁)² + (p₂ − l₂)²)
 * Source   Newcombe 1998, Statist. Med. 17, 873–890, method 10
 */
export function shareDifference(first: Share, second: Share): Share {
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  };
}

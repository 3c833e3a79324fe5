import { fail, type Failure } from '../../kernel/result';
import type { CapabilityFailureCode, Indices, PerMillion, SpecLimits } from './types';

/** The failure of limits that contradict each other, or null. */
export function checkLimits({
  lower,
  upper,
}: SpecLimits): { readonly ok: false; readonly failure: Failure<CapabilityFailureCode> } | null {
  return lower !== null && upper !== null && !(lower < upper) ? fail('spec-limits-reversed', { lower, upper }) : null;
}

/** Values strictly outside the limits, per million; null without values. */
export function observedPerMillion(values: readonly number[], { lower, upper }: SpecLimits): PerMillion {
  const n = values.length;
  if (n === 0) return { below: null, above: null, total: null };
  const below = lower === null ? 0 : values.filter((v) => v < lower).length;
  const above = upper === null ? 0 : values.filter((v) => v > upper).length;
  return { below: (below / n) * 1e6, above: (above / n) * 1e6, total: ((below + above) / n) * 1e6 };
}

/** Expected per million from the probabilities of both sides; null where they are not known. */
export function expectedPerMillion(below: number, above: number): PerMillion {
  if (!Number.isFinite(below + above)) return { below: null, above: null, total: null };
  return { below: below * 1e6, above: above * 1e6, total: (below + above) * 1e6 };
}

/**
 * Indices from distances: how much room each side has, and how much of it the process takes.
 *
 * Formula   both = (upper − lower)/(downReach + upReach); lower = (centre − lower limit)/downReach; upper alike
 */
export function indicesOf(
  { lower, upper }: SpecLimits,
  process: { readonly center: number; readonly downReach: number; readonly upReach: number },
): Indices {
  const { center, downReach, upReach } = process;
  const quotient = (room: number, reach: number): number | null => {
    const value = room / reach;
    return reach > 0 && Number.isFinite(value) ? value : null;
  };
  const low = lower === null ? null : quotient(center - lower, downReach);
  const high = upper === null ? null : quotient(upper - center, upReach);
  const both = lower === null || upper === null ? null : quotient(upper - lower, downReach + upReach);
  const least = low === null ? high : high === null ? low : Math.min(low, high);
  return { both, lower: low, upper: high, least };
}

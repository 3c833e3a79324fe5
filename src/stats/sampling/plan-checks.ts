import { fail, type Failure } from '../../kernel/result';
import type { TestFailureCode } from '../tests/failures';

type Refusal = { readonly ok: false; readonly failure: Failure<TestFailureCode> };

/** Whether an effect counts in both directions or in one. */
export type Sides = 'two-sided' | 'one-sided';

/** A sample size that reaches a power. */
export interface SampleSizePlan {
  /** As a real number. */
  readonly raw: number;
  /** Rounded up; per group where there are two. */
  readonly n: number;
  /** Power with `n`. */
  readonly achievedPower: number;
}

/** The level of one tail. */
export function tailLevel(alpha: number, sides: Sides): number {
  return sides === 'two-sided' ? alpha / 2 : alpha;
}

/** The failure of a significance level, or of a power that is not above it and below 1, or null. */
export function checkLevels(alpha: number, power?: number): Refusal | null {
  if (!(alpha > 0 && alpha < 1)) return fail('alpha-outside-unit', { alpha });
  if (power !== undefined && !(power > alpha && power < 1)) return fail('plan-power-outside', { power, alpha });
  return null;
}

/** The failure of an effect or a standard deviation that no plan can be made for, or null. */
export function checkEffect(delta: number, sd: number): Refusal | null {
  if (!(Math.abs(delta) > 0 && Math.abs(delta) < Infinity)) return fail('plan-effect-zero');
  if (!(sd > 0 && sd < Infinity)) return fail('plan-sd-not-positive', { sd });
  return null;
}

/** The failure of a share that is not strictly between 0 and 1, or null. */
export function checkShares(...shares: readonly number[]): Refusal | null {
  const outside = shares.find((share) => !(share > 0 && share < 1));
  return outside === undefined ? null : fail('share-outside-unit', { share: outside });
}

/** The next whole number; a real one that misses a whole by rounding only is that. */
export function roundUp(raw: number): number {
  return Math.ceil(raw - 1e-9 * Math.max(1, raw));
}

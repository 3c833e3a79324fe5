import type { Signal } from '../types';

/** The points that take part in a pattern, and on which side it lies. */
export type Pattern = Pick<Signal, 'members' | 'side'>;

/**
 * A rule as a small machine that is fed one point after another.
 *
 * `step` takes the code of the next point (see point-code) and answers 1 if that point completes the pattern, else 0.
 * It must not branch on the data: a million points pass through eight machines.
 */
export interface RuleMachine {
  step(code: number): number;
  /** The pattern that the point at `index` completes. */
  describe(codes: Uint16Array, index: number): Pattern;
}

/** The `length` points that end at `index`. */
export function lastPoints(index: number, length: number): number[] {
  return Array.from({ length }, (_, i) => index - length + 1 + i);
}

/** Refuses a rule length that no point could be counted by. */
export function requireLength(rule: string, length: number, least: number, most: number = 1_000_000): number {
  if (!Number.isInteger(length) || length < least || length > most) {
    throw new RangeError(`${rule} needs a whole length from ${least} to ${most}: ${length}`);
  }
  return length;
}

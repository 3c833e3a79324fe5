import type { RuleSpec, Signal } from '../types';
import type { Plane, Planes } from './planes';

/** The points that take part in a pattern, and on which side it lies. */
export type Pattern = Pick<Signal, 'members' | 'side'>;

/** A rule: which points complete its pattern, and what the pattern of such a point is. */
export interface Rule {
  /** The points that complete the pattern. */
  complete(planes: Planes, spec: RuleSpec): Plane;
  /** The pattern that ends at `index`, a point that `complete` found. */
  describe(codes: Uint8Array, index: number, spec: RuleSpec): Pattern;
}

/** The `length` points that end at `index`. */
export function lastPoints(index: number, length: number): number[] {
  return Array.from({ length }, (_, i) => index - length + 1 + i);
}

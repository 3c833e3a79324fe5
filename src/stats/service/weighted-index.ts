import { fail, ok } from '../../kernel/result';
import { isMeasured, type Maybe } from '../descriptive/measured';
import type { TestResult } from '../tests/failures';

/** One part of an index. */
export interface IndexPart {
  /** 0 … 100, higher is better; null = not known. */
  readonly score: Maybe;
  /** ≥ 0, in any scale. */
  readonly weight: number;
}

/** An index on 0 … 100. */
export interface WeightedIndex {
  readonly index: number;
  /** Points that each part adds; null for a part that is not known. */
  readonly contributions: readonly Maybe[];
  /** Share of the weights whose scores are known; below 1 the rest stands in for the missing ones. */
  readonly knownShare: number;
}

/**
 * Weighted index of scores.
 *
 * Shape     scores from 0 to 100; weights ≥ 0, the known ones with a sum above 0
 * Formula   Σ(w·s)/Σw over the known parts
 * Fails     no-values, weights-not-positive, score-outside-scale
 */
export function weightedIndex(parts: readonly IndexPart[]): TestResult<WeightedIndex> {
  if (!parts.some(({ score }) => isMeasured(score))) return fail('no-values');
  if (!parts.every(({ weight }) => weight >= 0 && weight < Infinity)) return fail('weights-not-positive');
  const outside = parts.find(({ score }) => isMeasured(score) && !(score >= 0 && score <= 100));
  if (outside) return fail('score-outside-scale', { score: outside.score ?? 0, low: 0, high: 100 });
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const known = parts.reduce((sum, { score, weight }) => (isMeasured(score) ? sum + weight : sum), 0);
  if (!(known > 0)) return fail('weights-not-positive');
  const contributions = parts.map(({ score, weight }) => (isMeasured(score) ? (score * weight) / known : null));
  return ok({
    index: contributions.reduce<number>((sum, own) => sum + (own ?? 0), 0),
    contributions,
    knownShare: known / all,
  });
}

/**
 * A measurement as a score from 0 to 100 between two anchors; what lies beyond an anchor gets its score.
 *
 * Shape     `worst` may be above `best`: then less is better. RangeError where they are equal.
 * Formula   100(x − worst)/(best − worst)
 */
export function toScore(value: number, anchors: { readonly worst: number; readonly best: number }): number {
  const { worst, best } = anchors;
  if (!(best !== worst)) throw new RangeError(`a score needs two different anchors: ${worst}`);
  return Math.min(100, Math.max(0, (100 * (value - worst)) / (best - worst)));
}

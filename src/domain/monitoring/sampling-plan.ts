import type { Failure, Result } from '../../kernel/result';
import { ok } from '../../kernel/result';
import type { Maybe } from '../../stats/descriptive/measured';
import { sampleSizeForMargin } from '../../stats/sampling/margin';
import { meanOf, standardDeviation } from '../../stats/special/sums';
import { scoreCheck, type MonitoringCheck } from './check';

/** How closely the mean score of each person is to be known. */
export interface SamplingWish {
  /** Half the width of the 95 % interval, in points. */
  readonly margin: number;
  /** Calls or cases of a person in the period, of which some are scored. */
  readonly calls: number;
  /** Spread of scores to be expected where none are known yet, in points. */
  readonly usualSd: number;
}

export interface SamplingPlan {
  /** Spread that the plan rests on, in points. */
  readonly sd: number;
  /** Scores that it was measured on; 0 = the usual one was taken. */
  readonly sdOf: number;
  /** Recordings needed of each person. */
  readonly needed: number;
  readonly people: readonly {
    readonly person: string;
    readonly scored: number;
    readonly mean: Maybe;
    /** Recordings that are still to be scored. */
    readonly missing: number;
  }[];
  /** Recordings still to be scored, of all. */
  readonly missing: number;
}

/**
 * How many recordings of each person have to be scored so that a mean score is known within a margin.
 *
 * Shape    checks of the period; people are those who were scored at least once
 * Formula  spread within persons, pooled: s² = Σ(nᵢ − 1)sᵢ²/Σ(nᵢ − 1); n as for a mean of a finite population at 95 %
 * Fails    as `sampleSizeForMargin`
 */
export function planSampling(
  checks: readonly MonitoringCheck[],
  { margin, calls, usualSd }: SamplingWish,
): Result<SamplingPlan, Failure> {
  const scores = new Map<string, number[]>();
  for (const check of checks) {
    const { score } = scoreCheck(check);
    if (check.type !== 'recording' || score === null || !check.person) continue;
    scores.set(check.person, [...(scores.get(check.person) ?? []), score]);
  }
  const repeated = [...scores.values()].filter((own) => own.length > 1);
  const degrees = repeated.reduce((sum, own) => sum + own.length - 1, 0);
  const squares = repeated.reduce((sum, own) => sum + (own.length - 1) * standardDeviation(own) ** 2, 0);
  const measured = degrees === 0 ? 0 : Math.sqrt(squares / degrees);
  // Scores that never differ say that there are too few, not that one is enough.
  const isMeasured = measured > 0;
  const sd = isMeasured ? measured : usualSd;
  const size = sampleSizeForMargin({ of: 'mean', sd, confidence: 0.95, population: calls, margin });
  if (!size.ok) return size;
  const needed = size.value.n;
  const people = [...scores]
    .map(([person, own]) => ({
      person,
      scored: own.length,
      mean: meanOf(own),
      missing: Math.max(0, needed - own.length),
    }))
    .sort((a, b) => b.missing - a.missing || (a.person < b.person ? -1 : 1));
  return ok({
    sd,
    sdOf: isMeasured ? repeated.reduce((sum, own) => sum + own.length, 0) : 0,
    needed,
    people,
    missing: people.reduce((sum, { missing }) => sum + missing, 0),
  });
}

import { fail, ok } from '../../kernel/result';
import { measured, type Maybe } from '../descriptive/measured';
import { standardNormal, symmetricInterval, checkConfidence } from '../tests/alternative';
import type { Interval } from '../proportions/interval';
import type { TestResult } from '../tests/failures';

/** Net promoter score of a sample. */
export interface NetPromoterScore {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** −100 … 100. */
  readonly score: number;
  readonly se: number;
  /** Held within −100 … 100. */
  readonly interval: Interval;
}

/**
 * Net promoter score: share of 9–10 less share of 0–6.
 *
 * Shape     whole answers from 0 to 10; missing ones are left out, one must remain.
 * Unit      points, −100 … 100
 * Formula   100(p − d); se = 100·√((p + d − (p − d)²)/n)
 * Fails     confidence-outside-unit, no-values, score-outside-scale
 * Source    Reichheld 2003; Rocks 2016 for the interval
 */
export function netPromoterScore(answers: ArrayLike<Maybe>, confidence = 0.95): TestResult<NetPromoterScore> {
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const data = measured(answers);
  const n = data.length;
  if (n === 0) return fail('no-values');
  const outside = data.find((score) => !(Number.isInteger(score) && score >= 0 && score <= 10));
  if (outside !== undefined) return fail('score-outside-scale', { score: outside, low: 0, high: 10 });
  const promoters = data.filter((score) => score >= 9).length;
  const detractors = data.filter((score) => score <= 6).length;
  const net = (promoters - detractors) / n;
  const se = 100 * Math.sqrt(Math.max(0, (promoters + detractors) / n - net * net) / n);
  const { low, high } = symmetricInterval(standardNormal, { estimate: 100 * net, se }, confidence);
  return ok({
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    score: 100 * net,
    se,
    interval: { low: Math.max(-100, low ?? -100), high: Math.min(100, high ?? 100) },
  });
}

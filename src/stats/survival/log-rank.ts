import { fail, ok } from '../../kernel/result';
import { isMeasured, ratioOrNull, type Maybe } from '../descriptive/measured';
import { chiSquare } from '../distributions/gamma';
import type { TestResult } from '../tests/failures';
import type { Duration } from './kaplan-meier';

/** Comparison of two survival curves. */
export interface LogRank {
  /** Closings of the first group: seen, and expected if both were alike. */
  readonly observed: number;
  readonly expected: number;
  /** Null where no time has cases of both groups at risk. */
  readonly chiSquared: Maybe;
  readonly pValue: Maybe;
}

/**
 * Log-rank test of two groups of durations.
 *
 * Shape     durations ≥ 0; missing ones are left out; at least one must remain in each group.
 * Formula   (O₁ − E₁)²/V, V = Σ d·n₁n₂(n − d)/(n²(n − 1)); χ² with one degree of freedom
 * Fails     group-too-few-values, duration-negative
 * Accuracy  1e-12 relative
 * Source    Mantel 1966
 */
export function logRank(first: readonly Duration[], second: readonly Duration[]): TestResult<LogRank> {
  const cases = [first, second].flatMap((group, index) =>
    group.flatMap(({ time, isClosed }) => (isMeasured(time) ? [{ time, isClosed, isFirst: index === 0 }] : [])),
  );
  const atRisk = [true, false].map((wanted) => cases.filter(({ isFirst }) => isFirst === wanted).length);
  const empty = atRisk.indexOf(0);
  if (empty >= 0) return fail('group-too-few-values', { group: empty + 1, needed: 1, n: 0 });
  const negative = cases.find(({ time }) => time < 0);
  if (negative) return fail('duration-negative', { duration: negative.time });
  cases.sort((a, b) => a.time - b.time);
  let [n1, n2] = atRisk;
  let observed = 0;
  let expected = 0;
  let variance = 0;
  for (let at = 0; at < cases.length;) {
    const { time } = cases[at];
    const n = n1 + n2;
    let leaving1 = 0;
    let leaving2 = 0;
    let closed = 0;
    for (; at < cases.length && cases[at].time === time; at++) {
      const { isFirst, isClosed } = cases[at];
      if (isFirst) leaving1++;
      else leaving2++;
      if (!isClosed) continue;
      closed++;
      if (isFirst) observed++;
    }
    expected += (closed * n1) / n;
    if (n > 1) variance += (closed * n1 * n2 * (n - closed)) / (n * n * (n - 1));
    n1 -= leaving1;
    n2 -= leaving2;
  }
  const chiSquared = ratioOrNull((observed - expected) ** 2, variance);
  return ok({ observed, expected, chiSquared, pValue: chiSquared === null ? null : chiSquare(1).upper(chiSquared) });
}

import { fail, ok } from '../../kernel/result';
import { isMeasured, type Maybe } from '../descriptive/measured';
import { normalUpperQuantile } from '../distributions/normal';
import type { Interval } from '../proportions/interval';
import { checkConfidence } from '../tests/alternative';
import type { TestResult } from '../tests/failures';

/** How long a case took, or has been open so far. */
export interface Duration {
  readonly time: Maybe;
  /** False while the case is open (censored). */
  readonly isClosed: boolean;
}

/** The curve from one time at which cases closed to the next. */
export interface SurvivalStep {
  readonly time: number;
  /** Cases still open just before. */
  readonly atRisk: number;
  readonly closed: number;
  /** Cases last seen open at this time or before the next step. */
  readonly censored: number;
  /** Share still open after this time. */
  readonly open: number;
  /** Greenwood. */
  readonly se: number;
  readonly interval: Interval;
}

/** A time by which a share of the cases closes; null where the curve or its band does not fall that far. */
export interface SurvivalQuantile {
  readonly time: Maybe;
  readonly low: Maybe;
  readonly high: Maybe;
}

/** The Kaplan-Meier estimate. */
export interface SurvivalCurve {
  readonly n: number;
  readonly closed: number;
  readonly steps: readonly SurvivalStep[];
  readonly median: SurvivalQuantile;
  /** Time by which the share `closedShare` (0 … 1) closes. */
  quantile(closedShare: number): SurvivalQuantile;
}

/**
 * Share of cases still open over time, with cases that are open counted as long as they were seen.
 *
 * Shape     durations ≥ 0; missing ones are left out. At a tie, closings come before censorings.
 * Formula   S = Π(1 − d/n); Greenwood variance S²Σd/(n(n − d)); interval S^exp(±z·se(ln(−ln S))), which stays within
 *           0 and 1; a quantile is the first time at which S ≤ 1 − share, its interval the same of the band
 * Fails     confidence-outside-unit, no-values, duration-negative
 * Accuracy  1e-12 relative
 * Source    Kaplan and Meier 1958; Kalbfleisch and Prentice 2002, §1.4; Brookmeyer and Crowley 1982
 */
export function kaplanMeier(durations: readonly Duration[], confidence = 0.95): TestResult<SurvivalCurve> {
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const cases = durations.flatMap(({ time, isClosed }) => (isMeasured(time) ? [{ time, isClosed }] : []));
  if (cases.length === 0) return fail('no-values');
  const negative = cases.find(({ time }) => time < 0);
  if (negative) return fail('duration-negative', { duration: negative.time });
  cases.sort((a, b) => a.time - b.time);
  const z = normalUpperQuantile((1 - confidence) / 2);
  const steps: SurvivalStep[] = [];
  let open = 1;
  let variance = 0;
  let at = 0;
  while (at < cases.length) {
    const { time } = cases[at];
    const atRisk = cases.length - at;
    let closed = 0;
    for (; at < cases.length && cases[at].time === time; at++) if (cases[at].isClosed) closed++;
    if (closed === 0) continue;
    open *= 1 - closed / atRisk;
    variance += closed / (atRisk * (atRisk - closed));
    steps.push({ time, atRisk, closed, censored: 0, open, ...boundsOf(open, variance, z) });
  }
  const withCensored = steps.map((step, i) => {
    const next = steps[i + 1]?.atRisk ?? 0;
    return { ...step, censored: step.atRisk - step.closed - next };
  });
  const quantile = (closedShare: number): SurvivalQuantile => quantileOf(withCensored, closedShare);
  const closed = steps.reduce((sum, step) => sum + step.closed, 0);
  return ok({ n: cases.length, closed, steps: withCensored, median: quantile(0.5), quantile });
}

function boundsOf(open: number, variance: number, z: number): { se: number; interval: Interval } {
  if (open === 0) return { se: 0, interval: { low: 0, high: 0 } };
  const factor = Math.exp((z * Math.sqrt(variance)) / Math.abs(Math.log(open)));
  return { se: open * Math.sqrt(variance), interval: { low: open ** factor, high: open ** (1 / factor) } };
}

function quantileOf(steps: readonly SurvivalStep[], closedShare: number): SurvivalQuantile {
  if (!(closedShare > 0 && closedShare < 1)) throw new RangeError(`a survival quantile lies in 0 … 1: ${closedShare}`);
  // A product that should be exactly one half may miss it by rounding.
  const level = 1 - closedShare + 1e-12;
  const first = (of: (step: SurvivalStep) => number): Maybe => steps.find((step) => of(step) <= level)?.time ?? null;
  return {
    time: first((step) => step.open),
    low: first((step) => step.interval.low),
    high: first((step) => step.interval.high),
  };
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { chiSquare } from '../distributions/gamma';
import { normalLower, normalUpper } from '../distributions/normal';
import { meanOf, squaredDeviations, standardDeviation } from '../special/sums';
import { checkLimits, expectedPerMillion, indicesOf, observedPerMillion } from './conformance';
import type { CapabilityFailureCode, Indices, PerMillion, SpecLimits } from './types';

/** The power that makes values most nearly normal. */
export interface BoxCoxEstimate {
  readonly lambda: number;
  /** 95 % by likelihood ratio; null at an end beyond ±64. */
  readonly low: number | null;
  readonly high: number | null;
  /** l(λ) − l(λ̂) at any other power, at most 0. */
  readonly logLikelihoodDifference: (lambda: number) => number;
}

const farthest = 64;
/** Powers are squared for their deviation; the squares must still be numbers. */
const largestPower = 1e150;

/**
 * Box-Cox power by maximum likelihood, without predictors.
 *
 * Shape     at least two different values, all above 0
 * Formula   l(λ) = −n/2·ln(SS(λ)/n) of (uᵏ − 1)/λ with u = x/geometric mean, so that the Jacobian is 1
 * Fails     no-values, data-not-positive, no-variation
 * Accuracy  1e-6 absolute (tests/reference/cases/boxcox-*). Minitab minimises a pooled deviation and differs.
 * Source    Box and Cox 1964
 */
export function estimateBoxCox(
  data: readonly (number | null)[],
): Result<BoxCoxEstimate, Failure<CapabilityFailureCode>> {
  const logs = logarithms(data);
  if (!logs.ok) return logs;
  const meanLog = meanOf(logs.value);
  const centred = logs.value.map((v) => v - meanLog);
  if (centred.every((v) => Math.abs(v) < 1e-14)) return fail('no-variation');
  const likelihood = (lambda: number): number => {
    const largest = centred.reduce((most, u) => Math.max(most, lambda * u), 0);
    // Powers too large to be squared are divided by the largest; what is subtracted from all leaves no deviation.
    const divisor = largest > 300 ? largest : 0;
    const powerOf = (u: number): number =>
      divisor > 0 ? Math.exp(lambda * u - divisor) / lambda : Math.expm1(lambda * u) / lambda;
    const powers = centred.map((u) => (lambda === 0 ? u : powerOf(u)));
    return (-centred.length / 2) * (Math.log(squaredDeviations(powers) / centred.length) + 2 * divisor);
  };
  const lambda = maximise(likelihood);
  const top = likelihood(lambda);
  const drop = chiSquare(1).quantile(0.95) / 2;
  const edge = (direction: 1 | -1): number | null => findEdge((x) => likelihood(x) - (top - drop), lambda, direction);
  return ok({ lambda, low: edge(-1), high: edge(1), logLikelihoodDifference: (at) => likelihood(at) - top });
}

function logarithms(data: readonly (number | null)[]): Result<number[], Failure<CapabilityFailureCode>> {
  const values = data.filter((v): v is number => v !== null && Number.isFinite(v));
  if (values.length === 0) return fail('no-values');
  const wrong = values.find((v) => !(v > 0));
  return wrong === undefined ? ok(values.map(Math.log)) : fail('data-not-positive', { value: wrong });
}

/** Golden section on a bracket that grows until the top lies inside it. */
function maximise(f: (x: number) => number): number {
  let low = -2;
  let high = 2;
  while (low > -farthest && f(low) >= f(low + 0.01)) low *= 2;
  while (high < farthest && f(high) >= f(high - 0.01)) high *= 2;
  const golden = (Math.sqrt(5) - 1) / 2;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let atLeft = f(left);
  let atRight = f(right);
  while (high - low > 1e-9 * Math.max(1, Math.abs(left))) {
    if (atLeft >= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = f(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}

/** Where f, positive at `from`, crosses 0 in a direction. */
function findEdge(f: (x: number) => number, from: number, direction: 1 | -1): number | null {
  let inside = from;
  let step = 0.125;
  let outside = from + direction * step;
  while (f(outside) > 0) {
    if (Math.abs(outside) > farthest) return null;
    inside = outside;
    step *= 2;
    outside = from + direction * step;
  }
  for (let i = 0; i < 60; i++) {
    const middle = (inside + outside) / 2;
    if (f(middle) > 0) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}

/** Capability on the scale of a power transform. */
export interface BoxCoxCapability {
  readonly n: number;
  readonly lambda: number;
  /** Limits are null where there is none, or where the original one lies below every positive value. */
  readonly transformed: {
    readonly mean: number;
    readonly sd: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  };
  /** `lower` and `upper` mean the original limits also where a negative power turns the scale round. */
  readonly indices: Indices;
  readonly observed: PerMillion;
  readonly expected: PerMillion;
}

/**
 * Capability after the transform y = x^λ, or ln x for λ = 0, with the overall standard deviation.
 *
 * Shape     values above 0; missing ones drop out
 * Formula   Pp, Ppk of y against the transformed limits
 * Fails     spec-limits-reversed, no-values, data-not-positive, power-overflows
 * Accuracy  1e-8 relative (tests/reference/cases/capability-08, -09, -61)
 */
export function boxCoxCapability(
  data: readonly (number | null)[],
  spec: SpecLimits,
  lambda: number,
): Result<BoxCoxCapability, Failure<CapabilityFailureCode>> {
  const wrong = checkLimits(spec);
  if (wrong) return wrong;
  const values = data.filter((v): v is number => v !== null && Number.isFinite(v));
  const logs = logarithms(values);
  if (!logs.ok) return logs;
  const toScale = (x: number): number => (lambda === 0 ? Math.log(x) : x ** lambda);
  const limit = (of: number | null): number | null => {
    const y = of === null || of < 0 ? NaN : toScale(of);
    return Number.isFinite(y) ? y : null;
  };
  const scaled = values.map(toScale);
  const beyond = values.find((_, i) => !(Math.abs(scaled[i]) < largestPower));
  if (beyond !== undefined) return fail('power-overflows', { value: beyond, lambda });
  const mean = meanOf(scaled);
  const sd = standardDeviation(scaled);
  const lower = limit(spec.lower);
  const upper = limit(spec.upper);
  const isTurned = lambda < 0;
  const onScale: SpecLimits = isTurned ? { lower: upper, upper: lower } : { lower, upper };
  const turned = indicesOf(onScale, { center: mean, downReach: 3 * sd, upReach: 3 * sd });
  const share = (of: number | null, isAbove: boolean): number => {
    if (!(sd > 0)) return NaN;
    if (of === null) return 0;
    return isAbove === isTurned ? normalLower((of - mean) / sd) : normalUpper((of - mean) / sd);
  };
  return ok({
    n: values.length,
    lambda,
    transformed: { mean, sd: Number.isFinite(sd) ? sd : null, lower, upper },
    indices: isTurned ? { ...turned, lower: turned.upper, upper: turned.lower } : turned,
    observed: observedPerMillion(values, spec),
    expected: expectedPerMillion(share(lower, false), share(upper, true)),
  });
}

import { ok, type Failure, type Result } from '../../kernel/result';
import { boxCoxCapability, estimateBoxCox } from '../../stats/capability/box-cox';
import { nonNormalCapability, type NonNormalModel } from '../../stats/capability/non-normal';
import type { NormalCapability } from '../../stats/capability/normal';
import type { PerMillion, SpecLimits } from '../../stats/capability/types';
import { normalUpperQuantile } from '../../stats/distributions/normal';
import { testNormality } from '../../stats/normality/test-normality';
import { alpha } from '../p-value';
import type { FitTest, ProcessFigures } from './outcome';
import type { CapabilityMethod } from './spec';

/** The Anderson-Darling test, or null where it cannot be made. */
export function testFit(values: readonly number[]): FitTest | null {
  const made = testNormality(values);
  if (!made.ok) return null;
  const { aSquared, pValue } = made.value.andersonDarling;
  return { aSquared, pValue };
}

/**
 * The simplest distribution that the values do not contradict: normal, log-normal, a power, else the percentiles.
 *
 * Shape  too few values for a test are taken as normal: nothing else could be shown either
 */
export function chooseMethod(values: readonly number[], normality: FitTest | null): CapabilityMethod {
  if (normality === null || normality.pValue >= alpha) return 'normal';
  const candidates = ['logNormal', 'boxCox'] as const;
  return candidates.find((method) => (fitOf(values, method)?.pValue ?? 0) >= alpha) ?? 'percentile';
}

/** How well the method's distribution fits; null for Weibull and percentiles, and where values are not above 0. */
export function fitOf(values: readonly number[], method: CapabilityMethod): FitTest | null {
  if (method === 'normal') return testFit(values);
  if (method === 'weibull' || method === 'percentile' || values.some((value) => !(value > 0))) return null;
  if (method === 'logNormal') return testFit(values.map(Math.log));
  const power = estimateBoxCox(values);
  return power.ok ? testFit(values.map((value) => transform(value, roundLambda(power.value.lambda)))) : null;
}

function transform(value: number, lambda: number): number {
  return lambda === 0 ? Math.log(value) : value ** lambda;
}

/** To the nearest half, as is usual: a square root can be explained, a power of 0.4713 cannot. */
export function roundLambda(lambda: number): number {
  const rounded = Math.round(lambda * 2) / 2;
  return Math.abs(rounded) > 5 ? Math.sign(rounded) * 5 : rounded + 0;
}

/**
 * What the method says about the process as a whole.
 *
 * Fails  data-not-positive, no-values, no-variation, spec-limits-reversed
 */
export function processFigures(
  values: readonly number[],
  limits: SpecLimits,
  method: CapabilityMethod,
  normal: NormalCapability,
): Result<ProcessFigures, Failure> {
  if (method === 'normal') {
    const { indices, bothInterval, leastInterval, perMillion, zBench } = normal.overall;
    const expected = hasLimit(limits) ? perMillion : null;
    const z = hasLimit(limits) ? zBench : null;
    return ok({ indices, bothInterval, leastInterval, expected, zBench: z, parameters: {}, percentiles: null });
  }
  return method === 'boxCox' ? boxCoxFigures(values, limits) : percentileFigures(values, limits, method);
}

function boxCoxFigures(values: readonly number[], limits: SpecLimits): Result<ProcessFigures, Failure> {
  const power = estimateBoxCox(values);
  if (!power.ok) return power;
  const lambda = roundLambda(power.value.lambda);
  const made = boxCoxCapability(values, limits, lambda);
  if (!made.ok) return made;
  const { indices, expected, transformed } = made.value;
  return ok({
    ...noInterval,
    indices,
    ...expectation(hasLimit(limits) ? expected : null),
    parameters: {
      lambda,
      estimate: power.value.lambda,
      mean: transformed.mean,
      ...(transformed.sd === null ? {} : { sd: transformed.sd }),
    },
    percentiles: null,
  });
}

const models: Readonly<Record<Exclude<CapabilityMethod, 'normal' | 'boxCox'>, NonNormalModel>> = {
  logNormal: { kind: 'lognormal' },
  weibull: { kind: 'weibull' },
  percentile: { kind: 'percentile' },
};

function percentileFigures(
  values: readonly number[],
  limits: SpecLimits,
  method: keyof typeof models,
): Result<ProcessFigures, Failure> {
  const made = nonNormalCapability(values, limits, models[method]);
  if (!made.ok) return made;
  const { indices, expected, parameters, percentiles } = made.value;
  return ok({
    ...noInterval,
    indices,
    ...expectation(hasLimit(limits) ? expected : null),
    parameters,
    percentiles,
  });
}

const noInterval = { bothInterval: null, leastInterval: null } as const;

function hasLimit({ lower, upper }: SpecLimits): boolean {
  return lower !== null || upper !== null;
}

function expectation(expected: PerMillion | null): Pick<ProcessFigures, 'expected' | 'zBench'> {
  const total = expected?.total ?? null;
  const z = total === null ? NaN : normalUpperQuantile(total / 1e6);
  return { expected, zBench: Number.isFinite(z) ? z : null };
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { sortedQuantile, type QuantileType } from '../descriptive/quantile';
import type { Distribution } from '../distributions/distribution';
import { fitWeibull } from '../distributions/fit-weibull';
import { logNormal, weibull } from '../distributions/positive-families';
import { meanOf, standardDeviation } from '../special/sums';
import { checkLimits, expectedPerMillion, indicesOf, observedPerMillion } from './conformance';
import type { CapabilityFailureCode, Indices, PerMillion, SpecLimits } from './types';

/** Which distribution stands for the process: a fitted one, or the data themselves. */
export type NonNormalModel =
  | { readonly kind: 'weibull' }
  | { readonly kind: 'lognormal' }
  /** Empirical percentiles; type 6 by default. With few values they are little more than the extremes. */
  | { readonly kind: 'percentile'; readonly quantileType?: QuantileType };

/** The percentiles that hold a normal process between ±3 sigma. */
export interface ProcessPercentiles {
  readonly p00135: number;
  readonly p50: number;
  readonly p99865: number;
}

export interface NonNormalCapability {
  readonly n: number;
  readonly mean: number;
  /** Shape and scale, or mean and standard deviation of the logarithms; none for percentiles. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly percentiles: ProcessPercentiles;
  /** Pp, Ppl, Ppu, Ppk by the ISO percentile method. */
  readonly indices: Indices;
  readonly observed: PerMillion;
  /** From the fitted distribution; null for percentiles, which know nothing beyond the data. */
  readonly expected: PerMillion | null;
}

/**
 * Capability of a characteristic that is not normal, such as a waiting time.
 *
 * Shape     missing values drop out; Weibull and log-normal need values above 0
 * Formula   Pp = (USL − LSL)/(x₉₉.₈₆₅ − x₀.₁₃₅); Ppl = (x₅₀ − LSL)/(x₅₀ − x₀.₁₃₅); Ppu = (USL − x₅₀)/(x₉₉.₈₆₅ − x₅₀)
 * Fails     spec-limits-reversed, no-values, data-not-positive, no-variation
 * Accuracy  1e-6 relative (tests/reference/cases/capability-07, -10, -60)
 * Source    ISO 22514-2
 */
export function nonNormalCapability(
  data: readonly (number | null)[],
  spec: SpecLimits,
  model: NonNormalModel,
): Result<NonNormalCapability, Failure<CapabilityFailureCode>> {
  const wrong = checkLimits(spec);
  if (wrong) return wrong;
  const values = data.filter((v): v is number => v !== null && Number.isFinite(v));
  if (values.length === 0) return fail('no-values');
  const fitted = model.kind === 'percentile' ? ok(null) : fit(values, model.kind);
  if (!fitted.ok) return fitted;
  const law = fitted.value?.law ?? null;
  const percentiles = law
    ? percentilesOf((p) => law.quantile(p))
    : empiricalPercentiles(values, model.kind === 'percentile' ? (model.quantileType ?? 6) : 6);
  const { p00135, p50, p99865 } = percentiles;
  return ok({
    n: values.length,
    mean: meanOf(values),
    parameters: fitted.value?.parameters ?? {},
    percentiles,
    indices: indicesOf(spec, { center: p50, downReach: p50 - p00135, upReach: p99865 - p50 }),
    observed: observedPerMillion(values, spec),
    expected: law
      ? expectedPerMillion(
          spec.lower === null ? 0 : law.lower(spec.lower),
          spec.upper === null ? 0 : law.upper(spec.upper),
        )
      : null,
  });
}

interface Fitted {
  readonly law: Distribution;
  readonly parameters: Readonly<Record<string, number>>;
}

function fit(values: readonly number[], kind: 'weibull' | 'lognormal'): Result<Fitted, Failure<CapabilityFailureCode>> {
  if (kind === 'weibull') {
    const found = fitWeibull(values);
    if (!found.ok) return found;
    const { shape, scale } = found.value;
    return ok({ law: weibull(shape, scale), parameters: { shape, scale } });
  }
  const notPositive = values.find((v) => !(v > 0));
  if (notPositive !== undefined) return fail('data-not-positive', { value: notPositive });
  const logs = values.map(Math.log);
  const meanLog = meanOf(logs);
  const sdLog = standardDeviation(logs);
  if (!(sdLog > 0)) return fail('no-variation');
  return ok({ law: logNormal(meanLog, sdLog), parameters: { meanLog, sdLog } });
}

function percentilesOf(quantile: (p: number) => number): ProcessPercentiles {
  return { p00135: quantile(0.00135), p50: quantile(0.5), p99865: quantile(0.99865) };
}

function empiricalPercentiles(values: readonly number[], type: QuantileType): ProcessPercentiles {
  const sorted = Float64Array.from(values).sort();
  return percentilesOf((p) => sortedQuantile(sorted, p, type));
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { describeSubgroup, estimateWithin, type WithinEstimator } from '../control/limits/subgroups';
import { rangeConstants } from '../constants/range-constants';
import { chiSquare } from '../distributions/gamma';
import { normalLower, normalUpper, normalUpperQuantile } from '../distributions/normal';
import { meanOf, standardDeviation } from '../special/sums';
import { checkLimits, expectedPerMillion, indicesOf, observedPerMillion } from './conformance';
import type { CapabilityFailureCode, Indices, PerMillion, SpecLimits } from './types';

type Maybe = number | null;

/** Measured values, in subgroups or one after another in time. */
export type CapabilityData =
  | { readonly subgroups: readonly (readonly Maybe[])[]; readonly withinEstimator?: WithinEstimator }
  | { readonly values: readonly Maybe[] };

/** Two-sided interval of an index. */
export interface IndexInterval {
  readonly low: number;
  readonly high: number;
}

/** Capability by one estimate of sigma. */
export interface SigmaCapability {
  readonly sigma: Maybe;
  readonly degreesOfFreedom: number;
  readonly indices: Indices;
  readonly bothInterval: IndexInterval | null;
  readonly leastInterval: IndexInterval | null;
  readonly perMillion: PerMillion;
  /** Φ⁻¹ of the share that conforms, both tails moved to one side. */
  readonly zBench: Maybe;
}

export interface NormalCapability {
  readonly n: number;
  readonly mean: Maybe;
  /** Cp, Cpk: what the process could do without drift. */
  readonly within: SigmaCapability;
  /** Pp, Ppk: what it did. */
  readonly overall: SigmaCapability;
  readonly observed: PerMillion;
  /** (USL − LSL)/(6√(s² + (x̄ − T)²)), with the overall s. */
  readonly cpm: Maybe;
  /** As Minitab: Σ(x − T)²/(n − 1) in place of s² + (x̄ − T)². */
  readonly cpmMinitab: Maybe;
  /** As qcc: with sigma within. */
  readonly cpmWithin: Maybe;
}

/**
 * Capability of a normally distributed characteristic.
 *
 * Shape     missing values drop out. Without subgroups, sigma within comes from moving ranges of neighbours that are
 *           both measured. With fewer than two values, or no spread, indices and expectations are null.
 * Unit      indices without unit; perMillion in parts per million
 * Formula   Cp = (USL − LSL)/6σ; Cpk = min((x̄ − LSL), (USL − x̄))/3σ. Interval of Cp and Pp by χ² and of Cpk and Ppk by
 *           Bissell, with the degrees of freedom of the sigma used: n − 1 overall; within Σ(nᵢ − 1) pooled, 0.95 of that
 *           for sbar, 0.9 for ranges, 0.62(n − 1) for moving ranges
 * Fails     spec-limits-reversed, confidence-outside-unit
 * Accuracy  1e-9 relative (tests/reference/cases/capability-*)
 * Source    Montgomery, Introduction to SQC, 8th ed., ch. 8; Bissell 1990
 */
export function normalCapability(
  data: CapabilityData,
  spec: SpecLimits,
  confidence = 0.95,
): Result<NormalCapability, Failure<CapabilityFailureCode>> {
  const wrong = checkLimits(spec);
  if (wrong) return wrong;
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-outside-unit', { confidence });
  const all = 'values' in data ? data.values : data.subgroups.flat();
  const values = all.filter((v): v is number => v !== null && Number.isFinite(v));
  const n = values.length;
  const mean = meanOf(values);
  const { sigma: sigmaWithin, degreesOfFreedom } = withinOf(data);
  const sigmaOverall = standardDeviation(values);
  const by = (sigma: number, freedom: number): SigmaCapability =>
    capabilityBy({ sigma, freedom, mean, n, spec, confidence });
  const within = by(sigmaWithin, degreesOfFreedom);
  const overall = by(sigmaOverall, Math.max(0, n - 1));
  return ok({
    n,
    mean: n > 0 ? mean : null,
    within,
    overall,
    observed: observedPerMillion(values, spec),
    ...cpmOf(values, mean, spec, { within: within.sigma, overall: overall.sigma }),
  });
}

function withinOf(data: CapabilityData): { readonly sigma: number; readonly degreesOfFreedom: number } {
  if ('values' in data) {
    const ranges: number[] = [];
    let measured = 0;
    data.values.forEach((value, i) => {
      if (value === null || !Number.isFinite(value)) return;
      measured++;
      const before = i > 0 ? data.values[i - 1] : null;
      if (before !== null && Number.isFinite(before)) ranges.push(Math.abs(value - before));
    });
    return { sigma: meanOf(ranges) / rangeConstants(2).d2, degreesOfFreedom: 0.62 * Math.max(0, measured - 1) };
  }
  const estimator = data.withinEstimator ?? 'pooled';
  const subgroups = data.subgroups.map(describeSubgroup);
  const freedom = subgroups.reduce((sum, { size }) => sum + Math.max(0, size - 1), 0);
  const efficiency = estimator === 'pooled' ? 1 : estimator === 'sbar' ? 0.95 : 0.9;
  return { sigma: estimateWithin(subgroups, estimator), degreesOfFreedom: efficiency * freedom };
}

function capabilityBy(process: {
  readonly sigma: number;
  readonly freedom: number;
  readonly mean: number;
  readonly n: number;
  readonly spec: SpecLimits;
  readonly confidence: number;
}): SigmaCapability {
  const { sigma, freedom, mean, n, spec, confidence } = process;
  const indices = indicesOf(spec, { center: mean, downReach: 3 * sigma, upReach: 3 * sigma });
  const hasSpread = sigma > 0;
  const below = !hasSpread ? NaN : spec.lower === null ? 0 : normalLower((spec.lower - mean) / sigma);
  const above = !hasSpread ? NaN : spec.upper === null ? 0 : normalUpper((spec.upper - mean) / sigma);
  const zBench = normalUpperQuantile(below + above);
  return {
    sigma: Number.isFinite(sigma) ? sigma : null,
    degreesOfFreedom: freedom,
    indices,
    bothInterval: scaleInterval(indices.both, freedom, confidence),
    leastInterval: bissellInterval(indices.least, { n, freedom, confidence }),
    perMillion: expectedPerMillion(below, above),
    zBench: Number.isFinite(zBench) ? zBench : null,
  };
}

function scaleInterval(index: Maybe, freedom: number, confidence: number): IndexInterval | null {
  if (index === null || !(freedom > 0)) return null;
  const law = chiSquare(freedom);
  const tail = (1 - confidence) / 2;
  return {
    low: index * Math.sqrt(law.quantile(tail) / freedom),
    high: index * Math.sqrt(law.upperQuantile(tail) / freedom),
  };
}

function bissellInterval(
  index: Maybe,
  { n, freedom, confidence }: { readonly n: number; readonly freedom: number; readonly confidence: number },
): IndexInterval | null {
  if (index === null || !(freedom > 0)) return null;
  const half = normalUpperQuantile((1 - confidence) / 2) * Math.sqrt(1 / (9 * n) + (index * index) / (2 * freedom));
  return { low: index - half, high: index + half };
}

function cpmOf(
  values: readonly number[],
  mean: number,
  { lower, upper, target }: SpecLimits,
  sigmas: { readonly within: Maybe; readonly overall: Maybe },
): Pick<NormalCapability, 'cpm' | 'cpmMinitab' | 'cpmWithin'> {
  const { within, overall } = sigmas;
  if (lower === null || upper === null || target === null || target === undefined || !overall) {
    return { cpm: null, cpmMinitab: null, cpmWithin: null };
  }
  const width = upper - lower;
  const squares = values.reduce((sum, v) => sum + (v - target) ** 2, 0);
  return {
    cpm: width / (6 * Math.hypot(overall, mean - target)),
    cpmMinitab: width / (6 * Math.sqrt(squares / (values.length - 1))),
    cpmWithin: within ? width / (6 * Math.hypot(within, mean - target)) : null,
  };
}

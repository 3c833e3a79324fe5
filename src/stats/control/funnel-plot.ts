import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { binomial } from '../distributions/binomial';
import type { Distribution } from '../distributions/distribution';
import { normalUpperQuantile } from '../distributions/normal';
import { poisson } from '../distributions/poisson';
import { meanOf } from '../special/sums';
import type { ControlFailureCode } from './failures';
import { pooledRate, rateSigma } from './limits/attributes';
import { requireEqualLengths, toMaybe, toSeries } from './series';
import type { Maybe } from './types';

/** Units compared at one time, such as outlets: a count and a size each, null = missing. */
export interface FunnelData {
  /** `proportion`: cases among items. `rate`: events per exposure, which may exceed 1. */
  readonly kind: 'proportion' | 'rate';
  readonly counts: readonly Maybe[];
  readonly sizes: readonly Maybe[];
}

export interface FunnelOptions {
  /** What all are held against; default the pooled rate. */
  readonly target?: number;
  /** Two-sided coverage of the inner and outer limits; default 0.95 and 0.998. */
  readonly coverages?: readonly number[];
  /** `auto` (default): exact where fewer than ten cases, or ten of the opposite, are expected. */
  readonly method?: 'auto' | 'normal' | 'exact';
}

/** Limits at one size, one pair per coverage. */
export interface FunnelLimits {
  readonly size: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface FunnelUnit {
  readonly value: Maybe;
  /** Null where count or size is missing. */
  readonly limits: FunnelLimits | null;
  /** How many of the coverages the unit lies outside: 0 inside all, 1 beyond the inner limits, 2 beyond both. */
  readonly levelsBeyond: number;
  readonly side: 'above' | 'below' | 'inside';
}

export interface FunnelPlot {
  readonly target: Maybe;
  readonly units: readonly FunnelUnit[];
  /** Limits over the sizes that occur, for drawing; ascending. */
  readonly curve: readonly FunnelLimits[];
  /** Mean squared z of the units: about 1 if chance alone separates them. Above, the limits are too narrow for ranking. */
  readonly dispersion: Maybe;
}

const fewestExpected = 10;
const curvePoints = 80;

/**
 * Funnel plot: which units differ from a common rate by more than their size explains.
 *
 * Shape     one count and one size per unit; null, or a size not above 0, is left out.
 * Unit      fraction, or events per unit of exposure
 * Formula   target ± z·σ(n); where few cases are expected, exact quantiles r of the binomial or Poisson law, moved
 *           back by (F(r) − p)/(F(r) − F(r − 1)) so that the limits are smooth
 * Fails     count-negative, defectives-exceed-size, alpha-outside-unit
 * Accuracy  1e-9 relative
 * Source    Spiegelhalter, Funnel plots for comparing institutional performance, 2005
 */
export function funnelPlot(
  data: FunnelData,
  options: FunnelOptions = {},
): Result<FunnelPlot, Failure<ControlFailureCode>> {
  const { coverages = [0.95, 0.998], method = 'auto' } = options;
  const wrongCoverage = coverages.find((c) => !(c > 0 && c < 1));
  if (wrongCoverage !== undefined) return fail('alpha-outside-unit', { alpha: 1 - wrongCoverage });
  const series = readFunnel(data);
  if (!series.ok) return series;
  const { counts, sizes } = series.value;
  const target = options.target ?? pooledRate(counts, sizes, { start: 0, end: counts.length }).center;
  const limitsAt = (size: number): FunnelLimits => limitsOf(data.kind, target, size, { coverages, method });
  const units = Array.from(counts, (count, i): FunnelUnit => {
    if (Number.isNaN(count) || !Number.isFinite(target)) {
      return { value: toMaybe(count / sizes[i]), limits: null, levelsBeyond: 0, side: 'inside' };
    }
    return judge(count / sizes[i], limitsAt(sizes[i]));
  });
  const law = data.kind === 'proportion' ? 'binomial' : 'poisson';
  const squares = Array.from(
    counts,
    (count, i) => ((count / sizes[i] - target) / rateSigma(law, target, sizes[i])) ** 2,
  );
  return ok({
    target: toMaybe(target),
    units,
    curve: Number.isFinite(target) ? sizesForCurve(sizes).map(limitsAt) : [],
    dispersion: toMaybe(meanOf(squares.filter(Number.isFinite))),
  });
}

function readFunnel(
  data: FunnelData,
): Result<{ readonly counts: Float64Array; readonly sizes: Float64Array }, Failure<ControlFailureCode>> {
  const counts = toSeries(data.counts);
  const sizes = toSeries(data.sizes);
  requireEqualLengths(counts, sizes);
  for (let i = 0; i < counts.length; i++) {
    if (Number.isNaN(counts[i]) || !(sizes[i] > 0)) counts[i] = sizes[i] = NaN;
    else if (counts[i] < 0) return fail('count-negative', { point: i + 1, count: counts[i] });
    else if (data.kind === 'proportion' && counts[i] > sizes[i]) {
      return fail('defectives-exceed-size', { point: i + 1, defectives: counts[i], size: sizes[i] });
    }
  }
  return ok({ counts, sizes });
}

function limitsOf(
  kind: FunnelData['kind'],
  target: number,
  size: number,
  { coverages, method }: Required<Pick<FunnelOptions, 'coverages' | 'method'>>,
): FunnelLimits {
  const isProportion = kind === 'proportion';
  const expected = size * (isProportion ? Math.min(target, 1 - target) : target);
  const isExact = method === 'exact' || (method === 'auto' && expected < fewestExpected);
  const tails = coverages.map((coverage) => (1 - coverage) / 2);
  if (!isExact) {
    const sigma = rateSigma(isProportion ? 'binomial' : 'poisson', target, size);
    const half = tails.map((tail) => normalUpperQuantile(tail) * sigma);
    return {
      size,
      lower: half.map((h) => Math.max(0, target - h)),
      upper: half.map((h) => (isProportion ? Math.min(1, target + h) : target + h)),
    };
  }
  // A binomial law needs a whole number of items; sizes of proportions are counts, up to weighting.
  const items = isProportion ? Math.max(1, Math.round(size)) : size;
  const law = isProportion ? binomial(items, Math.min(1, Math.max(0, target))) : poisson(target * size);
  return {
    size,
    lower: tails.map((tail) => Math.max(0, smoothQuantile(law, tail) / items)),
    upper: tails.map((tail) => {
      const high = smoothQuantile(law, 1 - tail) / items;
      return isProportion ? Math.min(1, high) : high;
    }),
  };
}

/** Quantile of a discrete law, interpolated between whole numbers as Spiegelhalter does. */
function smoothQuantile(law: Distribution, p: number): number {
  const r = law.quantile(p);
  const mass = law.density(r);
  return mass > 0 ? r - (law.lower(r) - p) / mass : r;
}

function judge(value: number, limits: FunnelLimits): FunnelUnit {
  const above = limits.upper.filter((line) => value > line).length;
  const below = limits.lower.filter((line) => value < line).length;
  return {
    value,
    limits,
    levelsBeyond: Math.max(above, below),
    side: above > 0 ? 'above' : below > 0 ? 'below' : 'inside',
  };
}

/** Sizes from the smallest to the largest that occurs, closer together where the funnel bends. */
function sizesForCurve(sizes: Float64Array): number[] {
  const known = sizes.filter((size) => size === size);
  if (known.length === 0) return [];
  const low = Math.sqrt(known.reduce((least, size) => Math.min(least, size), Infinity));
  const high = Math.sqrt(known.reduce((most, size) => Math.max(most, size), 0));
  if (low === high) return [low * low];
  const curve = Array.from({ length: curvePoints }, (_, i) => (low + ((high - low) * i) / (curvePoints - 1)) ** 2);
  return [...new Set(curve.map((size) => Math.round(size * 1e6) / 1e6))];
}

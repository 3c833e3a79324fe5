import { ok, type Failure, type Result } from '../../kernel/result';
import { chiSquare } from '../distributions/gamma';
import { normalQuantile, normalUpperQuantile } from '../distributions/normal';
import { readSeries } from './attribute-chart';
import type { ControlFailureCode } from './failures';
import { attributeTraits, pooledRate, sigmaZ, standardisedRates, type AttributeTrait } from './limits/attributes';
import { toMaybe, withoutPoints } from './series';
import type { ChartData, Maybe, PointRange } from './types';

/** Whether counts scatter as a binomial or Poisson law says. */
export interface DispersionDiagnostic {
  readonly points: number;
  /** Observed ÷ expected spread of the middle half of the points; 1 where the law holds. */
  readonly ratio: Maybe;
  /** The ratio that 5 % of lawful charts of as many points exceed. */
  readonly ratioUpper: Maybe;
  /** Below this the points scatter less than the law allows. */
  readonly ratioLower: number;
  /** Laney's σ_z, which a p′ or u′ chart would widen the limits by. */
  readonly sigmaZ: Maybe;
  /** Dispersion test: Σz², its degrees of freedom, and the probability of at least as much. */
  readonly chiSquare: Maybe;
  readonly degreesOfFreedom: number;
  readonly pValue: Maybe;
  readonly suggestion: 'laney' | 'narrower-than-expected' | 'none' | 'too-few-points';
}

const fewestPoints = 8;
const ratioLower = 0.6;
const sigmaZWorthwhile = 1.2;

/**
 * Tells whether p, np, u or c limits can be trusted, or Laney's are needed.
 *
 * Shape     the data of an attribute chart; only the points of `range`, without the excluded ones, are looked at.
 * Formula   Points are transformed to a constant spread of 1 (arcsine root or root), ordered and set against normal
 *           scores; the slope through the middle half is the ratio, so single outliers do not count. A ratio above
 *           1 + 2.2/√m + 0.6/m, or σ_z > 1.2 with a dispersion test below 1 %, suggests Laney.
 * Fails     count-negative, defectives-exceed-size
 * Accuracy  the 5 % point of the ratio: 0.03, simulated for m = 8 … 200
 * Source    the idea of Minitab's P and U chart diagnostics; Jones and Govindaraju 2000; Anscombe 1948
 */
export function dispersionDiagnostic(
  data: Exclude<ChartData, { kind: 'individuals' }>,
  options: { readonly range?: PointRange; readonly excluded?: readonly number[] } = {},
): Result<DispersionDiagnostic, Failure<ControlFailureCode>> {
  const trait = attributeTraits[data.kind];
  const series = readSeries(data, trait);
  if (!series.ok) return series;
  const counts = withoutPoints(series.value.counts, options.excluded ?? []);
  const { sizes } = series.value;
  const range = options.range ?? { start: 0, end: counts.length };
  const { center, pointsUsed } = pooledRate(counts, sizes, range);
  const z = standardisedRates(counts, sizes, center, trait.law);
  const spread = sigmaZ(z, range);
  const squares = z.subarray(range.start, range.end).filter((v) => v === v);
  const statistic = squares.reduce((sum, v) => sum + v * v, 0);
  const degreesOfFreedom = Math.max(0, pointsUsed - 1);
  const isTestable = degreesOfFreedom > 0 && Number.isFinite(statistic);
  const pValue = isTestable ? chiSquare(degreesOfFreedom).upper(statistic) : null;
  const isEnough = pointsUsed >= fewestPoints && squares.some((v) => v !== 0);
  const ratio = isEnough ? middleSlope(stabilised(counts, sizes, center, trait.law, range)) : null;
  const ratioUpper = isEnough ? 1 + 2.2 / Math.sqrt(pointsUsed) + 0.6 / pointsUsed : null;
  return ok({
    points: pointsUsed,
    ratio,
    ratioUpper,
    ratioLower,
    sigmaZ: toMaybe(spread),
    chiSquare: isTestable ? statistic : null,
    degreesOfFreedom,
    pValue,
    suggestion: suggest({ ratio, ratioUpper, spread, pValue }),
  });
}

function suggest(found: {
  readonly ratio: Maybe;
  readonly ratioUpper: Maybe;
  readonly spread: number;
  readonly pValue: Maybe;
}): DispersionDiagnostic['suggestion'] {
  const { ratio, ratioUpper, spread, pValue } = found;
  if (ratio === null || ratioUpper === null) return 'too-few-points';
  if (ratio > ratioUpper || (spread > sigmaZWorthwhile && pValue !== null && pValue < 0.01)) return 'laney';
  return ratio < ratioLower ? 'narrower-than-expected' : 'none';
}

/** The points of a range on a scale where the law gives them a standard deviation of 1. */
function stabilised(
  counts: Float64Array,
  sizes: Float64Array,
  center: number,
  law: AttributeTrait['law'],
  { start, end }: PointRange,
): Float64Array {
  const scaled = counts.map((count, i) => {
    const size = sizes[i];
    if (law === 'poisson') return 2 * (Math.sqrt(count + 3 / 8) - Math.sqrt(size * center + 3 / 8));
    const angle = Math.asin(Math.sqrt((count + 3 / 8) / (size + 3 / 4)));
    const expected = Math.asin(Math.sqrt((size * center + 3 / 8) / (size + 3 / 4)));
    return 2 * Math.sqrt(size + 0.5) * (angle - expected);
  });
  return scaled.subarray(start, end).filter((v) => v === v);
}

/** Slope of the ordered values on their normal scores, over the middle half of them. */
function middleSlope(values: Float64Array): number {
  const sorted = values.sort();
  const scores = normalScores(sorted.length);
  let products = 0;
  let squares = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (Math.abs(scores[i]) > upperQuartile) continue;
    products += scores[i] * sorted[i];
    squares += scores[i] * scores[i];
  }
  return products / squares;
}

const upperQuartile = normalUpperQuantile(0.25);

/** Charts of one project mostly have one length, and quantiles are dear. */
const scoresByLength = new Map<number, Float64Array>();

/** Blom's normal scores of n ordered values. */
function normalScores(n: number): Float64Array {
  let scores = scoresByLength.get(n);
  if (!scores) {
    scores = Float64Array.from({ length: n }, (_, i) => normalQuantile((i + 0.625) / (n + 0.25)));
    if (scoresByLength.size > 50) scoresByLength.clear();
    scoresByLength.set(n, scores);
  }
  return scores;
}

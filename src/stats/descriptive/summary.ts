import { studentT } from '../distributions/student-t';
import { meanOf, squaredDeviations } from '../special/sums';
import type { Interval } from '../proportions/interval';
import { autocorrelation } from './autocorrelation';
import { finiteOrNull, measured, ratioOrNull, type Maybe } from './measured';
import { sortedQuantile } from './quantile';

/** Probabilities of the quantiles of a summary. */
export const summaryProbabilities: readonly number[] = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/** Descriptive statistics; null where a value does not exist. */
export interface Summary {
  readonly n: number;
  readonly missing: number;
  readonly sum: Maybe;
  readonly mean: Maybe;
  /** n − 1 */
  readonly variance: Maybe;
  readonly sd: Maybe;
  /** Standard error of the mean. */
  readonly seMean: Maybe;
  readonly min: Maybe;
  readonly max: Maybe;
  readonly range: Maybe;
  readonly median: Maybe;
  readonly quantiles: {
    readonly probabilities: readonly number[];
    /** As R and Excel (inclusive). */
    readonly type7: readonly Maybe[];
    /** As Minitab and SPSS. */
    readonly type6: readonly Maybe[];
  };
  readonly iqrType7: Maybe;
  readonly iqrType6: Maybe;
  /** g1 = m₃/m₂^1.5; adjusted as Excel, Minitab and SAS print it. */
  readonly skewness: { readonly g1: Maybe; readonly adjusted: Maybe };
  /** Excess: g2 = m₄/m₂² − 3; adjusted as Excel, Minitab and SAS print it. */
  readonly kurtosis: { readonly g2: Maybe; readonly adjusted: Maybe };
  /** By Student's t. */
  readonly meanInterval: Interval | null;
  readonly autocorrelationLag1: Maybe;
}

/**
 * Descriptive statistics of one sample.
 *
 * Shape     missing and non-finite values are counted and left out; no value at all gives nulls. A variance needs two
 *           values, adjusted skewness three, adjusted kurtosis four; shape needs a spread above 0.
 * Unit      that of the values; variance its square; skewness and kurtosis without unit
 * Formula   means in two passes, deviations corrected for their own sum, powers of standardised deviations
 * Accuracy  the digits that NIST certifies, as far as doubles hold the data (tests/reference/cases/descriptive-*)
 * Source    NIST StRD, univariate; Joanes and Gill 1998 for skewness and kurtosis
 */
export function summarize(values: ArrayLike<Maybe>, confidence = 0.95): Summary {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`summarize requires a confidence level: ${confidence}`);
  const data = measured(values);
  const sorted = Float64Array.from(data).sort();
  const n = data.length;
  const mean = meanOf(data);
  // Measured from one of them, values that are large and close together keep the digits of their differences.
  const origin = Number.isFinite(sorted[n - 1] - sorted[0]) ? sorted[n >> 1] : 0;
  const deviations = data.map((value) => value - origin);
  const squares = squaredDeviations(deviations);
  const sd = Math.sqrt(squares / (n - 1));
  const seMean = sd / Math.sqrt(n);
  const quantile = (p: number, type: 6 | 7): Maybe => finiteOrNull(sortedQuantile(sorted, p, type));
  const [min, max] = n > 0 ? [sorted[0], sorted[n - 1]] : [NaN, NaN];
  const half = n > 1 ? studentT(n - 1).upperQuantile((1 - confidence) / 2) * seMean : NaN;
  return {
    n,
    missing: values.length - n,
    sum: n > 0 ? finiteOrNull(compensatedSum(data)) : null,
    mean: finiteOrNull(mean),
    variance: n > 1 ? finiteOrNull(squares / (n - 1)) : null,
    sd: n > 1 ? finiteOrNull(sd) : null,
    seMean: n > 1 ? finiteOrNull(seMean) : null,
    min: finiteOrNull(min),
    max: finiteOrNull(max),
    range: finiteOrNull(max - min),
    median: quantile(0.5, 7),
    quantiles: {
      probabilities: summaryProbabilities,
      type7: summaryProbabilities.map((p) => quantile(p, 7)),
      type6: summaryProbabilities.map((p) => quantile(p, 6)),
    },
    iqrType7: finiteOrNull(sortedQuantile(sorted, 0.75, 7) - sortedQuantile(sorted, 0.25, 7)),
    iqrType6: finiteOrNull(sortedQuantile(sorted, 0.75, 6) - sortedQuantile(sorted, 0.25, 6)),
    ...shapeOf(deviations, Math.sqrt(squares / n)),
    meanInterval: Number.isFinite(mean + half) ? { low: mean - half, high: mean + half } : null,
    autocorrelationLag1: autocorrelation(deviations, 1),
  };
}

/** Skewness and kurtosis; `spread` is the standard deviation with n. */
function shapeOf(data: Float64Array, spread: number): Pick<Summary, 'skewness' | 'kurtosis'> {
  const n = data.length;
  const mean = meanOf(data);
  let cubes = 0;
  let fourths = 0;
  for (const value of data) {
    const z = (value - mean) / spread;
    cubes += z ** 3;
    fourths += z ** 4;
  }
  // A spread that overflows makes every z 0, and the shape a lie.
  const divisor = spread < Infinity ? n : NaN;
  const g1 = ratioOrNull(cubes, divisor);
  const g2 = finiteOrNull(fourths / divisor - 3);
  return {
    skewness: { g1, adjusted: g1 === null || n < 3 ? null : (g1 * Math.sqrt(n * (n - 1))) / (n - 2) },
    kurtosis: {
      g2,
      adjusted: g2 === null || n < 4 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
    },
  };
}

/** Sum with the rounding of every step carried along (Neumaier). */
function compensatedSum(data: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const value of data) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

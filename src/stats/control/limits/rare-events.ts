import { normalUpper } from '../../distributions/normal';
import { exponential, weibull } from '../../distributions/positive-families';
import { fitWeibull } from '../../distributions/fit-weibull';
import { meanOf, medianOf } from '../../special/sums';

/** Lines of a chart of events that are rare; NaN where they cannot be computed. */
export interface RareEventLines {
  /** The line drawn. */
  readonly center: number;
  readonly upper: number;
  readonly lower: number;
  readonly mean: number;
  readonly median: number;
  /** Standard deviation, where the method has one. */
  readonly sigma: number;
}

/**
 * Lines of a g chart from moments, as in Provost and Murray and in NHS practice.
 *
 * Formula   mean ± k·√(ḡ(ḡ + 1)), not below 0. Far more false alarms than three sigma promise: 1.8 % at ḡ = 20.
 * Source    Benneyan 2001; Provost and Murray, The Health Care Data Guide
 */
export function geometricMoments(values: Float64Array, k: number): RareEventLines {
  const mean = meanOf(values);
  const sigma = Math.sqrt(mean * (mean + 1));
  return {
    center: mean,
    upper: mean + k * sigma,
    lower: Math.max(0, mean - k * sigma),
    mean,
    median: medianOf(values),
    sigma,
  };
}

/** The chance of an event per opportunity, p̂ = ((N − 1)/N)/(ḡ + 1) from N counts between events. */
export function eventChance(values: Float64Array): number {
  const n = values.length;
  return n > 1 ? (n - 1) / n / (meanOf(values) + 1) : NaN;
}

/**
 * Lines of a g chart from percentiles of the geometric distribution.
 *
 * Formula   percentiles Φ(−k), ½ and Φ(k) of the counts between events, linear between whole numbers, not below 0
 * Source    Benneyan 2001; the percentile limits Minitab documents
 */
export function geometricPercentiles(values: Float64Array, k: number): RareEventLines {
  const chance = eventChance(values);
  const tail = normalUpper(k);
  const center = geometricPercentile(chance, 0.5);
  return {
    center,
    upper: geometricPercentile(chance, 1 - tail),
    lower: geometricPercentile(chance, tail),
    mean: meanOf(values),
    median: medianOf(values),
    sigma: NaN,
  };
}

/** Percentile of a geometric distribution (failures before the first success), linear between whole numbers. */
export function geometricPercentile(chance: number, p: number): number {
  const below = (k: number): number => -Math.expm1((k + 1) * Math.log1p(-chance));
  const k = Math.max(0, Math.ceil(Math.log1p(-p) / Math.log1p(-chance) - 1));
  const before = below(k - 1);
  return Math.max(0, k - 1 + (p - before) / (below(k) - before));
}

/**
 * Lines of a t chart from percentiles of an exponential or a fitted Weibull distribution.
 *
 * Formula   percentiles Φ(−k), ½ and Φ(k)
 * Source    Benneyan 2001; Xie, Goh and Ranjan 2002
 */
export function timePercentiles(values: Float64Array, k: number, law: 'exponential' | 'weibull'): RareEventLines {
  const mean = meanOf(values);
  const tail = normalUpper(k);
  const fit = law === 'weibull' ? fitWeibull([...values]) : null;
  const isUsable = mean > 0 && (fit === null || fit.ok);
  const distribution = !isUsable ? null : fit?.ok ? weibull(fit.value.shape, fit.value.scale) : exponential(1 / mean);
  return {
    center: distribution?.quantile(0.5) ?? NaN,
    upper: distribution?.upperQuantile(tail) ?? NaN,
    lower: distribution?.quantile(tail) ?? NaN,
    mean,
    median: medianOf(values),
    sigma: NaN,
  };
}

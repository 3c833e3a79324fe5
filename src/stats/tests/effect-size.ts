import { fail, ok } from '../../kernel/result';
import { c4 } from '../constants/c4';
import { measured, type Maybe } from '../descriptive/measured';
import { meanOf, squaredDeviations } from '../special/sums';
import type { TestResult } from './failures';

/** Standardised difference of two means. */
export interface EffectSize {
  /** Difference over the pooled standard deviation. */
  readonly cohenD: number;
  /** d without its bias in small samples. */
  readonly hedgesG: number;
}

/**
 * Standardised difference of means, second − first.
 *
 * Shape     missing values are left out; at least 2 must remain in each sample, and one of them must vary.
 * Formula   d = (x̄₂ − x̄₁)/s_pooled; g = d·J(ν), J(ν) = Γ(ν/2)/(√(ν/2)·Γ((ν − 1)/2)), ν = n₁ + n₂ − 2
 * Fails     group-too-few-values, sample-all-equal
 * Accuracy  1e-12 relative
 * Source    Hedges 1981
 */
export function effectSize(first: ArrayLike<Maybe>, second: ArrayLike<Maybe>): TestResult<EffectSize> {
  const x = measured(first);
  const y = measured(second);
  const short = [x, y].findIndex((sample) => sample.length < 2);
  if (short >= 0) return fail('group-too-few-values', { group: short + 1, needed: 2, n: [x, y][short].length });
  const df = x.length + y.length - 2;
  const pooled = Math.sqrt((squaredDeviations(x) + squaredDeviations(y)) / df);
  if (!(pooled > 0)) return fail('sample-all-equal', { value: x[0] });
  const origin = x[0];
  const cohenD = (meanOf(y.map((v) => v - origin)) - meanOf(x.map((v) => v - origin))) / pooled;
  return ok({ cohenD, hedgesG: cohenD * c4(df) * Math.sqrt((df - 1) / df) });
}

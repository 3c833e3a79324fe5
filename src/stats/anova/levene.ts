import { ok } from '../../kernel/result';
import { ratioOrNull, type Maybe } from '../descriptive/measured';
import { fisherF } from '../distributions/f';
import { meanOf, medianOf, squaredDeviations } from '../special/sums';
import type { TestResult } from '../tests/failures';
import { prepareGroups, type NamedGroup } from './groups';

/** Result of a Levene test; null where no deviation varies. */
export interface Levene {
  readonly f: Maybe;
  readonly df1: number;
  readonly df2: number;
  readonly pValue: Maybe;
}

/**
 * Levene's test of equal variances.
 *
 * Shape     at least two groups of at least 2 values
 * Formula   one-way analysis of variance of |x − centre|; centre 'median' is the test of Brown and Forsythe, which is
 *           the safe choice for skewed data
 * Fails     groups-too-few, group-too-few-values
 * Accuracy  1e-9 relative (tests/reference/cases/levene_bartlett-*)
 * Source    Levene 1960; Brown and Forsythe 1974
 */
export function leveneTest(groups: readonly NamedGroup[], center: 'median' | 'mean' = 'median'): TestResult<Levene> {
  const prepared = prepareGroups(groups, { groups: 2, perGroup: 2 });
  if (!prepared.ok) return prepared;
  const { samples, total } = prepared.value;
  const deviations = samples.map((sample) => {
    const middle = center === 'median' ? medianOf(sample) : meanOf(sample);
    return sample.map((value) => Math.abs(value - middle));
  });
  const df1 = samples.length - 1;
  const df2 = total - samples.length;
  const means = deviations.map((sample) => meanOf(sample));
  const grand = deviations.reduce((sum, sample, i) => sum + sample.length * means[i], 0) / total;
  const between = deviations.reduce((sum, sample, i) => sum + sample.length * (means[i] - grand) ** 2, 0) / df1;
  const within = deviations.reduce((sum, sample) => sum + squaredDeviations(sample), 0) / df2;
  const f = ratioOrNull(between, within);
  return ok({ f, df1, df2, pValue: f === null ? null : fisherF(df1, df2).upper(f) });
}

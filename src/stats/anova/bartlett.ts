import { ok } from '../../kernel/result';
import { finiteOrNull, type Maybe } from '../descriptive/measured';
import { chiSquare } from '../distributions/gamma';
import { squaredDeviations } from '../special/sums';
import type { TestResult } from '../tests/failures';
import { prepareGroups, type NamedGroup } from './groups';

/** Result of Bartlett's test; null where a group does not vary. */
export interface Bartlett {
  readonly kSquared: Maybe;
  readonly df: number;
  readonly pValue: Maybe;
}

/**
 * Bartlett's test of equal variances. Sensitive to departures from the normal distribution.
 *
 * Shape     at least two groups of at least 2 values
 * Formula   K² = ((n − k)ln s² − Σ(nᵢ − 1)ln sᵢ²)/(1 + (Σ1/(nᵢ − 1) − 1/(n − k))/(3(k − 1))), χ² with k − 1
 * Fails     groups-too-few, group-too-few-values
 * Accuracy  1e-9 relative (tests/reference/cases/levene_bartlett-*)
 * Source    Bartlett 1937
 */
export function bartlettTest(groups: readonly NamedGroup[]): TestResult<Bartlett> {
  const prepared = prepareGroups(groups, { groups: 2, perGroup: 2 });
  if (!prepared.ok) return prepared;
  const { samples, total } = prepared.value;
  const df = samples.length - 1;
  const dfWithin = total - samples.length;
  const squares = samples.map((sample) => squaredDeviations(sample));
  const pooled = squares.reduce((sum, own) => sum + own, 0) / dfWithin;
  let logs = 0;
  let inverses = 0;
  samples.forEach((sample, i) => {
    logs += (sample.length - 1) * Math.log(pooled / (squares[i] / (sample.length - 1)));
    inverses += 1 / (sample.length - 1);
  });
  const kSquared = finiteOrNull(logs / (1 + (inverses - 1 / dfWithin) / (3 * df)));
  return ok({ kSquared, df, pValue: kSquared === null ? null : chiSquare(df).upper(kSquared) });
}

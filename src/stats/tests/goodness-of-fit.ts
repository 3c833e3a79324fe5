import { fail, ok } from '../../kernel/result';
import { chiSquare } from '../distributions/gamma';
import type { TestResult } from './failures';

/** Result of the test of counts against given shares. */
export interface GoodnessOfFit {
  readonly chiSquared: number;
  readonly df: number;
  readonly pValue: number;
  readonly expected: readonly number[];
  /** Below 5 the approximation is doubtful. */
  readonly minExpected: number;
}

/**
 * χ² test of counts against given shares.
 *
 * Shape     at least two counts ≥ 0 with a sum above 0; as many shares > 0 that add up to 1 (within 1e-6), or none for
 *           equal shares
 * Formula   Σ(O − E)²/E with E = n·share and k − 1 degrees of freedom
 * Fails     table-too-small, table-count-invalid, table-margin-empty, share-outside-unit, shares-not-one
 * Accuracy  1e-9 relative (tests/reference/cases/chisq-*)
 */
export function goodnessOfFit(observed: readonly number[], shares?: readonly number[]): TestResult<GoodnessOfFit> {
  if (observed.length < 2) return fail('table-too-small', { rows: 1, columns: observed.length });
  const broken = observed.find((count) => !(count >= 0 && count < Infinity));
  if (broken !== undefined) return fail('table-count-invalid', { count: broken });
  const total = observed.reduce((sum, count) => sum + count, 0);
  if (total === 0) return fail('table-margin-empty');
  const given = shares ?? observed.map(() => 1 / observed.length);
  if (given.length !== observed.length) {
    throw new RangeError(`counts and shares need equal lengths: ${observed.length} and ${given.length}`);
  }
  const outside = given.find((share) => !(share > 0 && share <= 1));
  if (outside !== undefined) return fail('share-outside-unit', { share: outside });
  const sum = given.reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) > 1e-6) return fail('shares-not-one', { sum });
  const expected = given.map((share) => total * share);
  const chiSquared = observed.reduce((all, count, i) => all + (count - expected[i]) ** 2 / expected[i], 0);
  const df = observed.length - 1;
  return ok({ chiSquared, df, pValue: chiSquare(df).upper(chiSquared), expected, minExpected: Math.min(...expected) });
}

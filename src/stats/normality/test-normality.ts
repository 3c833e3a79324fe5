import { fail, ok } from '../../kernel/result';
import { measured, type Maybe } from '../descriptive/measured';
import type { TestResult } from '../tests/failures';
import { andersonDarling, type AndersonDarling } from './anderson-darling';
import { ryanJoiner, type RyanJoiner } from './ryan-joiner';
import { largestShapiroWilk, shapiroWilk, type ShapiroWilk } from './shapiro-wilk';

/** Three tests of normality side by side. */
export interface NormalityTests {
  readonly n: number;
  readonly andersonDarling: AndersonDarling;
  /** Null above 5000 values, for which it was not made. */
  readonly shapiroWilk: ShapiroWilk | null;
  readonly ryanJoiner: RyanJoiner;
}

/**
 * Tests whether a sample may come from a normal distribution.
 *
 * Shape     missing values are left out; at least 3 must remain, and they must vary.
 * Fails     sample-too-few-values, sample-all-equal
 */
export function testNormality(values: ArrayLike<Maybe>): TestResult<NormalityTests> {
  const sorted = measured(values).slice().sort();
  const n = sorted.length;
  if (n < 3) return fail('sample-too-few-values', { needed: 3, n });
  if (sorted[0] === sorted[n - 1]) return fail('sample-all-equal', { value: sorted[0] });
  // The tests do not depend on place and scale; from 0 to 1 no square can overflow or vanish.
  const part = Number.isFinite(sorted[n - 1] - sorted[0]) ? 1 : 2;
  const range = sorted[n - 1] / part - sorted[0] / part;
  const scaled = sorted.map((value) => (value / part - sorted[0] / part) / range);
  return ok({
    n,
    andersonDarling: andersonDarling(scaled),
    shapiroWilk: n <= largestShapiroWilk ? shapiroWilk(scaled) : null,
    ryanJoiner: ryanJoiner(scaled),
  });
}

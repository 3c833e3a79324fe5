import { fail, ok } from '../../kernel/result';
import { finiteOrNull, type Maybe } from '../descriptive/measured';
import { hypergeometric } from '../distributions/hypergeometric';
import type { Alternative } from './alternative';
import { conditionalOddsRatio } from './conditional-odds-ratio';
import type { TestResult } from './failures';

/**
 * Observations up to which a 2×2 table is tested exactly. The work grows with the square root of them; beyond, a person
 * would wait for seconds, and the approximate tests differ from the exact one in no digit that is shown.
 */
export const MAX_EXACT_OBSERVATIONS = 1e11;

/** Result of Fisher's exact test of a 2×2 table. */
export interface FisherExact {
  /** Sum of the tables at most as likely as the observed one. */
  readonly twoSidedP: number;
  /** P(first cell ≤ observed): an odds ratio below 1. */
  readonly lessP: number;
  /** P(first cell ≥ observed): an odds ratio above 1. */
  readonly greaterP: number;
  /** ad/bc; null where it is infinite or 0/0. */
  readonly oddsRatio: Maybe;
  /** Maximum of the likelihood given the margins; null where it is infinite or undefined. */
  readonly conditionalOddsRatio: Maybe;
}

/**
 * Fisher's exact test.
 *
 * Shape     [[a, b], [c, d]] of whole counts ≥ 0; RangeError unless 2×2
 * Formula   hypergeometric probabilities of the first cell, the margins given
 * Fails     table-count-invalid, table-too-large above MAX_EXACT_OBSERVATIONS
 * Accuracy  1e-9 relative for p, 1e-8 for the conditional odds ratio (tests/reference/cases/fisher-*)
 * Source    Fisher 1935; two-sided by the convention of R
 */
export function fisherExact(table: readonly (readonly number[])[]): TestResult<FisherExact> {
  if (table.length !== 2 || table.some((row) => row.length !== 2)) {
    throw new RangeError(`fisher's test requires a 2×2 table: ${JSON.stringify(table)}`);
  }
  const broken = table.flat().find((count) => !(Number.isInteger(count) && count >= 0));
  if (broken !== undefined) return fail('table-count-invalid', { count: broken });
  const [[a, b], [c, d]] = table;
  const observations = a + b + c + d;
  if (observations > MAX_EXACT_OBSERVATIONS) {
    return fail('table-too-large', { observations, limit: MAX_EXACT_OBSERVATIONS });
  }
  return ok({
    twoSidedP: fisherP(table, 'two-sided'),
    lessP: fisherP(table, 'less'),
    greaterP: fisherP(table, 'greater'),
    oddsRatio: finiteOrNull((a * d) / (b * c)),
    conditionalOddsRatio: conditionalOddsRatio(a, b, c, d),
  });
}

/**
 * p-value of Fisher's exact test.
 *
 * Shape     [[a, b], [c, d]] of whole counts ≥ 0
 * Formula   two-sided: tables at most as likely as the observed one, with a relative slack of 1e-7 for ties
 * Accuracy  1e-9 relative; the far tail is found by bisection, so large tables cost little
 */
export function fisherP(table: readonly (readonly number[])[], alternative: Alternative): number {
  const [[a, b], [c, d]] = table;
  const law = hypergeometric(a + c, b + d, a + b);
  if (alternative === 'less') return law.lower(a);
  if (alternative === 'greater') return law.upper(a - 1);
  const min = Math.max(0, a + b - (b + d));
  const max = Math.min(a + b, a + c);
  const threshold = law.density(a) * (1 + 1e-7);
  const mode = Math.min(max, Math.max(min, Math.floor(((a + b + 1) * (a + c + 1)) / (a + b + c + d + 2))));
  if (a === mode || law.density(mode) <= threshold) return 1;
  // Probabilities fall away from the mode: the first table beyond it that is rare enough starts the other tail.
  const isRare = (k: number): boolean => law.density(k) <= threshold;
  if (a < mode) {
    const first = firstWhere(max - mode, (step) => isRare(mode + step));
    return Math.min(1, law.lower(a) + (first === null ? 0 : law.upper(mode + first - 1)));
  }
  const first = firstWhere(mode - min, (step) => isRare(mode - step));
  return Math.min(1, law.upper(a - 1) + (first === null ? 0 : law.lower(mode - first)));
}

/** Smallest step from 0 to `last` at which a test holds that then stays true; null if it never does. */
function firstWhere(last: number, test: (step: number) => boolean): number | null {
  let from = 0;
  let to = last + 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (test(middle)) to = middle;
    else from = middle + 1;
  }
  return from <= last ? from : null;
}

import { fail, ok } from '../../kernel/result';
import { completeRows, type Maybe } from '../descriptive/measured';
import { studentT } from '../distributions/student-t';
import { rankValues } from '../nonparametric/ranks';
import { symmetricP, tailsP, type Alternative } from '../tests/alternative';
import type { TestResult } from '../tests/failures';
import { centred, correlate } from './pearson';

/** Rank correlation with its test. */
export interface SpearmanCorrelation {
  readonly n: number;
  readonly rho: number;
  /** By the t approximation with n − 2 degrees of freedom. */
  readonly approximateP: number;
  /** From all permutations; null with ties and above 9 pairs. */
  readonly exactP: Maybe;
}

/**
 * Spearman's rank correlation.
 *
 * Shape     lists of equal length; incomplete pairs are left out, 3 must remain, and both variables must vary.
 * Formula   Pearson's r of the midranks; t = ρ√((n − 2)/(1 − ρ²)); exact: the smaller tail of Σd² doubled
 * Fails     sample-too-few-pairs, sample-all-equal
 * Accuracy  1e-9 relative (tests/reference/cases/correlation-*)
 */
export function spearman(
  first: ArrayLike<Maybe>,
  second: ArrayLike<Maybe>,
  alternative: Alternative = 'two-sided',
): TestResult<SpearmanCorrelation> {
  const { columns } = completeRows([first, second]);
  const n = columns[0].length;
  if (n < 3) return fail('sample-too-few-pairs', { needed: 3, n });
  const [a, b] = columns.map((column) => rankValues(column));
  const x = centred(a.ranks);
  const y = centred(b.ranks);
  if (!x || !y) return fail('sample-all-equal', { value: x ? columns[1][0] : columns[0][0] });
  const { r: rho, rest } = correlate(x, y);
  const t = rest > 0 ? rho * Math.sqrt((n - 2) / rest) : rho * Infinity;
  const isExact = n <= 9 && !a.hasTies && !b.hasTies;
  return ok({
    n,
    rho,
    approximateP: symmetricP(studentT(n - 2), t, alternative),
    exactP: isExact ? tailsP(exactTails(a.ranks, b.ranks), alternative) : null,
  });
}

/** Tails of ρ over all permutations; a larger Σd² is a smaller ρ. */
function exactTails(a: Float64Array, b: Float64Array): { lower: number; upper: number } {
  const n = a.length;
  const observed = a.reduce((sum, rank, i) => sum + (rank - b[i]) ** 2, 0);
  const permutation = Array.from({ length: n }, (_, i) => i);
  let atMost = 0;
  let atLeast = 0;
  let count = 0;
  const permute = (place: number, sum: number): void => {
    if (place === n) {
      count++;
      if (sum <= observed) atMost++;
      if (sum >= observed) atLeast++;
      return;
    }
    for (let i = place; i < n; i++) {
      swap(permutation, place, i);
      permute(place + 1, sum + (permutation[place] - place) ** 2);
      swap(permutation, place, i);
    }
  };
  permute(0, 0);
  return { lower: atLeast / count, upper: atMost / count };
}

function swap(list: number[], i: number, j: number): void {
  const kept = list[i];
  list[i] = list[j];
  list[j] = kept;
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { beta } from '../distributions/beta';
import { fisherF } from '../distributions/f';
import { meanOf } from '../special/sums';
import type { ControlFailureCode } from './failures';
import type { Maybe, PointRange } from './types';

export interface HotellingOptions {
  /** Probability of a false alarm per point; default 0.0027, as for three sigma. */
  readonly alpha?: number;
  /** Rows that mean and covariance come from; default all. */
  readonly baseline?: PointRange;
  readonly excluded?: readonly number[];
}

export interface HotellingChart {
  readonly mean: readonly number[];
  /** n − 1 */
  readonly covariance: readonly (readonly number[])[];
  /** Null for a row with a missing value. */
  readonly tSquared: readonly Maybe[];
  /** For the rows the estimates come from (beta), and for later rows (F). */
  readonly upperPhase1: number;
  readonly upperPhase2: number;
  /** Rows strictly above their own limit. */
  readonly beyond: readonly number[];
  readonly rowsUsed: number;
}

/**
 * Hotelling's T² chart of single observations of several variables.
 *
 * Shape     rows of equal length p ≥ 1; a row with a missing value is a gap. At least p + 2 complete rows.
 * Formula   T² = (x − x̄)ᵀS⁻¹(x − x̄); limits (m − 1)²/m·β(1 − α; p/2, (m − p − 1)/2) and
 *           p(m + 1)(m − 1)/(m(m − p))·F(1 − α; p, m − p)
 * Fails     alpha-outside-unit, too-few-rows, covariance-singular
 * Accuracy  1e-7 relative (tests/reference/cases/hotelling-*)
 * Source    Tracy, Young and Mason 1992; Montgomery, Introduction to SQC, 8th ed., §11.3
 */
export function hotellingChart(
  rows: readonly (readonly Maybe[])[],
  options: HotellingOptions = {},
): Result<HotellingChart, Failure<ControlFailureCode>> {
  const { alpha = 0.0027, baseline = { start: 0, end: rows.length } } = options;
  if (!(alpha > 0 && alpha < 1)) return fail('alpha-outside-unit', { alpha });
  const p = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== p)) throw new RangeError(`rows of a T² chart need equal lengths: ${p}`);
  const complete = rows.map((row) => (row.every((v) => v !== null && Number.isFinite(v)) ? (row as number[]) : null));
  const isExcluded = new Set(options.excluded);
  const isUsed = (i: number): boolean => i >= baseline.start && i < baseline.end && !isExcluded.has(i);
  const used = complete.filter((row, i): row is number[] => row !== null && isUsed(i));
  const m = used.length;
  if (p === 0 || m < p + 2) return fail('too-few-rows', { columns: p, needed: p + 2, rows: m });
  const mean = Array.from({ length: p }, (_, j) => meanOf(used.map((row) => row[j])));
  const covariance = covarianceOf(used, mean);
  const root = cholesky(covariance);
  if (!root) return fail('covariance-singular');
  const tSquared = complete.map((row) =>
    row
      ? distance(
          root,
          row.map((v, j) => v - mean[j]),
        )
      : null,
  );
  const upperPhase1 = ((m - 1) ** 2 / m) * beta(p / 2, (m - p - 1) / 2).upperQuantile(alpha);
  const upperPhase2 = ((p * (m + 1) * (m - 1)) / (m * (m - p))) * fisherF(p, m - p).upperQuantile(alpha);
  const beyond = [...tSquared.keys()].filter((i) => {
    const t = tSquared[i];
    return t !== null && t > (isUsed(i) ? upperPhase1 : upperPhase2);
  });
  return ok({ mean, covariance, tSquared, upperPhase1, upperPhase2, beyond, rowsUsed: m });
}

function covarianceOf(rows: readonly (readonly number[])[], mean: readonly number[]): number[][] {
  return mean.map((_, a) =>
    mean.map((__, b) => {
      const sum = rows.reduce((total, row) => total + (row[a] - mean[a]) * (row[b] - mean[b]), 0);
      return sum / (rows.length - 1);
    }),
  );
}

/** Lower triangle L with LLᵀ = matrix; null where the matrix is singular up to rounding. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const root: number[][] = [];
  for (let i = 0; i < matrix.length; i++) {
    const line: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      const other = j === i ? line : root[j];
      for (let l = 0; l < j; l++) sum -= line[l] * other[l];
      if (j < i) line.push(sum / root[j][j]);
      else if (sum > matrix[i][i] * 1e-13) line.push(Math.sqrt(sum));
      else return null;
    }
    root.push(line);
  }
  return root;
}

/** Squared length of L⁻¹·difference. */
function distance(root: readonly (readonly number[])[], difference: readonly number[]): number {
  const solved: number[] = [];
  let total = 0;
  for (let i = 0; i < difference.length; i++) {
    let value = difference[i];
    for (let j = 0; j < i; j++) value -= root[i][j] * solved[j];
    value /= root[i][i];
    solved.push(value);
    total += value * value;
  }
  return total;
}

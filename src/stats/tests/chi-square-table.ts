import { fail, ok } from '../../kernel/result';
import { chiSquare } from '../distributions/gamma';
import type { TestResult } from './failures';

/** A statistic that follows χ², with its tail. */
export interface ChiSquareStatistic {
  readonly chiSquared: number;
  readonly pValue: number;
}

/** Result of the test of independence. */
export interface ChiSquareTable extends ChiSquareStatistic {
  readonly df: number;
  readonly expected: readonly (readonly number[])[];
  /** Below 5 the approximation is doubtful; below 1 it is not to be used. */
  readonly minExpected: number;
  /** Share of cells that expect less than 5. */
  readonly shareBelowFive: number;
  /** (O − E)/√(E(1 − row share)(1 − column share)): beyond ±2 a cell stands out. */
  readonly adjustedResiduals: readonly (readonly number[])[];
  /** Continuity-corrected; 2×2 tables only. */
  readonly yates: ChiSquareStatistic | null;
  /** Likelihood ratio, G. */
  readonly likelihoodRatio: ChiSquareStatistic;
  /** 0 none … 1 complete association. */
  readonly cramerV: number;
  readonly total: number;
}

/** What can be counted or weighted: beyond it expectations lose all digits, or are 0 themselves. */
function isCount(count: number): boolean {
  return count === 0 || (count >= 1e-9 && count <= Number.MAX_SAFE_INTEGER);
}

/**
 * χ² test of independence in a table of counts.
 *
 * Shape     at least two rows and two columns of equal length; counts 0 or from 1e-9 to 2⁵³, which leaves room for
 *           weighted ones; no row and no column empty.
 * Formula   Σ(O − E)²/E; Yates Σ(|O − E| − min(½, |O − E|))²/E; G = 2ΣO·ln(O/E); V = √(χ²/(n(min(r, c) − 1)))
 * Fails     table-too-small, table-count-invalid, table-margin-empty
 * Accuracy  1e-9 relative (tests/reference/cases/chisq-*)
 * Source    Agresti, An Introduction to Categorical Data Analysis, 2nd ed., §2.4
 */
export function chiSquareTable(table: readonly (readonly number[])[]): TestResult<ChiSquareTable> {
  const columns = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== columns))
    throw new RangeError(`rows of a table need equal lengths: ${columns}`);
  if (table.length < 2 || columns < 2) return fail('table-too-small', { rows: table.length, columns });
  const broken = table.flat().find((count) => !isCount(count));
  if (broken !== undefined) return fail('table-count-invalid', { count: broken });
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = table[0].map((_, j) => table.reduce((sum, row) => sum + row[j], 0));
  if ([...rowSums, ...columnSums].includes(0)) return fail('table-margin-empty');
  const total = rowSums.reduce((sum, count) => sum + count, 0);
  const expected = rowSums.map((row) => columnSums.map((column) => (row / total) * column));
  const df = (table.length - 1) * (columns - 1);
  const sumCells = (part: (observed: number, expectation: number) => number): number =>
    table.reduce((sum, row, i) => row.reduce((inner, count, j) => inner + part(count, expected[i][j]), sum), 0);
  const withTail = (chiSquared: number): ChiSquareStatistic => ({
    chiSquared,
    pValue: chiSquare(df).upper(chiSquared),
  });
  const pearson = withTail(sumCells((o, e) => (o - e) ** 2 / e));
  const corrected = (o: number, e: number): number => (Math.abs(o - e) - Math.min(0.5, Math.abs(o - e))) ** 2 / e;
  const cells = expected.flat();
  return ok({
    ...pearson,
    df,
    expected,
    minExpected: Math.min(...cells),
    shareBelowFive: cells.filter((e) => e < 5).length / cells.length,
    adjustedResiduals: table.map((row, i) =>
      row.map((count, j) => {
        const spread = expected[i][j] * (1 - rowSums[i] / total) * (1 - columnSums[j] / total);
        return (count - expected[i][j]) / Math.sqrt(spread);
      }),
    ),
    yates: table.length === 2 && columns === 2 ? withTail(sumCells(corrected)) : null,
    likelihoodRatio: withTail(Math.max(0, 2 * sumCells((o, e) => (o > 0 ? o * Math.log(o / e) : 0)))),
    cramerV: Math.sqrt(pearson.chiSquared / (total * (Math.min(table.length, columns) - 1))),
    total,
  });
}

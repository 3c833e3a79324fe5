import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { DictionaryColumn, NumericColumn, Table } from '../../table/column';
import { findNumeric } from '../../table/find-column';
import { countMissing, groupByWord, type Groups } from '../../table/group';
import type { Rows } from '../../table/rows';
import { codedColumns } from '../contract';
import type { ParetoSpec } from './spec';

/** What each dictionary entry weighs; entry `dictionary.length` stands for rows without a value. */
export interface Weighing {
  readonly values: Float64Array;
  readonly rows: Float64Array;
  readonly unweighted: number;
  /** What several entries together weigh in the rows that have one of them. */
  readonly part: (entries: readonly number[]) => WeighedPart;
  /** Σ of the rows' squared weights. */
  readonly totalSquares: number;
  /** Rows that count by their primary link, and contributing links that count; null where there are only rows. */
  readonly places: { readonly primary: number; readonly contributing: number } | null;
}

/** Of some entries, over rows i with weight wᵢ, of which the entries have pᵢ. */
export interface WeighedPart {
  /** Σ pᵢ */
  readonly value: number;
  /** Rows with pᵢ from at least one of the entries, each counted once. */
  readonly rows: number;
  /** Σ pᵢ² */
  readonly squares: number;
  /** Σ pᵢwᵢ */
  readonly products: number;
}

/** The number column that weighs the rows; null when each row weighs 1. */
export function weightColumn(table: Table, spec: ParetoSpec): Result<NumericColumn | null, Failure> {
  if (spec.weight === 'count') return ok(null);
  const id = spec.weight === 'severity' ? codedColumns.severity : (spec.weightColumn ?? '');
  const column = findNumeric(table, id);
  if (column) return ok(column);
  return spec.weight === 'severity' ? fail('pareto-no-severity') : fail('column-unknown', { column: id });
}

/**
 * Rows, weights and squared weights per dictionary entry.
 *
 * Fails  pareto-negative-weight with the first row that has one: shares of a sum with negative parts mean nothing
 */
export function weigh(column: DictionaryColumn, weight: NumericColumn | null, rows: Rows): Result<Weighing, Failure> {
  const groups = groupByWord(column);
  const size = groups.size + 1;
  const counted = new Float64Array(size);
  const values = new Float64Array(size);
  const squares = new Float64Array(size);
  if (weight === null) {
    tally(groups, rows, counted);
    return ok(toWeighing(counted, counted, counted, 0));
  }
  const length = rows === null ? groups.of.length : rows.length;
  for (let i = 0; i < length; i++) {
    const row = rows === null ? i : rows[i];
    const group = groups.of[row] < 0 ? groups.size : groups.of[row];
    counted[group]++;
    if (((weight.missing[row >>> 3] >>> (row & 7)) & 1) === 1) continue;
    const value = weight.values[row];
    if (value < 0) return fail('pareto-negative-weight', { column: weight.name, row: row + 1, value });
    values[group] += value;
    squares[group] += value * value;
  }
  return ok(toWeighing(values, squares, counted, countMissing(weight, rows)));
}

/** Rows with one entry each: pᵢ is wᵢ or 0. */
function toWeighing(values: Float64Array, squares: Float64Array, rows: Float64Array, unweighted: number): Weighing {
  const sum = (of: Float64Array, entries: readonly number[]): number =>
    entries.reduce((total, entry) => total + of[entry], 0);
  return {
    values,
    rows,
    unweighted,
    part: (entries) => {
      const together = sum(squares, entries);
      return { value: sum(values, entries), rows: sum(rows, entries), squares: together, products: together };
    },
    totalSquares: squares.reduce((total, value) => total + value, 0),
    places: null,
  };
}

function tally(groups: Groups, rows: Rows, counted: Float64Array): void {
  const { of, size } = groups;
  const length = rows === null ? of.length : rows.length;
  for (let i = 0; i < length; i++) {
    const group = of[rows === null ? i : rows[i]];
    counted[group < 0 ? size : group]++;
  }
}

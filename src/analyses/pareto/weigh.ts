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
  readonly squares: Float64Array;
  readonly rows: Float64Array;
  readonly unweighted: number;
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
    return ok({ values: counted, squares: counted, rows: counted, unweighted: 0 });
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
  return ok({ values, squares, rows: counted, unweighted: countMissing(weight, rows) });
}

function tally(groups: Groups, rows: Rows, counted: Float64Array): void {
  const { of, size } = groups;
  const length = rows === null ? of.length : rows.length;
  for (let i = 0; i < length; i++) {
    const group = of[rows === null ? i : rows[i]];
    counted[group < 0 ? size : group]++;
  }
}

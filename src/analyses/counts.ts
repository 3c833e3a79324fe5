/** Numerators and denominators per point: what is counted, and what it is divided by. */

import { fail, ok, type Failure, type PhraseValue, type Result } from '../kernel/result';
import type { Maybe } from '../stats/control/types';
import { applyFilters, intersectRows } from '../table/apply-filters';
import type { Table } from '../table/column';
import type { Filter } from '../table/filter';
import { findColumn, findNumeric } from '../table/find-column';
import { countBy, countMissing, groupByPeriod, groupByWord, sumBy, type Groups } from '../table/group';
import { canDivide, daysFilter } from '../table/period';
import type { Rows } from '../table/rows';
import { columnName } from './column-name';
import { term } from './phrases';
import { valuesFilter, type Scope } from './scope';
import type { DayRange } from './contract';
import type { PointSource } from './point-source';
import type { Subgroups } from './subgroups';

/** What a person wants counted. */
export interface CountChoice {
  readonly numerator: 'values' | 'rows' | 'column';
  readonly countedColumn: string | null;
  readonly countedValues: readonly string[];
  readonly countColumn: string | null;
}

/** What a person wants it divided by. */
export interface SizeChoice {
  readonly denominator: 'rows' | 'column' | 'second';
  readonly sizeColumn: string | null;
  /** Column of the second dataset that says which subgroup its line belongs to. */
  readonly secondKey: string | null;
  readonly secondNumber: string | null;
  readonly period: DayRange | null;
}

export interface Counted {
  readonly values: readonly Maybe[];
  readonly name: PhraseValue;
  /** Rows that cannot say whether they count. */
  readonly blank: number;
  /** Narrows a point's rows to those counted. */
  readonly filter: Filter | null;
  /** Rows that take part; those with an empty cell do not. */
  readonly rows: Rows;
}

/** Events per point. */
export function countNumerators(
  table: Table,
  scope: Scope,
  groups: Groups,
  spec: CountChoice,
): Result<Counted, Failure> {
  if (spec.numerator === 'rows') {
    const values = Array.from(countBy(groups, scope.rows));
    return ok({ values, name: term('analyses.shared.rows'), blank: 0, filter: null, rows: scope.rows });
  }
  return spec.numerator === 'values' ? countValues(table, scope, groups, spec) : sumCounts(table, scope, groups, spec);
}

function countValues(table: Table, scope: Scope, groups: Groups, spec: CountChoice): Result<Counted, Failure> {
  if (spec.countedColumn === null || spec.countedValues.length === 0) return fail('choose-values');
  const column = findColumn(table, spec.countedColumn);
  if (!column) return fail('column-unknown', { column: spec.countedColumn });
  const filter = valuesFilter(column, spec.countedValues);
  const hits = applyFilters(table, [filter]);
  const filled = applyFilters(table, [{ column: column.id, op: 'present' }]);
  if (!hits.ok) return hits;
  if (!filled.ok) return filled;
  return ok({
    values: Array.from(countBy(groups, intersectRows(scope.rows, hits.value))),
    name: columnName(table, column.id),
    blank: countMissing(column, scope.rows),
    filter,
    rows: intersectRows(scope.rows, filled.value),
  });
}

function sumCounts(table: Table, scope: Scope, groups: Groups, spec: CountChoice): Result<Counted, Failure> {
  if (spec.countColumn === null) return fail('choose-count');
  const column = findNumeric(table, spec.countColumn);
  if (!column) return fail('column-unknown', { column: spec.countColumn });
  const { sums, counts } = sumBy(groups, column, scope.rows);
  return ok({
    values: Array.from(sums, (sum, point) => (counts[point] === 0 ? null : sum)),
    name: column.name,
    blank: countMissing(column, scope.rows),
    filter: null,
    rows: scope.rows,
  });
}

export interface Sized {
  readonly values: readonly Maybe[];
  readonly name: PhraseValue;
}

/** Sample sizes or areas of opportunity per point. */
export function measureSizes(
  input: { readonly table: Table; readonly second?: Table },
  subgroups: Subgroups,
  counted: Counted,
  spec: CountChoice & SizeChoice,
): Result<Sized, Failure> {
  const { groups } = subgroups;
  if (spec.denominator === 'rows') {
    if (spec.numerator === 'rows') return fail('numerator-is-denominator');
    return ok({ values: Array.from(countBy(groups, counted.rows)), name: term('analyses.shared.rows') });
  }
  if (spec.denominator === 'second') return sizesFromSecond(input.second, subgroups, spec);
  if (spec.sizeColumn === null) return fail('choose-size');
  const column = findNumeric(input.table, spec.sizeColumn);
  if (!column) return fail('column-unknown', { column: spec.sizeColumn });
  const { sums, counts } = sumBy(groups, column, counted.rows);
  return ok({ values: Array.from(sums, (sum, point) => (counts[point] === 0 ? null : sum)), name: column.name });
}

/** Sizes from another dataset, joined by period or by the name of the point. */
function sizesFromSecond(second: Table | undefined, subgroups: Subgroups, spec: SizeChoice): Result<Sized, Failure> {
  if (!second) return fail('choose-second');
  const whole = subgroups.source.kind === 'all';
  if (spec.secondNumber === null || (spec.secondKey === null && !whole)) return fail('choose-second-columns');
  const numbers = findNumeric(second, spec.secondNumber);
  if (!numbers) return fail('column-unknown', { column: spec.secondNumber });
  const joined = whole ? wholePeriod(second, spec) : joinGroups(second, spec.secondKey ?? '', subgroups);
  if (!joined.ok) return joined;
  const { sums, counts } = sumBy(joined.value, numbers, null);
  return ok({ values: Array.from(sums, (sum, point) => (counts[point] === 0 ? null : sum)), name: numbers.name });
}

/** All lines of the second dataset, or those of the chosen period where it has dates. */
function wholePeriod(second: Table, { secondKey, period }: SizeChoice): Result<Groups, Failure> {
  const of = new Int32Array(second.rows);
  const dates = secondKey === null ? undefined : findNumeric(second, secondKey);
  if (!period || !dates) return ok({ size: 1, of });
  const inside = applyFilters(second, [daysFilter(dates, period.from, period.before)]);
  if (!inside.ok) return inside;
  if (inside.value !== null) {
    of.fill(-1);
    for (const row of inside.value) of[row] = 0;
  }
  return ok({ size: 1, of });
}

function joinGroups(second: Table, key: string, { source, groups, labels }: Subgroups): Result<Groups, Failure> {
  const column = findColumn(second, key);
  if (!column) return fail('column-unknown', { column: key });
  if (column.layout === 'dictionary') return ok(joinByWord(groupByWord(column), column.dictionary, labels));
  if (source.kind !== 'period') return fail('second-needs-words', { column: column.name });
  if (!canDivide(column.type, source.unit)) return fail('second-too-coarse', { column: column.name });
  const bounds = periodBoundsOf(source, groups.size);
  const nowhere = { size: groups.size, of: new Int32Array(second.rows).fill(-1) };
  return ok(groupByPeriod(column, source.unit, null, bounds) ?? nowhere);
}

function periodBoundsOf(
  source: Extract<PointSource, { kind: 'period' }>,
  size: number,
): { first: number; last: number } {
  return { first: source.first, last: source.first + size - 1 };
}

function joinByWord(words: Groups, dictionary: readonly string[], labels: readonly string[]): Groups {
  const pointOf = new Map(labels.map((label, point) => [label, point]));
  const place = Int32Array.from(dictionary, (word) => pointOf.get(word) ?? -1);
  return { size: labels.length, of: words.of.map((code) => (code < 0 ? -1 : place[code])) };
}

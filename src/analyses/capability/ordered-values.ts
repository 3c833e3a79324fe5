import { getBit } from '../../kernel/bitmap';
import { ok, type Failure, type Result } from '../../kernel/result';
import type { Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findNumeric } from '../../table/find-column';
import { forEachRow } from '../../table/group';
import { dayOfValue } from '../../table/period';
import type { Measure } from '../measure';
import { labelOf, pointFilters } from '../point-source';
import type { Scope } from '../scope';
import { makeSubgroups } from '../subgroups';
import type { CapabilitySpec } from './spec';

/** Measured values in the order in which they arose, cut into subgroups. */
export interface OrderedValues {
  readonly subgroups: readonly (readonly number[])[];
  labelOf(subgroup: number): string;
  filtersOf(subgroup: number): readonly Filter[];
  /** Values in no subgroup: those without a date, where periods make the subgroups. */
  readonly unplaced: readonly number[];
  /** Measured rows that have no place in time; one by one they come last. */
  readonly undated: number;
}

/**
 * The measured values in order of time, or of rows where no date is known.
 *
 * Fails  choose-date, date-too-coarse, no-dates, column-unknown
 */
export function orderValues(
  table: Table,
  scope: Scope,
  spec: CapabilitySpec,
  measure: Measure,
): Result<OrderedValues, Failure> {
  const { subgroups } = spec;
  if (subgroups === 'day' || subgroups === 'week' || subgroups === 'month') {
    return byPeriod(table, scope, { ...spec, subgroup: subgroups, subgroupColumn: null }, measure);
  }
  return bySize(table, scope, spec, measure);
}

function byPeriod(
  table: Table,
  scope: Scope,
  choice: Parameters<typeof makeSubgroups>[2],
  { column, size }: Measure,
): Result<OrderedValues, Failure> {
  const made = makeSubgroups(table, scope, choice);
  if (!made.ok) return made;
  const { groups, labels, source } = made.value;
  const lists = labels.map((): number[] => []);
  const unplaced: number[] = [];
  forEachRow(scope.rows, table.rows, (row) => {
    if (getBit(column.missing, row)) return;
    (groups.of[row] < 0 ? unplaced : lists[groups.of[row]]).push(column.values[row] / size);
  });
  return ok({
    subgroups: lists,
    labelOf: (index) => labels[index],
    filtersOf: (index) => [...scope.filters, ...pointFilters(source, index), { column: column.id, op: 'present' }],
    unplaced,
    undated: unplaced.length,
  });
}

function bySize(
  table: Table,
  scope: Scope,
  spec: CapabilitySpec,
  { column, size }: Measure,
): Result<OrderedValues, Failure> {
  const measured: number[] = [];
  forEachRow(scope.rows, table.rows, (row) => {
    if (!getBit(column.missing, row)) measured.push(row);
  });
  const each = spec.subgroups === 'size' ? spec.subgroupSize : 1;
  const dates = spec.dateColumn === null ? undefined : findNumeric(table, spec.dateColumn);
  const timeOf = (row: number): number => (dates && !getBit(dates.missing, row) ? dates.values[row] : Infinity);
  const ordered = dates ? measured.sort((a, b) => (timeOf(a) === timeOf(b) ? a - b : timeOf(a) - timeOf(b))) : measured;
  const cut = Array.from({ length: Math.ceil(ordered.length / each) }, (_, i) =>
    ordered.slice(i * each, (i + 1) * each),
  );
  const dayOf = (row: number): number | null =>
    dates && !getBit(dates.missing, row) ? dayOfValue(dates.values[row], dates.type) : null;
  const rowLabel = (row: number): string =>
    labelOf({ kind: 'row', rows: [row], days: [dayOf(row)], without: table.without }, 0);
  return ok({
    subgroups: cut.map((rows) => rows.map((row) => column.values[row] / size)),
    labelOf: (index) => (each === 1 ? rowLabel(cut[index][0]) : String(index + 1)),
    filtersOf: (index) => [{ op: 'rows', rows: [...cut[index]].sort((a, b) => a - b) }],
    unplaced: [],
    undated: dates ? ordered.filter((row) => getBit(dates.missing, row)).length : 0,
  });
}

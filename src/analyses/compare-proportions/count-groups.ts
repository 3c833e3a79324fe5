import { formatIsoDate } from '../../kernel/dates';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { findNumeric } from '../../table/find-column';
import { dayExtent, daysFilter } from '../../table/period';
import { columnName } from '../column-name';
import type { AnalysisInput, DayRange } from '../contract';
import { countCell, type CountedCell } from '../count-cell';
import { countNumerators, measureSizes } from '../counts';
import { term } from '../phrases';
import { pointFilters } from '../point-source';
import { selectScope } from '../scope';
import { makeSubgroups } from '../subgroups';
import { groupLabel } from '../value-groups';
import type { CompareProportionsOutcome } from './outcome';
import type { CompareProportionsSpec } from './spec';

const mostGroups = 500;

/** Counts before anything is computed from them. */
export interface RawGroup {
  readonly label: PhraseValue;
  readonly events: number;
  readonly size: number | null;
  readonly filters: readonly Filter[];
}

/** The groups of a comparison with what was counted in each. */
export type CountedGroups = Pick<CompareProportionsOutcome, 'eventName' | 'sizeName' | 'groupName' | 'timeOrdered'> & {
  readonly groups: readonly RawGroup[];
  readonly coverage: Omit<CompareProportionsOutcome['coverage'], 'withoutSize'>;
};

/** Counts events and sizes of each group, or of the two periods. */
export function countGroups(input: AnalysisInput, spec: CompareProportionsSpec): Result<CountedGroups, Failure> {
  return spec.by === 'periods' ? countPeriods(input, spec) : countByColumn(input, spec, spec.by);
}

function countByColumn(
  input: AnalysisInput,
  spec: CompareProportionsSpec,
  subgroup: Exclude<CompareProportionsSpec['by'], 'periods'>,
): Result<CountedGroups, Failure> {
  const { table, codes } = input;
  const scope = selectScope(table, spec);
  if (!scope.ok) return scope;
  const made = makeSubgroups(table, scope.value, { ...spec, subgroup, subgroupColumn: spec.groupColumn });
  if (!made.ok) return made;
  const subgroups = made.value;
  if (subgroups.labels.length > mostGroups)
    return fail('groups-too-many', { groups: subgroups.labels.length, most: mostGroups });
  const counted = countNumerators(table, scope.value, subgroups.groups, spec);
  if (!counted.ok) return counted;
  const sized = measureSizes(input, subgroups, counted.value, spec);
  if (!sized.ok) return sized;
  const { filter, values, name, blank } = counted.value;
  return ok({
    eventName: name,
    sizeName: sized.value.name,
    groupName: subgroup === 'column' && spec.groupColumn !== null ? columnName(table, spec.groupColumn) : null,
    timeOrdered: subgroups.source.kind === 'period',
    groups: subgroups.labels.map((_, index) => ({
      label: groupLabel(codes, subgroups.source, index),
      events: values[index] ?? 0,
      size: sized.value.values[index],
      filters: [...scope.value.filters, ...pointFilters(subgroups.source, index), ...(filter ? [filter] : [])],
    })),
    coverage: {
      rows: scope.value.count,
      blank,
      unplaced: subgroups.unplaced,
      undated: scope.value.undated,
      periods: null,
    },
  });
}

function countPeriods(input: AnalysisInput, spec: CompareProportionsSpec): Result<CountedGroups, Failure> {
  const { dateColumn, before, after } = spec;
  if (dateColumn === null) return fail('choose-date');
  const dates = findNumeric(input.table, dateColumn);
  if (!dates) return fail('column-unknown', { column: dateColumn });
  if (!before || !after) return fail('proportions-choose-periods');
  const extent = dayExtent(dates, null);
  if (!extent) return fail('no-dates', { column: dates.name });
  const cells: CountedCell[] = [];
  for (const range of [before, after]) {
    const filters = [...spec.filters, daysFilter(dates, range.from, range.before)];
    const cell = countCell(input, filters, spec, range);
    if (!cell.ok) return cell;
    cells.push(cell.value);
  }
  const ends = [before, after].map((range) => closed(range, extent));
  return ok({
    eventName: cells[0].eventName,
    sizeName: cells[0].sizeName,
    groupName: null,
    timeOrdered: true,
    groups: cells.map(({ events, size, eventFilters }, index) => ({
      label: periodName(ends[index]),
      events,
      size,
      filters: eventFilters,
    })),
    coverage: {
      rows: cells.reduce((sum, { rows }) => sum + rows, 0),
      blank: cells.reduce((sum, { blank }) => sum + blank, 0),
      unplaced: 0,
      undated: 0,
      periods: comparePeriods(ends),
    },
  });
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** A period whose open end is where the data end. */
function closed({ from, before }: DayRange, extent: Span): Span {
  return { first: from ?? extent.first, last: before === null ? extent.last : before - 1 };
}

function periodName({ first, last }: Span): PhraseValue {
  return last < first ? term('analyses.shared.none') : `${formatIsoDate(first)} – ${formatIsoDate(last)}`;
}

function comparePeriods([before, after]: readonly Span[]): CompareProportionsOutcome['coverage']['periods'] {
  if (before.last >= after.first && after.last >= before.first) return 'overlap';
  const [first, second] = [before, after].map(({ first: from, last }) => Math.max(1, last - from + 1));
  return Math.max(first, second) > 3 * Math.min(first, second) ? 'lengths' : null;
}

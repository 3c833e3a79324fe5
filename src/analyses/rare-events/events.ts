/** Rows in order of time → what lay between one event and the next. */

import { getBit } from '../../kernel/bitmap';
import { msPerDay } from '../../kernel/dates';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { Maybe } from '../../stats/control/types';
import { applyFilters } from '../../table/apply-filters';
import { valueText } from '../../table/cell-text';
import type { NumericColumn, Table } from '../../table/column';
import { findColumn, findNumeric } from '../../table/find-column';
import { firstRowOf, type Edition } from '../../table/first-row';
import { countMissing } from '../../table/group';
import { dayOfValue } from '../../table/period';
import type { Rows } from '../../table/rows';
import { valuesFilter, type Scope } from '../scope';
import { mostPoints } from '../subgroups';
import type { RareEventsSpec } from './spec';

/** One gap per event, and the row of the event that ended it. */
export interface EventGaps {
  /** Opportunities, or seconds where the gaps are times read from dates or durations. */
  readonly values: readonly Maybe[];
  readonly rows: readonly number[];
  readonly labels: readonly string[];
  /** Every name by which a choice may call an event, and its place: what is shown depends on the other events. */
  readonly names: ReadonlyMap<string, number>;
  readonly days: readonly (number | null)[] | null;
  /** Whether the values are seconds. */
  readonly isTime: boolean;
  readonly events: number;
  /** From the last event to the end of the data, where it is known. */
  readonly open: Maybe;
  readonly undated: number;
  readonly blank: number;
}

/**
 * The gaps between events.
 *
 * Fails  choose-date, choose-values, choose-measure, column-unknown, rare-too-few-events, too-many-points
 */
export function findGaps(table: Table, scope: Scope, spec: RareEventsSpec): Result<EventGaps, Failure> {
  const dates = spec.dateColumn === null ? undefined : findNumeric(table, spec.dateColumn);
  if (spec.dateColumn !== null && !dates) return fail('column-unknown', { column: spec.dateColumn });
  const ordered = inOrder(table, scope.rows, dates);
  if (spec.from === 'column') return gapsOfColumn(table, ordered, dates, spec);
  const events = findEvents(table, spec);
  if (!events.ok) return events;
  return spec.chart === 'g' ? gapsInRows(ordered, dates, events.value) : gapsInTime(ordered, dates, events.value);
}

interface Ordered extends Edition {
  readonly rows: readonly number[];
  readonly undated: number;
}

/** By date, rows of equal date in file order; without a date column, in file order. */
function inOrder(table: Table, rows: Rows, dates: NumericColumn | undefined): Ordered {
  const selected = rows === null ? Array.from({ length: table.rows }, (_, row) => row) : Array.from(rows);
  const { without } = table;
  if (!dates) return { rows: selected, undated: 0, without };
  const dated = selected.filter((row) => !getBit(dates.missing, row));
  dated.sort((a, b) => (dates.values[a] === dates.values[b] ? a - b : dates.values[a] - dates.values[b]));
  return { rows: dated, undated: selected.length - dated.length, without };
}

interface Events {
  /** Rows that are events; null = all. */
  readonly hits: ReadonlySet<number> | null;
  /** Rows that can say whether they are events; null = all. */
  readonly known: ReadonlySet<number> | null;
  readonly missing: (rows: Rows) => number;
}

function findEvents(table: Table, spec: RareEventsSpec): Result<Events, Failure> {
  const { countedColumn, countedValues, chart } = spec;
  if (countedColumn === null || countedValues.length === 0) {
    return chart === 'g' ? fail('rare-choose-events') : ok({ hits: null, known: null, missing: () => 0 });
  }
  const column = findColumn(table, countedColumn);
  if (!column) return fail('column-unknown', { column: countedColumn });
  const hits = applyFilters(table, [valuesFilter(column, countedValues)]);
  if (!hits.ok) return hits;
  const known = applyFilters(table, [{ column: column.id, op: 'present' }]);
  if (!known.ok) return known;
  return ok({
    hits: hits.value === null ? null : new Set(hits.value),
    known: known.value === null ? null : new Set(known.value),
    missing: (rows) => countMissing(column, rows),
  });
}

/** Rows that were no event, counted between one event and the next; what lies before the first is not known. */
function gapsInRows(
  ordered: Ordered,
  dates: NumericColumn | undefined,
  { hits, known, missing }: Events,
): Result<EventGaps, Failure> {
  const values: number[] = [];
  const rows: number[] = [];
  let events = 0;
  let between = 0;
  for (const row of ordered.rows) {
    if (known && !known.has(row)) continue;
    if (hits && !hits.has(row)) {
      between++;
      continue;
    }
    if (events > 0) {
      values.push(between);
      rows.push(row);
    }
    events++;
    between = 0;
  }
  return finish({ values, rows, events, open: between, isTime: false }, ordered, dates, missing);
}

/** Seconds from one event to the next. */
function gapsInTime(
  ordered: Ordered,
  dates: NumericColumn | undefined,
  { hits, missing }: Events,
): Result<EventGaps, Failure> {
  if (!dates) return fail('choose-date');
  const secondsOf = dates.type === 'datetime' ? 1 / 1000 : msPerDay / 1000;
  const toSeconds = (value: number): number => value * secondsOf;
  const rows = hits ? ordered.rows.filter((row) => hits.has(row)) : ordered.rows;
  const at = rows.map((row) => toSeconds(dates.values[row]));
  const values = at.slice(1).map((time, i) => time - at[i]);
  const end = ordered.rows.at(-1);
  // Where every row is an event, the data end with one: nothing is known of the time since.
  const open = hits && end !== undefined && at.length > 0 ? toSeconds(dates.values[end]) - at[at.length - 1] : null;
  return finish({ values, rows: rows.slice(1), events: rows.length, open, isTime: true }, ordered, dates, missing);
}

/** One value per row, as the file has it. */
function gapsOfColumn(
  table: Table,
  ordered: Ordered,
  dates: NumericColumn | undefined,
  { measure }: RareEventsSpec,
): Result<EventGaps, Failure> {
  if (measure === null) return fail('choose-measure');
  const column = findNumeric(table, measure);
  if (!column) return fail('column-unknown', { column: measure });
  const { rows } = ordered;
  const values = rows.map((row) => (getBit(column.missing, row) ? null : column.values[row]));
  const events = values.filter((value) => value !== null).length;
  const blank = values.length - events;
  const isTime = column.type === 'duration';
  return finish({ values, rows, events, open: null, isTime }, ordered, dates, () => blank);
}

function finish(
  gaps: Pick<EventGaps, 'values' | 'rows' | 'events' | 'open' | 'isTime'>,
  ordered: Ordered,
  dates: NumericColumn | undefined,
  missing: (rows: Rows) => number,
): Result<EventGaps, Failure> {
  const measured = gaps.values.filter((value) => value !== null).length;
  if (measured < 2) return fail('rare-too-few-events', { events: gaps.events });
  if (gaps.values.length > mostPoints) {
    return fail('too-many-points', { points: gaps.values.length, most: mostPoints });
  }
  return ok({
    ...gaps,
    ...nameRows(gaps.rows, dates, ordered),
    days: dates ? gaps.rows.map((row) => dayOfValue(dates.values[row], dates.type)) : null,
    undated: ordered.undated,
    blank: missing(Uint32Array.from(ordered.rows)),
  });
}

/**
 * Events are called by their date, those of one moment by the first number of their row as well, from 1; without dates,
 * by that number alone. An event that stands alone at its moment since another was erased still goes by its number, and
 * no other takes its name.
 */
function nameRows(
  rows: readonly number[],
  dates: NumericColumn | undefined,
  edition: Edition,
): Pick<EventGaps, 'labels' | 'names'> {
  const numbers = rows.map((row) => String(firstRowOf(row, edition) + 1));
  if (!dates) return { labels: numbers, names: new Map(numbers.map((number, index) => [number, index])) };
  const texts = rows.map((row) => valueText(dates.values[row], dates.type));
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  // Files that know no seconds say nothing by :00.
  const isMinute = (text: string): boolean => dates.type === 'datetime' && text.endsWith(':00');
  const toMinutes = texts.every(isMinute);
  const names = new Map<string, number>();
  const labels = texts.map((full, index) => {
    const short = isMinute(full) ? full.slice(0, -3) : full;
    const isAlone = times.get(full) === 1;
    for (const text of [full, short]) {
      names.set(`${text} #${numbers[index]}`, index);
      if (isAlone) names.set(text, index);
    }
    const text = toMinutes ? short : full;
    return isAlone ? text : `${text} #${numbers[index]}`;
  });
  return { labels, names };
}

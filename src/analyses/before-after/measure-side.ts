import { getBit } from '../../kernel/bitmap';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { summarize } from '../../stats/descriptive/summary';
import { wilsonInterval } from '../../stats/proportions/wilson';
import { rateInterval } from '../../stats/rates/poisson-rate';
import { applyFilters } from '../../table/apply-filters';
import type { Filter } from '../../table/filter';
import { countMissing, forEachRow } from '../../table/group';
import { daysFilter } from '../../table/period';
import { countRows } from '../../table/rows';
import type { AnalysisInput, DayRange } from '../contract';
import { countCell } from '../count-cell';
import { countNumerators } from '../counts';
import type { Measure } from '../measure';
import { term } from '../phrases';
import type { Side } from './outcome';
import type { BeforeAfterSpec } from './spec';
import type { Windows } from './windows';

/** A side with what a test needs of it. */
export interface MeasuredSide {
  readonly side: Side;
  /** Of a mean; empty otherwise. */
  readonly values: Float64Array;
  readonly eventName: PhraseValue | null;
  readonly sizeName: PhraseValue | null;
}

/** Measures the records of one arm in one window. */
export function measureSide(
  input: AnalysisInput,
  spec: BeforeAfterSpec,
  at: {
    readonly windows: Windows;
    readonly arm: readonly Filter[];
    readonly range: DayRange;
    readonly measure: Measure | null;
  },
): Result<MeasuredSide, Failure> {
  const filters = [...at.arm, daysFilter(at.windows.dates, at.range.from, at.range.before)];
  if (at.measure) return measureMean(input, filters, at.measure);
  return countSide(input, spec, filters, at.range, daysOf(at.windows, at.range));
}

/** Days of a window that the data cover. */
function daysOf({ firstDay, lastDay }: Windows, { from, before }: DayRange): number {
  return Math.min(before ?? Infinity, lastDay + 1) - Math.max(from ?? -Infinity, firstDay);
}

function measureMean(
  { table }: AnalysisInput,
  filters: readonly Filter[],
  { column, size }: Measure,
): Result<MeasuredSide, Failure> {
  const rows = applyFilters(table, filters);
  if (!rows.ok) return rows;
  const found: number[] = [];
  forEachRow(rows.value, table.rows, (row) => {
    if (!getBit(column.missing, row)) found.push(column.values[row] / size);
  });
  const values = Float64Array.from(found);
  const { mean, sd, meanInterval, n } = summarize(values);
  if (n < 2 || mean === null) return fail('before-after-too-few', { n });
  return ok({
    side: {
      size: n,
      events: null,
      value: mean,
      interval: meanInterval,
      sd,
      blank: countMissing(column, rows.value),
      filters: [...filters, { column: column.id, op: 'present' }],
    },
    values,
    eventName: null,
    sizeName: null,
  });
}

function countSide(
  input: AnalysisInput,
  spec: BeforeAfterSpec,
  filters: readonly Filter[],
  range: DayRange,
  days: number,
): Result<MeasuredSide, Failure> {
  const counted =
    spec.metric === 'rate' && spec.denominator === 'days'
      ? countPerDay(input, spec, filters, days)
      : countCell(
          input,
          filters,
          spec.metric === 'share'
            ? { ...spec, numerator: 'values', denominator: 'rows' }
            : { ...spec, denominator: spec.denominator === 'second' ? 'second' : 'column' },
          range,
        );
  if (!counted.ok) return counted;
  const { events, size, blank, eventFilters, eventName, sizeName } = counted.value;
  if (size === null || !(size > 0)) return fail('before-after-no-size');
  if (!(Number.isInteger(events) && events >= 0)) return fail('before-after-count-invalid', { count: events });
  const interval =
    spec.metric === 'share'
      ? wilsonInterval({ successes: events, trials: size })
      : rateInterval({ events, exposure: size });
  if (!interval.ok) return interval;
  return ok({
    side: { size, events, value: events / size, interval: interval.value, sd: null, blank, filters: eventFilters },
    values: new Float64Array(0),
    eventName,
    sizeName,
  });
}

type CellParts = {
  readonly events: number;
  readonly size: number | null;
  readonly blank: number;
  readonly eventFilters: readonly Filter[];
  readonly eventName: PhraseValue;
  readonly sizeName: PhraseValue;
};

function countPerDay(
  { table }: AnalysisInput,
  spec: BeforeAfterSpec,
  filters: readonly Filter[],
  days: number,
): Result<CellParts, Failure> {
  const rows = applyFilters(table, filters);
  if (!rows.ok) return rows;
  const scope = { rows: rows.value, count: countRows(rows.value, table.rows), filters, undated: 0 };
  const counted = countNumerators(table, scope, { size: 1, of: new Int32Array(table.rows) }, spec);
  if (!counted.ok) return counted;
  const { values, blank, filter, name } = counted.value;
  return ok({
    events: values[0] ?? 0,
    size: days,
    blank,
    eventFilters: filter ? [...filters, filter] : filters,
    eventName: name,
    sizeName: term('analyses.beforeAfter.word.days'),
  });
}

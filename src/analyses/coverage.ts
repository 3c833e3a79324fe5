import type { Maybe } from '../stats/control/types';
import type { Table } from '../table/column';
import { findNumeric } from '../table/find-column';
import { dayExtent, periodOfDay, periodStart } from '../table/period';
import type { Scope } from './scope';
import type { Subgroups } from './subgroups';

/** A period that the data covers only in part. */
export interface PartialPeriod {
  readonly index: number;
  /** First or last day with data. */
  readonly day: number;
}

/** What the data could and could not fill. */
export interface Coverage {
  readonly rows: number;
  /** Rows without a date or subgroup. */
  readonly unplaced: number;
  /** Rows whose cell to count, sum or measure is empty. */
  readonly blank: number;
  /** Points without any row. */
  readonly empty: readonly number[];
  /** Points with rows but no usable denominator. */
  readonly withoutSize: readonly number[];
  readonly partialFirst: PartialPeriod | null;
  readonly partialLast: PartialPeriod | null;
}

interface Plotted {
  readonly sizes: readonly Maybe[] | null;
  readonly blank: number;
}

/** What the data could and could not fill: empty periods, missing denominators, periods that are only part there. */
export function findCoverage(table: Table, scope: Scope, subgroups: Subgroups, plotted: Plotted): Coverage {
  const indices = Array.from(subgroups.labels.keys());
  const { sizes } = plotted;
  return {
    rows: scope.count,
    unplaced: subgroups.unplaced,
    blank: plotted.blank,
    empty: subgroups.source.kind === 'row' ? [] : indices.filter((i) => subgroups.rows[i] === 0),
    withoutSize: sizes === null ? [] : indices.filter((i) => subgroups.rows[i] > 0 && !((sizes[i] ?? 0) > 0)),
    ...partialPeriods(table, scope, subgroups),
  };
}

/** A tenth of a period may be missing, weekends and holidays included, before it is called incomplete. */
const tolerated = 0.1;

function partialPeriods(
  table: Table,
  scope: Scope,
  { source, labels }: Subgroups,
): { partialFirst: PartialPeriod | null; partialLast: PartialPeriod | null } {
  const none = { partialFirst: null, partialLast: null };
  if (source.kind !== 'period' || source.unit === 'day' || source.column.type === 'month') return none;
  const dates = findNumeric(table, source.column.id);
  const extent = dates ? dayExtent(dates, scope.rows) : null;
  if (!extent) return none;
  const lengthOf = (period: number): number => periodStart(period + 1, source.unit) - periodStart(period, source.unit);
  const first = periodOfDay(extent.first, source.unit);
  const last = periodOfDay(extent.last, source.unit);
  const lateStart = extent.first - periodStart(first, source.unit);
  const earlyEnd = periodStart(last + 1, source.unit) - 1 - extent.last;
  // In a week, a free weekend at either end is no sign of missing data.
  const slack = (period: number): number => Math.max(2, lengthOf(period) * tolerated);
  const lastIndex = last - source.first;
  return {
    partialFirst: lateStart > slack(first) && first === source.first ? { index: 0, day: extent.first } : null,
    partialLast:
      earlyEnd > slack(last) && lastIndex === labels.length - 1 ? { index: lastIndex, day: extent.last } : null,
  };
}

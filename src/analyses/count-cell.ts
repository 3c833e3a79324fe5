/** Events and sizes of one set of rows that conditions describe: a period, an arm of a trial. */

import { ok, type Failure, type Result } from '../kernel/result';
import { applyFilters } from '../table/apply-filters';
import type { Filter } from '../table/filter';
import { countRows } from '../table/rows';
import type { PhraseValue } from '../kernel/result';
import { countNumerators, measureSizes, type CountChoice, type SizeChoice } from './counts';
import type { AnalysisInput, DayRange } from './contract';
import type { Scope } from './scope';

/** What was counted in a cell. */
export interface CountedCell {
  readonly events: number;
  /** Null where there is nothing to divide by. */
  readonly size: number | null;
  /** Rows that satisfy the conditions. */
  readonly rows: number;
  /** Rows that cannot say whether they count. */
  readonly blank: number;
  readonly filters: readonly Filter[];
  /** The rows that were counted. */
  readonly eventFilters: readonly Filter[];
  readonly eventName: PhraseValue;
  readonly sizeName: PhraseValue;
}

/**
 * Counts the rows that satisfy `filters`; a cell without rows has no events, which is a finding and no failure.
 *
 * Fails  those of the filters, of the numerator and of the denominator
 */
export function countCell(
  input: AnalysisInput,
  filters: readonly Filter[],
  choice: CountChoice & Omit<SizeChoice, 'period'>,
  period: DayRange | null,
): Result<CountedCell, Failure> {
  const { table } = input;
  const selected = applyFilters(table, filters);
  if (!selected.ok) return selected;
  const rows = countRows(selected.value, table.rows);
  const scope: Scope = { rows: selected.value, count: rows, filters, undated: 0 };
  const groups = { size: 1, of: new Int32Array(table.rows) };
  const counted = countNumerators(table, scope, groups, choice);
  if (!counted.ok) return counted;
  const whole = { groups, labels: [''], source: { kind: 'all' as const }, rows: [rows], unplaced: 0 };
  const sized = measureSizes(input, whole, counted.value, { ...choice, period });
  if (!sized.ok) return sized;
  return ok({
    events: counted.value.values[0] ?? 0,
    size: sized.value.values[0],
    rows,
    blank: counted.value.blank,
    filters,
    eventFilters: counted.value.filter ? [...filters, counted.value.filter] : filters,
    eventName: counted.value.name,
    sizeName: sized.value.name,
  });
}

/** What a chart over time or groups plots, before any limits: one value per point. */

import { fail, ok, type Failure, type PhraseValue, type Result } from '../kernel/result';
import type { Maybe } from '../stats/control/types';
import { aggregateBy } from '../table/aggregate';
import type { Table } from '../table/column';
import type { Filter } from '../table/filter';
import { findNumeric } from '../table/find-column';
import { countMissing } from '../table/group';
import { columnName } from './column-name';
import type { AnalysisInput } from './contract';
import { countNumerators, measureSizes, type CountChoice, type SizeChoice } from './counts';
import { timeUnit, type DisplayScale } from './display';
import type { Scope } from './scope';
import type { SubgroupChoice, Subgroups } from './subgroups';

/** A share of a sample, events per unit, events, or a figure of a number column. */
export const plotKinds = ['share', 'rate', 'count', 'measure'] as const;
export const statistics = ['mean', 'median', 'p90', 'sum'] as const;

/** What a person wants plotted. */
export interface PlotChoice extends CountChoice, SizeChoice {
  readonly plot: (typeof plotKinds)[number];
  readonly subgroup: SubgroupChoice['subgroup'];
  readonly measure: string | null;
  readonly statistic: (typeof statistics)[number];
  readonly emptyPeriods: 'gap' | 'zero';
}

export interface PlottedSeries {
  readonly values: readonly Maybe[];
  /** Counted events or summed counts; null for measures. */
  readonly numerators: readonly Maybe[] | null;
  /** Sample sizes or areas of opportunity; null for measures and counts. */
  readonly sizes: readonly Maybe[] | null;
  readonly measureName: PhraseValue;
  readonly sizeName: PhraseValue | null;
  /** Rows whose cell to count, sum or measure is empty. */
  readonly blank: number;
  /** Narrows a point's rows to those counted. */
  readonly filter: Filter | null;
  readonly unit: DisplayScale['unit'];
}

/**
 * One value per point.
 *
 * Shape  null where a point has no rows, no value or no size above 0
 * Fails  point-needs-measure, choose-measure, choose-values, choose-count, choose-size, choose-second,
 *        choose-second-columns, second-too-coarse, second-needs-words, numerator-is-denominator, column-unknown,
 *        size-negative, control-defectives-exceed-size
 */
export function plotSeries(
  input: AnalysisInput,
  scope: Scope,
  subgroups: Subgroups,
  spec: PlotChoice,
): Result<PlottedSeries, Failure> {
  if (spec.plot === 'measure') return plotMeasure(input.table, scope, subgroups, spec);
  if (spec.subgroup === 'row') return fail('point-needs-measure');
  const counted = countNumerators(input.table, scope, subgroups.groups, spec);
  if (!counted.ok) return counted;
  const numerators = withGaps(counted.value.values, subgroups.rows, spec);
  const { name: measureName, blank, filter } = counted.value;
  const named = { numerators, measureName, blank, filter, unit: null };
  if (spec.plot === 'count') return ok({ ...named, values: numerators, sizes: null, sizeName: null });
  const sized = measureSizes(input, subgroups, counted.value, spec);
  if (!sized.ok) return sized;
  const { values: sizes, name: sizeName } = sized.value;
  const wrong = checkSizes(numerators, sizes, subgroups.labels, spec);
  if (wrong) return { ok: false, failure: wrong };
  return ok({ ...named, values: divide(numerators, sizes), sizes, sizeName });
}

function divide(numerators: readonly Maybe[], sizes: readonly Maybe[]): Maybe[] {
  return numerators.map((count, i) => {
    const size = sizes[i] ?? 0;
    return count !== null && size > 0 ? count / size : null;
  });
}

/** A negative size means nothing, and a share cannot exceed the whole. */
function checkSizes(
  numerators: readonly Maybe[],
  sizes: readonly Maybe[],
  labels: readonly string[],
  { plot }: PlotChoice,
): Failure | null {
  for (const [i, size] of sizes.entries()) {
    if (size === null) continue;
    if (size < 0) return { code: 'size-negative', params: { label: labels[i], size } };
    const count = numerators[i] ?? 0;
    if (plot === 'share' && size > 0 && count > size) {
      return { code: 'control-defectives-exceed-size', params: { label: labels[i], defectives: count, size } };
    }
  }
  return null;
}

/** A period without rows is a gap, or a true zero: only the person knows. */
function withGaps(
  values: readonly Maybe[],
  rows: readonly number[],
  { emptyPeriods }: Pick<PlotChoice, 'emptyPeriods'>,
): readonly Maybe[] {
  return values.map((value, point) => (rows[point] > 0 ? value : emptyPeriods === 'zero' ? 0 : null));
}

function plotMeasure(
  table: Table,
  scope: Scope,
  subgroups: Subgroups,
  spec: PlotChoice,
): Result<PlottedSeries, Failure> {
  if (spec.measure === null) return fail('choose-measure');
  const column = findNumeric(table, spec.measure);
  if (!column) return fail('column-unknown', { column: spec.measure });
  const statistic = spec.subgroup === 'row' ? 'sum' : spec.statistic;
  const { values } = aggregateBy(subgroups.groups, column, scope.rows, statistic);
  const filled = statistic === 'sum' && spec.subgroup !== 'row' ? withGaps(values, subgroups.rows, spec) : values;
  return ok({
    values: filled,
    numerators: null,
    sizes: null,
    measureName: columnName(table, column.id),
    sizeName: null,
    blank: countMissing(column, scope.rows),
    filter: null,
    unit: timeUnit(column, filled),
  });
}

/** Rows → points, stages and coverage: what every chart of a plotted series begins with. */

import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Maybe } from '../stats/control/types';
import type { AnalysisInput } from './contract';
import { findCoverage, type Coverage } from './coverage';
import { roundRate, secondsIn, type DisplayScale } from './display';
import { plotSeries, type PlottedSeries } from './plotted-series';
import { selectScope, type Scope } from './scope';
import type { SeriesChoice } from './series-fields';
import { placeChoices, type Placement, type StageChoice } from './stages';
import { makeSubgroups, type Subgroups } from './subgroups';

export interface AssembledSeries {
  readonly scope: Scope;
  readonly subgroups: Subgroups;
  readonly plotted: PlottedSeries;
  readonly placement: Placement;
  readonly coverage: Coverage;
}

/**
 * The points of a spec, with its phases and exclusions placed on them.
 *
 * Fails  as selectScope, makeSubgroups and plotSeries; control-too-few-points, control-baseline-too-small
 */
export function assembleSeries(
  input: AnalysisInput,
  spec: SeriesChoice & StageChoice,
): Result<AssembledSeries, Failure> {
  const scope = selectScope(input.table, spec);
  if (!scope.ok) return scope;
  const subgroups = makeSubgroups(input.table, scope.value, spec);
  if (!subgroups.ok) return subgroups;
  const plotted = plotSeries(input, scope.value, subgroups.value, spec);
  if (!plotted.ok) return plotted;
  const placement = placeChoices(subgroups.value.labels, subgroups.value.source, spec);
  const few = checkAmount(plotted.value.values, placement);
  if (few) return fail(few.code, few.params);
  return ok({
    scope: scope.value,
    subgroups: subgroups.value,
    plotted: plotted.value,
    placement,
    coverage: findCoverage(input.table, scope.value, subgroups.value, plotted.value),
  });
}

/** Too few points to say anything, in all or in what the limits are to come from. */
export function checkAmount(values: readonly Maybe[], { plan, excluded }: Placement): Failure | null {
  const left = new Set(excluded.map(({ index }) => index));
  const usable = values.map((value, index) => value !== null && !left.has(index));
  const points = usable.filter(Boolean).length;
  if (points < 2) return { code: 'control-too-few-points', params: { points } };
  for (const { baseline } of plan) {
    if (!baseline) continue;
    const inside = usable.slice(baseline.start, baseline.end).filter(Boolean).length;
    if (inside < 2) return { code: 'control-baseline-too-small', params: { points: inside } };
  }
  return null;
}

/** How a plotted series is shown; `centers` decide the round number of a rate. */
export function scaleOf(
  { plot, per }: Pick<SeriesChoice, 'plot' | 'per'>,
  unit: DisplayScale['unit'],
  centers: readonly Maybe[],
): DisplayScale {
  switch (plot) {
    case 'share':
      return { kind: 'percent', factor: 1, unit: null };
    case 'rate':
      return { kind: 'rate', factor: per ?? roundRate(centers), unit: null };
    case 'count':
      return { kind: 'count', factor: 1, unit: null };
    case 'measure':
      return { kind: 'value', factor: unit === null ? 1 : 1 / secondsIn[unit], unit };
  }
}

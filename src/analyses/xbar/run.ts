import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import { subgroupChart, type SubgroupStage } from '../../stats/control/subgroup-chart';
import { valuesBy } from '../../table/aggregate';
import { findNumeric } from '../../table/find-column';
import { countMissing } from '../../table/group';
import { checkAmount, scaleOf } from '../assemble-series';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { findCoverage } from '../coverage';
import { decimalsFor, timeUnit, type DisplayScale } from '../display';
import { selectScope } from '../scope';
import { stageTitle } from '../series-words';
import { placeChoices, type Placement } from '../stages';
import { makeSubgroups } from '../subgroups';
import type { XbarOutcome } from './outcome';
import type { XbarSpec } from './spec';

/** Rows → subgroups of values → means, spreads, limits and signals. */
export function runXbar(input: AnalysisInput, spec: XbarSpec): Result<XbarOutcome, Failure> {
  const { table } = input;
  if (spec.measure === null) return fail('choose-measure');
  const column = findNumeric(table, spec.measure);
  if (!column) return fail('column-unknown', { column: spec.measure });
  const scope = selectScope(table, spec);
  if (!scope.ok) return scope;
  const made = makeSubgroups(table, scope.value, spec);
  if (!made.ok) return made;
  const subgroups = made.value;
  const values = valuesBy(subgroups.groups, column, scope.value.rows);
  const placement = placeChoices(subgroups.labels, subgroups.source, spec);
  const few = checkAmount(
    values.map(({ length }) => (length === 0 ? null : length)),
    placement,
  );
  if (few) return { ok: false, failure: few };
  const estimator = spec.estimator === 'standard' ? (spec.chart === 'xbar-r' ? 'rbar' : 'sbar') : spec.estimator;
  const chart = subgroupChart(
    { kind: spec.chart, subgroups: values.map((list) => Array.from(list)), sigmaEstimator: estimator },
    {
      k: spec.limitWidth,
      stages: placement.plan,
      excluded: placement.excluded.map(({ index }) => index),
      rules: ruleSets[spec.rules],
    },
  );
  if (!chart.ok) return chart;
  const flat = withoutSpread(chart.value.stages, placement);
  if (flat) return { ok: false, failure: flat };
  const blank = countMissing(column, scope.value.rows);
  return ok({
    spec,
    estimator,
    labels: subgroups.labels,
    source: subgroups.source,
    filters: scope.value.filters,
    rowsPerPoint: subgroups.rows,
    chart: chart.value,
    stages: placement.stages,
    excluded: placement.excluded,
    unmatched: placement.unmatched,
    scale: scaleWithDecimals(timeUnit(column, chart.value.means.values), chart.value.stages),
    measureName: columnName(table, column.id),
    coverage: findCoverage(table, scope.value, subgroups, { sizes: null, blank }),
  });
}

/** Means lie closer together than single values: their limits need decimals that tell them apart. */
function scaleWithDecimals(unit: DisplayScale['unit'], stages: readonly SubgroupStage[]): DisplayScale {
  const scale = scaleOf({ plot: 'measure', per: null }, unit, []);
  const { sigma } = stages[stages.length - 1];
  return { ...scale, ...decimalsFor(sigma === null ? null : sigma * scale.factor) };
}

/** Spread within subgroups needs at least one subgroup of two values in what the limits come from. */
function withoutSpread(stages: readonly SubgroupStage[], placement: Placement): Failure | null {
  const index = stages.findIndex(({ sigma }) => sigma === null);
  return index < 0 ? null : { code: 'xbar-no-spread', params: { name: stageTitle(placement.stages, index) } };
}

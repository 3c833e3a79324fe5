import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { normalCapability, type CapabilityData } from '../../stats/capability/normal';
import type { SpecLimits } from '../../stats/capability/types';
import { histogram } from '../../stats/descriptive/histogram';
import { summarize } from '../../stats/descriptive/summary';
import { clopperPearsonInterval } from '../../stats/proportions/clopper-pearson';
import { valuesBy } from '../../table/aggregate';
import type { Filter } from '../../table/filter';
import { countMissing } from '../../table/group';
import type { AnalysisInput } from '../contract';
import { openMeasure, type Measure } from '../measure';
import { selectScope, type Scope } from '../scope';
import { mostPoints } from '../subgroups';
import { chooseMethod, fitOf, processFigures, testFit } from './figures';
import { orderValues } from './ordered-values';
import type { CapabilityOutcome } from './outcome';
import type { CapabilitySpec } from './spec';
import { judgeStability } from './stability';

/** How well the values of one column keep within their limits, and whether that can be expected to go on. */
export function runCapability(input: AnalysisInput, spec: CapabilitySpec): Result<CapabilityOutcome, Failure> {
  const { table } = input;
  const opened = openMeasure(table, spec.measure);
  if (!opened.ok) return opened;
  const measure = opened.value;
  const limits: SpecLimits = { lower: spec.lowerLimit, upper: spec.upperLimit, target: spec.target };
  const selected = selectScope(table, spec);
  if (!selected.ok) return selected;
  const scope = selected.value;
  const stored = valuesBy({ size: 1, of: new Int32Array(table.rows) }, measure.column, scope.rows)[0];
  const values = Array.from(stored, (value) => value / measure.size);
  const { n, mean, median, sd, min, max } = summarize(values);
  if (n === 0) return fail('measure-no-values', { column: measure.name });
  if (n === 1) return fail('capability-one-value');
  if (mean === null || median === null || sd === null || min === null || max === null || !(sd > 0))
    return fail('capability-no-variation', { n });
  const ordered = orderValues(table, scope, spec, measure);
  if (!ordered.ok) return ordered;
  const { subgroups, unplaced, undated } = ordered.value;
  if (subgroups.length > mostPoints) return fail('too-many-points', { points: subgroups.length, most: mostPoints });
  const normal = normalCapability(capabilityData(subgroups, unplaced), limits);
  if (!normal.ok) return normal;
  const normality = testFit(values);
  const method = spec.method === 'auto' ? chooseMethod(values, normality) : spec.method;
  const overall = processFigures(values, limits, method, normal.value);
  if (!overall.ok) return overall;
  const stability = judgeStability(ordered.value, method !== 'normal');
  if (!stability.ok) return stability;
  const filters: Filter[] = [...scope.filters, { column: measure.column.id, op: 'present' }];
  return ok({
    spec,
    measureName: measure.name,
    unit: measure.unit,
    method,
    isAutomatic: spec.method === 'auto',
    n,
    missing: countMissing(measure.column, scope.rows),
    rows: scope.count,
    mean,
    median,
    sd,
    min,
    max,
    distinct: new Set(values).size,
    normal: normal.value,
    overall: overall.value,
    normality,
    fit: method === 'normal' ? normality : fitOf(values, method),
    beyond: countBeyond(spec, measure, values, filters),
    ...makeClasses(stored, scope, measure),
    stability: stability.value,
    undated: undated + scope.undated,
    filters,
  });
}

/** Values without a place in time have no neighbours: they say something about the whole, nothing about the spread within. */
function capabilityData(subgroups: readonly (readonly number[])[], unplaced: readonly number[]): CapabilityData {
  if (subgroups.some(({ length }) => length > 1))
    return { subgroups: [...subgroups, ...unplaced.map((value) => [value])], withinEstimator: 'pooled' };
  return { values: [...subgroups.map((one) => one[0] ?? null), ...unplaced.flatMap((value) => [null, value])] };
}

function countBeyond(
  { lowerLimit, upperLimit }: CapabilitySpec,
  { column, size }: Measure,
  values: readonly number[],
  filters: readonly Filter[],
): CapabilityOutcome['beyond'] {
  if (lowerLimit === null && upperLimit === null) return null;
  const below = lowerLimit === null ? 0 : values.filter((value) => value < lowerLimit).length;
  const above = upperLimit === null ? 0 : values.filter((value) => value > upperLimit).length;
  const interval = clopperPearsonInterval({ successes: below + above, trials: values.length });
  const range = (from: number | null, before: number | null): readonly Filter[] => [
    ...filters,
    { column: column.id, op: 'range', from, before },
  ];
  return {
    below: { count: below, filters: lowerLimit === null ? [] : range(null, lowerLimit * size) },
    above: { count: above, filters: upperLimit === null ? [] : range(justAbove(upperLimit * size), null) },
    share: (below + above) / values.length,
    low: interval.ok ? interval.value.low : 0,
    high: interval.ok ? interval.value.high : 1,
  };
}

/** The next number: values on the limit are within it. */
function justAbove(limit: number): number {
  return limit + Math.max(Number.MIN_VALUE, Math.abs(limit) * Number.EPSILON);
}

/** Classes are made of the stored values, so that a click finds exactly the rows that were counted. */
function makeClasses(
  stored: Float64Array,
  scope: Scope,
  { column, size }: Measure,
): Pick<CapabilityOutcome, 'classes' | 'classWidth'> {
  const { edges, counts, width } = histogram(stored, size);
  return {
    classWidth: width / size,
    classes: counts.map((count, i) => ({
      from: edges[i] / size,
      to: edges[i + 1] / size,
      count,
      filters: [...scope.filters, { column: column.id, op: 'range', from: edges[i], before: edges[i + 1] }],
    })),
  };
}

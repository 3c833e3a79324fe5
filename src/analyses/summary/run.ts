import { getBit } from '../../kernel/bitmap';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { autocorrelation } from '../../stats/descriptive/autocorrelation';
import { boxFigure } from '../../stats/descriptive/box-figure';
import { histogram } from '../../stats/descriptive/histogram';
import { summarize } from '../../stats/descriptive/summary';
import { normalScores } from '../../stats/normality/normal-scores';
import { testNormality } from '../../stats/normality/test-normality';
import { wilsonInterval } from '../../stats/proportions/wilson';
import { valuesBy } from '../../table/aggregate';
import type { Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findNumeric } from '../../table/find-column';
import { countMissing, forEachRow } from '../../table/group';
import { columnName } from '../column-name';
import type { AnalysisInput } from '../contract';
import { openMeasure, type Measure } from '../measure';
import { term } from '../phrases';
import { selectScope, type Scope } from '../scope';
import { makeSubgroups } from '../subgroups';
import { valueGroups } from '../value-groups';
import type { BeyondFigures, FittedCurve, HistogramClass, SampleFigures, SummaryOutcome } from './outcome';
import type { SummarySpec } from './spec';

const mostGroups = 500;
const mostScores = 1500;

/** Describes one number column, whole and by group. */
export function runSummary(input: AnalysisInput, spec: SummarySpec): Result<SummaryOutcome, Failure> {
  const { table } = input;
  const opened = openMeasure(table, spec.measure);
  if (!opened.ok) return opened;
  const measure = opened.value;
  const { lowerLimit, upperLimit } = spec;
  if (lowerLimit !== null && upperLimit !== null && !(lowerLimit < upperLimit))
    return fail('spec-limits-reversed', { lower: lowerLimit, upper: upperLimit });
  const selected = selectScope(table, spec);
  if (!selected.ok) return selected;
  const scope = selected.value;
  const stored = valuesBy({ size: 1, of: new Int32Array(table.rows) }, measure.column, scope.rows)[0];
  if (stored.length === 0) return fail('measure-no-values', { column: measure.name });
  const values = measure.size === 1 ? stored : stored.map((value) => value / measure.size);
  const filters: Filter[] = [...scope.filters, { column: measure.column.id, op: 'present' }];
  const groups = makeGroups(input, spec, scope, measure);
  if (!groups.ok) return groups;
  const logs = values.every((value) => value > 0) ? values.map(Math.log) : null;
  const normality = testNormality(values);
  const logNormality = logs ? testNormality(logs) : null;
  const classes = makeClasses(stored, scope, measure);
  return ok({
    spec,
    measureName: measure.name,
    unit: measure.unit,
    groupName: spec.groupBy === 'column' && spec.groupColumn !== null ? columnName(table, spec.groupColumn) : null,
    whole: figuresFor(
      spec,
      measure,
    )({
      label: term('analyses.summary.word.whole'),
      values,
      missing: countMissing(measure.column, scope.rows),
      filters,
    }),
    ...groups.value,
    classes: classes.list,
    classWidth: classes.width,
    curve: fitCurve(spec, values, logs),
    logRefused: spec.curve === 'logNormal' && logs === null,
    scores: thinScores(values),
    normality: normality.ok ? normality.value : null,
    normalityFailure: normality.ok ? null : normality.failure,
    logNormality: logNormality?.ok ? logNormality.value : null,
    distinct: new Set(values).size,
    autocorrelation: serialCorrelation(table, scope, measure, spec.dateColumn),
    coverage: {
      ...groups.value.coverage,
      rows: scope.count,
      undated: scope.undated,
    },
  });
}

type Grouping = Pick<SummaryOutcome, 'groups' | 'timeOrdered'> & {
  readonly coverage: Pick<SummaryOutcome['coverage'], 'unplaced' | 'empty'>;
};

function makeGroups(
  { table, codes }: AnalysisInput,
  spec: SummarySpec,
  scope: Scope,
  measure: Measure,
): Result<Grouping, Failure> {
  const { groupBy, groupColumn } = spec;
  if (groupBy === 'all') return ok({ groups: [], timeOrdered: false, coverage: { unplaced: 0, empty: [] } });
  const subgroups = makeSubgroups(table, scope, { ...spec, subgroup: groupBy, subgroupColumn: groupColumn });
  if (!subgroups.ok) return subgroups;
  const { labels, source, unplaced } = subgroups.value;
  if (labels.length > mostGroups) return fail('groups-too-many', { groups: labels.length, most: mostGroups });
  const all = valueGroups(codes, scope, subgroups.value, measure);
  const timeOrdered = source.kind === 'period';
  const groups = all.filter(({ values }) => values.length > 0).map(figuresFor(spec, measure));
  if (!timeOrdered) groups.sort((a, b) => (b.summary.median ?? 0) - (a.summary.median ?? 0));
  const empty = all.filter(({ values }) => values.length === 0).map(({ label }) => label);
  return ok({ groups, timeOrdered, coverage: { unplaced, empty } });
}

interface Sample {
  readonly label: PhraseValue;
  readonly values: Float64Array;
  readonly missing: number;
  readonly filters: readonly Filter[];
}

function figuresFor(spec: SummarySpec, measure: Measure): (sample: Sample) => SampleFigures {
  const type = spec.quantiles === 'type6' ? 6 : 7;
  return ({ label, values, missing, filters }) => ({
    label,
    summary: summarize(values),
    missing,
    box: boxFigure(values, type),
    beyond: countBeyond(spec, measure, values, filters),
    filters,
  });
}

function countBeyond(
  { lowerLimit, upperLimit }: SummarySpec,
  { column, size }: Measure,
  values: Float64Array,
  filters: readonly Filter[],
): BeyondFigures | null {
  if (lowerLimit === null && upperLimit === null) return null;
  const count = (test: (value: number) => boolean): number =>
    values.reduce((sum, value) => (test(value) ? sum + 1 : sum), 0);
  const below = lowerLimit === null ? 0 : count((value) => value < lowerLimit);
  const above = upperLimit === null ? 0 : count((value) => value > upperLimit);
  const bounds = wilsonInterval({ successes: below + above, trials: values.length });
  const range = (from: number | null, before: number | null): readonly Filter[] => [
    ...filters,
    { column: column.id, op: 'range', from, before },
  ];
  return {
    below,
    above,
    share: (below + above) / values.length,
    low: bounds.ok ? bounds.value.low : 0,
    high: bounds.ok ? bounds.value.high : 1,
    filters: {
      below: lowerLimit === null ? [] : range(null, lowerLimit * size),
      above: upperLimit === null ? [] : range(justAbove(upperLimit * size), null),
    },
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
): { readonly list: readonly HistogramClass[]; readonly width: number } {
  const { edges, counts, width } = histogram(stored, size);
  return {
    width: width / size,
    list: counts.map((count, i) => ({
      from: edges[i] / size,
      to: edges[i + 1] / size,
      count,
      filters: [...scope.filters, { column: column.id, op: 'range', from: edges[i], before: edges[i + 1] }],
    })),
  };
}

function fitCurve({ curve }: SummarySpec, values: Float64Array, logs: Float64Array | null): FittedCurve | null {
  const sample = curve === 'normal' ? values : curve === 'logNormal' ? logs : null;
  if (curve === 'none' || sample === null) return null;
  const { mean, sd } = summarize(sample);
  return mean !== null && sd !== null && sd > 0 ? { kind: curve, mean, sd } : null;
}

/** The outermost hundred at either end and an even choice of the rest: the ends are what a probability plot is read for. */
function thinScores(values: Float64Array): SummaryOutcome['scores'] {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const scores = normalScores(n);
  const step = Math.max(1, (n - 200) / (mostScores - 200));
  const ranks = new Set<number>();
  for (let i = 0; i < Math.min(100, n); i++) ranks.add(i).add(n - 1 - i);
  for (let i = 0; i < n; i += step) ranks.add(Math.floor(i));
  return [...ranks].sort((a, b) => a - b).map((rank) => ({ value: sorted[rank], score: scores[rank], rank: rank + 1 }));
}

function serialCorrelation(
  table: Table,
  scope: Scope,
  { column }: Measure,
  dateColumn: string | null,
): SummaryOutcome['autocorrelation'] {
  const dates = dateColumn === null ? undefined : findNumeric(table, dateColumn);
  const rows: number[] = [];
  forEachRow(scope.rows, table.rows, (row) => {
    if (!getBit(column.missing, row) && !(dates && getBit(dates.missing, row))) rows.push(row);
  });
  if (dates) rows.sort((a, b) => dates.values[a] - dates.values[b] || a - b);
  const value = autocorrelation(
    rows.map((row) => column.values[row]),
    1,
  );
  return value === null ? null : { value, byTime: dates !== undefined };
}

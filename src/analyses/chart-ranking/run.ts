import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { controlChart } from '../../stats/control/control-chart';
import { dispersionDiagnostic } from '../../stats/control/overdispersion';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { ChartData, Maybe, Signal } from '../../stats/control/types';
import { benjaminiHochberg } from '../../stats/correction/benjamini-hochberg';
import { countCross } from '../../table/group';
import { columnName, isCoded } from '../column-name';
import type { AnalysisInput } from '../contract';
import { measureSizes, type Sized } from '../counts';
import { findCoverage } from '../coverage';
import { roundRate, type DisplayScale } from '../display';
import { pointFilters } from '../point-source';
import { selectScope, type Scope } from '../scope';
import { judge } from '../signals';
import { makeSubgroups, type Subgroups } from '../subgroups';
import type { ChartRankingOutcome, RankedChart } from './outcome';
import type { ChartRankingSpec } from './spec';

/** More charts than anyone can look at. */
export const mostCharts = 500;

/** Rows → counts by group and period → one chart for each group, those that signal now first. */
export function runChartRanking(input: AnalysisInput, spec: ChartRankingSpec): Result<ChartRankingOutcome, Failure> {
  if (spec.groupColumn === null) return fail('ranking-choose-group');
  const scope = selectScope(input.table, spec);
  if (!scope.ok) return scope;
  const periods = makeSubgroups(input.table, scope.value, { ...spec, subgroupColumn: null });
  if (!periods.ok) return periods;
  const groups = makeSubgroups(input.table, scope.value, {
    ...spec,
    subgroup: 'column',
    subgroupColumn: spec.groupColumn,
  });
  if (!groups.ok) return groups;
  if (groups.value.groups.size > mostCharts) {
    return fail('ranking-too-many-groups', { groups: groups.value.groups.size, most: mostCharts });
  }
  if (periods.value.groups.size < 2) return fail('control-too-few-points', { points: periods.value.groups.size });
  const counts = countCross(groups.value.groups, periods.value.groups, scope.value.rows);
  const sized = findSizes(input, spec, scope.value, periods.value, counts);
  if (!sized.ok) return sized;
  return rank(input, spec, {
    scope: scope.value,
    periods: periods.value,
    groups: groups.value,
    counts,
    sized: sized.value,
  });
}

interface Prepared {
  readonly scope: Scope;
  readonly periods: Subgroups;
  readonly groups: Subgroups;
  /** At group × periods + period. */
  readonly counts: Float64Array;
  readonly sized: Sized | null;
}

/** What a count of a period is divided by; of a share, the rows of the period that have a group. */
function findSizes(
  input: AnalysisInput,
  spec: ChartRankingSpec,
  scope: Scope,
  periods: Subgroups,
  counts: Float64Array,
): Result<Sized | null, Failure> {
  if (spec.plot === 'count') return ok(null);
  const { size } = periods.groups;
  if (spec.plot === 'share') {
    const totals = new Float64Array(size);
    counts.forEach((count, i) => (totals[i % size] += count));
    return ok({ values: Array.from(totals), name: columnName(input.table, spec.groupColumn ?? '') });
  }
  const counted = { values: periods.rows, name: '', blank: 0, filter: null, rows: scope.rows };
  const sized = measureSizes(input, periods, counted, {
    ...spec,
    numerator: 'rows',
    countedColumn: null,
    countedValues: [],
    countColumn: null,
  });
  if (!sized.ok) return sized;
  const negative = sized.value.values.findIndex((value) => value !== null && value < 0);
  return negative < 0
    ? sized
    : fail('size-negative', { label: periods.labels[negative], size: sized.value.values[negative] ?? 0 });
}

function rank(input: AnalysisInput, spec: ChartRankingSpec, prepared: Prepared): Result<ChartRankingOutcome, Failure> {
  const { scope, periods, groups, counts, sized } = prepared;
  const { size } = periods.groups;
  const charts: RankedChart[] = [];
  const rare: ChartRankingOutcome['rare'][number][] = [];
  for (const [group, word] of groups.labels.entries()) {
    const own = Array.from(counts.subarray(group * size, (group + 1) * size));
    const total = own.reduce((sum, count) => sum + count, 0);
    const label = labelOf(input, spec, word);
    const filters = [...scope.filters, ...pointFilters(groups.source, group)];
    if (total < size) {
      rare.push({ label, total, filters });
      continue;
    }
    const charted = chartOf(spec, own, sized?.values ?? null);
    if (!charted.ok) return charted;
    charts.push({ label, total, counts: own, filters, adjustedP: null, ...charted.value });
  }
  if (charts.length === 0) return fail('ranking-all-rare', { groups: rare.length, periods: size });
  const adjusted = benjaminiHochberg(charts.map(({ pValue }) => pValue));
  const ranked = charts.map((chart, i) => ({ ...chart, adjustedP: adjusted[i] })).sort(byUrgency(spec));
  return ok({
    spec,
    labels: periods.labels,
    source: periods.source,
    charts: ranked,
    rare: rare.sort((a, b) => b.total - a.total),
    scale: scaleOf(spec, ranked),
    groupName: columnName(input.table, spec.groupColumn ?? ''),
    sizeName: spec.plot === 'rate' ? (sized?.name ?? null) : null,
    ungrouped: groups.unplaced,
    coverage: findCoverage(input.table, scope, periods, { sizes: sized?.values ?? null, blank: 0 }),
  });
}

type Charted = Pick<RankedChart, 'panel' | 'center' | 'widenedBy' | 'now' | 'pValue' | 'dispersion'>;

function chartOf(
  spec: ChartRankingSpec,
  counts: readonly number[],
  sizes: readonly Maybe[] | null,
): Result<Charted, Failure> {
  const plain = dataOf(spec, counts, sizes, false);
  const diagnosed = dispersionDiagnostic(plain);
  if (!diagnosed.ok) return diagnosed;
  const { suggestion, pValue } = diagnosed.value;
  const isWidened = spec.width === 'auto' && spec.plot !== 'count' && suggestion === 'laney';
  const chart = controlChart(isWidened ? dataOf(spec, counts, sizes, true) : plain, { rules: ruleSets[spec.rules] });
  if (!chart.ok) return chart;
  const { main, stages } = chart.value;
  const recent = main.signals.filter(({ completesAt }) => completesAt >= counts.length - spec.recent);
  return ok({
    panel: main,
    center: stages[0].center ?? 0,
    widenedBy: isWidened ? stages[0].sigmaZ : null,
    now: mostUrgent(recent, spec),
    pValue,
    dispersion: suggestion,
  });
}

function dataOf(
  { plot }: ChartRankingSpec,
  counts: readonly number[],
  sizes: readonly Maybe[] | null,
  widened: boolean,
): Exclude<ChartData, { kind: 'individuals' }> {
  if (sizes === null) return { kind: 'c', counts };
  return plot === 'share'
    ? { kind: widened ? 'laney-p' : 'p', defectives: counts, sizes }
    : { kind: widened ? 'laney-u' : 'u', counts, sizes };
}

/** A concern before an improvement, a later signal before an earlier one. */
function mostUrgent(signals: readonly Signal[], { direction }: ChartRankingSpec): Signal | null {
  const concerns = signals.filter((signal) => judge(signal, direction) === 'concern');
  const pool = concerns.length > 0 ? concerns : signals;
  return pool.length === 0 ? null : pool[pool.length - 1];
}

/** Concerns of now, improvements of now, then the rest; within each the strongest evidence of change first. */
function byUrgency({ direction }: ChartRankingSpec): (a: RankedChart, b: RankedChart) => number {
  const urgency = ({ now }: RankedChart): number => (now === null ? 2 : judge(now, direction) === 'concern' ? 0 : 1);
  return (a, b) => urgency(a) - urgency(b) || (a.adjustedP ?? 1) - (b.adjustedP ?? 1) || b.total - a.total;
}

function scaleOf({ plot, per }: ChartRankingSpec, charts: readonly RankedChart[]): DisplayScale {
  if (plot === 'count') return { kind: 'count', factor: 1, unit: null };
  if (plot === 'share') return { kind: 'percent', factor: 1, unit: null };
  return { kind: 'rate', factor: per ?? roundRate(charts.map(({ center }) => center)), unit: null };
}

function labelOf({ codes }: AnalysisInput, { groupColumn }: ChartRankingSpec, word: string): PhraseValue {
  const name = groupColumn !== null && isCoded(groupColumn) ? codes.name(word) : undefined;
  return name ? { as: 'bilingual', zh: `${word} ${name.zh}`, en: `${word} ${name.en}` } : word;
}

import * as v from 'valibot';
import type { Failure, Result } from '../../kernel/result';
import type { RuleSetName } from '../../stats/control/rules/rule-sets';
import type { Filter } from '../../table/filter';
import { calendarTypes } from '../../table/period';
import type { DayRange, ExclusionChoice, PhaseChoice, SpecSchema } from '../contract';
import { readSpec, specParts } from '../read-spec';

const chartKinds = ['p', 'np', 'u', 'c', 'i'] as const;
const subgroupings = ['day', 'week', 'month', 'quarter', 'year', 'column', 'row'] as const;
const numeratorKinds = ['values', 'rows', 'column'] as const;
const denominatorKinds = ['rows', 'column', 'second'] as const;
const sigmaSources = ['mean-range', 'median-range'] as const;
const statistics = ['mean', 'median', 'p90', 'sum'] as const;
const baselines = ['all', 'first', 'range'] as const;
const directions = ['lower', 'higher', 'none'] as const;
const ruleSetNames = [
  'default',
  'limits-only',
  'western-electric',
  'nelson',
  'minitab',
  'aiag',
  'montgomery',
  'nhs',
] as const satisfies readonly RuleSetName[];

export interface ControlChartSpec {
  readonly chart: (typeof chartKinds)[number];
  readonly subgroup: (typeof subgroupings)[number];
  readonly dateColumn: string | null;
  readonly subgroupColumn: string | null;

  /** p, np, u, c: what is counted. */
  readonly numerator: (typeof numeratorKinds)[number];
  readonly countedColumn: string | null;
  readonly countedValues: readonly string[];
  readonly countColumn: string | null;

  /** p, np, u: what it is divided by. */
  readonly denominator: (typeof denominatorKinds)[number];
  readonly sizeColumn: string | null;
  readonly second: string | null;
  /** Column of the second dataset that says which subgroup its line belongs to. */
  readonly secondKey: string | null;
  readonly secondNumber: string | null;
  /** u: rates are shown per so many units; null = a round number that suits. */
  readonly per: number | null;
  /** p, u: limits widened by the observed scatter. */
  readonly laney: boolean;

  /** i: what is plotted. */
  readonly measure: string | null;
  readonly statistic: (typeof statistics)[number];
  /** i: sigma from the mean or the median of the moving ranges. */
  readonly sigmaFrom: (typeof sigmaSources)[number];
  /** i: leaves moving ranges above their limit out once (Nelson 1982). */
  readonly screenRanges: boolean;

  readonly emptyPeriods: 'gap' | 'zero';
  readonly direction: (typeof directions)[number];
  readonly rules: (typeof ruleSetNames)[number];
  readonly limitWidth: number;
  readonly phases: readonly PhaseChoice[];
  readonly baseline: (typeof baselines)[number];
  readonly baselinePoints: number;
  readonly baselineRange: DayRange | null;
  readonly exclusions: readonly ExclusionChoice[];
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

const attribute = { key: 'chart', in: ['p', 'np', 'u', 'c'] };
const divided = { key: 'chart', in: ['p', 'np', 'u'] };
const individual = { key: 'chart', in: ['i'] };

/** The options form of a control chart. */
export const controlChartSchema: SpecSchema = {
  fields: [
    { key: 'chart', input: 'choice', choices: chartKinds },
    { key: 'subgroup', input: 'choice', choices: subgroupings },
    { key: 'dateColumn', input: 'column', types: calendarTypes, optional: true },
    {
      key: 'subgroupColumn',
      input: 'column',
      types: ['category', 'text', 'identifier', 'number', 'month', 'date'],
      coded: true,
      optional: true,
      showWhen: { key: 'subgroup', in: ['column'] },
    },
    { key: 'numerator', input: 'choice', choices: numeratorKinds, showWhen: attribute },
    {
      key: 'countedColumn',
      input: 'column',
      types: ['category', 'text', 'identifier', 'boolean'],
      coded: true,
      optional: true,
      showWhen: { key: 'numerator', in: ['values'] },
    },
    { key: 'countedValues', input: 'values', of: 'countedColumn', showWhen: { key: 'numerator', in: ['values'] } },
    {
      key: 'countColumn',
      input: 'column',
      types: ['number'],
      optional: true,
      showWhen: { key: 'numerator', in: ['column'] },
    },
    { key: 'denominator', input: 'choice', choices: denominatorKinds, showWhen: divided },
    {
      key: 'sizeColumn',
      input: 'column',
      types: ['number'],
      optional: true,
      showWhen: { key: 'denominator', in: ['column'] },
    },
    { key: 'second', input: 'dataset', optional: true, showWhen: { key: 'denominator', in: ['second'] } },
    {
      key: 'secondKey',
      input: 'column',
      types: ['date', 'datetime', 'month', 'category', 'text', 'identifier'],
      from: 'second',
      optional: true,
      showWhen: { key: 'denominator', in: ['second'] },
    },
    {
      key: 'secondNumber',
      input: 'column',
      types: ['number'],
      from: 'second',
      optional: true,
      showWhen: { key: 'denominator', in: ['second'] },
    },
    { key: 'per', input: 'number', min: 1, optional: true, showWhen: { key: 'chart', in: ['u'] } },
    { key: 'laney', input: 'switch', showWhen: { key: 'chart', in: ['p', 'u'] } },
    {
      key: 'measure',
      input: 'column',
      types: ['number', 'duration', 'time'],
      coded: true,
      optional: true,
      showWhen: individual,
    },
    { key: 'statistic', input: 'choice', choices: statistics, showWhen: individual },
    { key: 'sigmaFrom', input: 'choice', choices: sigmaSources, showWhen: individual },
    { key: 'screenRanges', input: 'switch', showWhen: { key: 'sigmaFrom', in: ['mean-range'] } },
    { key: 'emptyPeriods', input: 'choice', choices: ['gap', 'zero'] },
    { key: 'direction', input: 'choice', choices: directions },
    { key: 'rules', input: 'choice', choices: ruleSetNames },
    { key: 'limitWidth', input: 'number', min: 1, max: 6, step: 0.1 },
    { key: 'phases', input: 'phases' },
    { key: 'baseline', input: 'choice', choices: baselines },
    {
      key: 'baselinePoints',
      input: 'number',
      min: 2,
      max: 1000,
      step: 1,
      showWhen: { key: 'baseline', in: ['first'] },
    },
    {
      key: 'baselineRange',
      input: 'period',
      of: 'dateColumn',
      optional: true,
      showWhen: { key: 'baseline', in: ['range'] },
    },
    { key: 'exclusions', input: 'exclusions' },
    { key: 'period', input: 'period', of: 'dateColumn', optional: true },
    { key: 'filters', input: 'filters' },
  ],
};

const within = (low: number, high: number, fallback: number) =>
  v.optional(v.pipe(v.number(), v.minValue(low), v.maxValue(high)), fallback);

const stored: v.GenericSchema<unknown, ControlChartSpec> = v.object({
  chart: specParts.choice(chartKinds, 'p'),
  subgroup: specParts.choice(subgroupings, 'month'),
  dateColumn: specParts.column,
  subgroupColumn: specParts.column,
  numerator: specParts.choice(numeratorKinds, 'values'),
  countedColumn: specParts.column,
  countedValues: specParts.values,
  countColumn: specParts.column,
  denominator: specParts.choice(denominatorKinds, 'rows'),
  sizeColumn: specParts.column,
  second: specParts.column,
  secondKey: specParts.column,
  secondNumber: specParts.column,
  per: v.optional(v.nullable(v.pipe(v.number(), v.gtValue(0))), null),
  laney: specParts.flag(false),
  measure: specParts.column,
  statistic: specParts.choice(statistics, 'mean'),
  sigmaFrom: specParts.choice(sigmaSources, 'mean-range'),
  screenRanges: specParts.flag(false),
  emptyPeriods: specParts.choice(['gap', 'zero'], 'gap'),
  direction: specParts.choice(directions, 'lower'),
  rules: specParts.choice(ruleSetNames, 'default'),
  limitWidth: within(1, 6, 3),
  phases: specParts.phases,
  baseline: specParts.choice(baselines, 'all'),
  baselinePoints: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000)), 20),
  baselineRange: specParts.days,
  exclusions: specParts.exclusions,
  period: specParts.days,
  filters: specParts.filters,
});

/** A control chart spec from unknown data. */
export function parseControlChartSpec(raw: unknown): Result<ControlChartSpec, Failure> {
  return readSpec(stored, raw);
}

/** Columns that a control chart reads. */
export function controlChartColumns(spec: ControlChartSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const divides = spec.chart === 'p' || spec.chart === 'np' || spec.chart === 'u';
  const counts = spec.chart !== 'i';
  const first = [
    spec.dateColumn,
    spec.subgroup === 'column' ? spec.subgroupColumn : null,
    counts && spec.numerator === 'values' ? spec.countedColumn : null,
    counts && spec.numerator === 'column' ? spec.countColumn : null,
    divides && spec.denominator === 'column' ? spec.sizeColumn : null,
    counts ? null : spec.measure,
    ...spec.filters.map((filter) => (filter.op === 'rows' ? null : filter.column)),
  ];
  const second = divides && spec.denominator === 'second' ? [spec.secondKey, spec.secondNumber] : [];
  return { first: unique(first), second: unique(second) };
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

/** Options that charts of a plotted series share: what is plotted, stages, and the rows looked at. */

import * as v from 'valibot';
import type { Filter } from '../table/filter';
import { calendarTypes } from '../table/period';
import { filterColumns, uniqueIds } from './columns-read';
import type { DayRange, FieldCondition, SpecField } from './contract';
import { measureTypes } from './measure';
import { plotKinds, statistics, type PlotChoice } from './plotted-series';
import { specParts } from './read-spec';
import { baselines, type StageChoice } from './stages';

/** What a point may stand for. */
export const subgroupings = ['day', 'week', 'month', 'quarter', 'year', 'column', 'row'] as const;
const numeratorKinds = ['values', 'rows', 'column'] as const;
const denominatorKinds = ['rows', 'column', 'second'] as const;
/** Types of the columns by which a line of a second dataset is matched to a point. */
const keyTypes = ['date', 'datetime', 'month', 'category', 'text', 'identifier'] as const;

/** A plotted series over time or groups, and the rows it comes from. */
export interface SeriesChoice extends PlotChoice {
  readonly subgroup: (typeof subgroupings)[number];
  readonly dateColumn: string | null;
  readonly subgroupColumn: string | null;
  readonly second: string | null;
  /** Rates are shown per so many units; null = a round number that suits. */
  readonly per: number | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** What is counted: fields of a numerator, shown under `showWhen`. */
export function numeratorFields(showWhen: FieldCondition | null): readonly SpecField[] {
  const when = showWhen ? { showWhen } : {};
  return [
    { key: 'numerator', input: 'choice', choices: numeratorKinds, ...when },
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
  ];
}

/**
 * What it is divided by: `choices` of them, shown under `showWhen`; `keys` are the types a line of the second dataset may
 * be matched by.
 */
export function denominatorFields(
  showWhen: FieldCondition | null,
  {
    choices = denominatorKinds,
    keys = keyTypes,
  }: {
    readonly choices?: readonly string[];
    readonly keys?: Extract<SpecField, { input: 'column' }>['types'];
  } = {},
): readonly SpecField[] {
  const when = showWhen ? { showWhen } : {};
  const second: FieldCondition = { key: 'denominator', in: ['second'] };
  return [
    { key: 'denominator', input: 'choice', choices, ...when },
    {
      key: 'sizeColumn',
      input: 'column',
      types: ['number'],
      optional: true,
      showWhen: { key: 'denominator', in: ['column'] },
    },
    { key: 'second', input: 'dataset', optional: true, showWhen: second },
    { key: 'secondKey', input: 'column', types: keys, from: 'second', optional: true, showWhen: second },
    { key: 'secondNumber', input: 'column', types: ['number'], from: 'second', optional: true, showWhen: second },
  ];
}

/** The column that says when. */
export const dateField: SpecField = { key: 'dateColumn', input: 'column', types: calendarTypes, optional: true };

/** Whether a period without rows is a gap or a 0. */
export const emptyPeriodsField: SpecField = {
  key: 'emptyPeriods',
  input: 'choice',
  choices: ['gap', 'zero'],
  advanced: true,
};

/** What a point stands for. */
export const subgroupFields: readonly SpecField[] = [
  { key: 'subgroup', input: 'choice', choices: subgroupings },
  dateField,
  {
    key: 'subgroupColumn',
    input: 'column',
    types: ['category', 'text', 'identifier', 'number', 'month', 'date'],
    coded: true,
    optional: true,
    showWhen: { key: 'subgroup', in: ['column'] },
  },
];

/** What is measured, and what a point says of its values; shown under `showWhen`. */
export function measureFields(showWhen: FieldCondition): readonly SpecField[] {
  return [
    { key: 'measure', input: 'column', types: measureTypes, coded: true, optional: true, showWhen },
    { key: 'statistic', input: 'choice', choices: statistics, showWhen },
  ];
}

/** The fields of a plotted series. */
export const plotFields: readonly SpecField[] = [
  { key: 'plot', input: 'choice', choices: plotKinds },
  ...subgroupFields,
  ...numeratorFields({ key: 'plot', in: ['share', 'rate', 'count'] }),
  ...denominatorFields({ key: 'plot', in: ['share', 'rate'] }),
  { key: 'per', input: 'number', min: 1, optional: true, showWhen: { key: 'plot', in: ['rate'] } },
  ...measureFields({ key: 'plot', in: ['measure'] }),
  emptyPeriodsField,
];

/** Phases, baseline and exclusions. */
export const stageFields: readonly SpecField[] = [
  { key: 'phases', input: 'phases' },
  { key: 'exclusions', input: 'exclusions' },
  { key: 'baseline', input: 'choice', choices: baselines, advanced: true },
  {
    key: 'baselinePoints',
    input: 'number',
    min: 2,
    max: 1000,
    step: 1,
    showWhen: { key: 'baseline', in: ['first'] },
    advanced: true,
  },
  {
    key: 'baselineRange',
    input: 'period',
    of: 'dateColumn',
    optional: true,
    showWhen: { key: 'baseline', in: ['range'] },
    advanced: true,
  },
];

/** Which rows are looked at. */
export const scopeFields: readonly SpecField[] = [
  { key: 'period', input: 'period', of: 'dateColumn', optional: true },
  { key: 'filters', input: 'filters' },
];

/** A number from `low` to `high`. */
export const within = (low: number, high: number, fallback: number) =>
  v.optional(v.pipe(v.number(), v.minValue(low), v.maxValue(high)), fallback);

/** A number above 0, or null. */
export const positiveOrNone = v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.gtValue(0))), null);

/** Parsing of a numerator. */
export const countParts = {
  numerator: specParts.choice(numeratorKinds, 'values'),
  countedColumn: specParts.column,
  countedValues: specParts.values,
  countColumn: specParts.column,
};

/** Parsing of a denominator. */
export const sizeParts = {
  denominator: specParts.choice(denominatorKinds, 'rows'),
  sizeColumn: specParts.column,
  second: specParts.column,
  secondKey: specParts.column,
  secondNumber: specParts.column,
};

/** Parsing of which rows are looked at. */
export const scopeParts = { period: specParts.days, filters: specParts.filters };

/** Parsing of a plotted series, but for what is plotted. */
export const pointParts = {
  subgroup: specParts.choice(subgroupings, 'month'),
  dateColumn: specParts.column,
  subgroupColumn: specParts.column,
  ...countParts,
  ...sizeParts,
  per: positiveOrNone,
  measure: specParts.column,
  statistic: specParts.choice(statistics, 'mean'),
  emptyPeriods: specParts.choice(['gap', 'zero'], 'gap'),
  ...scopeParts,
};

/** Parsing of a plotted series. */
export const plotParts = { plot: specParts.choice(plotKinds, 'share'), ...pointParts };

/** Parsing of stages. */
export const stageParts = {
  phases: specParts.phases,
  baseline: specParts.choice(baselines, 'all'),
  baselinePoints: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000)), 20),
  baselineRange: specParts.days,
  exclusions: specParts.exclusions,
} satisfies Record<keyof StageChoice, unknown>;

/** Columns that a plotted series reads. */
export function seriesColumns(spec: Omit<SeriesChoice, 'emptyPeriods'>): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const divides = spec.plot === 'share' || spec.plot === 'rate';
  const counts = spec.plot !== 'measure';
  const first = [
    spec.dateColumn,
    spec.subgroup === 'column' ? spec.subgroupColumn : null,
    counts && spec.numerator === 'values' ? spec.countedColumn : null,
    counts && spec.numerator === 'column' ? spec.countColumn : null,
    divides && spec.denominator === 'column' ? spec.sizeColumn : null,
    counts ? null : spec.measure,
    ...filterColumns(spec.filters),
  ];
  const second = divides && spec.denominator === 'second' ? [spec.secondKey, spec.secondNumber] : [];
  return { first: uniqueIds(first), second: uniqueIds(second) };
}

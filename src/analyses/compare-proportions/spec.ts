import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { calendarTypes } from '../../table/period';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findFlag } from '../find-flag';
import { findGrouping } from '../find-grouping';
import { readSpec, specParts } from '../read-spec';
import { groupTypes } from '../value-groups';
import { halvesOf } from '../halves';

const kinds = ['share', 'rate'] as const;
const numerators = ['values', 'rows', 'column'] as const;
const denominators = ['rows', 'column', 'second'] as const;
const groupings = ['column', 'periods', 'month', 'quarter', 'year'] as const;
const directions = ['lower', 'higher'] as const;
const pictures = ['intervals', 'differences'] as const;

export interface CompareProportionsSpec {
  /** A share of units, or events per exposure. */
  readonly kind: (typeof kinds)[number];
  readonly numerator: (typeof numerators)[number];
  readonly countedColumn: string | null;
  readonly countedValues: readonly string[];
  readonly countColumn: string | null;
  readonly denominator: (typeof denominators)[number];
  readonly sizeColumn: string | null;
  readonly second: string | null;
  readonly secondKey: string | null;
  readonly secondNumber: string | null;
  /** The values of a column, two chosen periods, or calendar periods. */
  readonly by: (typeof groupings)[number];
  readonly groupColumn: string | null;
  readonly dateColumn: string | null;
  readonly before: DayRange | null;
  readonly after: DayRange | null;
  readonly period: DayRange | null;
  /** Which way is better: what is counted are failures, or successes. */
  readonly direction: (typeof directions)[number];
  /** Rates are shown per so many units; null = a round number. */
  readonly per: number | null;
  readonly picture: (typeof pictures)[number];
  readonly filters: readonly Filter[];
}

const ofSecond = { key: 'denominator', in: ['second'] };

/** The options form. */
export const compareProportionsSchema: SpecSchema = {
  fields: [
    { key: 'kind', input: 'choice', choices: kinds },
    { key: 'numerator', input: 'choice', choices: numerators },
    {
      key: 'countedColumn',
      input: 'column',
      types: groupTypes,
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
    { key: 'denominator', input: 'choice', choices: denominators },
    {
      key: 'sizeColumn',
      input: 'column',
      types: ['number'],
      optional: true,
      showWhen: { key: 'denominator', in: ['column'] },
    },
    { key: 'second', input: 'dataset', optional: true, showWhen: ofSecond },
    {
      key: 'secondKey',
      input: 'column',
      types: ['date', 'datetime', 'month', 'category', 'text', 'identifier'],
      from: 'second',
      optional: true,
      showWhen: ofSecond,
    },
    {
      key: 'secondNumber',
      input: 'column',
      types: ['number'],
      from: 'second',
      optional: true,
      showWhen: ofSecond,
    },
    { key: 'by', input: 'choice', choices: groupings },
    {
      key: 'groupColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'by', in: ['column'] },
    },
    { key: 'dateColumn', input: 'column', types: calendarTypes, optional: true },
    { key: 'before', input: 'period', of: 'dateColumn', optional: true, showWhen: { key: 'by', in: ['periods'] } },
    { key: 'after', input: 'period', of: 'dateColumn', optional: true, showWhen: { key: 'by', in: ['periods'] } },
    {
      key: 'period',
      input: 'period',
      of: 'dateColumn',
      optional: true,
      showWhen: { key: 'by', in: ['column', 'month', 'quarter', 'year'] },
    },
    { key: 'direction', input: 'choice', choices: directions },
    { key: 'per', input: 'number', min: 1, optional: true, showWhen: { key: 'kind', in: ['rate'] } },
    { key: 'picture', input: 'choice', choices: pictures },
    { key: 'filters', input: 'filters' },
  ],
};

const stored: v.GenericSchema<unknown, CompareProportionsSpec> = v.object({
  kind: specParts.choice(kinds, 'share'),
  numerator: specParts.choice(numerators, 'values'),
  countedColumn: specParts.column,
  countedValues: specParts.values,
  countColumn: specParts.column,
  denominator: specParts.choice(denominators, 'rows'),
  sizeColumn: specParts.column,
  second: specParts.column,
  secondKey: specParts.column,
  secondNumber: specParts.column,
  by: specParts.choice(groupings, 'column'),
  groupColumn: specParts.column,
  dateColumn: specParts.column,
  before: specParts.days,
  after: specParts.days,
  period: specParts.days,
  direction: specParts.choice(directions, 'lower'),
  per: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.gtValue(0))), null),
  picture: specParts.choice(pictures, 'intervals'),
  filters: specParts.filters,
});

/** A comparison of shares or rates from unknown data. */
export function parseCompareProportionsSpec(raw: unknown): Result<CompareProportionsSpec, Failure> {
  return readSpec(stored, raw);
}

/** The rarer answer of a two-valued column, by the first other column with a handful of groups; else by halves of time. */
export function compareProportionsDefaults({ table }: AnalysisInput): Result<CompareProportionsSpec, Failure> {
  const flag = findFlag(table);
  if (!flag) return fail('proportions-no-column');
  const dates = table.columns.find(({ type }) => (calendarTypes as readonly string[]).includes(type));
  const common = { countedColumn: flag.column.id, countedValues: [flag.rarer], dateColumn: dates?.id ?? null };
  const groups = findGrouping({ ...table, columns: table.columns.filter(({ id }) => id !== flag.column.id) });
  if (groups) return parseCompareProportionsSpec({ ...common, groupColumn: groups.id });
  const halves = dates?.layout === 'numeric' ? halvesOf(dates) : null;
  if (!halves) return fail('compare-no-groups');
  return parseCompareProportionsSpec({ ...common, by: 'periods', ...halves });
}

/** Columns that a comparison of shares or rates reads. */
export function compareProportionsColumns(spec: CompareProportionsSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const first = [
    spec.numerator === 'values' ? spec.countedColumn : null,
    spec.numerator === 'column' ? spec.countColumn : null,
    spec.denominator === 'column' ? spec.sizeColumn : null,
    spec.by === 'column' ? spec.groupColumn : null,
    spec.dateColumn,
    ...spec.filters.map((filter) => (filter.op === 'rows' ? null : filter.column)),
  ];
  const second = spec.denominator === 'second' ? [spec.secondKey, spec.secondNumber] : [];
  const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
  return { first: unique(first), second: unique(second) };
}

import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { calendarTypes } from '../../table/period';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import type { CountChoice, SizeChoice } from '../counts';
import { findFlag } from '../find-flag';
import { findGrouping } from '../find-grouping';
import { readSpec, specParts } from '../read-spec';
import { countParts, dateField, denominatorFields, numeratorFields, positiveOrNone, sizeParts } from '../series-fields';
import { groupTypes } from '../value-groups';
import { halvesOf } from '../halves';
import { filterColumns, uniqueIds } from '../columns-read';

const kinds = ['share', 'rate'] as const;
const groupings = ['column', 'periods', 'month', 'quarter', 'year'] as const;
const directions = ['lower', 'higher'] as const;
const pictures = ['intervals', 'differences'] as const;

export interface CompareProportionsSpec extends CountChoice, SizeChoice {
  readonly second: string | null;
  /** A share of units, or events per exposure. */
  readonly kind: (typeof kinds)[number];
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

/** The options form. */
export const compareProportionsSchema: SpecSchema = {
  fields: [
    { key: 'kind', input: 'choice', choices: kinds },
    ...numeratorFields(null),
    ...denominatorFields(null),
    { key: 'by', input: 'choice', choices: groupings },
    {
      key: 'groupColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'by', in: ['column'] },
    },
    dateField,
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
  ...countParts,
  ...sizeParts,
  by: specParts.choice(groupings, 'column'),
  groupColumn: specParts.column,
  dateColumn: specParts.column,
  before: specParts.days,
  after: specParts.days,
  period: specParts.days,
  direction: specParts.choice(directions, 'lower'),
  per: positiveOrNone,
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
    ...filterColumns(spec.filters),
  ];
  const second = spec.denominator === 'second' ? [spec.secondKey, spec.secondNumber] : [];
  return { first: uniqueIds(first), second: uniqueIds(second) };
}

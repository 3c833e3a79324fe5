import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { DictionaryColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { filterColumns, uniqueIds } from '../columns-read';
import { codedColumns, type AnalysisInput, type DayRange, type SpecSchema } from '../contract';
import { findCalendar } from '../find-calendar';
import { readSpec, specParts } from '../read-spec';
import { ruleSetNames } from '../rule-choice';
import { dateField, denominatorFields, positiveOrNone, scopeFields, scopeParts, within } from '../series-fields';
import { directions, type Direction } from '../signals';

const plots = ['count', 'share', 'rate'] as const;
const subgroupings = ['day', 'week', 'month', 'quarter', 'year'] as const;
const denominators = ['column', 'second'] as const;
const widths = ['auto', 'plain'] as const;

export interface ChartRankingSpec {
  /** Each of its values gets a chart. */
  readonly groupColumn: string | null;
  /** Events per period (c chart), their share of all events of the period (p), events per unit of size (u). */
  readonly plot: (typeof plots)[number];
  readonly denominator: (typeof denominators)[number];
  readonly sizeColumn: string | null;
  readonly second: string | null;
  readonly secondKey: string | null;
  readonly secondNumber: string | null;
  /** Rates are shown per so many units; null = a round number that suits. */
  readonly per: number | null;
  readonly subgroup: (typeof subgroupings)[number];
  readonly dateColumn: string | null;
  readonly rules: (typeof ruleSetNames)[number];
  /** `auto`: limits of a chart whose points scatter more than the law allows are widened (Laney). */
  readonly width: (typeof widths)[number];
  readonly direction: Direction;
  /** A signal that completes within so many last periods is one of now. */
  readonly recent: number;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

const rate = { key: 'plot', in: ['rate'] };

/** Options of the ranking. */
export const chartRankingSchema: SpecSchema = {
  fields: [
    { key: 'groupColumn', input: 'column', types: ['category', 'text', 'identifier'], coded: true, optional: true },
    dateField,
    { key: 'subgroup', input: 'choice', choices: subgroupings },
    { key: 'plot', input: 'choice', choices: plots },
    ...denominatorFields(rate, { choices: denominators }),
    { key: 'per', input: 'number', min: 1, optional: true, showWhen: rate, advanced: true },
    { key: 'direction', input: 'choice', choices: directions },
    { key: 'recent', input: 'number', min: 1, max: 60, step: 1 },
    { key: 'rules', input: 'choice', choices: ruleSetNames, advanced: true },
    {
      key: 'width',
      input: 'choice',
      choices: widths,
      advanced: true,
      showWhen: { key: 'plot', in: ['share', 'rate'] },
    },
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, ChartRankingSpec> = v.object({
  groupColumn: specParts.column,
  plot: specParts.choice(plots, 'count'),
  denominator: specParts.choice(denominators, 'second'),
  sizeColumn: specParts.column,
  second: specParts.column,
  secondKey: specParts.column,
  secondNumber: specParts.column,
  per: positiveOrNone,
  subgroup: specParts.choice(subgroupings, 'month'),
  dateColumn: specParts.column,
  rules: specParts.choice(ruleSetNames, 'default'),
  width: specParts.choice(widths, 'auto'),
  direction: specParts.choice(directions, 'lower'),
  recent: within(1, 60, 3),
  ...scopeParts,
});

/** A ranking spec from unknown data. */
export function parseChartRankingSpec(raw: unknown): Result<ChartRankingSpec, Failure> {
  return readSpec(stored, raw);
}

/** One chart for each link of a coded dataset, else for each word of the category with the most words. */
export function chartRankingDefaults({ table }: AnalysisInput): Result<ChartRankingSpec, Failure> {
  const calendar = findCalendar(table);
  const group = findGroup(table);
  if (!calendar || !group) return fail('ranking-no-column');
  return parseChartRankingSpec({
    groupColumn: group.id,
    dateColumn: calendar.column.id,
    subgroup: calendar.subgroup,
  });
}

const mostProposed = 100;

function findGroup(table: Table): DictionaryColumn | undefined {
  const categories = table.columns.filter(
    (column): column is DictionaryColumn =>
      column.layout === 'dictionary' && column.type === 'category' && column.dictionary.length >= 2,
  );
  const coded = categories.find(({ id }) => id === codedColumns.link);
  if (coded) return coded;
  return categories
    .filter(({ dictionary }) => dictionary.length <= mostProposed)
    .sort((a, b) => b.dictionary.length - a.dictionary.length)[0];
}

/** Columns that the ranking reads. */
export function chartRankingColumns(spec: ChartRankingSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const divides = spec.plot === 'rate';
  const first = [
    spec.groupColumn,
    spec.dateColumn,
    divides && spec.denominator === 'column' ? spec.sizeColumn : null,
    ...filterColumns(spec.filters),
  ];
  const second = divides && spec.denominator === 'second' ? [spec.secondKey, spec.secondNumber] : [];
  return { first: uniqueIds(first), second: uniqueIds(second) };
}

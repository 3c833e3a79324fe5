import * as v from 'valibot';
import { countBits } from '../../kernel/bitmap';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { DictionaryColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findColumn, findDictionary } from '../../table/find-column';
import { isCoded } from '../column-name';
import { codedColumns, contributingColumns, type AnalysisInput, type DayRange, type SpecSchema } from '../contract';
import { readSpec, specParts } from '../read-spec';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField } from '../series-fields';

const weights = ['count', 'sum', 'severity'] as const;

export interface ParetoSpec {
  /** The column whose values become bars; `category`, `aspect` and `link` are the coded levels. */
  readonly column: string;
  /** Only rows below this taxonomy code; for coded levels. */
  readonly within: string | null;
  /** Contributing links count half beside the primary one; for coded levels. */
  readonly contributing: boolean;
  readonly weight: (typeof weights)[number];
  readonly weightColumn: string | null;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  /** A second period to compare with. */
  readonly compare: DayRange | null;
  readonly maxBars: number;
  /** Categories beyond this cumulative percentage are shown as "Other"; 100 = none. */
  readonly otherAbove: number;
  readonly filters: readonly Filter[];
}

/** The options form of a Pareto chart. */
export const paretoSchema: SpecSchema = {
  fields: [
    { key: 'column', input: 'column', types: ['category', 'text', 'identifier'], coded: true },
    { key: 'contributing', input: 'switch', showWhen: { key: 'column', in: Object.keys(contributingColumns) } },
    { key: 'weight', input: 'choice', choices: weights },
    {
      key: 'weightColumn',
      input: 'column',
      types: ['number', 'duration'],
      optional: true,
      showWhen: { key: 'weight', in: ['sum'] },
    },
    dateField,
    { key: 'period', input: 'period', of: 'dateColumn', optional: true },
    { key: 'compare', input: 'period', of: 'dateColumn', optional: true },
    { key: 'maxBars', input: 'number', min: 2, max: 100, step: 1 },
    { key: 'otherAbove', input: 'number', min: 50, max: 100, step: 1 },
    { key: 'filters', input: 'filters' },
  ],
};

const stored: v.GenericSchema<unknown, ParetoSpec> = v.object({
  column: v.string(),
  within: v.optional(v.nullable(v.string()), null),
  contributing: specParts.flag(false),
  weight: specParts.choice(weights, 'count'),
  weightColumn: specParts.column,
  dateColumn: specParts.column,
  period: specParts.days,
  compare: specParts.days,
  maxBars: v.optional(v.pipe(v.number(), v.minValue(2), v.maxValue(100)), 20),
  otherAbove: v.optional(v.pipe(v.number(), v.minValue(50), v.maxValue(100)), 95),
  filters: specParts.filters,
});

/** A Pareto spec from unknown data. */
export function parseParetoSpec(raw: unknown): Result<ParetoSpec, Failure> {
  return readSpec(stored, raw);
}

/** The coded categories if there are any, else the column that looks most like a classification. */
export function paretoDefaults(input: AnalysisInput): Result<ParetoSpec, Failure> {
  const coded = findDictionary(input.table, codedColumns.category);
  const isUsed = coded !== undefined && countBits(coded.missing, input.table.rows) < input.table.rows;
  const column = isUsed ? coded : likelyClassification(input.table);
  if (!column) return fail('pareto-no-column');
  const dates = input.table.columns.find(
    (one) => one.type === 'date' || one.type === 'datetime' || one.type === 'month',
  );
  return parseParetoSpec({ column: column.id, dateColumn: dates?.id ?? null });
}

/** Headers of kinds and causes, and of what is complained about: 投诉类别 is both, 机构名称 and 受理渠道 are neither. */
const kindHeader = /类别|类型|分类|种类|原因|事由|category|type|issue|topic|reason|cause/i;
const matterHeader = /投诉|问题|诉求|complaint|problem/i;

function headerScore({ name }: DictionaryColumn): number {
  return (kindHeader.test(name) ? 2 : 0) + (matterHeader.test(name) ? 1 : 0);
}

/** Few enough values to be classes and more than one; among those, the one whose header says so, or with most values. */
function likelyClassification(table: Table): DictionaryColumn | undefined {
  const words = table.columns.filter(
    (column): column is DictionaryColumn => column.layout === 'dictionary' && !isCoded(column.id),
  );
  const classes = words.filter(
    ({ type, dictionary }) => type === 'category' && dictionary.length > 1 && dictionary.length <= 60,
  );
  classes.sort((a, b) => headerScore(b) - headerScore(a) || b.dictionary.length - a.dictionary.length);
  return classes[0] ?? words.find(({ type }) => type === 'category') ?? words[0];
}

/** Columns that a Pareto reads. */
export function paretoColumns(spec: ParetoSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [
    spec.column,
    ...(countsContributing(spec) ? contributingColumns[spec.column] : []),
    ...(countsContributing(spec) && spec.within !== null ? Object.values(contributingColumns).flat() : []),
    spec.weight === 'sum' ? spec.weightColumn : null,
    spec.weight === 'severity' ? codedColumns.severity : null,
    spec.within === null ? null : codedColumns.category,
    spec.within === null ? null : codedColumns.aspect,
    spec.within === null ? null : codedColumns.link,
    spec.period || spec.compare ? spec.dateColumn : null,
    ...filterColumns(spec.filters),
  ];
  return { first: uniqueIds(named), second: [] };
}

/** Whether contributing links are counted: only coded levels have them. */
export function countsContributing(spec: ParetoSpec): boolean {
  return spec.contributing && Object.hasOwn(contributingColumns, spec.column);
}

/** Checks what a schema cannot: that the columns exist and suit. */
export function checkParetoSpec(table: Table, spec: ParetoSpec): Result<DictionaryColumn, Failure> {
  const column = findColumn(table, spec.column);
  if (!column) return fail('column-unknown', { column: spec.column });
  if (column.layout !== 'dictionary') return fail('pareto-column-not-words', { column: column.name });
  if (spec.weight === 'sum' && spec.weightColumn === null) return fail('pareto-weight-missing');
  if (spec.compare && spec.dateColumn === null) return fail('pareto-compare-without-date');
  return ok(column);
}

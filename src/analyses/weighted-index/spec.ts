import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { NumericColumn } from '../../table/column';
import type { Filter } from '../../table/filter';
import { scaleOf } from '../answers';
import { isCoded } from '../column-name';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findCalendar } from '../find-calendar';
import { measuredValues, measureTypes, openMeasure } from '../measure';
import { readSpec, specParts } from '../read-spec';

import { groupTypes } from '../value-groups';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

const groupings = ['all', 'column', 'month', 'quarter', 'year'] as const;

/** A column of the index: its weight, and which of its values count as 0 and as 100. */
export interface IndexColumn {
  readonly column: string | null;
  readonly weight: number;
  /** Above `best` where less is better. */
  readonly worst: number;
  readonly best: number;
}

export interface WeightedIndexSpec {
  readonly parts: readonly IndexColumn[];
  readonly groupBy: (typeof groupings)[number];
  readonly groupColumn: string | null;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const weightedIndexSchema: SpecSchema = {
  fields: [
    {
      key: 'parts',
      input: 'lines',
      cells: [
        { key: 'column', input: 'column', types: measureTypes },
        { key: 'weight', input: 'number', min: 0 },
        { key: 'worst', input: 'number' },
        { key: 'best', input: 'number' },
      ],
    },
    { key: 'groupBy', input: 'choice', choices: groupings },
    {
      key: 'groupColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'groupBy', in: ['column'] },
    },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, WeightedIndexSpec> = v.object({
  parts: v.optional(
    v.array(
      v.object({
        column: specParts.column,
        weight: specParts.number(1),
        worst: specParts.number(0),
        best: specParts.number(100),
      }),
    ),
    [],
  ),
  groupBy: specParts.choice(groupings, 'all'),
  groupColumn: specParts.column,
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A weighted index spec from unknown data. */
export function parseWeightedIndexSpec(raw: unknown): Result<WeightedIndexSpec, Failure> {
  return readSpec(stored, raw);
}

const lessIsBetter = /时长|时间|等待|等候|投诉|差错|超时|逾期|天数|放弃|wait|time|error|complain|days|late|abandon/i;
/** Grades of harm belong to an event, not to the performance that an index adds up. */
const severityWords = /严重|severity/i;
const mostProposed = 6;
const answerEnds = { five: [1, 5], seven: [1, 7], nps: [0, 10] } as const;

/** The first number columns, equally weighted, between the ends of their scales or of their values. */
export function weightedIndexDefaults({ table }: AnalysisInput): Result<WeightedIndexSpec, Failure> {
  const numbers = table.columns.flatMap((column) => {
    if (column.layout !== 'numeric' || !(measureTypes as readonly string[]).includes(column.type)) return [];
    return isCoded(column.id) || severityWords.test(column.name) ? [] : [column];
  });
  const filled = numbers.filter((column) => 2 * measuredValues(column).length >= table.rows).flatMap(toPart);
  const parts = filled.length > 0 ? filled : numbers.flatMap(toPart);
  if (parts.length === 0) return fail('measure-no-column');
  return parseWeightedIndexSpec({
    parts: parts.slice(0, mostProposed),
    dateColumn: findCalendar(table)?.column.id ?? null,
  });

  function toPart(column: NumericColumn): IndexColumn[] {
    const measure = openMeasure(table, column.id);
    const ends = measure.ok ? endsOf(column, measure.value.size) : null;
    if (!ends) return [];
    const isLow = column.type !== 'number' || lessIsBetter.test(column.name);
    const [worst, best] = isLow ? [ends[1], ends[0]] : ends;
    return [{ column: column.id, weight: 1, worst, best }];
  }
}

/** The lowest and the highest value that the column can take, as far as can be seen; null where it does not vary. */
function endsOf(column: NumericColumn, size: number): readonly [number, number] | null {
  const scale = column.type === 'number' ? scaleOf(column) : null;
  if (scale !== null) return answerEnds[scale];
  let [low, high] = [Infinity, -Infinity];
  for (const value of measuredValues(column)) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low < high)) return null;
  // What looks like points or percent keeps the scale it was given in.
  if (column.type === 'number' && low >= 0 && high <= 100 && high > 20) return [0, 100];
  return [Number((low / size).toPrecision(3)), Number((high / size).toPrecision(3))];
}

/** Columns that a weighted index reads. */
export function weightedIndexColumns(spec: WeightedIndexSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  return {
    first: uniqueIds([
      ...spec.parts.map(({ column }) => column),
      spec.groupBy === 'column' ? spec.groupColumn : null,
      spec.dateColumn,
      ...filterColumns(spec.filters),
    ]),
    second: [],
  };
}

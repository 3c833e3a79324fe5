import * as v from 'valibot';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { calendarTypes } from '../../table/period';
import { isCoded } from '../column-name';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findGrouping } from '../find-grouping';
import { findMeasure, measureTypes } from '../measure';
import { readSpec, specParts } from '../read-spec';
import { groupTypes } from '../value-groups';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

const layouts = ['groups', 'columns'] as const;
const groupings = ['column', 'month', 'quarter', 'year'] as const;
const methods = ['auto', 'welch', 'equal', 'ranks'] as const;
const pictures = ['intervals', 'boxes', 'differences'] as const;

export interface CompareMeansSpec {
  /** One number column divided into groups, or two columns of the same rows. */
  readonly layout: (typeof layouts)[number];
  readonly measure: string | null;
  readonly groupBy: (typeof groupings)[number];
  readonly groupColumn: string | null;
  readonly firstColumn: string | null;
  readonly secondColumn: string | null;
  readonly method: (typeof methods)[number];
  readonly picture: (typeof pictures)[number];
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

const forGroups = { key: 'layout', in: ['groups'] };
const forColumns = { key: 'layout', in: ['columns'] };

/** The options form. */
export const compareMeansSchema: SpecSchema = {
  fields: [
    { key: 'layout', input: 'choice', choices: layouts },
    { key: 'measure', input: 'column', types: measureTypes, coded: true, optional: true, showWhen: forGroups },
    { key: 'groupBy', input: 'choice', choices: groupings, showWhen: forGroups },
    {
      key: 'groupColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'groupBy', in: ['column'] },
    },
    { key: 'firstColumn', input: 'column', types: measureTypes, optional: true, showWhen: forColumns },
    { key: 'secondColumn', input: 'column', types: measureTypes, optional: true, showWhen: forColumns },
    { key: 'method', input: 'choice', choices: methods },
    { key: 'picture', input: 'choice', choices: pictures },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, CompareMeansSpec> = v.object({
  layout: specParts.choice(layouts, 'groups'),
  measure: specParts.column,
  groupBy: specParts.choice(groupings, 'column'),
  groupColumn: specParts.column,
  firstColumn: specParts.column,
  secondColumn: specParts.column,
  method: specParts.choice(methods, 'auto'),
  picture: specParts.choice(pictures, 'intervals'),
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A comparison of means from unknown data. */
export function parseCompareMeansSpec(raw: unknown): Result<CompareMeansSpec, Failure> {
  return readSpec(stored, raw);
}

/** The column that most likely measures something, by the first column with a handful of groups; else by period. */
export function compareMeansDefaults({ table }: AnalysisInput): Result<CompareMeansSpec, Failure> {
  const measure = findMeasure(table);
  if (!measure) return fail('measure-no-column');
  const dates = table.columns.find(({ type }) => (calendarTypes as readonly string[]).includes(type));
  const common = { measure: measure.id, dateColumn: dates?.id ?? null };
  const groups = findGrouping(table);
  if (groups) return parseCompareMeansSpec({ ...common, groupColumn: groups.id });
  if (dates) return parseCompareMeansSpec({ ...common, groupBy: 'quarter' });
  const other = table.columns.find(({ id, type }) => type === measure.type && id !== measure.id && !isCoded(id));
  if (!other) return fail('compare-no-groups');
  return parseCompareMeansSpec({ layout: 'columns', firstColumn: measure.id, secondColumn: other.id });
}

/** Columns that a comparison of means reads. */
export function compareMeansColumns(spec: CompareMeansSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [
    ...(spec.layout === 'groups'
      ? [spec.measure, spec.groupBy === 'column' ? spec.groupColumn : null]
      : [spec.firstColumn, spec.secondColumn]),
    spec.dateColumn,
    ...filterColumns(spec.filters),
  ];
  return { first: uniqueIds(named), second: [] };
}

/** The two different columns of a paired comparison. */
export function pairedColumns(spec: CompareMeansSpec): Result<readonly [string, string], Failure> {
  const { firstColumn, secondColumn } = spec;
  if (firstColumn === null || secondColumn === null) return fail('compare-choose-columns');
  return firstColumn === secondColumn ? fail('compare-same-column') : ok([firstColumn, secondColumn]);
}

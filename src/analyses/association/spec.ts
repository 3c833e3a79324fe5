import * as v from 'valibot';
import { countBits } from '../../kernel/bitmap';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Column, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findDictionary } from '../../table/find-column';
import { calendarTypes } from '../../table/period';
import { isCoded } from '../column-name';
import { codedColumns, type AnalysisInput, type DayRange, type SpecSchema } from '../contract';
import { findGrouping } from '../find-grouping';
import { readSpec, specParts } from '../read-spec';
import { groupTypes } from '../value-groups';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

const acrosses = ['column', 'month', 'quarter', 'year'] as const;
const shows = ['counts', 'rowShare', 'columnShare', 'residuals'] as const;

export interface AssociationSpec {
  readonly rowColumn: string | null;
  /** What stands across: the values of a column, or periods. */
  readonly across: (typeof acrosses)[number];
  readonly columnColumn: string | null;
  /** What the cells say. */
  readonly show: (typeof shows)[number];
  /** Rows and columns beyond this number are joined. */
  readonly most: number;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const associationSchema: SpecSchema = {
  fields: [
    { key: 'rowColumn', input: 'column', types: groupTypes, coded: true },
    { key: 'across', input: 'choice', choices: acrosses },
    {
      key: 'columnColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'across', in: ['column'] },
    },
    { key: 'show', input: 'choice', choices: shows },
    { key: 'most', input: 'number', min: 2, max: 60, step: 1 },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, AssociationSpec> = v.object({
  rowColumn: specParts.column,
  across: specParts.choice(acrosses, 'column'),
  columnColumn: specParts.column,
  show: specParts.choice(shows, 'counts'),
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(60)), 15),
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** An association spec from unknown data. */
export function parseAssociationSpec(raw: unknown): Result<AssociationSpec, Failure> {
  return readSpec(stored, raw);
}

/** Coded categories, else the finest classification, by the first other column with a handful of values, else quarters. */
export function associationDefaults({ table }: AnalysisInput): Result<AssociationSpec, Failure> {
  const rows = codedCategory(table) ?? finestClassification(table);
  if (!rows) return fail('association-no-columns');
  const dates = table.columns.find(({ type }) => (calendarTypes as readonly string[]).includes(type));
  const common = { rowColumn: rows.id, dateColumn: dates?.id ?? null };
  const columns = findGrouping({ ...table, columns: table.columns.filter(({ id }) => id !== rows.id) });
  if (columns) return parseAssociationSpec({ ...common, columnColumn: columns.id });
  return dates ? parseAssociationSpec({ ...common, across: 'quarter' }) : fail('association-no-columns');
}

function codedCategory(table: Table): Column | undefined {
  const coded = findDictionary(table, codedColumns.category);
  return coded && countBits(coded.missing, table.rows) < table.rows ? coded : undefined;
}

function finestClassification(table: Table): Column | undefined {
  const classes = table.columns.flatMap((column) =>
    column.layout === 'dictionary' &&
    column.type === 'category' &&
    !isCoded(column.id) &&
    column.dictionary.length >= 2 &&
    column.dictionary.length <= 60
      ? [column]
      : [],
  );
  return classes.sort((a, b) => b.dictionary.length - a.dictionary.length)[0];
}

/** Columns that an association reads. */
export function associationColumns(spec: AssociationSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [
    spec.rowColumn,
    spec.across === 'column' ? spec.columnColumn : null,
    spec.across !== 'column' || spec.period ? spec.dateColumn : null,
    ...filterColumns(spec.filters),
  ];
  return { first: uniqueIds(named), second: [] };
}

import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { findColumn } from '../../table/find-column';
import { countMissing } from '../../table/group';
import { calendarTypes } from '../../table/period';
import { codedColumns, type AnalysisInput, type DayRange, type SpecSchema } from '../contract';
import { findFlag } from '../find-flag';
import { readSpec, specParts } from '../read-spec';
import { filterColumns } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

const defectKinds = ['values', 'coded', 'rows', 'column'] as const;
const unitKinds = ['rows', 'column', 'second', 'number'] as const;
const groupings = ['all', 'column', 'month', 'quarter', 'year'] as const;

export interface DpmoSpec {
  /** What is a defect: rows with certain values, rows that are coded, every row, or a column of counts. */
  readonly defects: (typeof defectKinds)[number];
  readonly countedColumn: string | null;
  readonly countedValues: readonly string[];
  readonly countColumn: string | null;

  readonly units: (typeof unitKinds)[number];
  readonly sizeColumn: string | null;
  readonly second: string | null;
  readonly secondKey: string | null;
  readonly secondNumber: string | null;
  readonly unitCount: number | null;

  /** How often one unit can fail. */
  readonly opportunities: number;
  /** Shows the customary shift of 1.5 beside the long-term Z. */
  readonly shift: boolean;

  readonly groupBy: (typeof groupings)[number];
  readonly groupColumn: string | null;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form of DPMO. */
export const dpmoSchema: SpecSchema = {
  fields: [
    { key: 'defects', input: 'choice', choices: defectKinds },
    {
      key: 'countedColumn',
      input: 'column',
      types: ['category', 'text', 'identifier', 'boolean'],
      coded: true,
      optional: true,
      showWhen: { key: 'defects', in: ['values'] },
    },
    { key: 'countedValues', input: 'values', of: 'countedColumn', showWhen: { key: 'defects', in: ['values'] } },
    {
      key: 'countColumn',
      input: 'column',
      types: ['number'],
      optional: true,
      showWhen: { key: 'defects', in: ['column'] },
    },
    { key: 'units', input: 'choice', choices: unitKinds },
    {
      key: 'sizeColumn',
      input: 'column',
      types: ['number'],
      optional: true,
      showWhen: { key: 'units', in: ['column'] },
    },
    { key: 'second', input: 'dataset', optional: true, showWhen: { key: 'units', in: ['second'] } },
    {
      key: 'secondKey',
      input: 'column',
      types: ['date', 'datetime', 'month', 'category', 'text', 'identifier'],
      from: 'second',
      optional: true,
      showWhen: { key: 'units', in: ['second'] },
    },
    {
      key: 'secondNumber',
      input: 'column',
      types: ['number'],
      from: 'second',
      optional: true,
      showWhen: { key: 'units', in: ['second'] },
    },
    { key: 'unitCount', input: 'number', min: 1, optional: true, showWhen: { key: 'units', in: ['number'] } },
    { key: 'opportunities', input: 'number', min: 1, step: 1 },
    { key: 'shift', input: 'switch' },
    { key: 'groupBy', input: 'choice', choices: groupings },
    {
      key: 'groupColumn',
      input: 'column',
      types: ['category', 'text', 'identifier'],
      coded: true,
      optional: true,
      showWhen: { key: 'groupBy', in: ['column'] },
    },
    dateField,
    ...scopeFields,
  ],
};

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

const stored: v.GenericSchema<unknown, DpmoSpec> = v.object({
  defects: specParts.choice(defectKinds, 'values'),
  countedColumn: specParts.column,
  countedValues: specParts.values,
  countColumn: specParts.column,
  units: specParts.choice(unitKinds, 'rows'),
  sizeColumn: specParts.column,
  second: specParts.column,
  secondKey: specParts.column,
  secondNumber: specParts.column,
  unitCount: v.optional(v.nullable(positive), null),
  opportunities: v.optional(positive, 1),
  shift: specParts.flag(true),
  groupBy: specParts.choice(groupings, 'all'),
  groupColumn: specParts.column,
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A DPMO spec from unknown data. */
export function parseDpmoSpec(raw: unknown): Result<DpmoSpec, Failure> {
  return readSpec(stored, raw);
}

/** The rarer answer of a two-valued column as defects, else coded rows; each row a unit with one opportunity. */
export function dpmoDefaults({ table }: AnalysisInput): Result<DpmoSpec, Failure> {
  const dates = table.columns.find(({ type }) => (calendarTypes as readonly string[]).includes(type));
  const dateColumn = dates?.id ?? null;
  const flag = findFlag(table);
  if (flag) return parseDpmoSpec({ countedColumn: flag.column.id, countedValues: [flag.rarer], dateColumn });
  const link = findColumn(table, codedColumns.link);
  if (link && countMissing(link, null) < table.rows) return parseDpmoSpec({ defects: 'coded', dateColumn });
  return fail('dpmo-no-column');
}

/** Columns that a DPMO analysis reads. */
export function dpmoColumns(spec: DpmoSpec): { readonly first: readonly string[]; readonly second: readonly string[] } {
  const first = [
    spec.defects === 'values' ? spec.countedColumn : null,
    spec.defects === 'coded' ? codedColumns.link : null,
    spec.defects === 'column' ? spec.countColumn : null,
    spec.units === 'column' ? spec.sizeColumn : null,
    spec.groupBy === 'column' ? spec.groupColumn : null,
    spec.dateColumn,
    ...filterColumns(spec.filters),
  ];
  const second = spec.units === 'second' ? [spec.secondKey, spec.secondNumber] : [];
  const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
  return { first: unique(first), second: unique(second) };
}

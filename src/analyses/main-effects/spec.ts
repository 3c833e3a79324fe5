import * as v from 'valibot';
import { getBit } from '../../kernel/bitmap';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Column, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { isCoded } from '../column-name';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findCalendar } from '../find-calendar';
import { findMeasure, measureTypes } from '../measure';
import { readSpec, specParts } from '../read-spec';
import { groupTypes } from '../value-groups';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

/** More factors than these nobody takes in at a glance. */
export const mostFactors = 6;

/** More levels than these are no longer read one by one; a comparison of units is a funnel plot. */
export const mostLevels = 12;

const proposedFactors = 4;

export interface MainEffectsSpec {
  readonly measure: string | null;
  /** Columns whose values are the levels. */
  readonly factors: readonly string[];
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const mainEffectsSchema: SpecSchema = {
  fields: [
    { key: 'measure', input: 'column', types: measureTypes, coded: true },
    { key: 'factors', input: 'columns', types: groupTypes, coded: true },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, MainEffectsSpec> = v.object({
  measure: specParts.column,
  factors: specParts.values,
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A choice of main effects from unknown data. */
export function parseMainEffectsSpec(raw: unknown): Result<MainEffectsSpec, Failure> {
  return readSpec(stored, raw);
}

/** The column that most likely measures something, by the first few columns with 2 to 12 levels. */
export function mainEffectsDefaults({ table }: AnalysisInput): Result<MainEffectsSpec, Failure> {
  const measure = findMeasure(table);
  if (!measure) return fail('measure-no-column');
  const factors = findFactors(table).filter(({ id }) => id !== measure.id);
  if (factors.length === 0) return fail('main-effects-no-factor');
  return parseMainEffectsSpec({
    measure: measure.id,
    factors: factors.slice(0, proposedFactors).map(({ id }) => id),
    dateColumn: findCalendar(table)?.column.id ?? null,
  });
}

/** Columns of the file, else coded ones. Yes/no only where little else is left: it often judges the measure itself. */
function findFactors(table: Table): readonly Column[] {
  const fit = table.columns.filter((column) => isFactor(column));
  const categories = fit.filter(({ id, type }) => type === 'category' && !isCoded(id));
  if (categories.length >= 2) return categories;
  return [
    ...categories,
    ...fit.filter(({ type }) => type === 'boolean'),
    ...fit.filter(({ id, type }) => type === 'category' && isCoded(id)),
  ];
}

function isFactor(column: Column): boolean {
  if (column.layout === 'numeric') return column.type === 'boolean' && column.values.some(differsFromFirst(column));
  const levels = column.dictionary.length;
  return column.type === 'category' && levels >= 2 && levels <= mostLevels;
}

function differsFromFirst({ values, missing }: Extract<Column, { layout: 'numeric' }>) {
  const first = values.find((_, row) => !getBit(missing, row));
  return (value: number, row: number): boolean => !getBit(missing, row) && value !== first;
}

/** Columns that main effects read. */
export function mainEffectsColumns(spec: MainEffectsSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [spec.measure, ...spec.factors, spec.dateColumn, ...filterColumns(spec.filters)];
  return { first: uniqueIds(named), second: [] };
}

import * as v from 'valibot';
import { getBit } from '../../kernel/bitmap';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { ColumnType, NumericColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findCalendar } from '../find-calendar';
import { codedColumns, type AnalysisInput, type DayRange, type SpecSchema } from '../contract';
import { findMeasure, measureTypes } from '../measure';
import { readSpec, specParts } from '../read-spec';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

const pictures = ['fit', 'residuals'] as const;

/** Types of columns that may explain a number; yes counts as 1, no as 0. */
export const predictorTypes = [...measureTypes, 'boolean'] as const satisfies readonly ColumnType[];

export interface RegressionSpec {
  /** What is to be explained. */
  readonly response: string | null;
  /** What may explain it; one draws a line, several a model. */
  readonly predictors: readonly string[];
  readonly picture: (typeof pictures)[number];
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const regressionSchema: SpecSchema = {
  fields: [
    { key: 'response', input: 'column', types: measureTypes, coded: true },
    { key: 'predictors', input: 'columns', types: predictorTypes, coded: true },
    { key: 'picture', input: 'choice', choices: pictures },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, RegressionSpec> = v.object({
  response: specParts.column,
  predictors: specParts.values,
  picture: specParts.choice(pictures, 'fit'),
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A regression spec from unknown data. */
export function parseRegressionSpec(raw: unknown): Result<RegressionSpec, Failure> {
  return readSpec(stored, raw);
}

/** The most likely measure, explained by the number column with the most values beside it. */
export function regressionDefaults({ table }: AnalysisInput): Result<RegressionSpec, Failure> {
  const response = findMeasure(table);
  if (!response) return fail('measure-no-column');
  const predictor = findPredictor(table, response.id);
  if (!predictor) return fail('regression-one-number');
  return parseRegressionSpec({
    response: response.id,
    predictors: [predictor.id],
    dateColumn: findCalendar(table)?.column.id ?? null,
  });
}

function findPredictor(table: Table, response: string): NumericColumn | undefined {
  const ranked = table.columns
    .filter(
      (column): column is NumericColumn =>
        column.layout === 'numeric' &&
        (predictorTypes as readonly ColumnType[]).includes(column.type) &&
        column.id !== response,
    )
    .map((column) => ({ column, distinct: countDistinct(column) - (column.id === codedColumns.severity ? 0.5 : 0) }))
    .filter(({ distinct }) => distinct > 1);
  return ranked.sort((a, b) => b.distinct - a.distinct)[0]?.column;
}

const countedTo = 20;

function countDistinct({ values, missing }: NumericColumn): number {
  const seen = new Set<number>();
  for (let row = 0; row < values.length && seen.size < countedTo; row++) {
    if (!getBit(missing, row)) seen.add(values[row]);
  }
  return seen.size;
}

/** Columns that a regression reads. */
export function regressionColumns(spec: RegressionSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [spec.response, ...spec.predictors, spec.dateColumn, ...filterColumns(spec.filters)];
  return { first: uniqueIds(named), second: [] };
}

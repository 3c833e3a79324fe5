import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Column, ColumnType } from '../../table/column';
import type { Filter } from '../../table/filter';
import type { AnalysisInput, SpecSchema } from '../contract';
import { isCoded } from '../column-name';
import { findMeasure, measureTypes } from '../measure';
import { readSpec, specParts } from '../read-spec';
import { filterColumns, uniqueIds } from '../columns-read';

const methods = ['anova', 'averageRange'] as const;
const interactions = ['alpha05', 'alpha25', 'never', 'always'] as const;

export interface GageSpec {
  readonly measure: string | null;
  readonly part: string | null;
  readonly operator: string | null;
  readonly method: (typeof methods)[number];
  /** When the interaction leaves the model: above p 0.05 or 0.25, never, or always. */
  readonly pooling: (typeof interactions)[number];
  /** Width of the tolerance in the shown unit. */
  readonly tolerance: number | null;
  readonly filters: readonly Filter[];
}

const nameTypes: readonly ColumnType[] = ['category', 'text', 'identifier', 'number'];

/** The options form. */
export const gageSchema: SpecSchema = {
  fields: [
    { key: 'measure', input: 'column', types: measureTypes },
    { key: 'part', input: 'column', types: nameTypes },
    { key: 'operator', input: 'column', types: nameTypes },
    { key: 'method', input: 'choice', choices: methods },
    { key: 'pooling', input: 'choice', choices: interactions, showWhen: { key: 'method', in: ['anova'] } },
    { key: 'tolerance', input: 'number', min: 0, optional: true },
    { key: 'filters', input: 'filters' },
  ],
};

const stored: v.GenericSchema<unknown, GageSpec> = v.object({
  measure: specParts.column,
  part: specParts.column,
  operator: specParts.column,
  method: specParts.choice(methods, 'anova'),
  pooling: specParts.choice(interactions, 'alpha05'),
  tolerance: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.gtValue(0))), null),
  filters: specParts.filters,
});

/** A gage study spec from unknown data. */
export function parseGageSpec(raw: unknown): Result<GageSpec, Failure> {
  return readSpec(stored, raw);
}

/** Of the columns that name few things, the one with the most is the part, the next the operator; numbers may count trials. */
export function gageDefaults({ table }: AnalysisInput): Result<GageSpec, Failure> {
  const measure = findMeasure(table);
  if (!measure) return fail('measure-no-column');
  const named = table.columns
    .filter((column) => column.id !== measure.id && !isCoded(column.id) && nameTypes.includes(column.type))
    .map((column) => ({ column, count: countNames(column) }))
    .filter(({ count }) => count >= 2 && count <= table.rows / 2)
    .sort((a, b) => b.count - a.count || Number(a.column.layout === 'numeric') - Number(b.column.layout === 'numeric'));
  if (named.length < 2) return fail('gage-no-columns');
  const [part, operator] = named;
  return parseGageSpec({ measure: measure.id, part: part.column.id, operator: operator.column.id });
}

function countNames(column: Column): number {
  return column.layout === 'dictionary' ? column.dictionary.length : new Set(column.values).size;
}

/** Columns that a gage study reads. */
export function gageColumns(spec: GageSpec): { readonly first: readonly string[]; readonly second: readonly string[] } {
  const named = [spec.measure, spec.part, spec.operator, ...filterColumns(spec.filters)];
  return { first: uniqueIds(named), second: [] };
}

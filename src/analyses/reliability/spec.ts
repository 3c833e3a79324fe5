import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { answerColumns } from '../answers';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findCalendar } from '../find-calendar';
import { readSpec, specParts } from '../read-spec';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

export interface ReliabilitySpec {
  /** The questions that are to measure one thing. */
  readonly items: readonly string[];
  /** Those of them where a high answer means little of it. */
  readonly reversed: readonly string[];
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const reliabilitySchema: SpecSchema = {
  fields: [
    { key: 'items', input: 'columns', types: ['number'] },
    { key: 'reversed', input: 'columns', types: ['number'] },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, ReliabilitySpec> = v.object({
  items: specParts.values,
  reversed: specParts.values,
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A reliability spec from unknown data. */
export function parseReliabilitySpec(raw: unknown): Result<ReliabilitySpec, Failure> {
  return readSpec(stored, raw);
}

/** What questions of one scale share in their names: everything before the first number or separator. */
function prefixOf(name: string): string {
  return /^[^\d_\-.:：·（(\s]*/.exec(name)?.[0].toLowerCase() ?? '';
}

/** The largest part of at least two with a common beginning of their names; all where no two share one. */
function ofOneScale<T extends { readonly column: { readonly name: string } }>(items: readonly T[]): readonly T[] {
  const parts = new Map<string, T[]>();
  for (const item of items) {
    const prefix = prefixOf(item.column.name);
    parts.set(prefix, [...(parts.get(prefix) ?? []), item]);
  }
  const largest = [...parts.values()].reduce((most, next) => (next.length > most.length ? next : most), []);
  return largest.length < 2 ? items : largest;
}

/** The columns of answers on the scale that most of them share, of one questionnaire by their names. */
export function reliabilityDefaults({ table }: AnalysisInput): Result<ReliabilitySpec, Failure> {
  const columns = answerColumns(table);
  const onScale = (['seven', 'five', 'nps'] as const).map((scale) => columns.filter((item) => item.scale === scale));
  const items = onScale.reduce((most, next) => (next.length > most.length ? next : most));
  if (items.length < 2) return fail('reliability-no-items');
  return parseReliabilitySpec({
    items: ofOneScale(items).map(({ column }) => column.id),
    dateColumn: findCalendar(table)?.column.id ?? null,
  });
}

/** Columns that a reliability analysis reads. */
export function reliabilityColumns(spec: ReliabilitySpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  return { first: uniqueIds([...spec.items, spec.dateColumn, ...filterColumns(spec.filters)]), second: [] };
}

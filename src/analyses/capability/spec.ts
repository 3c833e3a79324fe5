import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { countMissing } from '../../table/group';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findCalendar } from '../find-calendar';
import { findMeasure, measureTypes } from '../measure';
import { readSpec, specParts } from '../read-spec';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

const methods = ['auto', 'normal', 'boxCox', 'logNormal', 'weibull', 'percentile'] as const;
const subgroupings = ['individuals', 'size', 'day', 'week', 'month'] as const;

/** Which distribution stands for the process. */
export type CapabilityMethod = Exclude<(typeof methods)[number], 'auto'>;

export interface CapabilitySpec {
  readonly measure: string | null;
  /** Limits and target in the shown unit; a value on a limit conforms. */
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  readonly target: number | null;
  readonly method: (typeof methods)[number];
  /** What belongs together for the spread within, and for the chart that judges stability. */
  readonly subgroups: (typeof subgroupings)[number];
  readonly subgroupSize: number;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const capabilitySchema: SpecSchema = {
  fields: [
    { key: 'measure', input: 'column', types: measureTypes },
    { key: 'upperLimit', input: 'number', optional: true },
    { key: 'lowerLimit', input: 'number', optional: true },
    { key: 'target', input: 'number', optional: true },
    { key: 'method', input: 'choice', choices: methods },
    { key: 'subgroups', input: 'choice', choices: subgroupings },
    {
      key: 'subgroupSize',
      input: 'number',
      min: 2,
      max: 100,
      step: 1,
      showWhen: { key: 'subgroups', in: ['size'] },
    },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, CapabilitySpec> = v.object({
  measure: specParts.column,
  lowerLimit: specParts.numberOrNone,
  upperLimit: specParts.numberOrNone,
  target: specParts.numberOrNone,
  method: specParts.choice(methods, 'auto'),
  subgroups: specParts.choice(subgroupings, 'individuals'),
  subgroupSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(100)), 5),
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A capability spec from unknown data. */
export function parseCapabilitySpec(raw: unknown): Result<CapabilitySpec, Failure> {
  return readSpec(stored, raw);
}

/** More values than this are read better as subgroups. */
const mostIndividuals = 1000;

/** The column that most likely measures something, no limit yet; many values by period, few one by one. */
export function capabilityDefaults({ table }: AnalysisInput): Result<CapabilitySpec, Failure> {
  const measure = findMeasure(table);
  if (!measure) return fail('measure-no-column');
  const calendar = findCalendar(table);
  const isLarge = table.rows - countMissing(measure, null) > mostIndividuals;
  const dateColumn = calendar?.column.id ?? null;
  if (!isLarge) return parseCapabilitySpec({ measure: measure.id, dateColumn });
  if (!calendar) return parseCapabilitySpec({ measure: measure.id, subgroups: 'size', subgroupSize: 25 });
  return parseCapabilitySpec({ measure: measure.id, dateColumn, subgroups: calendar.subgroup });
}

/** Columns that a capability study reads. */
export function capabilityColumns(spec: CapabilitySpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [spec.measure, spec.dateColumn, ...filterColumns(spec.filters)];
  return { first: uniqueIds(named), second: [] };
}

import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { calendarTypes } from '../../table/period';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findMeasure, measureTypes } from '../measure';
import { readSpec, specParts } from '../read-spec';
import { groupTypes } from '../value-groups';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

const groupings = ['all', 'column', 'month', 'quarter', 'year'] as const;
const pictures = ['histogram', 'boxes', 'probability'] as const;
const curves = ['normal', 'logNormal', 'none'] as const;
const quantileKinds = ['type7', 'type6'] as const;

export interface SummarySpec {
  readonly measure: string | null;
  readonly groupBy: (typeof groupings)[number];
  readonly groupColumn: string | null;
  readonly picture: (typeof pictures)[number];
  /** The distribution fitted to the histogram and to the probability plot. */
  readonly curve: (typeof curves)[number];
  /** How a quantile between two values is placed: 7 as R and Excel, 6 as Minitab and SPSS. */
  readonly quantiles: (typeof quantileKinds)[number];
  /** Limits in the shown unit; values beyond are counted. */
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const summarySchema: SpecSchema = {
  fields: [
    { key: 'measure', input: 'column', types: measureTypes, coded: true },
    { key: 'picture', input: 'choice', choices: pictures },
    { key: 'curve', input: 'choice', choices: curves, showWhen: { key: 'picture', in: ['histogram', 'probability'] } },
    { key: 'groupBy', input: 'choice', choices: groupings },
    {
      key: 'groupColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'groupBy', in: ['column'] },
    },
    { key: 'lowerLimit', input: 'number', optional: true },
    { key: 'upperLimit', input: 'number', optional: true },
    { key: 'quantiles', input: 'choice', choices: quantileKinds },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, SummarySpec> = v.object({
  measure: specParts.column,
  groupBy: specParts.choice(groupings, 'all'),
  groupColumn: specParts.column,
  picture: specParts.choice(pictures, 'histogram'),
  curve: specParts.choice(curves, 'normal'),
  quantiles: specParts.choice(quantileKinds, 'type7'),
  lowerLimit: specParts.numberOrNone,
  upperLimit: specParts.numberOrNone,
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A summary spec from unknown data. */
export function parseSummarySpec(raw: unknown): Result<SummarySpec, Failure> {
  return readSpec(stored, raw);
}

/** The column that most likely measures something, whole. */
export function summaryDefaults({ table }: AnalysisInput): Result<SummarySpec, Failure> {
  const measure = findMeasure(table);
  if (!measure) return fail('measure-no-column');
  const dates = table.columns.find(({ type }) => (calendarTypes as readonly string[]).includes(type));
  return parseSummarySpec({ measure: measure.id, dateColumn: dates?.id ?? null });
}

/** Columns that a summary reads. */
export function summaryColumns(spec: SummarySpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [
    spec.measure,
    spec.groupBy === 'column' ? spec.groupColumn : null,
    spec.dateColumn,
    ...filterColumns(spec.filters),
  ];
  return { first: uniqueIds(named), second: [] };
}

import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { NumericColumn } from '../../table/column';
import type { Filter } from '../../table/filter';
import { answerColumns } from '../answers';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findCalendar } from '../find-calendar';
import { readSpec, specParts } from '../read-spec';
import { dateField, scopeFields, within } from '../series-fields';
import { pairQuestions } from './pair-questions';
import { filterColumns, uniqueIds } from '../columns-read';

/** The five dimensions, in the order of the questionnaire. */
export const dimensions = ['tangibles', 'reliability', 'responsiveness', 'assurance', 'empathy'] as const;
export type Dimension = (typeof dimensions)[number];

const pictures = ['gaps', 'dimensions', 'matrix'] as const;
const crosses = ['means', 'middle'] as const;
const scales = ['seven', 'five'] as const;

/** A question as it is perceived, and as it is expected where that was asked. */
export interface ServqualItem {
  readonly dimension: Dimension;
  readonly perception: string | null;
  readonly expectation: string | null;
}

export interface ServqualSpec {
  readonly items: readonly ServqualItem[];
  readonly scale: (typeof scales)[number];
  readonly picture: (typeof pictures)[number];
  /** Where the axes of the matrix cross: at the means, or in the middle of the scale. */
  readonly cross: (typeof crosses)[number];
  /** Importance of each dimension, of 100 points. */
  readonly tangibles: number;
  readonly reliability: number;
  readonly responsiveness: number;
  readonly assurance: number;
  readonly empathy: number;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const servqualSchema: SpecSchema = {
  fields: [
    { key: 'picture', input: 'choice', choices: pictures },
    { key: 'cross', input: 'choice', choices: crosses, showWhen: { key: 'picture', in: ['matrix'] } },
    {
      key: 'items',
      input: 'lines',
      cells: [
        { key: 'dimension', input: 'choice', choices: dimensions },
        { key: 'perception', input: 'column', types: ['number'] },
        { key: 'expectation', input: 'column', types: ['number'], optional: true },
      ],
    },
    { key: 'scale', input: 'choice', choices: scales },
    ...dimensions.map((key) => ({ key, input: 'number' as const, min: 0, max: 100, advanced: true })),
    dateField,
    ...scopeFields,
  ],
};

const weight = within(0, 100, 20);

const stored: v.GenericSchema<unknown, ServqualSpec> = v.object({
  items: v.optional(
    v.array(
      v.object({
        dimension: specParts.choice(dimensions, 'tangibles'),
        perception: specParts.column,
        expectation: specParts.column,
      }),
    ),
    [],
  ),
  scale: specParts.choice(scales, 'seven'),
  picture: specParts.choice(pictures, 'gaps'),
  cross: specParts.choice(crosses, 'means'),
  tangibles: weight,
  reliability: weight,
  responsiveness: weight,
  assurance: weight,
  empathy: weight,
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A SERVQUAL spec from unknown data. */
export function parseServqualSpec(raw: unknown): Result<ServqualSpec, Failure> {
  return readSpec(stored, raw);
}

/** Columns of answers on one scale, paired by name or order; dimensions as in the questionnaire of 22 questions. */
export function servqualDefaults({ table }: AnalysisInput): Result<ServqualSpec, Failure> {
  const answers = answerColumns(table);
  const on = (scale: 'seven' | 'five'): NumericColumn[] =>
    answers.filter((item) => item.scale === scale).map(({ column }) => column);
  // Answers of 1–7 that nobody gave a 6 or 7 look like 1–5: a questionnaire has one scale only.
  const isSeven = on('seven').length > 0 && on('seven').length + on('five').length >= 2;
  const columns = isSeven ? answers.filter(({ scale }) => scale !== 'nps').map(({ column }) => column) : on('five');
  const pairs = pairQuestions(columns);
  if (pairs.length < 2) return fail('servqual-no-items');
  return parseServqualSpec({
    items: pairs,
    scale: isSeven ? 'seven' : 'five',
    dateColumn: findCalendar(table)?.column.id ?? null,
  });
}

/** Columns that a SERVQUAL analysis reads. */
export function servqualColumns(spec: ServqualSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  return {
    first: uniqueIds([
      ...spec.items.flatMap(({ perception, expectation }) => [perception, expectation]),
      spec.dateColumn,
      ...filterColumns(spec.filters),
    ]),
    second: [],
  };
}

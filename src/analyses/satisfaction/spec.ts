import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { answerColumns } from '../answers';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findCalendar } from '../find-calendar';
import { readSpec, specParts } from '../read-spec';
import { groupTypes } from '../value-groups';
import { filterColumns, uniqueIds } from '../columns-read';
import { dateField, scopeFields } from '../series-fields';

const scales = ['nps', 'five', 'seven'] as const;
const groupings = ['all', 'column', 'month', 'quarter', 'year'] as const;

export interface SatisfactionSpec {
  readonly rating: string | null;
  /** 0–10: net promoter score; 1–5 and 1–7: share satisfied. */
  readonly scale: (typeof scales)[number];
  readonly groupBy: (typeof groupings)[number];
  readonly groupColumn: string | null;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const satisfactionSchema: SpecSchema = {
  fields: [
    { key: 'rating', input: 'column', types: ['number'] },
    { key: 'scale', input: 'choice', choices: scales },
    { key: 'groupBy', input: 'choice', choices: groupings },
    {
      key: 'groupColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'groupBy', in: ['column'] },
    },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, SatisfactionSpec> = v.object({
  rating: specParts.column,
  scale: specParts.choice(scales, 'five'),
  groupBy: specParts.choice(groupings, 'all'),
  groupColumn: specParts.column,
  dateColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A satisfaction spec from unknown data. */
export function parseSatisfactionSpec(raw: unknown): Result<SatisfactionSpec, Failure> {
  return readSpec(stored, raw);
}

const ratingWords = /满意|评分|评价|推荐|打分|得分|nps|rating|score|satisf|csat|recommend/i;

/** The first column of whole answers whose name speaks of a rating, else the first of any name. */
export function satisfactionDefaults({ table }: AnalysisInput): Result<SatisfactionSpec, Failure> {
  const ratings = answerColumns(table);
  const rating = ratings.find(({ column }) => ratingWords.test(column.name)) ?? ratings[0];
  if (!rating) return fail('satisfaction-no-rating');
  return parseSatisfactionSpec({
    rating: rating.column.id,
    scale: rating.scale,
    dateColumn: findCalendar(table)?.column.id ?? null,
  });
}

/** Columns that a satisfaction analysis reads. */
export function satisfactionColumns(spec: SatisfactionSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [
    spec.rating,
    spec.groupBy === 'column' ? spec.groupColumn : null,
    spec.dateColumn,
    ...filterColumns(spec.filters),
  ];
  return { first: uniqueIds(named), second: [] };
}

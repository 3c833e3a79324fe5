import type { AnalysisSlice } from '../analyses/contract';
import { sliceById } from '../analyses/registry';
import { importanceOf } from '../domain/survey/answers';
import { surveyDimensions, surveyItems, toFive, type SurveyItem } from '../domain/survey/instrument';
import { itemsOf, type Survey, type SurveyAnswer } from '../domain/survey/survey';
import { createBitmap, setBit } from '../kernel/bitmap';
import type { Failure, Result } from '../kernel/result';
import type { Maybe } from '../stats/descriptive/measured';
import type { Column, Table } from '../table/column';
import type { Json } from '../store/types';

/** Names of the columns, in the reader's language. */
export interface AnswerColumnNames {
  readonly perceived: (item: SurveyItem) => string;
  readonly expected: (item: SurveyItem) => string;
  readonly other: (column: 'overall' | 'recommend' | 'outlet' | 'channel' | 'ageBand' | 'day') => string;
  readonly channel: (channel: NonNullable<SurveyAnswer['channel']>) => string;
  readonly ageBand: (band: NonNullable<SurveyAnswer['ageBand']>) => string;
}

const perceivedId = (item: SurveyItem): string => `p_${item}`;
const expectedId = (item: SurveyItem): string => `e_${item}`;

/** Sheets as a table that every analysis of answers can read: a row a sheet, a column a question. */
export function toAnswerTable(survey: Survey, answers: readonly SurveyAnswer[], names: AnswerColumnNames): Table {
  const items = itemsOf(survey);
  const columns: Column[] = [
    ...items.map((item) =>
      numbers(
        perceivedId(item),
        names.perceived(item),
        answers.map(({ perceptions }) => perceptions[item] ?? null),
      ),
    ),
    ...(survey.mode === 'gap'
      ? items.map((item) =>
          numbers(
            expectedId(item),
            names.expected(item),
            answers.map(({ expectations }) => expectations[item] ?? null),
          ),
        )
      : []),
    numbers(
      'overall',
      names.other('overall'),
      answers.map(({ overall }) => (overall === null ? null : toFive(overall))),
    ),
    numbers(
      'recommend',
      names.other('recommend'),
      answers.map(({ recommend }) => recommend),
    ),
    {
      ...numbers(
        'day',
        names.other('day'),
        answers.map(({ day }) => day),
      ),
      type: 'date',
    },
    words(
      'outlet',
      names.other('outlet'),
      answers.map(({ outlet }) => outlet),
    ),
    words(
      'channel',
      names.other('channel'),
      answers.map(({ channel }) => channel && names.channel(channel)),
    ),
    words(
      'ageBand',
      names.other('ageBand'),
      answers.map(({ ageBand }) => ageBand && names.ageBand(ageBand)),
    ),
  ];
  return { rows: answers.length, columns };
}

function numbers(id: string, name: string, values: readonly Maybe[]): Extract<Column, { readonly layout: 'numeric' }> {
  const missing = createBitmap(values.length);
  values.forEach((value, row) => value === null && setBit(missing, row));
  return {
    id,
    name,
    layout: 'numeric',
    type: 'number',
    missing,
    values: Float64Array.from(values, (value) => value ?? 0),
  };
}

function words(id: string, name: string, values: readonly (string | null)[]): Column {
  const missing = createBitmap(values.length);
  const places = new Map<string, number>();
  const codes = Uint32Array.from(values, (value, row) => {
    if (value === null) {
      setBit(missing, row);
      return 0;
    }
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  return { id, name, layout: 'dictionary', type: 'category', missing, codes, dictionary: [...places.keys()] };
}

export const surveyViews = ['gaps', 'dimensions', 'matrix', 'reliability', 'outlets', 'nps'] as const;
export type SurveyView = (typeof surveyViews)[number];

/** The analysis behind a view of the results. */
export function sliceOfView(view: SurveyView): AnalysisSlice<unknown, unknown> {
  const id =
    view === 'reliability' ? 'reliability' : view === 'outlets' || view === 'nps' ? 'satisfaction' : 'servqual';
  const slice = sliceById(id);
  if (!slice) throw new RangeError(`no analysis has this id: ${id}`);
  return slice;
}

/** The specification of a view: dimensions weigh what respondents said of their importance. */
export function specOfView(
  view: SurveyView,
  survey: Survey,
  answers: readonly SurveyAnswer[],
): Readonly<Record<string, Json>> {
  const items = itemsOf(survey);
  switch (view) {
    case 'reliability':
      return { items: items.map(perceivedId) };
    case 'outlets':
      return { rating: 'overall', scale: 'five', groupBy: 'column', groupColumn: 'outlet' };
    case 'nps':
      return { rating: 'recommend', scale: 'nps', groupBy: 'all' };
    default:
      return {
        picture: view,
        scale: 'seven',
        items: items.map((item) => ({
          dimension: dimensionOf(item),
          perception: perceivedId(item),
          expectation: survey.mode === 'gap' ? expectedId(item) : null,
        })),
        ...importanceOf(answers),
      };
  }
}

/** Runs a view on the sheets; nothing is stored. */
export function runView(
  view: SurveyView,
  table: Table,
  spec: Readonly<Record<string, Json>>,
): Result<unknown, Failure> {
  const slice = sliceOfView(view);
  const parsed = slice.parse(spec);
  if (!parsed.ok) return parsed;
  const codes = { name: () => undefined, order: () => 0, parent: () => undefined, severity: () => undefined };
  return slice.run({ table, codes }, parsed.value);
}

/** The dimension that an item belongs to. */
export function dimensionOf(item: SurveyItem): (typeof surveyDimensions)[number]['key'] {
  const found = surveyDimensions.find(({ items }) => (items as readonly string[]).includes(item));
  if (!found) throw new RangeError(`not one of the ${surveyItems.length} items: ${item}`);
  return found.key;
}

import type { Quarter } from '../scorecard/quarters';
import { emptyEntity, readEntity, type EntityOf, type EntityShape } from '../registers';
import { isQuarter } from '../scorecard/quarters';
import {
  ageBands,
  itemScale,
  overallScale,
  recommendScale,
  surveyChannels,
  surveyDimensions,
  surveyItems,
  type SurveyDimension,
  type SurveyItem,
} from './instrument';

export const surveyModes = ['performance', 'gap'] as const;
export type SurveyMode = (typeof surveyModes)[number];
export const surveyStatuses = ['draft', 'open', 'closed'] as const;

const fields = {
  title: 'text',
  /** `gap` also asks what an excellent bank should do. */
  mode: surveyModes,
  quarter: 'text',
  status: surveyStatuses,
  /** Items that are asked, by id; all 22 where nothing was chosen. */
  items: 'texts',
  askImportance: 'switch',
  /** Said to the respondent before the first question. */
  intro: 'text',
  /** Outlets to choose from; anything may be typed where it is empty. */
  outlets: 'texts',
  /** A dataset whose rows are answers to this survey. */
  datasetId: 'text',
  createdBy: 'text',
  createdAt: 'number',
} as const;

/** Which column of the dataset answers what: `column.p.q1`, `column.overall`. */
const lists = { column: { column: 'text' } } as const;

export const surveyShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
export type Survey = EntityOf<typeof fields, typeof lists>;

/** The survey that a record says. */
export function readSurvey(id: string, registers: Parameters<typeof readEntity>[2]): Survey {
  return readEntity(surveyShape, id, registers);
}

/** A survey of which nothing is known yet. */
export function emptySurvey(id: string): Survey {
  return emptyEntity(surveyShape, id);
}

/** The items that a survey asks, in the order of the questionnaire. */
export function itemsOf({ items }: Pick<Survey, 'items'>): readonly SurveyItem[] {
  const chosen = surveyItems.filter((item) => items?.includes(item));
  return chosen.length === 0 ? surveyItems : chosen;
}

export type Ratings = Readonly<Partial<Record<SurveyItem, number>>>;

/** A sheet that was filled in. Ratings on 1–7; null = not answered. */
export interface SurveyAnswer {
  readonly id: string;
  readonly survey: string;
  readonly perceptions: Ratings;
  readonly expectations: Ratings;
  /** Points of 100 for each dimension. */
  readonly importance: Readonly<Partial<Record<SurveyDimension, number>>>;
  /** 1–10. */
  readonly overall: number | null;
  /** 0–10. */
  readonly recommend: number | null;
  readonly complained: boolean | null;
  readonly outlet: string | null;
  readonly channel: (typeof surveyChannels)[number] | null;
  readonly ageBand: (typeof ageBands)[number] | null;
  /** Epoch day. */
  readonly day: number | null;
  readonly seconds: number | null;
  /** Left out of results by a person, with the reason. */
  readonly setAside: string | null;
  /** Typed here, or read from the dataset of the survey. */
  readonly source: 'typed' | 'dataset';
}

type Registers = Readonly<Record<string, { readonly value: unknown }>>;

/** The sheet that a record says; what is not on its scale is no answer. */
export function readAnswer(id: string, registers: Registers): SurveyAnswer | null {
  const value = (name: string): unknown => (Object.hasOwn(registers, name) ? registers[name].value : null);
  const survey = value('survey');
  if (typeof survey !== 'string') return null;
  const text = (name: string): string | null => {
    const found = value(name);
    return typeof found === 'string' && found !== '' ? found : null;
  };
  const complained = value('complained');
  return {
    id,
    survey,
    perceptions: readRatings(value('perceptions')),
    expectations: readRatings(value('expectations')),
    importance: readImportance(value('importance')),
    overall: onScale(value('overall'), overallScale),
    recommend: onScale(value('recommend'), recommendScale),
    complained: typeof complained === 'boolean' ? complained : null,
    outlet: text('outlet'),
    channel: surveyChannels.find((channel) => channel === value('channel')) ?? null,
    ageBand: ageBands.find((band) => band === value('ageBand')) ?? null,
    day: onScale(value('day'), { low: -100_000, high: 100_000 }),
    seconds: onScale(value('seconds'), { low: 0, high: 1_000_000 }),
    setAside: text('setAside'),
    source: 'typed',
  };
}

/** A whole number on a scale, ends included; anything else is null. */
export function onScale(value: unknown, { low, high }: { readonly low: number; readonly high: number }): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high ? value : null;
}

function readRatings(value: unknown): Ratings {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const ratings: Partial<Record<SurveyItem, number>> = {};
  for (const item of surveyItems) {
    const rating = onScale(given[item], itemScale);
    if (rating !== null) ratings[item] = rating;
  }
  return ratings;
}

function readImportance(value: unknown): SurveyAnswer['importance'] {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const points: Partial<Record<SurveyDimension, number>> = {};
  for (const { key } of surveyDimensions) {
    const own = onScale(given[key], { low: 0, high: 100 });
    if (own !== null) points[key] = own;
  }
  return points;
}

/** Why a survey cannot be opened to respondents; empty = it can. Codes below `surveys.problem`. */
export function checkSurvey({ title, mode, quarter }: Survey): readonly ('title' | 'mode' | 'quarter')[] {
  return [
    ...(title === null || title.trim() === '' ? (['title'] as const) : []),
    ...(mode === null ? (['mode'] as const) : []),
    ...(quarter === null || !isQuarter(quarter) ? (['quarter'] as const) : []),
  ];
}

/** The quarter that an answer counts in: of its day, or that of its survey. */
export function quarterOfAnswer(answer: SurveyAnswer, survey: Survey, ofDay: (day: number) => Quarter): Quarter | null {
  return answer.day === null ? survey.quarter : ofDay(answer.day);
}

import { isMeasured, type Maybe } from '../../stats/descriptive/measured';
import { meanOf } from '../../stats/special/sums';
import type { Counted } from '../scorecard/scorecard';
import { surveyDimensions, toFive, type SurveyDimension, type SurveyItem } from './instrument';
import type { SurveyAnswer, SurveyMode } from './survey';

/** Signs that a sheet was not filled in with care. */
export const answerFlags = ['straight', 'fast', 'sparse'] as const;
export type AnswerFlag = (typeof answerFlags)[number];

/** Nobody reads and answers the questionnaire in less. */
const fewestSeconds = 60;
const mostLeftOut = 0.2;
/** The same answer to fewer questions than these says nothing. */
const fewestToTell = 5;

/**
 * Flags of a sheet.
 *
 * Formula  straight: the same rating to every question answered, at least 5; fast: less than 60 s from the first key to
 *          saving; sparse: more than 20 % of the questions left out
 */
export function flagsOf(
  answer: SurveyAnswer,
  of: { readonly items: readonly SurveyItem[]; readonly mode: SurveyMode },
): readonly AnswerFlag[] {
  const halves = of.mode === 'gap' ? [answer.perceptions, answer.expectations] : [answer.perceptions];
  const given = halves.flatMap((half) => of.items.map((item) => half[item])).filter((rating) => rating !== undefined);
  const asked = halves.length * of.items.length;
  // In a gap survey the two halves may well differ; a respondent who never moves is one who does so in both.
  const isStraight = halves.every((half) => {
    const own = of.items.flatMap((item) => half[item] ?? []);
    return own.length >= fewestToTell && own.every((rating) => rating === own[0]);
  });
  return [
    ...(isStraight ? (['straight'] as const) : []),
    ...(answer.seconds !== null && answer.seconds < fewestSeconds ? (['fast'] as const) : []),
    ...(given.length < (1 - mostLeftOut) * asked ? (['sparse'] as const) : []),
  ];
}

/** Satisfied answers (7–10 of 10, which is 4 or 5 of 5) among those with an overall rating; null without any. */
export function satisfiedOf(answers: readonly SurveyAnswer[]): Counted {
  const rated = answers.flatMap(({ overall }) => (overall === null ? [] : [toFive(overall)]));
  return rated.length === 0 ? null : { cases: rated.filter((rating) => rating >= 4).length, of: rated.length };
}

/** Mean importance of each dimension, of 100 points; equal parts where nobody said. */
export function importanceOf(answers: readonly SurveyAnswer[]): Readonly<Record<SurveyDimension, number>> {
  // A sheet whose points do not add up to 100 is brought there; one with a dimension missing says nothing.
  const shares = answers.flatMap(({ importance }) => {
    const points = surveyDimensions.map(({ key }): Maybe => importance[key] ?? null);
    const known = points.filter(isMeasured);
    const sum = known.reduce((total, part) => total + part, 0);
    return known.length === surveyDimensions.length && sum > 0 ? [known.map((part) => (100 * part) / sum)] : [];
  });
  return Object.fromEntries(
    surveyDimensions.map(({ key }, i) => [key, shares.length === 0 ? 20 : meanOf(shares.map((own) => own[i]))]),
  ) as Record<SurveyDimension, number>;
}

import type { Maybe } from '../../stats/descriptive/measured';
import { halfAnswered, servqualGaps, type GapScore } from '../../stats/service/servqual-gaps';
import { importanceOf } from './answers';
import { surveyDimensions, type SurveyDimension } from './instrument';
import { itemsOf, type Survey, type SurveyAnswer } from './survey';

/** How a dimension or the whole was answered: the gap where expectations were asked, the perception where not. */
export interface ShownGap {
  readonly n: number;
  readonly perception: number;
  readonly expectation: Maybe;
  /** Gap, or perception without expectations. */
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface DimensionGap extends ShownGap {
  readonly dimension: SurveyDimension;
}

export interface SurveyGaps {
  readonly hasExpectations: boolean;
  /** In the order of the questionnaire; without those that nobody answered. */
  readonly dimensions: readonly DimensionGap[];
  readonly overall: ShownGap | null;
}

/**
 * SERVQUAL gaps of a survey by dimension, weighted by what respondents said of their importance, as its page shows them.
 *
 * Shape  null where no dimension has an answer
 * Unit   points of the scale 1–7
 */
export function surveyGaps(survey: Survey, answers: readonly SurveyAnswer[]): SurveyGaps | null {
  const asked = askedOf(survey);
  const items = asked.flatMap(({ items: own }) => own);
  const hasExpectations = survey.mode === 'gap';
  const weights = importanceOf(answers);
  const gaps = servqualGaps({
    perceptions: answers.map(({ perceptions }) => items.map((item) => perceptions[item] ?? null)),
    expectations: hasExpectations
      ? answers.map(({ expectations }) => items.map((item) => expectations[item] ?? null))
      : null,
    dimensionOfItem: asked.flatMap(({ items: own }, at) => own.map(() => at)),
    weights: asked.map(({ key }) => weights[key]),
  });
  if (!gaps.ok) return null;
  const dimensions = asked.flatMap(({ key }, at) => {
    const shown = shownOf(gaps.value.dimensions[at]);
    return shown ? [{ dimension: key, ...shown }] : [];
  });
  return dimensions.length === 0 ? null : { hasExpectations, dimensions, overall: shownOf(gaps.value.overall) };
}

/** What one sheet says of each dimension: its gap, or its perception where no expectations were asked; null = too little. */
export function dimensionScores(survey: Survey, answer: SurveyAnswer): Readonly<Record<SurveyDimension, Maybe>> {
  const asked = askedOf(survey);
  const scores = surveyDimensions.map(({ key }) => {
    const items = asked.find((own) => own.key === key)?.items ?? [];
    const row = items.map((item): Maybe => {
      const [seen, expected] = [answer.perceptions[item] ?? null, answer.expectations[item] ?? null];
      if (survey.mode !== 'gap') return seen;
      return seen === null || expected === null ? null : seen - expected;
    });
    return [key, halfAnswered(row, [...row.keys()])] as const;
  });
  return Object.fromEntries(scores) as Record<SurveyDimension, Maybe>;
}

function askedOf(survey: Survey) {
  const asked = itemsOf(survey);
  return surveyDimensions
    .map(({ key, items }) => ({ key, items: items.filter((item) => asked.includes(item)) }))
    .filter(({ items }) => items.length > 0);
}

function shownOf({ perception, expectation, gap }: GapScore): ShownGap | null {
  const { n, mean, interval } = gap ?? perception;
  if (mean === null || perception.mean === null) return null;
  return { n, perception: perception.mean, expectation: expectation?.mean ?? null, value: mean, interval };
}

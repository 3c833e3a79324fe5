/** The questionnaire of 22 questions; its wording stands in the catalogues. */

/** Dimensions in the order of the questionnaire, with the code that taxonomy links carry. */
export const surveyDimensions = [
  { key: 'tangibles', code: 'TAN', items: ['q1', 'q2', 'q3', 'q4'] },
  { key: 'reliability', code: 'REL', items: ['q5', 'q6', 'q7', 'q8', 'q9'] },
  { key: 'responsiveness', code: 'RES', items: ['q10', 'q11', 'q12', 'q13'] },
  { key: 'assurance', code: 'ASS', items: ['q14', 'q15', 'q16', 'q17'] },
  { key: 'empathy', code: 'EMP', items: ['q18', 'q19', 'q20', 'q21', 'q22'] },
] as const;

export type SurveyDimension = (typeof surveyDimensions)[number]['key'];
export type SurveyItem = (typeof surveyDimensions)[number]['items'][number];

export const surveyItems: readonly SurveyItem[] = surveyDimensions.flatMap(({ items }) => items);

/** Both ends belong to the scale. */
export const itemScale = { low: 1, high: 7 } as const;
export const overallScale = { low: 1, high: 10 } as const;
export const recommendScale = { low: 0, high: 10 } as const;

export const surveyChannels = ['counter', 'lobby', 'selfService', 'phone', 'mobile', 'online'] as const;
export const ageBands = ['under25', '25-34', '35-44', '45-59', '60up'] as const;

/**
 * An overall rating of 1–10 on the scale of 1–5, two steps in one, so that "satisfied" means 4 or 5 wherever it is said.
 */
export function toFive(overall: number): number {
  return Math.ceil(overall / 2);
}

import { meanOf } from '../../stats/special/sums';
import { surveyDimensions, type SurveyDimension, type SurveyItem } from './instrument';
import type { SurveyAnswer, SurveyMode } from './survey';

/**
 * Dimensions by how they are seen, the weakest first: mean gap where expectations were asked, mean perception where not.
 * Dimensions without answers are left out.
 */
export function meanScores(
  answers: readonly SurveyAnswer[],
  of: { readonly items: readonly SurveyItem[]; readonly mode: SurveyMode },
): readonly { readonly dimension: SurveyDimension; readonly mean: number }[] {
  return surveyDimensions
    .flatMap(({ key, items }) => {
      const asked = items.filter((item) => of.items.includes(item));
      const values = answers.flatMap(({ perceptions, expectations }) =>
        asked.flatMap((item) => {
          const [seen, expected] = [perceptions[item], expectations[item]];
          if (seen === undefined) return [];
          return of.mode === 'performance' ? [seen] : expected === undefined ? [] : [seen - expected];
        }),
      );
      return values.length === 0 ? [] : [{ dimension: key, mean: meanOf(values) }];
    })
    .sort((a, b) => a.mean - b.mean);
}

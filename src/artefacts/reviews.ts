/** Reviews of gates as rows on the record of a project. */

import { numberOf, rowsOf, textOf, wordsOf } from './columns';
import { phases, type Content, type Phase } from './contract';
import { gateDecisions, type GateDecision, type GateReview } from './gates';

/** The list on the project's record. */
export const reviewList = 'reviews';

/** The reviews of a project in the order in which they were held. A row of another shape is left out. */
export function readReviews(content: Content): readonly GateReview[] {
  return rowsOf(content, reviewList).flatMap(({ id, cells }): GateReview[] => {
    const phase = phases.find((candidate) => candidate === textOf(cells, 'phase'));
    const decision = gateDecisions.find((candidate) => candidate === textOf(cells, 'decision'));
    const on = numberOf(cells, 'on');
    if (!phase || !decision || on === null) return [];
    return [
      {
        id,
        phase,
        decision,
        by: textOf(cells, 'by'),
        on,
        comment: textOf(cells, 'comment'),
        reason: textOf(cells, 'reason'),
        missing: wordsOf(cells, 'missing'),
      },
    ];
  });
}

/** The latest review of a phase. */
export function lastReview(reviews: readonly GateReview[], phase: Phase): GateReview | undefined {
  return reviews.filter((review) => review.phase === phase).at(-1);
}

/** The cells of a review. */
export function reviewCells(
  review: Omit<GateReview, 'id'>,
): Readonly<Record<string, string | number | readonly string[]>> {
  const { phase, decision, by, on, comment, reason, missing } = review;
  return { phase, decision: decision satisfies GateDecision, by, on, comment, reason, missing };
}

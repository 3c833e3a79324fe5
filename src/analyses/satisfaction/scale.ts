import type { SatisfactionSpec } from './spec';

/** How the answers of a scale are read. */
export interface RatingScale {
  readonly low: number;
  readonly high: number;
  /** From here on an answer counts as satisfied, or as a promoter. */
  readonly positiveFrom: number;
  /** Up to here it counts as dissatisfied, or as a detractor. */
  readonly negativeTo: number;
}

/**
 * The customary reading of each scale.
 *
 * Source  0–10: Reichheld 2003; 1–5 and 1–7: the upper two answers ("top two boxes")
 */
export const ratingScales: Readonly<Record<SatisfactionSpec['scale'], RatingScale>> = {
  nps: { low: 0, high: 10, positiveFrom: 9, negativeTo: 6 },
  five: { low: 1, high: 5, positiveFrom: 4, negativeTo: 2 },
  seven: { low: 1, high: 7, positiveFrom: 6, negativeTo: 3 },
};

/** Whether a value is an answer of the scale. */
export function isAnswer({ low, high }: RatingScale, value: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}

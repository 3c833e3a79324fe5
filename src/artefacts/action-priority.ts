/** Ratings of a failure mode, whole numbers from 1 to 10. */
export interface FailureRatings {
  readonly severity: number;
  readonly occurrence: number;
  readonly detection: number;
}

export type ActionPriority = 'H' | 'M' | 'L';

/** Lowest rating of each band, from the highest band down. */
const severityBands = [9, 7, 4, 2, 1] as const;
const occurrenceBands = [8, 6, 4, 2, 1] as const;
const detectionBands = [7, 5, 2, 1] as const;

/** For each band of severity, the bands of occurrence from the highest down; within, detection from the worst down. */
const table: readonly (readonly string[])[] = [
  ['HHHH', 'HHHH', 'HHHM', 'HMLL', 'LLLL'],
  ['HHHH', 'HHHM', 'HMMM', 'MMLL', 'LLLL'],
  ['HHMM', 'MMML', 'MLLL', 'LLLL', 'LLLL'],
  ['MMLL', 'LLLL', 'LLLL', 'LLLL', 'LLLL'],
  ['LLLL', 'LLLL', 'LLLL', 'LLLL', 'LLLL'],
];

function isRating(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 10;
}

function band(bands: readonly number[], rating: number): number {
  return bands.findIndex((lowest) => rating >= lowest);
}

/**
 * Action priority: high, medium or low.
 *
 * Shape     ratings 1–10; null for anything else
 * Accuracy  a table; over all 1000 cells H 318, M 214, L 468
 * Source    AIAG & VDA FMEA Handbook, 1st ed. 2019, action priority of design and process FMEA
 */
export function actionPriority({ severity, occurrence, detection }: FailureRatings): ActionPriority | null {
  if (![severity, occurrence, detection].every(isRating)) return null;
  const cells = table[band(severityBands, severity)][band(occurrenceBands, occurrence)];
  return cells[band(detectionBands, detection)] as ActionPriority;
}

/** Risk priority number: the product of the ratings; null outside 1–10. */
export function riskPriorityNumber({ severity, occurrence, detection }: FailureRatings): number | null {
  return [severity, occurrence, detection].every(isRating) ? severity * occurrence * detection : null;
}

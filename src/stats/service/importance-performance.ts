import { fail, ok } from '../../kernel/result';
import { isMeasured, type Maybe } from '../descriptive/measured';
import { meanOf } from '../special/sums';
import type { TestResult } from '../tests/failures';

/** What customers say about one attribute. */
export interface AttributeRating {
  readonly importance: Maybe;
  readonly performance: Maybe;
}

/** Where an attribute lies: important and weak, important and strong, unimportant and weak, unimportant and strong. */
export type ImportanceQuadrant = 'concentrate-here' | 'keep-up' | 'low-priority' | 'possible-overkill';

/** An attribute in the matrix; null where an answer is missing. */
export interface PlacedAttribute {
  readonly quadrant: ImportanceQuadrant;
  /** Importance × how far performance lies below the cross; 0 above it. */
  readonly priority: number;
}

/** The matrix. */
export interface ImportancePerformance {
  /** Where the axes cross. */
  readonly cross: { readonly importance: number; readonly performance: number };
  readonly attributes: readonly (PlacedAttribute | null)[];
}

/**
 * Importance-performance matrix.
 *
 * Shape     an attribute without both answers is not placed and does not move the cross; one on an axis counts as high
 * Formula   cross at the grand means unless given (the middle of the scale is the other custom); priority =
 *           importance·max(0, performance at the cross − performance)
 * Fails     no-values
 * Source    Martilla and James 1977
 */
export function importancePerformance(
  attributes: readonly AttributeRating[],
  cross?: ImportancePerformance['cross'],
): TestResult<ImportancePerformance> {
  const complete = attributes.flatMap(({ importance, performance }) =>
    isMeasured(importance) && isMeasured(performance) ? [{ importance, performance }] : [],
  );
  if (complete.length === 0) return fail('no-values');
  const at = cross ?? {
    importance: meanOf(complete.map(({ importance }) => importance)),
    performance: meanOf(complete.map(({ performance }) => performance)),
  };
  return ok({
    cross: at,
    attributes: attributes.map(({ importance, performance }) =>
      isMeasured(importance) && isMeasured(performance)
        ? {
            quadrant: quadrantOf(importance >= at.importance, performance >= at.performance),
            priority: importance * Math.max(0, at.performance - performance),
          }
        : null,
    ),
  });
}

function quadrantOf(isImportant: boolean, isStrong: boolean): ImportanceQuadrant {
  if (isImportant) return isStrong ? 'keep-up' : 'concentrate-here';
  return isStrong ? 'possible-overkill' : 'low-priority';
}

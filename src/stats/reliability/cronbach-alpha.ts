import { fail, ok } from '../../kernel/result';
import { completeRows, ratioOrNull, type Maybe } from '../descriptive/measured';
import { fisherF } from '../distributions/f';
import { centred, correlate } from '../correlation/pearson';
import type { Interval } from '../proportions/interval';
import { squaredDeviations } from '../special/sums';
import { checkConfidence } from '../tests/alternative';
import type { TestResult } from '../tests/failures';

/** Internal consistency of the items of a scale. */
export interface CronbachAlpha {
  /** Complete rows. */
  readonly n: number;
  readonly items: number;
  /** May be negative; null where the total does not vary. */
  readonly alpha: Maybe;
  readonly interval: Interval | null;
  /** From correlations; null where an item does not vary. */
  readonly standardizedAlpha: Maybe;
  /** Alpha without each item; null with two items. */
  readonly alphaIfDropped: readonly Maybe[];
  /** Correlation of each item with the sum of the others. */
  readonly itemRestCorrelation: readonly Maybe[];
}

/**
 * Cronbach's alpha.
 *
 * Shape     rows[respondent][item]; rows with a missing value are left out. At least 2 items and 2 complete rows.
 * Formula   α = k/(k − 1)·(1 − Σs²ᵢ/s²total); standardised k·r̄/(1 + (k − 1)r̄); interval
 *           1 − (1 − α)·F(1 ∓ γ/2; n − 1, (n − 1)(k − 1))
 * Fails     confidence-outside-unit, items-too-few, sample-too-few-values
 * Accuracy  1e-9 relative (tests/reference/cases/cronbach-*)
 * Source    Cronbach 1951; Feldt 1965 for the interval
 */
export function cronbachAlpha(rows: readonly (readonly Maybe[])[], confidence = 0.95): TestResult<CronbachAlpha> {
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const k = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== k)) throw new RangeError(`rows of a scale need equal lengths: ${k}`);
  if (k < 2) return fail('items-too-few', { needed: 2, items: k });
  const { columns } = completeRows(Array.from({ length: k }, (_, j) => rows.map((row) => row[j])));
  const n = columns[0].length;
  if (n < 2) return fail('sample-too-few-values', { needed: 2, n });
  const alpha = alphaOf(columns);
  const law = fisherF(n - 1, (n - 1) * (k - 1));
  const tail = (1 - confidence) / 2;
  return ok({
    n,
    items: k,
    alpha,
    interval:
      alpha === null
        ? null
        : {
            low: 1 - (1 - alpha) * law.upperQuantile(tail),
            high: 1 - (1 - alpha) * law.quantile(tail),
          },
    standardizedAlpha: standardizedOf(columns),
    alphaIfDropped: columns.map((_, j) => (k === 2 ? null : alphaOf(columns.filter((__, other) => other !== j)))),
    itemRestCorrelation: columns.map((column, j) => {
      const rest = sumOf(columns.filter((_, other) => other !== j));
      return correlationOf(column, rest);
    }),
  });
}

function alphaOf(columns: readonly Float64Array[]): Maybe {
  const k = columns.length;
  const parts = columns.reduce((sum, column) => sum + squaredDeviations(column), 0);
  const share = ratioOrNull(parts, squaredDeviations(sumOf(columns)));
  return share === null ? null : (k / (k - 1)) * (1 - share);
}

function standardizedOf(columns: readonly Float64Array[]): Maybe {
  const k = columns.length;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      const r = correlationOf(columns[i], columns[j]);
      if (r === null) return null;
      sum += r;
    }
  }
  const mean = sum / ((k * (k - 1)) / 2);
  return ratioOrNull(k * mean, 1 + (k - 1) * mean);
}

function correlationOf(a: Float64Array, b: Float64Array): Maybe {
  const x = centred(a);
  const y = centred(b);
  return x && y ? correlate(x, y).r : null;
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  return columns[0].map((_, i) => columns.reduce((sum, column) => sum + column[i], 0));
}

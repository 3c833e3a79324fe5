import { fail, ok } from '../../kernel/result';
import { finiteOrNull, ratioOrNull, type Maybe } from '../descriptive/measured';
import { normalUpper, normalUpperQuantile } from '../distributions/normal';
import { clopperPearsonInterval } from '../proportions/clopper-pearson';
import type { Interval } from '../proportions/interval';
import { checkConfidence } from '../tests/alternative';
import type { TestResult } from '../tests/failures';

/** How much a disagreement counts: all alike, or by the distance of ordered categories or its square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/** Agreement of two raters beyond chance. */
export interface CohenKappa {
  readonly n: number;
  /** Observed and expected (weighted) agreement. */
  readonly observed: number;
  readonly expected: number;
  /** Null where chance alone would agree completely. */
  readonly kappa: Maybe;
  /** Large sample. */
  readonly se: Maybe;
  readonly interval: Interval | null;
  /** Standard error if there were no agreement beyond chance. */
  readonly seNull: Maybe;
  readonly z: Maybe;
  readonly pValue: Maybe;
  /** Share of identical ratings, without weights, with its exact interval. */
  readonly percentAgreement: number;
  readonly percentInterval: Interval;
  /** Kappa of each category against all others; null for a category nobody used. */
  readonly perCategory: readonly Maybe[];
}

/**
 * Cohen's kappa, also weighted.
 *
 * Shape     square table of counts ≥ 0, rows rater 1, columns rater 2, with at least one rating
 * Formula   κ = (pₒ − pₑ)/(1 − pₑ) with agreement weights 1 − |i − j|/(k − 1) or 1 − (i − j)²/(k − 1)²
 * Fails     confidence-outside-unit, table-count-invalid, table-margin-empty
 * Accuracy  1e-8 relative (tests/reference/cases/kappa-*)
 * Source    Cohen 1960, 1968; Fleiss, Cohen and Everitt 1969 for the standard errors
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = 'none',
  confidence = 0.95,
): TestResult<CohenKappa> {
  const k = table.length;
  if (table.some((row) => row.length !== k)) throw new RangeError(`kappa requires a square table: ${k}`);
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const broken = table.flat().find((count) => !(count >= 0 && count < Infinity));
  if (broken !== undefined) return fail('table-count-invalid', { count: broken });
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  if (n === 0) return fail('table-margin-empty');
  const agreed = table.reduce((sum, row, i) => sum + row[i], 0);
  const exact = clopperPearsonInterval({ successes: agreed, trials: n }, confidence);
  const { perCategory, ...main } = {
    ...weightedKappa(table, n, weightOf(weights, k), confidence),
    perCategory: table.map((_, category) => collapsedKappa(table, n, category)),
  };
  return ok({
    n,
    ...main,
    percentAgreement: agreed / n,
    percentInterval: exact.ok ? exact.value : { low: 0, high: 1 },
    perCategory,
  });
}

type Weight = (i: number, j: number) => number;

function weightOf(weights: KappaWeights, k: number): Weight {
  if (weights === 'none' || k < 2) return (i, j) => (i === j ? 1 : 0);
  const power = weights === 'linear' ? 1 : 2;
  return (i, j) => 1 - (Math.abs(i - j) / (k - 1)) ** power;
}

function weightedKappa(
  table: readonly (readonly number[])[],
  n: number,
  weight: Weight,
  confidence: number,
): Pick<CohenKappa, 'observed' | 'expected' | 'kappa' | 'se' | 'interval' | 'seNull' | 'z' | 'pValue'> {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0) / n);
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + row[j], 0) / n);
  const rowWeights = table.map((_, i) => columns.reduce((sum, share, j) => sum + share * weight(i, j), 0));
  const columnWeights = table.map((_, j) => rows.reduce((sum, share, i) => sum + share * weight(i, j), 0));
  let observed = 0;
  let expected = 0;
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      observed += (weight(i, j) * count) / n;
      expected += weight(i, j) * rows[i] * columns[j];
    }),
  );
  const room = 1 - expected;
  if (!(room > 1e-14)) {
    return { observed, expected, kappa: null, se: null, interval: null, seNull: null, z: null, pValue: null };
  }
  let spread = 0;
  let spreadNull = 0;
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      const margins = rowWeights[i] + columnWeights[j];
      spread += (count / n) * (weight(i, j) * room - margins * (1 - observed)) ** 2;
      spreadNull += rows[i] * columns[j] * (weight(i, j) - margins) ** 2;
    }),
  );
  const kappa = (observed - expected) / room;
  const rest = observed * expected - 2 * expected + observed;
  const variance = spread - rest * rest;
  // Complete agreement leaves the rounding of a difference of equal terms.
  const se = variance > 1e-15 ? Math.sqrt(variance / n) / (room * room) : 0;
  const seNull = Math.sqrt(Math.max(0, spreadNull - expected * expected) / n) / room;
  const z = ratioOrNull(kappa, seNull);
  const half = normalUpperQuantile((1 - confidence) / 2) * se;
  return {
    observed,
    expected,
    kappa,
    se,
    interval: { low: kappa - half, high: kappa + half },
    seNull: finiteOrNull(seNull),
    z,
    pValue: z === null ? null : Math.min(1, 2 * normalUpper(Math.abs(z))),
  };
}

/** Kappa of the 2×2 table "this category or another". */
function collapsedKappa(table: readonly (readonly number[])[], n: number, category: number): Maybe {
  const both = table[category][category] / n;
  const row = table[category].reduce((sum, count) => sum + count, 0) / n;
  const column = table.reduce((sum, other) => sum + other[category], 0) / n;
  const expected = row * column + (1 - row) * (1 - column);
  return expected < 1 - 1e-14 ? (1 - row - column + 2 * both - expected) / (1 - expected) : null;
}

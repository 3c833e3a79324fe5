import { fail, ok } from '../../kernel/result';
import { ratioOrNull, type Maybe } from '../descriptive/measured';
import { normalUpper } from '../distributions/normal';
import { studentT } from '../distributions/student-t';
import type { Interval } from '../proportions/interval';
import { checkConfidence } from '../tests/alternative';
import type { TestResult } from '../tests/failures';

/** Agreement on one category. */
export interface CategoryKappa {
  /** Share of all ratings. */
  readonly proportion: number;
  /** Null for a category that nobody, or everybody, always chose. */
  readonly kappa: Maybe;
  readonly seNull: number;
  readonly z: Maybe;
  readonly pValue: Maybe;
}

/** Agreement of several raters beyond chance. */
export interface FleissKappa {
  readonly subjects: number;
  readonly raters: number;
  /** Mean share of agreeing pairs of raters. */
  readonly observed: number;
  readonly expected: number;
  /** Null where all ratings are the same category. */
  readonly kappa: Maybe;
  /** Of the estimate, subjects taken as a sample; null below 2 subjects. */
  readonly se: Maybe;
  readonly interval: Interval | null;
  /** If there were no agreement beyond chance. */
  readonly seNull: Maybe;
  readonly z: Maybe;
  readonly pValue: Maybe;
  readonly perCategory: readonly CategoryKappa[];
  /** Subjects on which all raters agree. */
  readonly unanimous: number;
}

/**
 * Fleiss' kappa.
 *
 * Shape     counts[subject][category]: how many raters chose it; the same number of raters, at least 2, for every
 *           subject
 * Formula   κ = (P̄ − Pₑ)/(1 − Pₑ), P̄ the mean of Σnⱼ(nⱼ − 1)/(n(n − 1)), Pₑ = Σpⱼ²; interval by t from the linear
 *           parts of the subjects
 * Fails     confidence-outside-unit, ratings-too-few, ratings-unequal, table-count-invalid
 * Accuracy  1e-8 relative (tests/reference/cases/kappa-*)
 * Source    Fleiss 1971; Fleiss, Nee and Landis 1979; Gwet 2021 for the standard error of the estimate
 */
export function fleissKappa(counts: readonly (readonly number[])[], confidence = 0.95): TestResult<FleissKappa> {
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const broken = counts.flat().find((count) => !(Number.isInteger(count) && count >= 0));
  if (broken !== undefined) return fail('table-count-invalid', { count: broken });
  const subjects = counts.length;
  const sums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const raters = sums[0] ?? 0;
  if (raters < 2) return fail('ratings-too-few', { needed: 2, ratings: raters });
  const other = sums.findIndex((sum) => sum !== raters);
  if (other >= 0) return fail('ratings-unequal', { subject: other + 1, ratings: sums[other], expected: raters });
  const shares = counts[0].map((_, j) => counts.reduce((sum, row) => sum + row[j], 0) / (subjects * raters));
  const agreements = counts.map((row) => row.reduce((sum, c) => sum + c * (c - 1), 0) / (raters * (raters - 1)));
  const observed = agreements.reduce((sum, p) => sum + p, 0) / subjects;
  const expected = shares.reduce((sum, p) => sum + p * p, 0);
  const room = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const kappa = room > 1e-14 ? (observed - expected) / room : null;
  const asymmetry = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const seNull =
    kappa === null
      ? null
      : Math.sqrt((2 * Math.max(0, room * room - asymmetry)) / (subjects * raters * (raters - 1))) / room;
  const se = kappa === null ? null : sampleError({ counts, agreements, shares, expected, room, kappa, raters });
  const z = kappa === null || seNull === null ? null : ratioOrNull(kappa, seNull);
  const half = se === null ? 0 : studentT(subjects - 1).upperQuantile((1 - confidence) / 2) * se;
  return ok({
    subjects,
    raters,
    observed,
    expected,
    kappa,
    se,
    interval: kappa === null || se === null ? null : { low: kappa - half, high: Math.min(1, kappa + half) },
    seNull,
    z,
    pValue: twoSided(z),
    perCategory: shares.map((share, j) => categoryKappa(counts, j, { share, subjects, raters })),
    unanimous: agreements.filter((p) => p === 1).length,
  });
}

function categoryKappa(
  counts: readonly (readonly number[])[],
  category: number,
  of: { readonly share: number; readonly subjects: number; readonly raters: number },
): CategoryKappa {
  const { share, subjects, raters } = of;
  const pairs = subjects * raters * (raters - 1);
  const disagreeing = counts.reduce((sum, row) => sum + row[category] * (raters - row[category]), 0);
  const chance = pairs * share * (1 - share);
  const kappa = chance > 0 ? 1 - disagreeing / chance : null;
  const seNull = Math.sqrt(2 / pairs);
  const z = kappa === null ? null : kappa / seNull;
  return { proportion: share, kappa, seNull, z, pValue: twoSided(z) };
}

function twoSided(z: Maybe): Maybe {
  return z === null ? null : Math.min(1, 2 * normalUpper(Math.abs(z)));
}

interface FleissParts {
  readonly counts: readonly (readonly number[])[];
  readonly agreements: readonly number[];
  readonly shares: readonly number[];
  readonly expected: number;
  readonly room: number;
  readonly kappa: number;
  readonly raters: number;
}

/** √(Σ(κᵢ* − κ)²/(N(N − 1))) with κᵢ* = κᵢ − 2(1 − κ)(pₑᵢ − pₑ)/(1 − pₑ). */
function sampleError({ counts, agreements, shares, expected, room, kappa, raters }: FleissParts): Maybe {
  const n = counts.length;
  const squares = counts.reduce((sum, row, i) => {
    const own = (agreements[i] - expected) / room;
    const chance = row.reduce((part, count, j) => part + (shares[j] * count) / raters, 0);
    return sum + (own - (2 * (1 - kappa) * (chance - expected)) / room - kappa) ** 2;
  }, 0);
  return n < 2 ? null : Math.sqrt(squares / (n * (n - 1)));
}

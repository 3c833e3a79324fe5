import { fail, ok } from '../../kernel/result';
import { isMeasured, type Maybe } from '../descriptive/measured';
import { studentT } from '../distributions/student-t';
import type { Interval } from '../proportions/interval';
import { cronbachAlpha } from '../reliability/cronbach-alpha';
import { meanOf, standardDeviation } from '../special/sums';
import { checkConfidence } from '../tests/alternative';
import type { TestResult } from '../tests/failures';

/** Answers to a questionnaire, answers[respondent][item]. */
export interface ServqualAnswers {
  readonly perceptions: readonly (readonly Maybe[])[];
  /** Null for a wave that asked about performance only (SERVPERF). */
  readonly expectations: readonly (readonly Maybe[])[] | null;
  /** The dimension of each item, 0 … number of weights − 1. */
  readonly dimensionOfItem: readonly number[];
  /** Importance of each dimension, in any scale; they are divided by their sum. */
  readonly weights: readonly number[];
}

/** A mean over respondents with its interval. */
export interface MeanScore {
  readonly n: number;
  readonly mean: Maybe;
  /** By Student's t; null below 2 respondents. */
  readonly interval: Interval | null;
}

/** One item, one dimension or the whole: how it is seen, what is expected, and the gap between. */
export interface GapScore {
  readonly perception: MeanScore;
  readonly expectation: MeanScore | null;
  /** Perception − expectation; negative where the service falls short. Null without expectations. */
  readonly gap: MeanScore | null;
}

/** Result of a SERVQUAL wave. */
export interface ServqualGaps {
  readonly items: readonly GapScore[];
  readonly dimensions: readonly (GapScore & {
    /** Share of the weights. */
    readonly weight: number;
    /** Cronbach's alpha of the perceptions; below 0.7 the items do not measure one thing. Null below 2 items. */
    readonly alpha: Maybe;
  })[];
  /** Dimensions weighted by importance. */
  readonly overall: GapScore;
}

/**
 * SERVQUAL gaps of items, dimensions and the whole.
 *
 * Shape     every respondent has a value or null for every item; weights ≥ 0 with a sum above 0. A dimension counts for
 *           a respondent who answered at least half of its items, the whole for one with every dimension of weight.
 * Unit      points of the scale
 * Formula   Gᵢ = Pᵢ − Eᵢ; dimension = mean of its items per respondent; overall = Σw·G/Σw; interval mean ± t·s/√n
 * Fails     confidence-outside-unit, weights-not-positive
 * Source    Parasuraman, Zeithaml and Berry 1988
 */
export function servqualGaps(answers: ServqualAnswers, confidence = 0.95): TestResult<ServqualGaps> {
  const { perceptions, expectations, dimensionOfItem, weights } = answers;
  const items = dimensionOfItem.length;
  const isRagged = [...perceptions, ...(expectations ?? [])].some((row) => row.length !== items);
  if (isRagged || (expectations && expectations.length !== perceptions.length)) {
    throw new RangeError(`a servqual wave needs an answer or null for each of the items: ${items}`);
  }
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && weights.every((weight) => weight >= 0))) return fail('weights-not-positive');
  const shares = weights.map((weight) => weight / total);

  const gaps = expectations?.map((row, i) => row.map((expected, j) => minus(perceptions[i][j], expected))) ?? null;
  /** One value per respondent, for each of the three kinds of answers. */
  const scoreBy = (of: (row: readonly Maybe[]) => Maybe): GapScore => ({
    perception: meanScore(perceptions.map(of), confidence),
    expectation: expectations && meanScore(expectations.map(of), confidence),
    gap: gaps && meanScore(gaps.map(of), confidence),
  });
  const itemsOf = (dimension: number): number[] =>
    dimensionOfItem.flatMap((own, item) => (own === dimension ? [item] : []));
  const members = weights.map((_, dimension) => itemsOf(dimension));
  const overallOf = (row: readonly Maybe[]): Maybe =>
    shares.reduce<Maybe>((sum, share, dimension) => {
      if (share === 0) return sum;
      const own = halfAnswered(row, members[dimension]);
      return sum === null || own === null ? null : sum + share * own;
    }, 0);
  return ok({
    items: dimensionOfItem.map((_, item) => scoreBy((row) => row[item])),
    dimensions: members.map((own, dimension) => {
      const alpha = own.length >= 2 ? cronbachAlpha(perceptions.map((row) => own.map((item) => row[item]))) : null;
      return {
        ...scoreBy((row) => halfAnswered(row, own)),
        weight: shares[dimension],
        alpha: alpha?.ok ? alpha.value.alpha : null,
      };
    }),
    overall: scoreBy(overallOf),
  });
}

function minus(perception: Maybe, expectation: Maybe): Maybe {
  return isMeasured(perception) && isMeasured(expectation) ? perception - expectation : null;
}

/**
 * What one respondent says of a dimension: the mean of its items.
 *
 * Shape  `row` holds a value or null for every item, `items` the places of the dimension's own; null where fewer than half
 *        of them were answered
 */
export function halfAnswered(row: readonly Maybe[], items: readonly number[]): Maybe {
  const answered = items.map((item) => row[item]).filter(isMeasured);
  return answered.length > 0 && 2 * answered.length >= items.length ? meanOf(answered) : null;
}

function meanScore(values: readonly Maybe[], confidence: number): MeanScore {
  const data = values.filter(isMeasured);
  const n = data.length;
  if (n === 0) return { n, mean: null, interval: null };
  const mean = meanOf(data);
  if (n === 1) return { n, mean, interval: null };
  const half = (studentT(n - 1).upperQuantile((1 - confidence) / 2) * standardDeviation(data)) / Math.sqrt(n);
  return { n, mean, interval: { low: mean - half, high: mean + half } };
}

import { fail, ok } from '../../kernel/result';
import { measured, ratioOrNull, type Maybe } from '../descriptive/measured';
import { studentT } from '../distributions/student-t';
import { checkShare, type Interval, type Share } from '../proportions/interval';
import type { EventRate } from '../rates/poisson-rate';
import { meanOf, squaredDeviations } from '../special/sums';
import { checkConfidence, standardNormal, symmetricInterval, symmetricP } from './alternative';
import type { TestResult } from './failures';

/** Something for the site that changed and the site that did not, before and after. */
export interface FourCells<T> {
  readonly treatedBefore: T;
  readonly treatedAfter: T;
  readonly controlBefore: T;
  readonly controlAfter: T;
}

/** The part of a change that the control site does not show as well. */
export interface DifferenceInDifferences {
  /** (treated after − before) − (control after − before); for shares × 100 gives percentage points. */
  readonly estimate: number;
  readonly treatedChange: number;
  readonly controlChange: number;
  readonly se: number;
  /** Null where nothing varies. */
  readonly statistic: Maybe;
  /** Null for shares and rates, which use the normal distribution. */
  readonly df: Maybe;
  readonly pValue: Maybe;
  readonly interval: Interval;
}

/**
 * Difference in differences of means from four independent samples.
 *
 * Shape     missing values are left out; at least 2 must remain in each cell.
 * Formula   se² = Σs²/n; degrees of freedom by Welch and Satterthwaite over the four cells
 * Fails     confidence-outside-unit, group-too-few-values
 * Accuracy  1e-12 relative
 * Source    Card and Krueger 1994 for the design; Satterthwaite 1946
 */
export function differenceInMeans(
  cells: FourCells<ArrayLike<Maybe>>,
  confidence = 0.95,
): TestResult<DifferenceInDifferences> {
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const samples = inOrder(cells).map((cell) => measured(cell));
  const short = samples.findIndex((sample) => sample.length < 2);
  if (short >= 0) return fail('group-too-few-values', { group: short + 1, needed: 2, n: samples[short].length });
  const origin = samples[0][0];
  const means = samples.map((sample) => meanOf(sample.map((value) => value - origin)));
  const parts = samples.map((sample) => squaredDeviations(sample) / (sample.length - 1) / sample.length);
  const variance = parts.reduce((sum, part) => sum + part, 0);
  const inverse = parts.reduce((sum, part, i) => sum + (part / variance) ** 2 / (samples[i].length - 1), 0);
  return ok(finish(means, Math.sqrt(variance), variance > 0 ? 1 / inverse : null, confidence));
}

/**
 * Difference in differences of shares.
 *
 * Shape     cases within trials of each cell
 * Unit      fractions
 * Formula   se² = Σp̂(1 − p̂)/n; interval by the normal distribution
 * Fails     confidence-outside-unit, trials-not-positive, successes-outside-trials
 * Accuracy  1e-12 relative
 */
export function differenceInShares(cells: FourCells<Share>, confidence = 0.95): TestResult<DifferenceInDifferences> {
  const shares = inOrder(cells);
  for (const share of shares) {
    const wrong = checkShare(share, confidence);
    if (wrong) return wrong;
  }
  const means = shares.map(({ successes, trials }) => successes / trials);
  const variance = shares.reduce((sum, { trials }, i) => sum + (means[i] * (1 - means[i])) / trials, 0);
  return ok(finish(means, Math.sqrt(variance), null, confidence));
}

/**
 * Difference in differences of rates.
 *
 * Shape     counts of events over exposures above 0
 * Unit      events per unit of exposure
 * Formula   se² = Σx/N² (Poisson); interval by the normal distribution
 * Fails     confidence-outside-unit, exposure-not-positive, count-negative
 * Accuracy  1e-12 relative
 */
export function differenceInRates(cells: FourCells<EventRate>, confidence = 0.95): TestResult<DifferenceInDifferences> {
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const rates = inOrder(cells);
  for (const [index, { events, exposure }] of rates.entries()) {
    if (!(exposure > 0 && exposure < Infinity)) return fail('exposure-not-positive', { exposure });
    if (!(events >= 0)) return fail('count-negative', { point: index + 1, count: events });
  }
  const means = rates.map(({ events, exposure }) => events / exposure);
  const variance = rates.reduce((sum, { exposure }, i) => sum + means[i] / exposure, 0);
  return ok(finish(means, Math.sqrt(variance), null, confidence));
}

function inOrder<T>({ treatedBefore, treatedAfter, controlBefore, controlAfter }: FourCells<T>): T[] {
  return [treatedBefore, treatedAfter, controlBefore, controlAfter];
}

function finish(
  [treatedBefore, treatedAfter, controlBefore, controlAfter]: readonly number[],
  se: number,
  df: Maybe,
  confidence: number,
): DifferenceInDifferences {
  const treatedChange = treatedAfter - treatedBefore;
  const controlChange = controlAfter - controlBefore;
  const estimate = treatedChange - controlChange;
  const law = df === null ? standardNormal : studentT(df);
  const statistic = ratioOrNull(estimate, se);
  const { low, high } = symmetricInterval(law, { estimate, se }, confidence);
  return {
    estimate,
    treatedChange,
    controlChange,
    se,
    statistic,
    df,
    pValue: statistic === null ? null : symmetricP(law, statistic, 'two-sided'),
    interval: { low: low ?? estimate, high: high ?? estimate },
  };
}

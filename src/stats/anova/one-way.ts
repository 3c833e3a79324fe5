import { fail, ok } from '../../kernel/result';
import { finiteOrNull, type Maybe } from '../descriptive/measured';
import { fisherF } from '../distributions/f';
import { meanOf, squaredDeviations } from '../special/sums';
import { checkConfidence } from '../tests/alternative';
import type { TestResult } from '../tests/failures';
import { gamesHowell } from './games-howell';
import { prepareGroups, type NamedGroup } from './groups';
import { tukeyKramer, type PairComparison } from './tukey-kramer';
import { welchAnova, type WelchAnova } from './welch-anova';

/** A group as an analysis of variance sees it. */
export interface GroupSummary {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  /** Null for a single value. */
  readonly sd: Maybe;
}

/** One-way analysis of variance with its pairwise comparisons. */
export interface OneWayAnova {
  readonly dfBetween: number;
  readonly dfWithin: number;
  readonly ssBetween: number;
  readonly ssWithin: number;
  readonly msBetween: number;
  readonly msWithin: number;
  /** Null where nothing varies within groups. */
  readonly f: Maybe;
  readonly pValue: number;
  /** Share of the variation that the groups explain (η²). */
  readonly rSquared: number;
  /** ω²: the same without its bias; never below 0. */
  readonly omegaSquared: number;
  readonly residualSd: number;
  readonly groups: readonly GroupSummary[];
  /** Pairs in the order of the groups; null entries where there are fewer than 2 degrees of freedom within. Null
   *  where not asked for. */
  readonly tukey: readonly PairComparison[] | null;
  /** Without the assumption of equal variances; null where a group has a single value or does not vary. */
  readonly welch: WelchAnova | null;
  /** Null where not asked for, and where `welch` is. */
  readonly gamesHowell: readonly PairComparison[] | null;
}

/** What to compute beside the table. */
export interface AnovaOptions {
  /** Of the comparisons; default 0.95. */
  readonly confidence?: number;
  /** Which pairwise comparisons; default Tukey's. Games-Howell needs about 20 ms a pair: 57 groups have 1596 pairs. */
  readonly comparisons?: 'none' | 'tukey' | 'games-howell' | 'both';
}

/**
 * One-way analysis of variance.
 *
 * Shape     at least two groups, each with a value; more values than groups; not all values equal
 * Formula   F = (SS between/(k − 1))/(SS within/(n − k)), sums of squares about means taken from the common median
 * Fails     confidence-outside-unit, groups-too-few, group-too-few-values, groups-leave-no-residual, sample-all-equal
 * Accuracy  the certified digits of NIST's SiRstv and SmLs01–09, as far as doubles hold those data
 *           (tests/reference/cases/anova1-*)
 * Source    NIST StRD, analysis of variance; Montgomery, Design and Analysis of Experiments, 8th ed., §3.3
 */
export function oneWayAnova(groups: readonly NamedGroup[], options: AnovaOptions = {}): TestResult<OneWayAnova> {
  const { confidence = 0.95, comparisons = 'tukey' } = options;
  const wants = (method: 'tukey' | 'games-howell'): boolean => comparisons === method || comparisons === 'both';
  const wrong = checkConfidence(confidence);
  if (wrong) return wrong;
  const prepared = prepareGroups(groups, { groups: 2, perGroup: 1 });
  if (!prepared.ok) return prepared;
  const { names, samples, origin, total } = prepared.value;
  const dfBetween = samples.length - 1;
  const dfWithin = total - samples.length;
  if (dfWithin < 1) return fail('groups-leave-no-residual', { values: total, groups: samples.length });
  const means = samples.map((sample) => meanOf(sample));
  const squares = samples.map((sample) => squaredDeviations(sample));
  const grand = samples.reduce((sum, sample, i) => sum + sample.length * means[i], 0) / total;
  const ssBetween = samples.reduce((sum, sample, i) => sum + sample.length * (means[i] - grand) ** 2, 0);
  const ssWithin = squares.reduce((sum, own) => sum + own, 0);
  if (!(ssBetween + ssWithin > 0)) return fail('sample-all-equal', { value: origin });
  const msBetween = ssBetween / dfBetween;
  const msWithin = ssWithin / dfWithin;
  const f = finiteOrNull(msBetween / msWithin);
  const moments = samples.map((sample, i) => ({
    name: names[i],
    n: sample.length,
    mean: means[i],
    variance: sample.length > 1 ? squares[i] / (sample.length - 1) : NaN,
  }));
  const allVary = moments.every(({ variance }) => variance > 0);
  return ok({
    dfBetween,
    dfWithin,
    ssBetween,
    ssWithin,
    msBetween,
    msWithin,
    f,
    pValue: f === null ? 0 : fisherF(dfBetween, dfWithin).upper(Math.min(f, 1e290)),
    rSquared: ssBetween / (ssBetween + ssWithin),
    omegaSquared: Math.max(0, (ssBetween - dfBetween * msWithin) / (ssBetween + ssWithin + msWithin)),
    residualSd: Math.sqrt(msWithin),
    groups: moments.map(({ name, n, mean, variance }) => ({
      name,
      n,
      mean: mean + origin,
      sd: finiteOrNull(Math.sqrt(variance)),
    })),
    tukey: wants('tukey') ? tukeyKramer(moments, { msWithin, dfWithin, confidence }) : null,
    welch: allVary ? welchAnova(moments) : null,
    gamesHowell: allVary && wants('games-howell') ? gamesHowell(moments, confidence) : null,
  });
}

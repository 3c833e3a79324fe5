import { crossTabulate, type Rating } from '../../stats/agreement/cross-tabulate';
import { cohenKappa, type KappaWeights } from '../../stats/agreement/cohen-kappa';
import { fleissKappa } from '../../stats/agreement/fleiss-kappa';
import { chiSquareTable } from '../../stats/tests/chi-square-table';
import { fisherExact } from '../../stats/tests/fisher-exact';
import { goodnessOfFit } from '../../stats/tests/goodness-of-fit';
import { oneProportionTest } from '../../stats/tests/one-proportion';
import { twoProportionTest } from '../../stats/tests/two-proportions';
import { alternativeOf, boundsOf, counts, countTable, numberOr, requiredNumber, textOf, valueOf } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';

const proportions: KindRunner = (input, params) => {
  const options = {
    alternative: alternativeOf(params['alternative']),
    confidence: numberOr(params['confLevel'], 0.95),
  };
  if (params['samples'] !== 2) {
    const share = { successes: requiredNumber(input, 'x'), trials: requiredNumber(input, 'n') };
    const p0 = numberOr(params['p0'], 0.5);
    const { estimate, exactP, z, zP, intervals } = valueOf(oneProportionTest(share, p0, options));
    const { wald, wilson, clopperPearson, agrestiCoull } = intervals;
    return {
      estimate,
      exact: { p: exactP },
      normal: { z, p: zP },
      ci: {
        wald: boundsOf(wald),
        wilson: boundsOf(wilson),
        clopperPearson: boundsOf(clopperPearson),
        agrestiCoull: boundsOf(agrestiCoull),
      },
    };
  }
  const first = { successes: requiredNumber(input, 'x1'), trials: requiredNumber(input, 'n1') };
  const second = { successes: requiredNumber(input, 'x2'), trials: requiredNumber(input, 'n2') };
  const { difference, pooled, unpooled, fisherP, intervals, yatesP } = valueOf(
    twoProportionTest(first, second, options),
  );
  return {
    difference,
    pooled: { z: pooled.z, p: pooled.pValue },
    unpooled: { z: unpooled.z, p: unpooled.pValue },
    ci: { wald: boundsOf(intervals.wald) },
    fisher: { p: fisherP },
    extra: { newcombeCi: boundsOf(intervals.newcombe), yatesP },
  };
};

const chisq: KindRunner = (input, params) => {
  if (params['test'] === 'goodness_of_fit') {
    const shares = Array.isArray(input['probabilities']) ? counts(input['probabilities']) : undefined;
    const { chiSquared, df, pValue, expected } = valueOf(goodnessOfFit(counts(input['observed']), shares));
    return { chi2: chiSquared, df, p: pValue, expectedCounts: expected };
  }
  const result = valueOf(chiSquareTable(countTable(input['table'])));
  const { chiSquared: chi2, df, pValue: p, expected, minExpected, yates, likelihoodRatio, cramerV } = result;
  return {
    chi2,
    df,
    p,
    expectedCounts: expected,
    minExpected,
    yates: yates && { chi2: yates.chiSquared, p: yates.pValue },
    extra: { gStatistic: likelihoodRatio.chiSquared, gP: likelihoodRatio.pValue, cramersV: cramerV },
  };
};

const fisher: KindRunner = (input) => {
  const { twoSidedP, lessP, greaterP, oddsRatio, conditionalOddsRatio } = valueOf(
    fisherExact(countTable(input['table'])),
  );
  return {
    pTwoSided: twoSidedP,
    pLess: lessP,
    pGreater: greaterP,
    oddsRatioSample: oddsRatio,
    extra: { oddsRatioConditional: conditionalOddsRatio },
  };
};

function ratingTable(input: Fields): readonly (readonly number[])[] {
  if (Array.isArray(input['table'])) return countTable(input['table']);
  const { rater1, rater2, categories } = input;
  if (!Array.isArray(rater1) || !Array.isArray(rater2)) throw new RangeError('a kappa case needs ratings');
  const texts = (list: readonly unknown[]): Rating[] =>
    list.map((rating) => (typeof rating === 'string' || typeof rating === 'number' ? String(rating) : null));
  const names = Array.isArray(categories) ? texts(categories) : undefined;
  return valueOf(crossTabulate(texts(rater1), texts(rater2), names)).table;
}

const kappa: KindRunner = (input, params) => {
  if (params['type'] === 'fleiss') {
    const result = valueOf(fleissKappa(countTable(input['counts'])));
    return {
      ...result,
      pBar: result.observed,
      pe: result.expected,
      p: result.pValue,
      ci95: boundsOf(result.interval),
    };
  }
  const weights = (textOf(params['weights']) ?? 'none') as KappaWeights;
  const result = valueOf(cohenKappa(ratingTable(input), weights));
  return { ...result, po: result.observed, pe: result.expected, p: result.pValue, ci95: boundsOf(result.interval) };
};

/** Shares, tables of counts and agreement of raters. */
export const tableKinds: KindRunners = { proportions, chisq, fisher, kappa };

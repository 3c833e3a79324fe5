import { summarize } from '../../stats/descriptive/summary';
import { testNormality } from '../../stats/normality/test-normality';
import { pearson } from '../../stats/correlation/pearson';
import { kendall } from '../../stats/correlation/kendall';
import { spearman } from '../../stats/correlation/spearman';
import { independentBeforeAfter, pairedBeforeAfter } from '../../stats/tests/before-after';
import { oneSampleT, pairedT, twoSampleT } from '../../stats/tests/t-tests';
import { alternativeOf, boundsOf, maybes, numberOr, textOf, valueOf } from './fields';
import type { KindRunner, KindRunners } from './kind';

const descriptive: KindRunner = (input) => {
  const summary = summarize(maybes(input['values']));
  const { quantiles, skewness, kurtosis } = summary;
  return {
    ...summary,
    nMissing: summary.missing,
    quantiles: { probs: quantiles.probabilities, type7: quantiles.type7, type6: quantiles.type6 },
    skewness: { g1: skewness.g1, G1: skewness.adjusted },
    kurtosis: { g2: kurtosis.g2, G2: kurtosis.adjusted },
    meanCi95: boundsOf(summary.meanInterval),
    autocorrLag1: summary.autocorrelationLag1,
  };
};

const normality: KindRunner = (input) => {
  const { n, andersonDarling, shapiroWilk } = valueOf(testNormality(maybes(input['values'])));
  const { aSquared: a2, adjusted: a2Adjusted, pValue: p } = andersonDarling;
  return {
    n,
    andersonDarling: { a2, a2Adjusted, p },
    shapiroWilk: shapiroWilk && { w: shapiroWilk.w, p: shapiroWilk.pValue },
  };
};

const ttest: KindRunner = (input, params) => {
  const options = {
    mu: numberOr(params['mu'], 0),
    alternative: alternativeOf(params['alternative']),
    confidence: numberOr(params['confLevel'], 0.95),
  };
  const x = maybes(input['x']);
  const type = textOf(params['type']) ?? '';
  const run = (): ReturnType<typeof oneSampleT> => {
    if (type === 'one') return oneSampleT(x, options);
    const y = maybes(input['y']);
    if (type === 'paired') return pairedT(x, y, options);
    if (type === 'welch' || type === 'pooled') return twoSampleT(x, y, type, options);
    throw new RangeError(`unknown type of a ttest case: ${type}`);
  };
  const { estimate, se, t, df, pValue: p, interval } = valueOf(run());
  return { estimate, se, t, df, p, ci: boundsOf(interval) };
};

const beforeAfter: KindRunner = (input, params) => {
  const before = maybes(input['before']);
  const after = maybes(input['after']);
  if (params['design'] === 'independent') {
    const result = valueOf(independentBeforeAfter(before, after));
    const { f, df1, df2, pValue, interval } = result.varianceRatio;
    return {
      ...result,
      p: result.pValue,
      ci95: boundsOf(result.interval),
      varianceRatio: { f, df1, df2, p: pValue, ci95: boundsOf(interval) },
    };
  }
  const result = valueOf(pairedBeforeAfter(before, after));
  const { v, nonZero: nNonZero, exactP, normalP: normalCorrectedP } = result.signedRank;
  return {
    ...result,
    p: result.pValue,
    ci95: boundsOf(result.interval),
    wilcoxon: { v, nNonZero, exactP, normalCorrectedP },
    extra: { cohenDz: result.standardizedDifference },
  };
};

const correlation: KindRunner = (input, params) => {
  const x = maybes(input['x']);
  const y = maybes(input['y']);
  const alternative = alternativeOf(params['alternative']);
  const { n, r, t, df, pValue: p, interval } = valueOf(pearson(x, y, { alternative }));
  const { rho, approximateP: pT, exactP: pExact } = valueOf(spearman(x, y, alternative));
  return {
    n,
    pearson: { r, t, df, p, ci95: boundsOf(interval) },
    spearman: { rho, pT, pExact },
    extra: { kendallTauB: valueOf(kendall(x, y)).tauB },
  };
};

/** Summaries and tests of one or two samples of measurements. */
export const sampleKinds: KindRunners = { descriptive, normality, ttest, before_after: beforeAfter, correlation };

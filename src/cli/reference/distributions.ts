import { rangeConstants, medianRange } from '../../stats/constants/range-constants';
import { c4 } from '../../stats/constants/c4';
import { beta } from '../../stats/distributions/beta';
import { binomial } from '../../stats/distributions/binomial';
import type { Distribution } from '../../stats/distributions/distribution';
import { fisherF } from '../../stats/distributions/f';
import { chiSquare, gamma } from '../../stats/distributions/gamma';
import { geometric, negativeBinomial } from '../../stats/distributions/geometric';
import { hypergeometric } from '../../stats/distributions/hypergeometric';
import { normal } from '../../stats/distributions/normal';
import { poisson } from '../../stats/distributions/poisson';
import { exponential, logNormal, uniform, weibull } from '../../stats/distributions/positive-families';
import { studentT } from '../../stats/distributions/student-t';
import { studentizedRange } from '../../stats/distributions/studentized-range';
import { noncentralTUpper } from '../../stats/sampling/noncentral-t';
import { maybes, numberOr, records, requiredNumber, textOf } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';

/** Distributions by the ending of R's function names, with R's parameter names and defaults. */
const families: Readonly<Record<string, (args: Fields) => Distribution>> = {
  norm: (a) => normal(numberOr(a['mean'], 0), numberOr(a['sd'], 1)),
  t: (a) => studentT(requiredNumber(a, 'df')),
  chisq: (a) => chiSquare(requiredNumber(a, 'df')),
  f: (a) => fisherF(requiredNumber(a, 'df1'), requiredNumber(a, 'df2')),
  beta: (a) => beta(requiredNumber(a, 'shape1'), requiredNumber(a, 'shape2')),
  gamma: (a) => gamma(requiredNumber(a, 'shape'), numberOr(a['rate'], 1 / numberOr(a['scale'], 1))),
  weibull: (a) => weibull(requiredNumber(a, 'shape'), numberOr(a['scale'], 1)),
  exp: (a) => exponential(numberOr(a['rate'], 1)),
  lnorm: (a) => logNormal(numberOr(a['meanlog'], 0), numberOr(a['sdlog'], 1)),
  unif: (a) => uniform(numberOr(a['min'], 0), numberOr(a['max'], 1)),
  binom: (a) => binomial(requiredNumber(a, 'size'), requiredNumber(a, 'prob')),
  pois: (a) => poisson(requiredNumber(a, 'lambda')),
  geom: (a) => geometric(requiredNumber(a, 'prob')),
  nbinom: (a) => {
    const size = requiredNumber(a, 'size');
    return negativeBinomial(size, numberOr(a['prob'], size / (size + numberOr(a['mu'], 0))));
  },
  hyper: (a) => hypergeometric(requiredNumber(a, 'm'), requiredNumber(a, 'n'), requiredNumber(a, 'k')),
  tukey: (a) => studentizedRange(requiredNumber(a, 'nmeans'), requiredNumber(a, 'df')),
};

/** The tails of a noncentral t, the only noncentral law of the engine. */
function noncentral(family: string, args: Fields): Distribution {
  if (family !== 't') throw new RangeError(`unknown noncentral distribution: ${family}`);
  const upper = (t: number): number => noncentralTUpper(t, requiredNumber(args, 'df'), requiredNumber(args, 'ncp'));
  const none = (): number => NaN;
  return { upper, lower: (t) => 1 - upper(t), density: none, quantile: none, upperQuantile: none };
}

function answer(fn: string, args: Fields): number {
  const family = fn.slice(1);
  if (!Object.hasOwn(families, family)) throw new RangeError(`unknown distribution: ${fn}`);
  const law = 'ncp' in args ? noncentral(family, args) : families[family](args);
  const isUpper = args['lower.tail'] === false;
  const isLog = args['log.p'] === true;
  const toAnswer = (p: number): number => (isLog ? Math.log(p) : p);
  if (fn.startsWith('d')) {
    const mass = law.density(numberOr(args['x'], NaN));
    return args['log'] === true ? Math.log(mass) : mass;
  }
  // A probability asks for a quantile, whatever the name of the function says.
  const p = numberOr(args['p'], null);
  if (p !== null) {
    const probability = isLog ? Math.exp(p) : p;
    return isUpper ? law.upperQuantile(probability) : law.quantile(probability);
  }
  const q = requiredNumber(args, 'q');
  return toAnswer(isUpper ? law.upper(q) : law.lower(q));
}

const distribution: KindRunner = (input) => ({
  values: records(input['queries']).map((query) => answer(textOf(query['fn']) ?? '', (query['args'] ?? {}) as Fields)),
});

/** The constants of subgroups of n, and the factors of 3-sigma limits that follow from them. */
function chartFactors(n: number): Fields {
  const { d2, d3 } = rangeConstants(n);
  const s = c4(n);
  const spread = Math.sqrt(1 - s * s);
  const rangeShare = (3 * d3) / d2;
  const sdShare = (3 * spread) / s;
  return {
    d2,
    d3,
    c4: s,
    A: 3 / Math.sqrt(n),
    A2: 3 / (d2 * Math.sqrt(n)),
    A3: 3 / (s * Math.sqrt(n)),
    B3: Math.max(0, 1 - sdShare),
    B4: 1 + sdShare,
    B5: Math.max(0, s - 3 * spread),
    B6: s + 3 * spread,
    D1: Math.max(0, d2 - 3 * d3),
    D2: d2 + 3 * d3,
    D3: Math.max(0, 1 - rangeShare),
    D4: 1 + rangeShare,
    E2: 3 / d2,
  };
}

const constants: KindRunner = (input) => ({
  rows: maybes(input['n']).map((size) => {
    const n = Number(size);
    return { n, ...chartFactors(n) };
  }),
  d4MedianMR2: medianRange(2),
});

/** Distributions, and the constants of control charts. */
export const distributionKinds: KindRunners = { distribution, constants };

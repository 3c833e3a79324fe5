import { boxCoxCapability, estimateBoxCox } from '../../stats/capability/box-cox';
import { nonNormalCapability, type NonNormalModel } from '../../stats/capability/non-normal';
import { normalCapability, type CapabilityData, type IndexInterval } from '../../stats/capability/normal';
import type { Indices, PerMillion, SpecLimits } from '../../stats/capability/types';
import { countCategories, paretoTable } from '../../stats/pareto/pareto-table';
import { lists, maybes, numberOr, present, records, requiredNumber, textOf, valueOf } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';
import { estimatorOf } from './more-charts';

function specOf(params: Fields): SpecLimits {
  return {
    lower: numberOr(params['lsl'], null),
    upper: numberOr(params['usl'], null),
    target: numberOr(params['target'], null),
  };
}

function ppm({ below, above, total }: PerMillion): Fields {
  return { belowLsl: below, aboveUsl: above, total };
}

function overallIndices({ both, lower, upper, least }: Indices): Fields {
  return { pp: both, ppl: lower, ppu: upper, ppk: least };
}

function pair(interval: IndexInterval | null): number[] | null {
  return interval && [interval.low, interval.high];
}

function normalCase(input: Fields, params: Fields): unknown {
  const withinEstimator = estimatorOf(params['withinEstimator']);
  const data: CapabilityData = Array.isArray(input['subgroups'])
    ? { subgroups: lists(input['subgroups']), ...(withinEstimator ? { withinEstimator } : {}) }
    : { values: maybes(input['values']) };
  const found = valueOf(normalCapability(data, specOf(params)));
  const { within, overall } = found;
  const { both: cp, lower: cpl, upper: cpu, least: cpk } = within.indices;
  return {
    n: found.n,
    mean: found.mean,
    sigmaWithin: within.sigma,
    sigmaOverall: overall.sigma,
    cp,
    cpl,
    cpu,
    cpk,
    ...overallIndices(overall.indices),
    cpm: found.cpm,
    ppmObserved: ppm(found.observed),
    ppmWithin: ppm(within.perMillion),
    ppmOverall: ppm(overall.perMillion),
    extra: {
      cpmMinitab: found.cpmMinitab,
      cpmWithin: found.cpmWithin,
      zBenchWithin: within.zBench,
      zBenchOverall: overall.zBench,
      ppCi95: pair(overall.bothInterval),
      ppkCi95: pair(overall.leastInterval),
    },
  };
}

/** The values of a case, whether in subgroups or not. */
function flat(input: Fields): readonly (number | null)[] {
  return Array.isArray(input['subgroups']) ? lists(input['subgroups']).flat() : maybes(input['values']);
}

function boxCoxCase(input: Fields, params: Fields): unknown {
  const found = valueOf(boxCoxCapability(flat(input), specOf(params), requiredNumber(params, 'lambda')));
  const { mean, sd, lower, upper } = found.transformed;
  return {
    n: found.n,
    lambda: found.lambda,
    transformed: { mean, sd, lsl: lower, usl: upper },
    ...overallIndices(found.indices),
    ppmObserved: ppm(found.observed),
    ppmOverall: ppm(found.expected),
  };
}

function nonNormalCase(model: NonNormalModel): KindRunner {
  return (input, params) => {
    const found = valueOf(nonNormalCapability(flat(input), specOf(params), model));
    return {
      n: found.n,
      mean: found.mean,
      ...found.parameters,
      percentiles: found.percentiles,
      ...overallIndices(found.indices),
      ppmObserved: ppm(found.observed),
      ...(found.expected ? { ppmOverall: ppm(found.expected) } : {}),
    };
  };
}

const capability: KindRunner = (input, params) => {
  switch (textOf(params['distribution']) ?? 'normal') {
    case 'normal':
      return normalCase(input, params);
    case 'boxcox':
      return boxCoxCase(input, params);
    case 'weibull':
      return nonNormalCase({ kind: 'weibull' })(input, params);
    case 'lognormal':
      return nonNormalCase({ kind: 'lognormal' })(input, params);
    case 'percentile': {
      const quantileType = numberOr(params['quantileType'], 6) === 7 ? 7 : 6;
      return nonNormalCase({ kind: 'percentile', quantileType })(input, params);
    }
    default:
      throw new RangeError(`unknown distribution of a capability case: ${String(params['distribution'])}`);
  }
};

const boxcox: KindRunner = (input, params) => {
  const found = valueOf(estimateBoxCox(maybes(input['values'])));
  const at = Array.isArray(params['logLikDifferenceAt']) ? present(params['logLikDifferenceAt']) : [];
  return {
    lambda: found.lambda,
    ci95: [found.low, found.high],
    logLikDifferences: at.map(found.logLikelihoodDifference),
  };
};

const pareto: KindRunner = (input, params) => {
  const items = Array.isArray(input['observations'])
    ? countCategories(input['observations'] as readonly (string | null)[])
    : records(input['items']).map((item) => ({ category: item['category'], count: requiredNumber(item, 'count') }));
  const table = paretoTable<unknown>(items, {
    cutoffPercent: numberOr(params['vitalFewCutoffPercent'], 80),
    otherAbovePercent: numberOr(params['otherAbovePercent'], undefined),
  });
  const tail = table.rows.slice(table.tailStart);
  const grouped = table.rows.slice(0, table.tailStart).map(({ category, count }) => ({ category, count }));
  if (tail.length > 0) grouped.push({ category: 'Other', count: tail.reduce((sum, { count }) => sum + count, 0) });
  return {
    total: table.total,
    rows: table.rows.map(({ category, count, percent, cumulativeCount, cumulativePercent }) => ({
      category,
      count,
      percent,
      cumCount: cumulativeCount,
      cumPercent: cumulativePercent,
    })),
    vitalFew: table.vitalFew,
    grouped,
  };
};

/** Capability, Box-Cox powers and Pareto tables. */
export const capabilityKinds: KindRunners = { capability, boxcox, pareto };

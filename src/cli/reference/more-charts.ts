import { cusumChart, type CusumSide } from '../../stats/control/cusum-chart';
import { ewmaChart } from '../../stats/control/ewma-chart';
import { hotellingChart } from '../../stats/control/hotelling';
import type { WithinEstimator } from '../../stats/control/limits/subgroups';
import { rareEventChart } from '../../stats/control/rare-event-chart';
import { subgroupChart } from '../../stats/control/subgroup-chart';
import type { Maybe } from '../../stats/control/types';
import { pointsBeyond } from './control-charts';
import { baselineOf, lists, maybes, numberOr, textOf, valueOf } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';

const estimators: readonly WithinEstimator[] = ['rbar', 'rbar_mvlue', 'sbar', 'pooled'];

/** The estimator a case names, or undefined. */
export function estimatorOf(value: unknown): WithinEstimator | undefined {
  return estimators.find((name) => name === value);
}

const limitsRule = [{ rule: 'beyond-limits', length: 1 }] as const;

function stagesFor(
  length: number,
  params: Fields,
): { start: number; end: number; baseline?: { start: number; end: number } }[] {
  const baseline = baselineOf(params);
  return length === 0 ? [] : [{ start: 0, end: length, ...(baseline ? { baseline } : {}) }];
}

function subgroups(kind: 'xbar-r' | 'xbar-s'): KindRunner {
  return (input, params) => {
    const data = lists(input['subgroups']);
    const sigmaEstimator = estimatorOf(params['sigmaEstimator']);
    const chart = valueOf(
      subgroupChart(
        { kind, subgroups: data, ...(sigmaEstimator ? { sigmaEstimator } : {}) },
        { k: numberOr(params['k'], 3), stages: stagesFor(data.length, params), rules: limitsRule },
      ),
    );
    const [stage] = chart.stages;
    const { means, spreads, sizes } = chart;
    const limits = (panel: typeof means): Fields => ({
      ucl: panel.upper,
      lcl: panel.lower,
      outOfControl: pointsBeyond(panel),
    });
    const shared = {
      sizes,
      means: means.values,
      grandMean: stage?.grandMean ?? null,
      sigma: stage?.sigma ?? null,
      xbar: { center: stage?.grandMean ?? null, ...limits(means) },
    };
    const spread = { center: spreads.center, ...limits(spreads) };
    const meanSpread = stage?.meanSpread ?? null;
    return kind === 'xbar-r'
      ? { ...shared, ranges: spreads.values, rBar: meanSpread, r: spread }
      : { ...shared, sds: spreads.values, sBar: meanSpread, s: spread };
  };
}

const g: KindRunner = (input, params) => {
  const values = maybes(input['values']);
  const chart = valueOf(
    rareEventChart(
      { kind: 'g', values, method: 'moments' },
      { k: numberOr(params['k'], 3), stages: stagesFor(values.length, params), rules: limitsRule },
    ),
  );
  const [stage] = chart.stages;
  return {
    center: stage?.mean ?? null,
    median: stage?.median ?? null,
    sigma: stage?.sigma ?? null,
    ucl: stage?.upper ?? null,
    lcl: stage?.lower ?? null,
    outOfControl: pointsBeyond(chart.main),
  };
};

const t: KindRunner = (input, params) => {
  const values = maybes(input['values']);
  const chart = valueOf(
    rareEventChart(
      { kind: 't', values, method: 'power', exponent: numberOr(params['exponent'], 3.6) },
      { k: numberOr(params['k'], 3), stages: stagesFor(values.length, params), rules: limitsRule },
    ),
  );
  const [stage] = chart.stages;
  const scale = chart.transformed;
  const [scaleStage] = scale?.stages ?? [];
  const first = (line: readonly Maybe[] | undefined): Maybe => line?.[0] ?? null;
  return {
    transformed: scale?.main.values ?? [],
    transformedCenter: scaleStage?.center ?? null,
    transformedMrBar: scaleStage?.meanMovingRange ?? null,
    transformedUcl: first(scale?.main.upper),
    transformedLcl: first(scale?.main.lower),
    center: stage?.center ?? null,
    ucl: stage?.upper ?? null,
    lcl: stage?.lower ?? null,
    outOfControl: pointsBeyond(chart.main),
  };
};

/** The fields that EWMA and CUSUM cases share. */
function weighted(input: Fields): { values: readonly Maybe[]; sizes?: readonly Maybe[] } {
  const values = maybes(input['values']);
  return Array.isArray(input['sizes']) ? { values, sizes: maybes(input['sizes']) } : { values };
}

const ewma: KindRunner = (input, params) => {
  const data = weighted(input);
  const { panel, stages } = valueOf(
    ewmaChart(data, {
      lambda: numberOr(params['lambda'], 0.2),
      width: numberOr(params['L'], 3),
      target: numberOr(params['target'], undefined),
      sigma: numberOr(params['sigma'], undefined),
      start: numberOr(params['start'], undefined),
      limits: textOf(params['limits']) === 'asymptotic' ? 'asymptotic' : 'exact',
      stages: stagesFor(data.values.length, params),
    }),
  );
  return {
    center: stages[0]?.target ?? null,
    sigma: stages[0]?.sigma ?? null,
    ewma: panel.values,
    ucl: panel.upper,
    lcl: panel.lower,
    outOfControl: pointsBeyond(panel),
  };
};

const cusum: KindRunner = (input, params) => {
  const data = weighted(input);
  const { upper, lower, stages, k, h } = valueOf(
    cusumChart(data, {
      target: numberOr(params['target'], undefined),
      sigma: numberOr(params['sigma'], undefined),
      k: numberOr(params['k'], 0.5),
      h: numberOr(params['h'], 5),
      headStart: numberOr(params['headStart'], 0),
      stages: stagesFor(data.values.length, params),
    }),
  );
  const shared = {
    cPlus: upper.sums,
    cMinus: lower.sums,
    runPlus: upper.runs,
    runMinus: lower.runs,
    signalsPlus: upper.signals,
    signalsMinus: lower.signals,
  };
  const sigma = stages[0]?.sigma ?? null;
  if (data.sizes || sigma === null) return shared;
  const scaled = (side: CusumSide): Maybe[] => side.sums.map((sum) => (sum === null ? null : sum * sigma));
  return { ...shared, dataUnits: { cPlus: scaled(upper), cMinus: scaled(lower), K: k * sigma, H: h * sigma } };
};

const hotelling: KindRunner = (input, params) => {
  const baseline = baselineOf(params);
  const chart = valueOf(
    hotellingChart(lists(input['rows']), {
      alpha: numberOr(params['alpha'], 0.0027),
      ...(baseline ? { baseline } : {}),
    }),
  );
  return {
    mean: chart.mean,
    covariance: chart.covariance,
    t2: chart.tSquared,
    uclPhase1: chart.upperPhase1,
    uclPhase2: chart.upperPhase2,
    outOfControlPhase1: chart.beyond,
  };
};

/** Charts of subgroups, rare events, weighted means and several variables. */
export const moreChartKinds: KindRunners = {
  xbar_r: subgroups('xbar-r'),
  xbar_s: subgroups('xbar-s'),
  g,
  t,
  ewma,
  cusum,
  hotelling,
};

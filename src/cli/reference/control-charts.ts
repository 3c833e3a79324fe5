import { attributeTraits, standardisedRates, type AttributeKind } from '../../stats/control/limits/attributes';
import { readSeries } from '../../stats/control/attribute-chart';
import { controlChart } from '../../stats/control/control-chart';
import { toMaybes } from '../../stats/control/series';
import { stagesFromStarts } from '../../stats/control/stages';
import type { ChartData, ChartPanel, ControlChart, Maybe, StagePlan } from '../../stats/control/types';
import { baselineOf, maybes, numberOr, textOf, valueOf } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';

/** Completing points of the rule of limits. */
export function pointsBeyond(panel: ChartPanel): number[] {
  return panel.signals.filter(({ rule }) => rule === 'beyond-limits').map(({ completesAt }) => completesAt);
}

/** One stage, or one for each start, with the baseline of the case in the stage that holds it. */
function stagesOf(length: number, params: Fields): StagePlan[] {
  const starts = Array.isArray(params['phaseStarts']) ? maybes(params['phaseStarts']).map(Number) : [0];
  const baseline = baselineOf(params);
  return stagesFromStarts(length, starts).map((stage) => {
    const isInside = baseline && baseline.start >= stage.start && baseline.end <= stage.end;
    return isInside ? { ...stage, baseline } : stage;
  });
}

function chartOf(data: ChartData, length: number, params: Fields): ControlChart {
  const stages = length > 0 ? stagesOf(length, params) : [];
  return valueOf(
    controlChart(data, { k: numberOr(params['k'], 3), stages, rules: [{ rule: 'beyond-limits', length: 1 }] }),
  );
}

const imr: KindRunner = (input, params) => {
  const values = maybes(input['values']);
  const sigmaEstimator = textOf(params['sigmaEstimator']) === 'median_mr' ? 'median_mr' : 'average_mr';
  const data: ChartData = { kind: 'individuals', values, sigmaEstimator, span: numberOr(params['span'], 2) };
  const chart = chartOf(data, values.length, params);
  const phases = chart.stages.map(({ start, end, center, sigma, meanMovingRange }) => {
    const at = (line: readonly Maybe[]): Maybe => line[start];
    const beyond = (panel: ChartPanel): number[] => pointsBeyond(panel).filter((i) => i >= start && i < end);
    const moving = chart.movingRange;
    if (!moving) throw new RangeError('an individuals chart needs its moving ranges: null');
    return {
      start,
      end,
      n: values.slice(start, end).filter((v) => v !== null).length,
      center,
      mrBar: meanMovingRange,
      sigma,
      individuals: { center, ucl: at(chart.main.upper), lcl: at(chart.main.lower), outOfControl: beyond(chart.main) },
      movingRange: {
        values: moving.values.slice(start, end),
        center: at(moving.center),
        ucl: at(moving.upper),
        lcl: at(moving.lower),
        outOfControl: beyond(moving),
      },
    };
  });
  return Array.isArray(params['phaseStarts']) ? { phases } : phases[0];
};

/** The data of an attribute chart from a case. */
function attributeData(kind: AttributeKind, input: Fields): Exclude<ChartData, { kind: 'individuals' }> {
  if (kind === 'c') return { kind, counts: maybes(input['counts']) };
  const sizes = maybes(input['sizes']);
  if (kind === 'u' || kind === 'laney-u') return { kind, counts: maybes(input['counts']), sizes };
  return { kind, defectives: maybes(input['defectives']), sizes };
}

function attribute(kind: AttributeKind): KindRunner {
  return (input, params) => {
    const data = attributeData(kind, input);
    const length = maybes(input['defectives'] ?? input['counts']).length;
    const { main, stages } = chartOf(data, length, params);
    const center = stages[0]?.center ?? null;
    const shared = {
      center,
      values: main.values,
      cl: main.center,
      ucl: main.upper,
      lcl: main.lower,
      outOfControl: pointsBeyond(main),
    };
    const trait = attributeTraits[kind];
    if (!trait.laney) return shared;
    const { counts, sizes } = valueOf(readSeries(data, trait));
    const z = toMaybes(standardisedRates(counts, sizes, center ?? NaN, trait.law));
    return { ...shared, z, sigmaZ: stages[0]?.sigmaZ ?? null };
  };
}

/** Individuals and attribute charts. */
export const controlChartKinds: KindRunners = {
  imr,
  p: attribute('p'),
  np: attribute('np'),
  c: attribute('c'),
  u: attribute('u'),
  laney_p: attribute('laney-p'),
  laney_u: attribute('laney-u'),
};

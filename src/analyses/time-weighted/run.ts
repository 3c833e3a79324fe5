import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { cusumChart, type CusumChart } from '../../stats/control/cusum-chart';
import { ewmaChart, type EwmaChart } from '../../stats/control/ewma-chart';
import type { ProcessTarget } from '../../stats/control/time-weighted';
import type { Maybe } from '../../stats/control/types';
import { meanOf } from '../../stats/special/sums';
import { assembleSeries, scaleOf } from '../assemble-series';
import type { AnalysisInput } from '../contract';
import { decimalsFor, type DisplayScale } from '../display';
import { stageTitle } from '../series-words';
import type { Placement } from '../stages';
import type { TimeWeightedOutcome } from './outcome';
import { cusumShifts, ewmaShifts } from './shifts';
import type { TimeWeightedSpec } from './spec';

type Charts = Pick<TimeWeightedOutcome, 'ewma' | 'cusum' | 'targets' | 'shifts'>;

/** Rows → points → weighted averages or cumulative sums against a target. */
export function runTimeWeighted(input: AnalysisInput, spec: TimeWeightedSpec): Result<TimeWeightedOutcome, Failure> {
  const assembled = assembleSeries(input, spec);
  if (!assembled.ok) return assembled;
  const { scope, subgroups, plotted, placement, coverage } = assembled.value;
  const scale = scaleOf(spec, plotted.unit, [average(plotted.values)]);
  const given = givenTarget(spec, scale);
  if (!given.ok) return given;
  const made = draw(spec, plotted.values, placement, given.value);
  if (!made.ok) return made;
  const flat = made.value.targets.findIndex(({ sigma }) => sigma === null || sigma === 0);
  if (flat >= 0) return fail('weighted-no-variation', { name: stageTitle(placement.stages, flat) });
  return ok({
    spec,
    labels: subgroups.labels,
    source: subgroups.source,
    filters: [...scope.filters, ...(plotted.filter ? [plotted.filter] : [])],
    numerators: plotted.numerators,
    sizes: plotted.sizes,
    rowsPerPoint: subgroups.rows,
    values: plotted.values,
    ...made.value,
    stages: placement.stages,
    excluded: placement.excluded,
    unmatched: placement.unmatched,
    scale: { ...scale, ...finerThan(made.value.targets, scale) },
    measureName: plotted.measureName,
    sizeName: plotted.sizeName,
    coverage,
  });
}

/** Averages lie closer together than the points: their limits need decimals that tell them apart. */
function finerThan(targets: readonly ProcessTarget[], { factor, kind }: DisplayScale): { readonly decimals?: number } {
  const { sigma } = targets[targets.length - 1];
  return kind === 'percent' || sigma === null ? {} : decimalsFor(sigma * factor);
}

/** The size that decides the round number of a rate. */
function average(values: readonly Maybe[]): Maybe {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : meanOf(present);
}

interface Given {
  readonly target?: number;
  readonly sigma?: number;
}

/** What was typed, in the unit of the axis, as plotted numbers. */
function givenTarget(spec: TimeWeightedSpec, scale: DisplayScale): Result<Given, Failure> {
  if (spec.target === 'baseline') return ok({});
  const { targetValue, sigmaValue } = spec;
  if (targetValue === null && sigmaValue === null) return fail('weighted-choose-target');
  if (sigmaValue !== null && !(sigmaValue > 0)) return fail('sigma-not-positive', { sigma: sigmaValue });
  const plotted = (value: number): number => value / (scale.kind === 'percent' ? 100 : scale.factor);
  return ok({
    ...(targetValue === null ? {} : { target: plotted(targetValue) }),
    ...(sigmaValue === null ? {} : { sigma: plotted(sigmaValue) }),
  });
}

function draw(
  spec: TimeWeightedSpec,
  values: readonly Maybe[],
  { plan, excluded }: Placement,
  given: Given,
): Result<Charts, Failure> {
  const options = { stages: plan, excluded: excluded.map(({ index }) => index), ...given };
  if (spec.chart === 'ewma') {
    const chart = ewmaChart({ values }, { ...options, lambda: spec.lambda, width: spec.width, limits: spec.limits });
    if (!chart.ok) return chart;
    return ok(charts({ ewma: chart.value, cusum: null }));
  }
  const headStart = spec.fastStart ? spec.h / 2 : 0;
  const chart = cusumChart({ values }, { ...options, k: spec.k, h: spec.h, headStart });
  if (!chart.ok) return chart;
  return ok(charts({ ewma: null, cusum: chart.value }));
}

function charts({ ewma, cusum }: { readonly ewma: EwmaChart | null; readonly cusum: CusumChart | null }): Charts {
  const targets: readonly ProcessTarget[] = ewma?.stages ?? cusum?.stages ?? [];
  const shifts = ewma ? ewmaShifts(ewma) : cusum ? cusumShifts(cusum) : [];
  return { ewma, cusum, targets, shifts };
}

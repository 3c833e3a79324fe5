import type { ControlPanel } from '../../charts/control-chart-option';
import type { Phrase } from '../../kernel/result';
import type { CusumChart, CusumSide } from '../../stats/control/cusum-chart';
import type { EwmaChart } from '../../stats/control/ewma-chart';
import type { Maybe } from '../../stats/control/types';
import type { ChartContext, Picture } from '../contract';
import type { DisplayScale } from '../display';
import { figure, say } from '../phrases';
import { controlLimitNames, pointTooltip, seriesPicture, tonesOf } from '../series-picture';
import { drillPlotted, plotName, pointCount } from '../series-words';
import type { ShiftSignal, TimeWeightedOutcome } from './outcome';
import { shiftsByPoint } from './shifts';
import { shiftPhrase } from './words';

/** Sums are in sigma units, whatever the points are in. */
const sigmaScale: DisplayScale = { kind: 'value', factor: 1, unit: null };

/** The weighted average over its points, or both cumulative sums. */
export function timeWeightedPicture(outcome: TimeWeightedOutcome, context: ChartContext): Picture {
  const { labels, spec, shifts } = outcome;
  const panels = outcome.cusum
    ? cusumPanels(outcome, outcome.cusum, context)
    : outcome.ewma
      ? [ewmaPanel(outcome, outcome.ewma, context)]
      : [];
  return seriesPicture(
    {
      labels,
      panels,
      stages: outcome.targets,
      names: outcome.stages,
      limitNames: outcome.cusum
        ? {
            upper: say('analyses.timeWeighted.word.limit'),
            center: say('analyses.timeWeighted.word.zero'),
            lower: say('analyses.timeWeighted.word.limit'),
          }
        : controlLimitNames,
      scale: outcome.cusum ? sigmaScale : outcome.scale,
      summary: say(
        shifts.length === 0 ? 'analyses.timeWeighted.summary.none' : 'analyses.timeWeighted.summary.shifts',
        {
          kind: context.phrase(say(`analyses.timeWeighted.choice.chart.${spec.chart}`)),
          points: pointCount(outcome.values, outcome.excluded),
          first: labels[0],
          last: labels[labels.length - 1],
          shifts: shifts.length,
        },
      ),
      drill: (index) => drillPlotted(outcome, index),
    },
    context,
  );
}

function ewmaPanel(outcome: TimeWeightedOutcome, { panel }: EwmaChart, context: ChartContext): ControlPanel {
  const { labels, scale, spec, excluded, values } = outcome;
  const shifts = shiftsByPoint(outcome.shifts);
  const name = context.phrase(plotName(spec, scale, outcome));
  return {
    id: 'points',
    name: context.phrase(say('analyses.timeWeighted.axis.ewma', { measure: name })),
    values: panel.values,
    center: panel.center,
    upper: panel.upper,
    lower: panel.lower,
    background: values,
    tones: tonesOf(labels.length, excluded, shifts, spec.direction),
    tooltip: (index) => {
      const text = pointTooltip(context, {
        label: labels[index],
        value: panel.values[index],
        scale,
        lower: panel.lower[index],
        center: panel.center[index],
        upper: panel.upper[index],
        signals: signalWords(outcome, shifts.get(index)),
        excluded: reasonOf(outcome, index),
      });
      const own = values[index];
      return own === null ? text : `${text}\n${context.phrase(ownLine(own, scale))}`;
    },
  };
}

function ownLine(value: number, { factor, kind }: DisplayScale): Phrase {
  return say('analyses.timeWeighted.tooltip.own', {
    value: kind === 'percent' ? { as: 'percent', value, digits: 2 } : figure(value * factor),
  });
}

function signalWords(outcome: TimeWeightedOutcome, shifts: readonly ShiftSignal[] | undefined): Phrase[] {
  return (shifts ?? []).map((shift) => shiftPhrase(outcome, shift));
}

function reasonOf({ excluded }: TimeWeightedOutcome, index: number): string | undefined {
  return excluded.find((one) => one.index === index)?.reason;
}

/** C⁺ upwards and C⁻ downwards in one frame; the points themselves, standardised, as pale dots. */
function cusumPanels(outcome: TimeWeightedOutcome, chart: CusumChart, context: ChartContext): ControlPanel[] {
  const { labels, excluded, spec, shifts, targets, values } = outcome;
  const line = (value: number): Maybe[] => labels.map(() => value);
  const side = (id: string, key: 'upper' | 'lower', at: 'above' | 'below') => {
    const { sums }: CusumSide = chart[key];
    const here = shiftsByPoint(shifts.filter((shift) => shift.side === at));
    return {
      id,
      name: context.phrase(say(`analyses.timeWeighted.axis.${key}`)),
      values: key === 'upper' ? sums : sums.map((sum) => (sum === null ? null : -sum)),
      tones: tonesOf(labels.length, excluded, here, spec.direction),
      tooltip: (index: number) => {
        const text = pointTooltip(context, {
          label: labels[index],
          value: sums[index],
          scale: sigmaScale,
          signals: signalWords(outcome, here.get(index)),
          excluded: reasonOf(outcome, index),
        });
        const own = values[index];
        return own === null || text === '' ? text : `${text}\n${context.phrase(ownLine(own, outcome.scale))}`;
      },
    };
  };
  const standardised = values.map((value, i): Maybe => {
    const stage = targets.find(({ start, end }) => i >= start && i < end);
    if (value === null || !stage || stage.target === null || stage.sigma === null) return null;
    return (value - stage.target) / stage.sigma;
  });
  return [
    {
      ...side('points', 'upper', 'above'),
      name: context.phrase(say('analyses.timeWeighted.axis.cusum')),
      center: line(0),
      upper: line(chart.h),
      lower: line(-chart.h),
      companion: side('ranges', 'lower', 'below'),
      background: standardised,
    },
  ];
}

import type { ControlPanel } from '../../charts/control-chart-option';
import type { Phrase } from '../../kernel/result';
import type { ChartContext, Picture } from '../contract';
import { say } from '../phrases';
import { measureAxis, pointCount } from '../series-words';
import { controlLimitNames, pointTooltip, seriesPicture, tonesOf } from '../series-picture';
import { rulesAt, type JudgedPanel } from '../series-signals';
import { mergeSignals, signalsByPoint } from '../signals';
import type { XbarOutcome } from './outcome';
import { drillSubgroup, meansOf, spreadsOf } from './panels';

/** Means with their limits; below them the spread within the subgroups. */
export function xbarPicture(outcome: XbarOutcome, context: ChartContext): Picture {
  const { labels, chart, stages, scale, measureName, spec } = outcome;
  const means = meansOf(outcome);
  return seriesPicture(
    {
      labels,
      panels: [
        panelView(outcome, context, means, 'points', measureAxis(measureName, scale.unit, meanWord(context))),
        panelView(outcome, context, spreadsOf(outcome), 'ranges', spreadName(outcome)),
      ],
      stages: chart.stages,
      names: stages,
      limitNames: controlLimitNames,
      scale,
      summary: say('analyses.xbar.summary', {
        kind: context.phrase(say(`analyses.xbar.choice.chart.${spec.chart}`)),
        points: pointCount(chart.means.values, outcome.excluded),
        first: labels[0],
        last: labels[labels.length - 1],
        signals: mergeSignals(chart.means.signals).length,
        spreads: mergeSignals(chart.spreads.signals).length,
      }),
      drill: (index) => drillSubgroup(outcome, index),
    },
    context,
  );
}

function meanWord(context: ChartContext): string {
  return context.phrase(say('analyses.xbar.word.mean'));
}

/** What the lower panel shows. */
export function spreadName({ spec }: XbarOutcome): Phrase {
  return say(`analyses.xbar.word.${spec.chart === 'xbar-r' ? 'range' : 'sd'}`);
}

function panelView(
  outcome: XbarOutcome,
  context: ChartContext,
  judged: JudgedPanel,
  id: string,
  name: Phrase,
): ControlPanel {
  const { panel, scale, labels, excluded, direction } = judged;
  const words = rulesAt(judged);
  const reasons = new Map(excluded.map(({ index, reason }) => [index, reason]));
  return {
    id,
    name: context.phrase(name),
    values: panel.values,
    center: panel.center,
    upper: panel.upper,
    lower: panel.lower,
    tones: tonesOf(labels.length, excluded, signalsByPoint(panel), direction),
    tooltip: (index) => {
      const text = pointTooltip(context, {
        label: labels[index],
        value: panel.values[index],
        scale,
        lower: panel.lower[index],
        center: panel.center[index],
        upper: panel.upper[index],
        signals: words.get(index) ?? [],
        excluded: reasons.get(index),
      });
      return text === ''
        ? ''
        : `${text}\n${context.phrase(say('analyses.xbar.tooltip.size', { size: outcome.chart.sizes[index] }))}`;
    },
  };
}

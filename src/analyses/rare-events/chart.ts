import type { Filter } from '../../table/filter';
import type { ChartContext, Picture } from '../contract';
import { say } from '../phrases';
import { controlLimitNames, pointTooltip, seriesPicture, tonesOf } from '../series-picture';
import { mergeSignals } from '../signals';
import type { RareEventsOutcome } from './outcome';
import { gapName, signalsAt, zeroRunsOf } from './words';

/** One point per event: how long, or how many opportunities, since the one before. */
export function rareEventsPicture(outcome: RareEventsOutcome, context: ChartContext): Picture {
  const { labels, chart, scale, spec, excluded, stages } = outcome;
  const { main } = chart;
  const { sides, words } = signalsAt(outcome);
  const reasons = new Map(excluded.map(({ index, reason }) => [index, reason]));
  return seriesPicture(
    {
      labels,
      panels: [
        {
          id: 'points',
          name: context.phrase(gapName(outcome)),
          values: main.values,
          center: main.center,
          upper: main.upper,
          lower: main.lower,
          tones: tonesOf(labels.length, excluded, sides, spec.direction),
          tooltip: (index) =>
            pointTooltip(context, {
              label: labels[index],
              value: main.values[index],
              scale,
              lower: main.lower[index],
              center: main.center[index],
              upper: main.upper[index],
              signals: words.get(index) ?? [],
              excluded: reasons.get(index),
            }),
        },
      ],
      stages: chart.stages,
      names: stages,
      limitNames: controlLimitNames,
      scale,
      summary: say('analyses.rareEvents.summary', {
        kind: context.phrase(say(`analyses.rareEvents.choice.chart.${spec.chart}`)),
        points: labels.length,
        first: labels[0],
        last: labels[labels.length - 1],
        signals: mergeSignals(main.signals).length + zeroRunsOf(outcome).length,
      }),
      drill: (index) => drillEvent(outcome, index),
    },
    context,
  );
}

/** The row of the event that ended the gap. */
export function drillEvent({ rows }: RareEventsOutcome, index: number): readonly Filter[] | undefined {
  return index in rows ? [{ op: 'rows', rows: [rows[index]] }] : undefined;
}

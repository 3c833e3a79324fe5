import type { ChartContext, Picture } from '../contract';
import { say } from '../phrases';
import { drillPlotted, plotName, pointCount } from '../series-words';
import { pointTooltip, seriesPicture, tonesOf } from '../series-picture';
import type { RunOutcome } from './outcome';
import { centerLine, runsByPoint, signallingStages } from './runs';

/** The points in order of time around their median; an unusually long run is marked. */
export function runChartPicture(outcome: RunOutcome, context: ChartContext): Picture {
  const { labels, chart, scale, spec, excluded, stages } = outcome;
  const center = centerLine(outcome);
  const runs = runsByPoint(outcome);
  const none = labels.map(() => null);
  const reasons = new Map(excluded.map(({ index, reason }) => [index, reason]));
  return seriesPicture(
    {
      labels,
      panels: [
        {
          id: 'points',
          name: context.phrase(plotName(spec, scale, outcome)),
          values: chart.values,
          center,
          upper: none,
          lower: none,
          tones: tonesOf(labels.length, excluded, runs, spec.direction),
          tooltip: (index) =>
            pointTooltip(context, {
              label: labels[index],
              value: chart.values[index],
              scale,
              count: outcome.numerators?.[index] ?? null,
              size: outcome.sizes?.[index] ?? null,
              center: center[index],
              signals: (runs.get(index) ?? []).map(({ members }) =>
                say('analyses.runChart.word.longRun', { n: members.length }),
              ),
              excluded: reasons.get(index),
            }),
        },
      ],
      stages: chart.stages,
      names: stages,
      limitNames: {
        upper: say('analyses.series.word.upper'),
        center: say(`analyses.runChart.word.${spec.center}`),
        lower: say('analyses.series.word.lower'),
      },
      scale,
      summary: say(
        signallingStages(outcome) > 0 ? 'analyses.runChart.summary.signals' : 'analyses.runChart.summary.none',
        { points: pointCount(chart.values, excluded), first: labels[0], last: labels[labels.length - 1] },
      ),
      drill: (index) => drillPlotted(outcome, index),
    },
    context,
  );
}

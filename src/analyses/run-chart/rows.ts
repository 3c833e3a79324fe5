import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { plain, say } from '../phrases';
import { countedPhrase, drillPlotted, plotName, pointCount, stageTitle } from '../series-words';
import type { RunOutcome } from './outcome';
import { centerLine, runsByPoint } from './runs';

/** Every point with its counts, the centre line, the side it lies on, stage and run. */
export function runChartRows(outcome: RunOutcome): TableTwin {
  const { labels, chart, numerators, sizes, scale, stages } = outcome;
  const center = centerLine(outcome);
  const runs = runsByPoint(outcome);
  const reasons = new Map(outcome.excluded.map(({ index, reason }) => [index, reason]));
  const scaled = (value: number | null): number | null => (value === null ? null : value * scale.factor);
  return {
    caption: say('analyses.runChart.table.caption', { points: pointCount(chart.values, outcome.excluded) }),
    columns: columns(outcome),
    rows: labels.map((label, index) => {
      const drill = drillPlotted(outcome, index);
      const reason = reasons.get(index);
      const [run] = runs.get(index) ?? [];
      return {
        cells: [
          label,
          ...(numerators ? [numerators[index]] : []),
          ...(sizes ? [sizes[index]] : []),
          scaled(chart.values[index]),
          scaled(center[index]),
          sideCell(chart.values[index], center[index]),
          ...(stages.length > 1 ? [stageCell(outcome, index)] : []),
          reason !== undefined
            ? { phrase: say('analyses.series.table.excluded', { reason }) }
            : run
              ? { phrase: say('analyses.runChart.word.longRun', { n: run.members.length }) }
              : '',
        ],
        ...(drill ? { drill } : {}),
        ...(reason !== undefined ? { emphasis: 'muted' as const } : run ? { emphasis: 'signal' as const } : {}),
      };
    }),
  };
}

function columns(outcome: RunOutcome): TwinColumn[] {
  const { numerators, sizes, spec, scale, sizeName } = outcome;
  const isShare = scale.kind === 'percent';
  const number = { format: isShare ? ('percent' as const) : ('number' as const), digits: isShare ? 2 : 3 };
  const isRow = spec.subgroup === 'row';
  return [
    { key: 'point', label: say(isRow ? 'analyses.series.table.row' : 'analyses.series.table.point'), format: 'text' },
    ...(numerators
      ? [{ key: 'count', label: countedPhrase(spec, outcome.measureName, 'count'), format: 'number' as const }]
      : []),
    ...(sizes ? [{ key: 'size', label: plain(sizeName ?? ''), format: 'number' as const }] : []),
    { key: 'value', label: plotName(spec, scale, outcome), ...number },
    { key: 'center', label: say(`analyses.runChart.choice.center.${spec.center}`), ...number },
    { key: 'side', label: say('analyses.runChart.table.side'), format: 'text' },
    ...(outcome.stages.length > 1
      ? [{ key: 'stage', label: say('analyses.series.table.stage'), format: 'text' as const }]
      : []),
    { key: 'note', label: say('analyses.series.table.note'), format: 'text' },
  ];
}

function sideCell(value: number | null, center: number | null): TwinCell {
  if (value === null || center === null) return null;
  const side = value > center ? 'above' : value < center ? 'below' : 'on';
  return { phrase: say(`analyses.runChart.word.${side}`) };
}

function stageCell({ chart, stages }: RunOutcome, index: number): TwinCell {
  const at = chart.stages.findIndex(({ start, end }) => index >= start && index < end);
  return { phrase: plain(stageTitle(stages, at)) };
}

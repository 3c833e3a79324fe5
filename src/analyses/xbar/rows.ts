import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { plain, say } from '../phrases';
import { noteCell, rulesAt } from '../series-signals';
import { measureAxis, pointCount, stageTitle } from '../series-words';
import { signalsByPoint } from '../signals';
import { spreadName } from './chart';
import type { XbarOutcome } from './outcome';
import { drillSubgroup, meansOf, spreadsOf } from './panels';

/** Every subgroup with size, mean, spread, limits, stage and signals. */
export function xbarRows(outcome: XbarOutcome): TableTwin {
  const { labels, chart, spec, scale, stages } = outcome;
  const signals = signalsByPoint(chart.means);
  const words = rulesAt(meansOf(outcome));
  const spreadWords = rulesAt(spreadsOf(outcome));
  const spreadSignals = signalsByPoint(chart.spreads);
  const reasons = new Map(outcome.excluded.map(({ index, reason }) => [index, reason]));
  const scaled = (value: number | null): number | null => (value === null ? null : value * scale.factor);
  const { means, spreads } = chart;
  return {
    caption: say('analyses.xbar.table.caption', {
      kind: { as: 'term', key: `analyses.xbar.choice.chart.${spec.chart}` },
      points: pointCount(chart.means.values, outcome.excluded),
    }),
    columns: columns(outcome),
    rows: labels.map((label, index) => {
      const drill = drillSubgroup(outcome, index);
      const reason = reasons.get(index);
      const here = signals.get(index) ?? [];
      const isSignal = here.length > 0 || spreadSignals.has(index);
      return {
        cells: [
          label,
          chart.sizes[index],
          scaled(means.values[index]),
          scaled(means.lower[index]),
          scaled(means.center[index]),
          scaled(means.upper[index]),
          scaled(spreads.values[index]),
          scaled(spreads.lower[index]),
          scaled(spreads.upper[index]),
          ...(stages.length > 1 ? [stageCell(outcome, index)] : []),
          noteCell(here, words.get(index) ?? [], reason),
          noteCell(spreadSignals.get(index) ?? [], spreadWords.get(index) ?? [], undefined),
        ],
        ...(drill ? { drill } : {}),
        ...(reason !== undefined ? { emphasis: 'muted' as const } : isSignal ? { emphasis: 'signal' as const } : {}),
      };
    }),
  };
}

function columns(outcome: XbarOutcome): TwinColumn[] {
  const { measureName, scale, stages } = outcome;
  const number = (key: string, label: TwinColumn['label']): TwinColumn => ({
    key,
    label,
    format: 'number',
    digits: Math.max(3, scale.decimals ?? 0),
  });
  return [
    { key: 'point', label: say('analyses.xbar.table.subgroup'), format: 'text' },
    { key: 'size', label: say('analyses.xbar.table.size'), format: 'count' },
    number('mean', measureAxis(measureName, scale.unit, { as: 'term', key: 'analyses.xbar.word.mean' })),
    number('lower', say('analyses.series.table.lower')),
    number('center', say('analyses.series.table.center')),
    number('upper', say('analyses.series.table.upper')),
    number('spread', spreadName(outcome)),
    number('spreadLower', say('analyses.xbar.table.spreadLower')),
    number('spreadUpper', say('analyses.xbar.table.spreadUpper')),
    ...(stages.length > 1
      ? [{ key: 'stage', label: say('analyses.series.table.stage'), format: 'text' as const }]
      : []),
    { key: 'note', label: say('analyses.series.table.note'), format: 'text' },
    { key: 'spreadNote', label: say('analyses.xbar.table.spreadNote'), format: 'text' },
  ];
}

function stageCell({ chart, stages }: XbarOutcome, index: number): TwinCell {
  const at = chart.stages.findIndex(({ start, end }) => index >= start && index < end);
  return { phrase: plain(stageTitle(stages, at)) };
}

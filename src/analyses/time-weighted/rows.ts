import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { plain, say } from '../phrases';
import { drillPlotted, plotName, pointCount, stageTitle } from '../series-words';
import type { TimeWeightedOutcome } from './outcome';
import { shiftsByPoint } from './shifts';
import { shiftPhrase } from './words';

/** Every point with its own value, the weighted average and limits or both sums, stage and signal. */
export function timeWeightedRows(outcome: TimeWeightedOutcome): TableTwin {
  const { labels, stages, spec } = outcome;
  const shifts = shiftsByPoint(outcome.shifts);
  const reasons = new Map(outcome.excluded.map(({ index, reason }) => [index, reason]));
  return {
    caption: say('analyses.timeWeighted.table.caption', {
      kind: { as: 'term', key: `analyses.timeWeighted.choice.chart.${spec.chart}` },
      points: pointCount(outcome.values, outcome.excluded),
    }),
    columns: columns(outcome),
    rows: labels.map((label, index) => {
      const drill = drillPlotted(outcome, index);
      const reason = reasons.get(index);
      const [shift] = shifts.get(index) ?? [];
      return {
        cells: [
          label,
          ...numberCells(outcome, index),
          ...(stages.length > 1 ? [stageCell(outcome, index)] : []),
          reason !== undefined
            ? { phrase: say('analyses.series.table.excluded', { reason }) }
            : shift
              ? { phrase: shiftPhrase(outcome, shift) }
              : '',
        ],
        ...(drill ? { drill } : {}),
        ...(reason !== undefined ? { emphasis: 'muted' as const } : shift ? { emphasis: 'signal' as const } : {}),
      };
    }),
  };
}

function numberCells({ values, ewma, cusum, scale }: TimeWeightedOutcome, index: number): TwinCell[] {
  const scaled = (value: number | null): number | null => (value === null ? null : value * scale.factor);
  if (ewma) {
    const { panel } = ewma;
    const lines = [panel.values, panel.lower, panel.center, panel.upper];
    return [scaled(values[index]), ...lines.map((line) => scaled(line[index]))];
  }
  return [
    scaled(values[index]),
    cusum?.upper.sums[index] ?? null,
    cusum?.lower.sums[index] ?? null,
    cusum?.upper.runs[index] ?? null,
    cusum?.lower.runs[index] ?? null,
  ];
}

function columns(outcome: TimeWeightedOutcome): TwinColumn[] {
  const { spec, scale, stages, ewma } = outcome;
  const isShare = scale.kind === 'percent';
  const number = {
    format: isShare ? ('percent' as const) : ('number' as const),
    digits: isShare ? 2 : Math.max(3, scale.decimals ?? 0),
  };
  const named = (key: 'ewma' | 'upperSum' | 'lowerSum' | 'upperRun' | 'lowerRun'): TwinColumn['label'] =>
    say(`analyses.timeWeighted.table.${key}`);
  const sum = (key: 'upperSum' | 'lowerSum'): TwinColumn => ({ key, label: named(key), format: 'number', digits: 3 });
  const run = (key: 'upperRun' | 'lowerRun'): TwinColumn => ({ key, label: named(key), format: 'count' });
  return [
    {
      key: 'point',
      label: say(spec.subgroup === 'row' ? 'analyses.series.table.row' : 'analyses.series.table.point'),
      format: 'text',
    },
    { key: 'value', label: plotName(spec, scale, outcome), ...number },
    ...(ewma
      ? [
          { key: 'ewma', label: named('ewma'), ...number },
          { key: 'lower', label: say('analyses.series.table.lower'), ...number },
          { key: 'center', label: say('analyses.timeWeighted.table.target'), ...number },
          { key: 'upper', label: say('analyses.series.table.upper'), ...number },
        ]
      : [sum('upperSum'), sum('lowerSum'), run('upperRun'), run('lowerRun')]),
    ...(stages.length > 1
      ? [{ key: 'stage', label: say('analyses.series.table.stage'), format: 'text' as const }]
      : []),
    { key: 'note', label: say('analyses.series.table.note'), format: 'text' },
  ];
}

function stageCell({ targets, stages }: TimeWeightedOutcome, index: number): TwinCell {
  const at = targets.findIndex(({ start, end }) => index >= start && index < end);
  return { phrase: plain(stageTitle(stages, at)) };
}

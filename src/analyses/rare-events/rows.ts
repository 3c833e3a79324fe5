import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { plain, say } from '../phrases';
import { noteCell } from '../series-signals';
import { stageTitle } from '../series-words';
import { signalsByPoint } from '../signals';
import { drillEvent } from './chart';
import type { RareEventsOutcome } from './outcome';
import { gapName, signalsAt } from './words';

/** Every event with the gap before it, limits, stage and signals. */
export function rareEventsRows(outcome: RareEventsOutcome): TableTwin {
  const { labels, chart, scale, stages, spec } = outcome;
  const { main } = chart;
  const { sides, words } = signalsAt(outcome);
  const rules = signalsByPoint(main);
  const reasons = new Map(outcome.excluded.map(({ index, reason }) => [index, reason]));
  const scaled = (value: number | null): number | null => (value === null ? null : value * scale.factor);
  return {
    caption: say('analyses.rareEvents.table.caption', {
      kind: { as: 'term', key: `analyses.rareEvents.choice.chart.${spec.chart}` },
      points: labels.length,
    }),
    columns: columns(outcome),
    rows: labels.map((label, index) => {
      const drill = drillEvent(outcome, index);
      const reason = reasons.get(index);
      const here = words.get(index) ?? [];
      const [first] = here;
      return {
        cells: [
          label,
          scaled(main.values[index]),
          scaled(main.lower[index]),
          scaled(main.center[index]),
          scaled(main.upper[index]),
          ...(stages.length > 1 ? [stageCell(outcome, index)] : []),
          // A run of zeros is no rule of the panel: its words come first where there are no rules.
          rules.has(index) || reason !== undefined || !first
            ? noteCell(rules.get(index) ?? [], here.slice(0, rules.has(index) ? undefined : 1), reason)
            : { phrase: first },
        ],
        ...(drill ? { drill } : {}),
        ...(reason !== undefined
          ? { emphasis: 'muted' as const }
          : sides.has(index)
            ? { emphasis: 'signal' as const }
            : {}),
      };
    }),
  };
}

function columns(outcome: RareEventsOutcome): TwinColumn[] {
  const number = (key: string, label: TwinColumn['label']): TwinColumn => ({ key, label, format: 'number', digits: 2 });
  return [
    {
      key: 'event',
      label: say(outcome.dated === 'no' ? 'analyses.series.table.row' : 'analyses.rareEvents.table.event'),
      format: 'text',
    },
    number('gap', gapName(outcome)),
    number('lower', say('analyses.series.table.lower')),
    number('center', say('analyses.series.table.center')),
    number('upper', say('analyses.series.table.upper')),
    ...(outcome.stages.length > 1
      ? [{ key: 'stage', label: say('analyses.series.table.stage'), format: 'text' as const }]
      : []),
    { key: 'note', label: say('analyses.series.table.note'), format: 'text' },
  ];
}

function stageCell({ chart, stages }: RareEventsOutcome, index: number): TwinCell {
  const at = chart.stages.findIndex(({ start, end }) => index >= start && index < end);
  return { phrase: plain(stageTitle(stages, at)) };
}

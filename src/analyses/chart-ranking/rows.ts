import type { TableTwin, TwinColumn } from '../contract';
import { plain, say } from '../phrases';
import type { ChartRankingOutcome } from './outcome';
import { nowPhrase, rankingAxis, standing } from './words';

/** Every chart with its middle, its last point and its signals; what is too rare for a chart last. */
export function chartRankingRows(outcome: ChartRankingOutcome): TableTwin {
  const { charts, rare, scale } = outcome;
  const scaled = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * scale.factor;
  return {
    caption: say('analyses.chartRanking.table.caption', { charts: charts.length }),
    columns: columns(outcome),
    rows: [
      ...charts.map((chart) => {
        const { panel } = chart;
        return {
          cells: [
            { phrase: plain(chart.label) },
            chart.total,
            scaled(chart.center),
            scaled(panel.values.at(-1)),
            scaled(panel.lower.at(-1)),
            scaled(panel.upper.at(-1)),
            { phrase: nowPhrase(outcome, chart) },
            new Set(panel.signals.flatMap(({ members }) => members)).size,
            chart.widenedBy,
            chart.adjustedP,
          ],
          drill: chart.filters,
          ...(standing(outcome, chart) === 'concern' ? { emphasis: 'signal' as const } : {}),
        };
      }),
      ...rare.map(({ label, total, filters }) => ({
        cells: [
          { phrase: plain(label) },
          total,
          null,
          null,
          null,
          null,
          { phrase: say('analyses.chartRanking.now.rare') },
          null,
          null,
          null,
        ],
        drill: filters,
        emphasis: 'muted' as const,
      })),
    ],
  };
}

function columns(outcome: ChartRankingOutcome): TwinColumn[] {
  const isShare = outcome.scale.kind === 'percent';
  const value = { format: isShare ? ('percent' as const) : ('number' as const), digits: 2 };
  const word = (key: string): TwinColumn['label'] => say(`analyses.chartRanking.table.${key}`);
  return [
    { key: 'group', label: plain(outcome.groupName), format: 'text' },
    { key: 'total', label: word('total'), format: 'count' },
    { key: 'center', label: rankingAxis(outcome), ...value },
    { key: 'last', label: say('analyses.chartRanking.table.last', { label: outcome.labels.at(-1) ?? '' }), ...value },
    { key: 'lower', label: word('lower'), ...value },
    { key: 'upper', label: word('upper'), ...value },
    { key: 'now', label: word('now'), format: 'text' },
    { key: 'points', label: word('points'), format: 'count' },
    { key: 'sigmaZ', label: word('sigmaZ'), format: 'number', digits: 2 },
    { key: 'adjustedP', label: word('adjustedP'), format: 'probability' },
  ];
}

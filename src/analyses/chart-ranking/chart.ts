import { heatMapOption, heatMapSeries, type HeatCell } from '../../charts/heat-map-option';
import type { Filter } from '../../table/filter';
import type { ChartContext, Picture } from '../contract';
import { say } from '../phrases';
import { pointFilters } from '../point-source';
import type { ChartRankingOutcome, RankedChart } from './outcome';
import { pointPhrase, rankingAxis, standing } from './words';

/** More lines than a screen can hold; the table has all. */
export const mostDrawn = 20;

/** Every chart as one line of cells, coloured by how many sigma its points lie from the middle; signals are framed. */
export function chartRankingPicture(outcome: ChartRankingOutcome, context: ChartContext): Picture {
  const { labels, groupName } = outcome;
  const drawn = outcome.charts.slice(0, mostDrawn);
  const places = drawn.flatMap((chart, row) => labels.map((_, column) => ({ chart, row, column })));
  const tooltip = (index: number): string => {
    const place = places[index];
    return place ? context.phrase(pointPhrase(outcome, place.chart, place.column)) : '';
  };
  const option = heatMapOption(
    {
      rows: drawn.map(({ label }) => context.value(label)),
      columns: labels,
      cells: drawn.flatMap((chart, row) => cellsOf(chart, row, row * labels.length, tooltip)),
      rowName: context.value(groupName),
      columnName: context.phrase(rankingAxis(outcome)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.chartRanking.summary', {
      group: groupName,
      charts: outcome.charts.length,
      drawn: drawn.length,
      concerns: outcome.charts.filter((chart) => standing(outcome, chart) === 'concern').length,
      first: labels[0],
      last: labels[labels.length - 1],
    }),
    describe: (seriesId, index) => (seriesId === heatMapSeries.cells && places[index] ? tooltip(index) : undefined),
    drill: (seriesId, index) => {
      const place = seriesId === heatMapSeries.cells ? places[index] : undefined;
      return place && place.chart.counts[place.column] > 0
        ? rowsOfPoint(outcome, place.chart, place.column)
        : undefined;
    },
  };
}

function rowsOfPoint({ source }: ChartRankingOutcome, chart: RankedChart, point: number): readonly Filter[] {
  return [...chart.filters, ...pointFilters(source, point)];
}

function cellsOf(chart: RankedChart, row: number, first: number, tooltip: (index: number) => string): HeatCell[] {
  const { values, center, sigma, signals } = chart.panel;
  const completed = new Map(signals.map(({ completesAt, side }) => [completesAt, side]));
  const members = new Set(signals.flatMap((signal) => signal.members));
  const signs = { above: '▲', below: '▼', both: '◆' } as const;
  return values.map((value, column) => {
    const z = ((value ?? NaN) - (center[column] ?? NaN)) / (sigma[column] ?? NaN);
    const side = completed.get(column);
    return {
      row,
      column,
      strength: Number.isFinite(z) ? Math.max(-1, Math.min(1, z / 3)) : 0,
      text: side === undefined ? '' : signs[side],
      isMarked: members.has(column),
      tooltip: tooltip(first + column),
    };
  });
}

import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

export interface ProbabilityPlotChart {
  /** Ordered values against their normal scores. */
  readonly points: readonly { readonly value: number; readonly score: number; readonly tooltip: string }[];
  /** Two ends of the line on which a sample of the fitted distribution lies. */
  readonly line: readonly (readonly [number, number])[];
  /** Marks of the score axis: a score and the percentage that it stands for. */
  readonly ticks: readonly { readonly score: number; readonly label: string }[];
  /** Values on a logarithmic axis: a log-normal sample lies on the line. */
  readonly isLog: boolean;
  readonly limits: readonly { readonly value: number; readonly name: string }[];
  readonly valueName: string;
  readonly percentName: string;
  readonly names: { readonly points: string; readonly line: string };
  readonly format: (value: number) => string;
}

/** Series ids; data item i of `points` is point i. */
export const probabilityPlotSeries = { points: 'points', line: 'line' } as const;

/** A probability plot, as an ECharts option: the straighter the points, the better the distribution fits. */
export function probabilityPlotOption(chart: ProbabilityPlotChart, theme: ChartTheme): ChartOption {
  const scores = chart.ticks.map(({ score }) => score);
  const labelOf = new Map(chart.ticks.map(({ score, label }) => [score, label]));
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId === probabilityPlotSeries.points ? (chart.points[index]?.tooltip ?? '') : '',
    ),
    legend: { data: [chart.names.points, chart.names.line], top: 0, right: 8 },
    grid: { left: 16, right: 32, top: 48, bottom: 32, containLabel: true },
    xAxis: axisWith(theme, {
      type: chart.isLog ? 'log' : 'value',
      scale: true,
      name: chart.valueName,
      nameLocation: 'middle',
      nameGap: 30,
      axisLabel: { formatter: (value: number) => chart.format(value), hideOverlap: true },
    }),
    yAxis: axisWith(theme, {
      type: 'value',
      name: chart.percentName,
      min: scores[0],
      max: scores[scores.length - 1],
      axisLine: { onZero: false, show: false },
      axisTick: { customValues: scores },
      nameTextStyle: {
        align: 'left',
        color: theme.mutedText,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 1,
      },
      splitLine: { show: false },
      axisLabel: { customValues: scores, formatter: (score: number) => nearest(labelOf, score) },
    }),
    series: [pointSeries(chart, theme), fitSeries(chart, theme)],
  };
}

/** The axis hands its marks back with the rounding of its own arithmetic. */
function nearest(labelOf: ReadonlyMap<number, string>, score: number): string {
  for (const [known, label] of labelOf) if (Math.abs(known - score) < 1e-6) return label;
  return '';
}

function pointSeries(chart: ProbabilityPlotChart, theme: ChartTheme): ChartOption {
  return {
    id: probabilityPlotSeries.points,
    name: chart.names.points,
    type: 'scatter',
    symbolSize: chart.points.length > 300 ? 4 : 6,
    itemStyle: { color: theme.data },
    data: chart.points.map(({ value, score }) => [value, score]),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      lineStyle: { color: theme.concern, type: 'solid', width: 1.5 },
      data: chart.limits.map(({ value, name }) => ({
        name,
        xAxis: value,
        label: {
          position: 'end',
          color: theme.text,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 2,
          formatter: () => `${name} ${chart.format(value)}`,
        },
      })),
    },
  };
}

function fitSeries(chart: ProbabilityPlotChart, theme: ChartTheme): ChartOption {
  return {
    id: probabilityPlotSeries.line,
    name: chart.names.line,
    type: 'line',
    silent: true,
    symbol: 'none',
    z: 1,
    lineStyle: { color: theme.cumulative, width: 1.5 },
    itemStyle: { color: theme.cumulative },
    emphasis: { disabled: true },
    data: chart.line.map(([x, y]) => [x, y]),
  };
}

import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

type Point = readonly [number, number];

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** `concern`: far from what is expected. */
  readonly tone: 'plain' | 'concern';
  readonly tooltip: string;
}

/** A strip between two curves over the same places. */
export interface ScatterBand {
  readonly name: string;
  readonly kind: 'inner' | 'outer';
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

export interface ScatterChart {
  readonly points: readonly ScatterPoint[];
  readonly line: { readonly name: string; readonly points: readonly Point[] } | null;
  readonly bands: readonly ScatterBand[];
  /** Horizontal references. */
  readonly levels: readonly { readonly value: number; readonly name: string; readonly kind: 'center' | 'limit' }[];
  readonly pointsName: string;
  readonly xName: string;
  readonly yName: string;
  readonly format: (value: number) => string;
  readonly selected?: number;
}

/** Series ids; data item i of `points` is point i. */
export const scatterSeries = { points: 'points', line: 'line' } as const;

/** Points with a fitted line and its bands, as an ECharts option. */
export function scatterOption(chart: ScatterChart, theme: ChartTheme): ChartOption {
  const axis = (changes: ChartOption): ChartOption =>
    axisWith(theme, {
      type: 'value',
      scale: true,
      axisLabel: { formatter: (value: number) => chart.format(value), hideOverlap: true },
      ...changes,
    });
  const named = [chart.line?.name, ...chart.bands.map(({ name }) => name)].filter((name) => name !== undefined);
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId === scatterSeries.points ? (chart.points[index]?.tooltip ?? '') : '',
    ),
    legend: { show: named.length > 0, data: named, top: 0, right: 8, selectedMode: false },
    grid: { left: 16, right: chart.levels.length > 0 ? 96 : 32, top: 56, bottom: 32, containLabel: true },
    xAxis: axis({ name: chart.xName, nameLocation: 'middle', nameGap: 30, splitLine: { show: false } }),
    yAxis: axis({ name: chart.yName, nameTextStyle: { color: theme.mutedText, align: 'left' } }),
    series: [
      ...chart.bands.map((band, index) => bandSeries(band, index, theme)),
      ...(chart.line ? [lineSeries(chart.line, theme)] : []),
      pointSeries(chart, theme),
    ],
  };
}

/** What a custom series is given to draw with. */
interface DrawingApi {
  coord(point: readonly number[]): readonly number[];
}

function bandSeries({ name, kind, points }: ScatterBand, index: number, theme: ChartTheme): ChartOption {
  const edge: Point[] = [
    ...points.map(({ x, high }): Point => [x, high]),
    ...[...points].reverse().map(({ x, low }): Point => [x, low]),
  ];
  const color = kind === 'inner' ? theme.cumulative : theme.muted;
  return {
    id: `band${index}`,
    name,
    type: 'custom',
    silent: true,
    clip: true,
    z: 1,
    itemStyle: { color, opacity: 0.45 },
    // Every corner is data, so that the axes make room for the whole band; the first one draws it.
    data: edge,
    renderItem: (mark: { readonly dataIndex: number }, api: DrawingApi) =>
      mark.dataIndex > 0
        ? null
        : {
            type: 'polygon',
            shape: { points: edge.map((corner) => api.coord(corner)) },
            style: { fill: color, opacity: kind === 'inner' ? 0.22 : 0.2 },
          },
  };
}

function lineSeries(line: NonNullable<ScatterChart['line']>, theme: ChartTheme): ChartOption {
  return {
    id: scatterSeries.line,
    name: line.name,
    type: 'line',
    silent: true,
    symbol: 'none',
    z: 3,
    lineStyle: { color: theme.cumulative, width: 2 },
    itemStyle: { color: theme.cumulative },
    emphasis: { disabled: true },
    data: line.points.map(([x, y]) => [x, y]),
  };
}

function pointSeries(chart: ScatterChart, theme: ChartTheme): ChartOption {
  const many = chart.points.length > 300;
  return {
    id: scatterSeries.points,
    name: chart.pointsName,
    type: 'scatter',
    z: 4,
    itemStyle: { color: theme.data, opacity: many ? 0.55 : 0.9 },
    data: chart.points.map(({ x, y, tone }, index) => ({
      value: [x, y],
      symbol: tone === 'concern' ? 'diamond' : 'circle',
      symbolSize: tone === 'concern' ? 10 : many ? 5 : 7,
      itemStyle: {
        color: tone === 'concern' ? theme.concern : theme.data,
        borderColor: theme.text,
        borderWidth: chart.selected === index ? 2 : 0,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      data: chart.levels.map(({ value, name, kind }) => ({
        name,
        yAxis: value,
        lineStyle: {
          color: kind === 'limit' ? theme.limit : theme.center,
          type: kind === 'limit' ? 'dashed' : 'solid',
          width: 1.5,
        },
        label: {
          position: 'end',
          color: theme.mutedText,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 2,
          formatter: () => name,
        },
      })),
    },
  };
}

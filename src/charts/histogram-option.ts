import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

/** One class of values. */
export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Lies wholly beyond a limit. */
  readonly isBeyond: boolean;
  readonly tooltip: string;
}

export interface HistogramChart {
  readonly bars: readonly HistogramBar[];
  /** A fitted curve in counts per class. */
  readonly curve: { readonly name: string; readonly points: readonly (readonly [number, number])[] } | null;
  readonly lines: readonly { readonly value: number; readonly name: string; readonly kind: 'limit' | 'center' }[];
  readonly valueName: string;
  readonly countName: string;
  readonly format: (value: number) => string;
  readonly selected?: number;
}

/** Series ids; data item i of `bars` is class i. */
export const histogramSeries = { bars: 'bars', curve: 'curve' } as const;

/** A histogram with its fitted curve and lines, as an ECharts option. */
export function histogramOption(chart: HistogramChart, theme: ChartTheme): ChartOption {
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId === histogramSeries.bars ? (chart.bars[index]?.tooltip ?? '') : '',
    ),
    legend: { show: chart.curve !== null, data: chart.curve ? [chart.curve.name] : [], top: 0, right: 8 },
    grid: { left: 16, right: 24, top: 56, bottom: 32, containLabel: true },
    xAxis: axisWith(theme, {
      type: 'value',
      name: chart.valueName,
      nameLocation: 'middle',
      nameGap: 30,
      scale: true,
      min: 'dataMin',
      max: 'dataMax',
      splitLine: { show: false },
      axisLabel: {
        formatter: (value: number) => chart.format(value),
        hideOverlap: true,
        showMinLabel: false,
        showMaxLabel: false,
      },
    }),
    yAxis: axisWith(theme, { type: 'value', name: chart.countName, min: 0, minInterval: 1 }),
    series: [barSeries(chart, theme), ...curveSeries(chart, theme), lineSeries(chart, theme)],
  };
}

/** What a custom series is given to draw with. */
interface DrawingApi {
  value(dimension: number): number;
  coord(point: readonly number[]): readonly number[];
}

function barSeries(chart: HistogramChart, theme: ChartTheme): ChartOption {
  return {
    id: histogramSeries.bars,
    name: chart.countName,
    type: 'custom',
    // Both ends of a class lie on the value axis, so that the axis reaches from the first to the last.
    encode: { x: [0, 1], y: 2 },
    data: chart.bars.map(({ from, to, count }) => [from, to, count]),
    renderItem: (mark: { readonly dataIndex: number }, api: DrawingApi) => {
      const [left, top] = api.coord([api.value(0), api.value(2)]);
      const [right, bottom] = api.coord([api.value(1), 0]);
      const bar = chart.bars[mark.dataIndex];
      return {
        type: 'rect',
        shape: { x: left + 0.5, y: top, width: Math.max(0.5, right - left - 1), height: bottom - top },
        style: {
          fill: bar.isBeyond ? theme.concern : theme.data,
          stroke: theme.text,
          lineWidth: chart.selected === mark.dataIndex ? 2 : 0,
        },
        emphasis: { style: { stroke: theme.text, lineWidth: 1.5 } },
      };
    },
  };
}

function curveSeries({ curve }: HistogramChart, theme: ChartTheme): ChartOption[] {
  if (!curve) return [];
  return [
    {
      id: histogramSeries.curve,
      name: curve.name,
      type: 'line',
      silent: true,
      symbol: 'none',
      z: 4,
      lineStyle: { color: theme.cumulative, width: 2 },
      itemStyle: { color: theme.cumulative },
      emphasis: { disabled: true },
      data: curve.points.map(([x, y]) => [x, y]),
    },
  ];
}

/** Lines have a series of their own: those of a custom series are not drawn. The labels take turns in height. */
function lineSeries({ lines, format }: HistogramChart, theme: ChartTheme): ChartOption {
  return {
    id: 'lines',
    type: 'line',
    silent: true,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      data: lines.map(({ value, name, kind }, index) => ({
        name,
        xAxis: value,
        lineStyle: {
          color: kind === 'limit' ? theme.concern : theme.center,
          type: kind === 'limit' ? 'solid' : 'dashed',
          width: 1.5,
        },
        label: {
          position: 'end',
          distance: index % 2 === 0 ? 4 : 4 + Math.round(theme.fontSize * 1.3),
          color: theme.text,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 2,
          formatter: () => `${name} ${format(value)}`,
        },
      })),
    },
  };
}

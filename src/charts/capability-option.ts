import { axisWith, itemTooltip } from './base-option';
import { histogramOption, histogramSeries, type HistogramChart } from './histogram-option';
import type { ChartOption, ChartTheme } from './option';

type Maybe = number | null;

export interface CapabilityChart {
  readonly histogram: HistogramChart;
  /** The curve that short-term variation alone would give, in counts per class. */
  readonly within: { readonly name: string; readonly points: readonly (readonly [number, number])[] } | null;
  /** The values in order of time, with control limits. */
  readonly stability: {
    readonly title: string;
    readonly points: readonly {
      readonly label: string;
      readonly value: number;
      readonly center: Maybe;
      readonly upper: Maybe;
      readonly lower: Maybe;
      readonly isSignal: boolean;
      readonly tooltip: string;
    }[];
    readonly selected?: number;
  };
}

/** Series ids; data item i of `bars` is class i, of `points` point i. */
export const capabilitySeries = { bars: histogramSeries.bars, points: 'points' } as const;

/** A histogram between its limits, and below it the same values in order of time, as an ECharts option. */
export function capabilityOption(chart: CapabilityChart, theme: ChartTheme): ChartOption {
  const { histogram, within, stability } = chart;
  const above = histogramOption(histogram, theme);
  const names = [histogram.curve?.name, within?.name].filter((name) => name !== undefined);
  return {
    ...above,
    tooltip: itemTooltip(theme, (seriesId, index) => {
      if (seriesId === capabilitySeries.bars) return histogram.bars[index]?.tooltip ?? '';
      return seriesId === capabilitySeries.points ? (stability.points[index]?.tooltip ?? '') : '';
    }),
    legend: { show: names.length > 0, data: names, top: 0, right: 8 },
    grid: [
      { left: 16, right: 32, top: 64, bottom: '44%', containLabel: true },
      { left: 16, right: 32, top: '66%', bottom: 8, containLabel: true },
    ],
    xAxis: [{ ...(above['xAxis'] as object), gridIndex: 0, ...valueRange(histogram) }, timeAxis(chart, theme)],
    yAxis: [
      { ...(above['yAxis'] as object), gridIndex: 0 },
      axisWith(theme, {
        type: 'value',
        gridIndex: 1,
        scale: true,
        splitNumber: 3,
        name: stability.title,
        nameTextStyle: { align: 'left', color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 1 },
        axisLabel: { formatter: (value: number) => histogram.format(value) },
      }),
    ],
    series: [
      ...(above['series'] as ChartOption[]),
      ...(within ? [withinSeries(within, theme)] : []),
      ...limitSeries(chart, theme),
      pointSeries(chart, theme),
    ],
  };
}

/** A limit far from the values is still shown: how much room there is, is what one looks for. */
function valueRange({ bars, lines }: HistogramChart): { readonly min: number; readonly max: number } {
  const values = [...bars.flatMap(({ from, to }) => [from, to]), ...lines.map(({ value }) => value)];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const room = lines.length > 0 ? (high - low) * 0.03 : 0;
  return {
    min: low === bars[0]?.from ? low : low - room,
    max: high === bars[bars.length - 1]?.to ? high : high + room,
  };
}

function timeAxis({ stability }: CapabilityChart, theme: ChartTheme): ChartOption {
  return axisWith(theme, {
    type: 'category',
    gridIndex: 1,
    boundaryGap: false,
    data: stability.points.map(({ label }) => label),
    splitLine: { show: false },
    axisLine: { onZero: false, lineStyle: { color: theme.axis } },
    axisLabel: { hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
  });
}

function withinSeries({ name, points }: NonNullable<CapabilityChart['within']>, theme: ChartTheme): ChartOption {
  return {
    id: 'within',
    name,
    type: 'line',
    silent: true,
    symbol: 'none',
    z: 4,
    lineStyle: { color: theme.dataAlt, width: 2, type: 'dashed' },
    itemStyle: { color: theme.dataAlt },
    emphasis: { disabled: true },
    data: points.map(([x, y]) => [x, y]),
  };
}

function limitSeries({ stability }: CapabilityChart, theme: ChartTheme): ChartOption[] {
  return (['upper', 'center', 'lower'] as const).map((key) => ({
    id: key,
    type: 'line',
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    symbol: 'none',
    step: 'middle',
    z: 2,
    lineStyle: {
      color: key === 'center' ? theme.center : theme.limit,
      width: 1,
      type: key === 'center' ? 'solid' : 'dashed',
    },
    emphasis: { disabled: true },
    data: stability.points.map((point) => point[key]),
  }));
}

function pointSeries({ stability }: CapabilityChart, theme: ChartTheme): ChartOption {
  const size = stability.points.length > 150 ? 3 : 5;
  return {
    id: capabilitySeries.points,
    name: stability.title,
    type: 'line',
    xAxisIndex: 1,
    yAxisIndex: 1,
    z: 3,
    showAllSymbol: true,
    lineStyle: { color: theme.data, width: 1 },
    data: stability.points.map(({ value, isSignal }, index) => ({
      value,
      symbol: isSignal ? 'diamond' : 'circle',
      symbolSize: isSignal ? size + 4 : size,
      itemStyle: {
        color: isSignal ? theme.concern : theme.data,
        borderColor: theme.text,
        borderWidth: stability.selected === index ? 2 : 0,
      },
    })),
  };
}

import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

/** One curve of shares that only falls: level from each time to the next. */
export interface SurvivalCurveMark {
  readonly name: string;
  /** From time 0 on; shares 0 … 1. */
  readonly points: readonly { readonly time: number; readonly open: number }[];
}

export interface SurvivalChart {
  readonly curves: readonly SurvivalCurveMark[];
  /** Around the first curve. */
  readonly band: readonly { readonly time: number; readonly low: number; readonly high: number }[];
  readonly bandName: string;
  /** Places that answer the pointer, on any curve. */
  readonly marks: readonly {
    /** Which curve it lies on. */
    readonly curve: number;
    readonly time: number;
    readonly open: number;
    readonly tooltip: string;
  }[];
  readonly limit: { readonly value: number; readonly name: string } | null;
  readonly timeName: string;
  readonly shareName: string;
  readonly format: { readonly time: (value: number) => string; readonly share: (value: number) => string };
  readonly selected?: number;
}

/** Series ids; data item i of `points` is mark i. */
export const survivalSeries = { points: 'points' } as const;

const dashes = ['solid', 'dashed', 'dotted'] as const;

/** Steps of the share still open over time, as an ECharts option. */
export function survivalOption(chart: SurvivalChart, theme: ChartTheme): ChartOption {
  const names = chart.curves.map(({ name }) => name);
  const hasLegend = chart.curves.length > 1 || chart.band.length > 0;
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId === survivalSeries.points ? (chart.marks[index]?.tooltip ?? '') : '',
    ),
    legend: {
      show: hasLegend,
      type: 'plain',
      data: chart.band.length > 0 ? [...names, chart.bandName] : names,
      top: 0,
      right: 8,
      selectedMode: false,
    },
    grid: { left: 16, right: 32, top: chart.curves.length > 4 ? 96 : 64, bottom: 32, containLabel: true },
    xAxis: axisWith(theme, {
      type: 'value',
      min: 0,
      max: 'dataMax',
      name: chart.timeName,
      nameLocation: 'middle',
      nameGap: 30,
      splitLine: { show: false },
      axisLabel: { formatter: (value: number) => chart.format.time(value), hideOverlap: true, showMaxLabel: false },
    }),
    yAxis: axisWith(theme, {
      type: 'value',
      min: 0,
      max: 1,
      name: chart.shareName,
      nameTextStyle: { color: theme.mutedText, align: 'left' },
      axisLabel: { formatter: (value: number) => chart.format.share(value) },
    }),
    series: [
      ...(chart.band.length > 0 ? [bandSeries(chart, theme)] : []),
      ...chart.curves.map((curve, index) => curveSeries(curve, index, theme)),
      markSeries(chart, theme),
    ],
  };
}

/** What a custom series is given to draw with. */
interface DrawingApi {
  coord(point: readonly number[]): readonly number[];
}

/** The corners of a stair: each level holds up to the next time. */
function stairs(points: readonly (readonly [number, number])[]): [number, number][] {
  return points.flatMap(([x, y], i): [number, number][] =>
    i === 0
      ? [[x, y]]
      : [
          [x, points[i - 1][1]],
          [x, y],
        ],
  );
}

function bandSeries({ band, bandName }: SurvivalChart, theme: ChartTheme): ChartOption {
  const edge = [
    ...stairs(band.map(({ time, high }) => [time, high] as const)),
    ...stairs(band.map(({ time, low }) => [time, low] as const)).reverse(),
  ];
  return {
    id: 'band',
    name: bandName,
    type: 'custom',
    silent: true,
    clip: true,
    z: 1,
    itemStyle: { color: theme.muted, opacity: 0.45 },
    data: edge,
    renderItem: (mark: { readonly dataIndex: number }, api: DrawingApi) =>
      mark.dataIndex > 0
        ? null
        : {
            type: 'polygon',
            shape: { points: edge.map((corner) => api.coord(corner)) },
            style: { fill: theme.muted, opacity: 0.28 },
          },
  };
}

function curveSeries({ name, points }: SurvivalCurveMark, index: number, theme: ChartTheme): ChartOption {
  const color = colourOf(index, theme);
  return {
    id: `curve${index}`,
    name,
    type: 'line',
    step: 'end',
    silent: true,
    symbol: 'none',
    z: 3,
    lineStyle: { color, width: 2, type: dashes[index % dashes.length] },
    itemStyle: { color },
    emphasis: { disabled: true },
    data: points.map(({ time, open }) => [time, open]),
  };
}

function colourOf(curve: number, theme: ChartTheme): string {
  const colours = [theme.data, theme.dataAlt, theme.cumulative, theme.center, theme.muted];
  return colours[curve % colours.length];
}

function markSeries(chart: SurvivalChart, theme: ChartTheme): ChartOption {
  return {
    id: survivalSeries.points,
    name: chart.shareName,
    type: 'scatter',
    z: 4,
    data: chart.marks.map(({ curve, time, open }, index) => ({
      value: [time, open],
      symbolSize: chart.selected === index ? 10 : 6,
      itemStyle: {
        color: colourOf(curve, theme),
        borderColor: theme.text,
        borderWidth: chart.selected === index ? 2 : 0,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      data:
        chart.limit === null
          ? []
          : [
              {
                name: chart.limit.name,
                xAxis: chart.limit.value,
                lineStyle: { color: theme.concern, type: 'solid', width: 1.5 },
                label: {
                  position: 'end',
                  color: theme.text,
                  fontFamily: theme.fontFamily,
                  fontSize: theme.fontSize - 2,
                  formatter: () => chart.limit?.name ?? '',
                },
              },
            ],
    },
  };
}

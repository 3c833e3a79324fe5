import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

type Maybe = number | null;

/** The level of a stretch of points, with its interval. */
export interface LevelBand {
  /** Places of the first and the last point. */
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly low: Maybe;
  readonly high: Maybe;
  readonly name: string;
}

/** A line over time with its levels before and after. */
export interface BeforeAfterLine {
  readonly name: string;
  readonly values: readonly Maybe[];
  readonly tooltips: readonly string[];
  readonly levels: readonly LevelBand[];
}

export interface BeforeAfterChart {
  readonly labels: readonly string[];
  readonly treated: BeforeAfterLine;
  readonly control: BeforeAfterLine | null;
  /** Where between the points the change lies: 3.5 is between the fourth and the fifth. */
  readonly change: { readonly at: number; readonly name: string };
  readonly target: { readonly value: number; readonly name: string } | null;
  readonly valueName: string;
  readonly format: (value: number) => string;
  readonly selected?: number;
}

/** Series ids; data item i of either is point i. */
export const beforeAfterSeries = { treated: 'treated', control: 'control' } as const;

const zoomFrom = 80;

/** A measure over time with its levels before and after a change, as an ECharts option. */
export function beforeAfterOption(chart: BeforeAfterChart, theme: ChartTheme): ChartOption {
  const lines = chart.control ? [chart.treated, chart.control] : [chart.treated];
  const zooms = chart.labels.length > zoomFrom;
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId === beforeAfterSeries.treated
        ? (chart.treated.tooltips[index] ?? '')
        : (chart.control?.tooltips[index] ?? ''),
    ),
    legend: { show: chart.control !== null, data: lines.map(({ name }) => name), top: 0, right: 8 },
    grid: { left: 16, right: 96, top: 64, bottom: zooms ? 56 : 16, containLabel: true },
    // Points stand at whole numbers; the change lies between them, which a category axis cannot draw.
    xAxis: axisWith(theme, {
      type: 'value',
      min: -0.5,
      max: chart.labels.length - 0.5,
      minInterval: 1,
      splitLine: { show: false },
      axisTick: { show: false },
      axisLine: { onZero: false, lineStyle: { color: theme.axis } },
      axisLabel: {
        hideOverlap: true,
        formatter: (value: number) => (Number.isInteger(value) ? (chart.labels[value] ?? '') : ''),
      },
    }),
    yAxis: axisWith(theme, {
      type: 'value',
      scale: true,
      name: chart.valueName,
      nameTextStyle: {
        align: 'left',
        color: theme.mutedText,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 1,
      },
      axisLabel: { formatter: (value: number) => chart.format(value), hideOverlap: true },
    }),
    ...(zooms
      ? {
          dataZoom: [
            { type: 'inside', filterMode: 'none', zoomOnMouseWheel: 'ctrl' },
            { type: 'slider', filterMode: 'none', showDetail: false },
          ],
        }
      : {}),
    series: [
      pointSeries(chart, chart.treated, beforeAfterSeries.treated, theme),
      ...(chart.control ? [pointSeries(chart, chart.control, beforeAfterSeries.control, theme)] : []),
      ...lines.flatMap((line, index) =>
        line.levels.map((level, place) => levelSeries(chart, level, { isControl: index === 1, place }, theme)),
      ),
    ],
  };
}

function pointSeries(
  chart: BeforeAfterChart,
  line: BeforeAfterLine,
  id: (typeof beforeAfterSeries)[keyof typeof beforeAfterSeries],
  theme: ChartTheme,
): ChartOption {
  const isControl = id === beforeAfterSeries.control;
  const color = isControl ? theme.dataAlt : theme.data;
  return {
    id,
    name: line.name,
    type: 'line',
    connectNulls: false,
    symbol: isControl ? 'diamond' : 'circle',
    symbolSize: chart.labels.length > 120 ? 3 : 6,
    showAllSymbol: true,
    lineStyle: { color, width: 1, opacity: 0.5 },
    itemStyle: { color },
    data: line.values.map((value, index) => ({
      value: [index, value],
      itemStyle: { color, borderColor: theme.text, borderWidth: !isControl && chart.selected === index ? 2 : 0 },
    })),
    ...(isControl ? {} : { markLine: marks(chart, theme) }),
  };
}

function marks({ change, target, format }: BeforeAfterChart, theme: ChartTheme): ChartOption {
  const label = { color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 2 };
  return {
    silent: true,
    symbol: 'none',
    animation: theme.animate,
    data: [
      {
        name: change.name,
        xAxis: change.at,
        lineStyle: { color: theme.text, type: 'dashed', width: 1.5 },
        label: { ...label, position: 'end', formatter: () => change.name },
      },
      ...(target
        ? [
            {
              name: target.name,
              yAxis: target.value,
              lineStyle: { color: theme.good, type: 'dotted', width: 1.5 },
              label: { ...label, position: 'end', formatter: () => `${target.name} ${format(target.value)}` },
            },
          ]
        : []),
    ],
  };
}

/** The level as a line half a point wider than its stretch, the interval as a pale band behind it. */
function levelSeries(
  { format }: BeforeAfterChart,
  level: LevelBand,
  { isControl, place }: { readonly isControl: boolean; readonly place: number },
  theme: ChartTheme,
): ChartOption {
  const color = isControl ? theme.dataAlt : theme.data;
  const ends = [level.first - 0.4, level.last + 0.4];
  return {
    id: `level-${isControl ? 'control' : 'treated'}-${place}`,
    type: 'line',
    silent: true,
    symbol: 'none',
    z: 4,
    lineStyle: { color, width: 2.5, type: isControl ? 'dashed' : 'solid' },
    emphasis: { disabled: true },
    data: ends.map((end) => [end, level.value]),
    endLabel: {
      show: place === 1,
      color: theme.mutedText,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 2,
      formatter: () => format(level.value),
    },
    ...(level.low === null || level.high === null
      ? {}
      : {
          markArea: {
            silent: true,
            itemStyle: { color, opacity: 0.12 },
            data: [[{ coord: [ends[0], level.low] }, { coord: [ends[1], level.high] }]],
          },
        }),
  };
}

import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

/** A unit compared, such as an outlet. */
export interface FunnelMark {
  readonly label: string;
  readonly size: number;
  readonly value: number;
  readonly tone: 'plain' | 'good' | 'concern';
  /** Beyond the inner limits only: marked, but smaller. */
  readonly faint: boolean;
  readonly tooltip: string;
}

export interface FunnelLine {
  readonly name: string;
  readonly points: readonly (readonly [size: number, value: number])[];
  /** The outer limits are drawn solid, the inner ones dashed. */
  readonly outer: boolean;
}

export interface FunnelChart {
  readonly marks: readonly FunnelMark[];
  readonly lines: readonly FunnelLine[];
  readonly target: { readonly name: string; readonly value: number };
  readonly sizeName: string;
  readonly valueName: string;
  readonly format: (value: number) => string;
  readonly formatTick: (value: number) => string;
  readonly formatSize: (value: number) => string;
  /** Whether the axis of values begins at 0, as it should for rates; default true. */
  readonly fromZero?: boolean;
  readonly selected?: number;
}

/** Series id of the units; data item i is mark i. */
export const funnelSeries = 'points';

/** Names are written beside so many marks at most: more would hide the picture. */
const mostNamed = 15;

/** Units by size and rate, with the limits that chance alone keeps them in, as an ECharts option. */
export function funnelOption(chart: FunnelChart, theme: ChartTheme): ChartOption {
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId === funnelSeries ? (chart.marks[index]?.tooltip ?? '') : '',
    ),
    grid: { left: 64, right: 128, top: 44, bottom: 56 },
    xAxis: axisWith(theme, {
      type: 'value',
      min: 0,
      name: chart.sizeName,
      nameLocation: 'middle',
      nameGap: 32,
      splitLine: { show: false },
      axisLabel: { formatter: (value: number) => chart.formatSize(value), hideOverlap: true },
    }),
    yAxis: axisWith(theme, {
      type: 'value',
      scale: chart.fromZero === false,
      name: chart.valueName,
      axisLine: { show: false },
      axisTick: { show: false },
      nameTextStyle: {
        align: 'left',
        color: theme.mutedText,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 1,
      },
      axisLabel: { formatter: (value: number) => chart.formatTick(value), hideOverlap: true },
    }),
    series: [...chart.lines.map((line, index) => limitCurve(chart, line, index, theme)), points(chart, theme)],
  };
}

function limitCurve(chart: FunnelChart, line: FunnelLine, index: number, theme: ChartTheme): ChartOption {
  const [, last] = line.points.at(-1) ?? [0, 0];
  return {
    id: `limit-${index}`,
    type: 'line',
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.limit, width: 1.5, type: line.outer ? 'solid' : [6, 4] },
    itemStyle: { color: theme.limit },
    emphasis: { disabled: true },
    endLabel: endLabel(theme, () => `${line.name} ${chart.format(last)}`),
    labelLayout: { moveOverlap: 'shiftY' },
    data: line.points.map(([size, value]) => [size, value]),
  };
}

function endLabel(theme: ChartTheme, formatter: () => string): ChartOption {
  return { show: true, color: theme.mutedText, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 2, formatter };
}

function points(chart: FunnelChart, theme: ChartTheme): ChartOption {
  const named = new Set(
    chart.marks
      .map((mark, index) => ({ mark, index }))
      .filter(({ mark }) => mark.tone !== 'plain')
      .sort((a, b) => Number(a.mark.faint) - Number(b.mark.faint))
      .slice(0, mostNamed)
      .map(({ index }) => index),
  );
  return {
    id: funnelSeries,
    name: chart.valueName,
    type: 'scatter',
    z: 4,
    labelLayout: { hideOverlap: true },
    data: chart.marks.map((mark, index) => ({
      name: mark.label,
      value: [mark.size, mark.value],
      ...shape(mark, theme, chart.selected === index),
      label: {
        show: named.has(index),
        position: mark.value < chart.target.value ? 'bottom' : 'top',
        distance: 4,
        width: 140,
        overflow: 'truncate',
        color: theme.text,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 2,
        formatter: () => mark.label,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      lineStyle: { color: theme.center, type: 'solid', width: 1.5 },
      data: [{ name: chart.target.name, yAxis: chart.target.value }],
      label: {
        position: 'end',
        color: theme.mutedText,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 2,
        formatter: () => `${chart.target.name} ${chart.format(chart.target.value)}`,
      },
    },
  };
}

/** Diamond and triangle are told apart without colour. */
function shape({ tone, faint }: FunnelMark, theme: ChartTheme, selected: boolean): ChartOption {
  const ring = selected ? { borderColor: theme.text, borderWidth: 2 } : {};
  if (tone === 'concern') {
    return { symbol: 'diamond', symbolSize: faint ? 10 : 14, itemStyle: { color: theme.concern, ...ring } };
  }
  if (tone === 'good') {
    return { symbol: 'triangle', symbolSize: faint ? 9 : 12, itemStyle: { color: theme.good, ...ring } };
  }
  return { symbol: 'circle', symbolSize: 8, itemStyle: { color: theme.data, opacity: 0.75, ...ring } };
}

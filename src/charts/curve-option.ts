import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** What the curve was drawn to choose: a large mark with its text beside it. */
  readonly mark: { readonly text: string; readonly kind: 'chosen' | 'given' } | null;
  readonly tooltip: string;
}

export interface CurveChart {
  /** In order of x. */
  readonly points: readonly CurvePoint[];
  readonly curveName: string;
  /** A horizontal level that the curve is to reach. */
  readonly target: { readonly value: number; readonly name: string } | null;
  readonly xName: string;
  readonly yName: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** Ends of the vertical axis where it has natural ones, such as 0 and 1. */
  readonly range?: { readonly min: number; readonly max: number };
  /** x counts whole things, each of them a mark of its own. */
  readonly isStepwise: boolean;
  readonly selected?: number;
}

/** Series id; data item i of `points` is point i. */
export const curveSeries = { points: 'points' } as const;

/** A planning curve with its target and the point chosen on it, as an ECharts option. */
export function curveOption(chart: CurveChart, theme: ChartTheme): ChartOption {
  const text = { color: theme.mutedText, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 1 };
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (_, index) => chart.points[index]?.tooltip ?? ''),
    grid: { left: 16, right: 40, top: 56, bottom: 32, containLabel: true },
    xAxis: axisWith(theme, {
      type: 'value',
      name: chart.xName,
      nameLocation: 'middle',
      nameGap: 30,
      scale: true,
      splitLine: { show: false },
      ...(chart.isStepwise ? { minInterval: 1 } : {}),
      axisLabel: { formatter: (value: number) => chart.formatX(value), hideOverlap: true },
    }),
    yAxis: axisWith(theme, {
      type: 'value',
      name: chart.yName,
      nameTextStyle: { ...text, align: 'left' },
      ...(chart.range ?? {}),
      axisLabel: { formatter: (value: number) => chart.formatY(value), hideOverlap: true },
    }),
    series: [
      {
        id: curveSeries.points,
        name: chart.curveName,
        type: 'line',
        z: 3,
        showSymbol: true,
        symbol: 'circle',
        lineStyle: { color: theme.data, width: 2 },
        data: chart.points.map((point, index) => pointOf(chart, point, index, theme)),
        ...(chart.target
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                animation: theme.animate,
                lineStyle: { color: theme.limit, type: 'dashed', width: 1.5 },
                data: [{ name: chart.target.name, yAxis: chart.target.value }],
                label: {
                  ...text,
                  position: 'insideEndTop',
                  formatter: () => `${chart.target?.name ?? ''} ${chart.formatY(chart.target?.value ?? 0)}`,
                },
              },
            }
          : {}),
      },
    ],
  };
}

function pointOf(chart: CurveChart, { x, y, mark }: CurvePoint, index: number, theme: ChartTheme): ChartOption {
  const isSelected = chart.selected === index;
  const small = chart.isStepwise ? 6 : 3;
  return {
    value: [x, y],
    symbol: mark?.kind === 'given' ? 'diamond' : 'circle',
    symbolSize: mark ? 13 : isSelected ? 9 : small,
    itemStyle: {
      color: mark?.kind === 'given' ? theme.dataAlt : mark ? theme.good : theme.data,
      borderColor: mark || isSelected ? theme.text : theme.data,
      borderWidth: mark || isSelected ? 1.5 : 0,
    },
    label: {
      show: mark !== null,
      position: 'top',
      distance: 8,
      color: theme.text,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      fontWeight: 'bold',
      formatter: () => mark?.text ?? '',
    },
  };
}

import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

export interface QuadrantPoint {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** `concern`: lies where something should be done. */
  readonly tone: 'plain' | 'concern';
  readonly tooltip: string;
}

export interface QuadrantChart {
  readonly points: readonly QuadrantPoint[];
  /** Where the axes cross. */
  readonly cross: { readonly x: number; readonly y: number };
  /** Names of the four fields. */
  readonly names: {
    readonly topLeft: string;
    readonly topRight: string;
    readonly bottomLeft: string;
    readonly bottomRight: string;
  };
  readonly xName: string;
  readonly yName: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly selected?: number;
}

/** Series id; data item i of `points` is point i. */
export const quadrantSeries = { points: 'points' } as const;

/** Points in four fields around a cross, as an ECharts option. */
export function quadrantOption(chart: QuadrantChart, theme: ChartTheme): ChartOption {
  const { points, cross, names } = chart;
  const x = endsAround(
    points.map((point) => point.x),
    cross.x,
  );
  const y = endsAround(
    points.map((point) => point.y),
    cross.y,
  );
  const text = { color: theme.mutedText, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 1 };
  const field = (name: string, position: string, from: readonly number[], to: readonly number[]): ChartOption[] => [
    {
      coord: from,
      name,
      itemStyle: { color: theme.concern, opacity: name === names.topLeft ? 0.08 : 0 },
      label: { ...text, show: true, position, formatter: () => name },
    },
    { coord: to },
  ];
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId === quadrantSeries.points ? (points[index]?.tooltip ?? '') : '',
    ),
    grid: { left: 16, right: 24, top: 44, bottom: 32, containLabel: true },
    xAxis: axisWith(theme, {
      type: 'value',
      ...x,
      name: chart.xName,
      nameLocation: 'middle',
      nameGap: 30,
      splitLine: { show: false },
      axisLabel: { formatter: (value: number) => chart.formatX(value), hideOverlap: true, ...inner },
    }),
    yAxis: axisWith(theme, {
      type: 'value',
      ...y,
      name: chart.yName,
      nameTextStyle: { ...text, align: 'left' },
      splitLine: { show: false },
      axisLabel: { formatter: (value: number) => chart.formatY(value), hideOverlap: true, ...inner },
    }),
    series: [
      {
        id: quadrantSeries.points,
        type: 'scatter',
        z: 4,
        data: points.map((point, index) => ({
          value: [point.x, point.y],
          symbol: point.tone === 'concern' ? 'diamond' : 'circle',
          symbolSize: point.tone === 'concern' ? 13 : 9,
          itemStyle: {
            color: point.tone === 'concern' ? theme.concern : theme.data,
            opacity: 1,
            borderColor: theme.text,
            borderWidth: chart.selected === index ? 2 : 0,
          },
          label: {
            show: true,
            position: 'right',
            color: theme.text,
            fontFamily: theme.fontFamily,
            fontSize: theme.fontSize - 2,
            width: 110,
            overflow: 'truncate',
            formatter: () => point.label,
          },
        })),
        // Of labels that would cover one another only some are drawn; the table and the tooltips have all of them.
        labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' },
        markLine: {
          silent: true,
          symbol: 'none',
          animation: theme.animate,
          lineStyle: { color: theme.center, type: 'dashed', width: 1.5 },
          label: { show: false },
          data: [{ xAxis: cross.x }, { yAxis: cross.y }],
        },
        markArea: {
          silent: true,
          animation: theme.animate,
          data: [
            field(names.topLeft, 'insideTopLeft', [x.min, cross.y], [cross.x, y.max]),
            field(names.topRight, 'insideTopRight', [cross.x, cross.y], [x.max, y.max]),
            field(names.bottomLeft, 'insideBottomLeft', [x.min, y.min], [cross.x, cross.y]),
            field(names.bottomRight, 'insideBottomRight', [cross.x, y.min], [x.max, cross.y]),
          ],
        },
      },
    ],
  };
}

/** The ends of an axis are no round numbers: their labels would only be in the way. */
const inner = { showMinLabel: false, showMaxLabel: false };

function endsAround(values: readonly number[], cross: number): { readonly min: number; readonly max: number } {
  const low = Math.min(cross, ...values);
  const high = Math.max(cross, ...values);
  const room = (high - low) * 0.15 || Math.abs(cross) * 0.1 || 1;
  return { min: low - room, max: high + room };
}

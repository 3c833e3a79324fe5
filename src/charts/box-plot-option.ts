import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

/** One box; null parts where there is no value. */
export interface BoxMark {
  readonly label: string;
  readonly box: {
    readonly low: number;
    readonly q1: number;
    readonly median: number;
    readonly q3: number;
    readonly high: number;
    readonly outliers: readonly number[];
  } | null;
  readonly mean: number | null;
  readonly tooltip: string;
}

export interface BoxPlotChart {
  readonly boxes: readonly BoxMark[];
  /** `vertical`: boxes stand side by side; `horizontal`: one line per name, the first on top. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly lines: readonly { readonly value: number; readonly name: string }[];
  readonly valueName: string;
  readonly names: { readonly mean: string; readonly outliers: string };
  readonly format: (value: number) => string;
  readonly selected?: number;
}

/** Series ids; data item i of `boxes` and of `means` is box i. */
export const boxPlotSeries = { boxes: 'boxes', means: 'means', outliers: 'outliers' } as const;

const zoomFrom = 40;

/** Box plots side by side, as an ECharts option. */
export function boxPlotOption(chart: BoxPlotChart, theme: ChartTheme): ChartOption {
  const upright = chart.orientation === 'vertical';
  const names = axisWith(theme, {
    type: 'category',
    data: chart.boxes.map(({ label }) => label),
    inverse: !upright,
    splitLine: { show: false },
    axisLabel: { hideOverlap: true, width: upright ? 110 : 150, overflow: 'truncate' },
  });
  const values = axisWith(theme, {
    type: 'value',
    scale: true,
    name: chart.valueName,
    ...(upright
      ? {
          nameTextStyle: {
            align: 'left',
            color: theme.mutedText,
            fontFamily: theme.fontFamily,
            fontSize: theme.fontSize - 1,
          },
        }
      : { nameLocation: 'middle', nameGap: 30 }),
    axisLabel: { formatter: (value: number) => chart.format(value), hideOverlap: true },
  });
  const zoomed = chart.boxes.length > zoomFrom;
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId === boxPlotSeries.outliers ? '' : (chart.boxes[index]?.tooltip ?? ''),
    ),
    legend: { data: [chart.names.mean, chart.names.outliers], top: 0, right: 8 },
    grid: { left: 16, right: upright ? 32 : 40, top: 48, bottom: zoomed ? 56 : upright ? 16 : 32, containLabel: true },
    xAxis: upright ? names : values,
    yAxis: upright ? values : names,
    ...(zoomed ? { dataZoom: zoom(upright, chart.boxes.length) } : {}),
    series: [boxSeries(chart, theme), outlierSeries(chart, theme), meanSeries(chart, theme)],
  };
}

function zoom(upright: boolean, boxes: number): ChartOption[] {
  const axis = upright ? { xAxisIndex: 0 } : { yAxisIndex: 0 };
  const end = (zoomFrom / boxes) * 100;
  return [
    { type: 'inside', ...axis, zoomOnMouseWheel: 'ctrl', start: 0, end },
    { type: 'slider', ...axis, showDetail: false, start: 0, end },
  ];
}

function boxSeries(chart: BoxPlotChart, theme: ChartTheme): ChartOption {
  return {
    id: boxPlotSeries.boxes,
    name: chart.valueName,
    type: 'boxplot',
    boxWidth: [8, 72],
    itemStyle: { color: theme.surface, borderColor: theme.data, borderWidth: 1.5 },
    data: chart.boxes.map(({ label, box }, index) => ({
      name: label,
      value: box ? [box.low, box.q1, box.median, box.q3, box.high] : ['-', '-', '-', '-', '-'],
      itemStyle: { borderColor: theme.data, borderWidth: chart.selected === index ? 3 : 1.5 },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      lineStyle: { color: theme.concern, type: 'solid', width: 1.5 },
      data: chart.lines.map(({ value, name }) => ({
        name,
        ...(chart.orientation === 'vertical' ? { yAxis: value } : { xAxis: value }),
        label: {
          position: chart.orientation === 'vertical' ? 'insideEndTop' : 'end',
          color: theme.text,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 2,
          formatter: () => `${name} ${chart.format(value)}`,
        },
      })),
    },
  };
}

function outlierSeries(chart: BoxPlotChart, theme: ChartTheme): ChartOption {
  const at = (value: number, index: number): readonly number[] =>
    chart.orientation === 'vertical' ? [index, value] : [value, index];
  return {
    id: boxPlotSeries.outliers,
    name: chart.names.outliers,
    type: 'scatter',
    silent: true,
    symbol: 'circle',
    symbolSize: 4,
    itemStyle: { color: theme.muted },
    data: chart.boxes.flatMap(({ box }, index) => (box ? box.outliers.map((value) => at(value, index)) : [])),
  };
}

function meanSeries(chart: BoxPlotChart, theme: ChartTheme): ChartOption {
  return {
    id: boxPlotSeries.means,
    name: chart.names.mean,
    type: 'scatter',
    symbol: 'diamond',
    symbolSize: 9,
    z: 5,
    itemStyle: { color: theme.dataAlt },
    data: chart.boxes.map(({ mean }, index) =>
      mean === null ? ['-', '-'] : chart.orientation === 'vertical' ? [index, mean] : [mean, index],
    ),
  };
}

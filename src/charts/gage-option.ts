import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

type Maybe = number | null;

export interface GageChart {
  readonly sources: readonly string[];
  /** Percentages per source, one set of bars each. */
  readonly bars: readonly { readonly name: string; readonly values: readonly Maybe[] }[];
  readonly parts: readonly string[];
  readonly partName: string;
  /** What each operator found on average, part by part. */
  readonly operators: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly valueName: string;
  readonly format: (value: number) => string;
  readonly formatPercent: (value: number) => string;
  readonly barTooltip: (index: number) => string;
  readonly cellTooltip: (seriesId: string, index: number) => string;
}

/** Series ids; data item i of a `bars…` series is source i, of an operator's series part i. */
export const gageSeries = { bars: 'bars', operator: (index: number) => `operator-${index}` } as const;

const symbols = ['circle', 'triangle', 'rect', 'diamond'] as const;

/** Components of variation above, the interaction of operators and parts below, as an ECharts option. */
export function gageOption(chart: GageChart, theme: ChartTheme): ChartOption {
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, index) =>
      seriesId.startsWith(gageSeries.bars) ? chart.barTooltip(index) : chart.cellTooltip(seriesId, index),
    ),
    legend: [
      { data: chart.bars.map(({ name }) => name), top: 0, right: 8 },
      { data: chart.operators.map(({ name }) => name), top: '49%', right: 8, type: 'scroll', left: '35%' },
    ],
    grid: [
      { left: 16, right: 24, top: 40, bottom: '56%', containLabel: true },
      { left: 16, right: 24, top: '60%', bottom: 32, containLabel: true },
    ],
    xAxis: [
      axisWith(theme, {
        type: 'category',
        data: [...chart.sources],
        splitLine: { show: false },
        axisLabel: { interval: 0, width: 120, overflow: 'break' },
      }),
      axisWith(theme, {
        type: 'category',
        gridIndex: 1,
        data: [...chart.parts],
        name: chart.partName,
        nameLocation: 'middle',
        nameGap: 28,
        splitLine: { show: false },
        axisLine: { onZero: false, lineStyle: { color: theme.axis } },
        axisLabel: { hideOverlap: true, width: 90, overflow: 'truncate' },
      }),
    ],
    yAxis: [
      axisWith(theme, {
        type: 'value',
        min: 0,
        axisLabel: { formatter: (value: number) => chart.formatPercent(value) },
      }),
      axisWith(theme, {
        type: 'value',
        gridIndex: 1,
        scale: true,
        name: chart.valueName,
        nameTextStyle: {
          align: 'left',
          color: theme.mutedText,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 1,
        },
        axisLabel: { formatter: (value: number) => chart.format(value) },
      }),
    ],
    series: [...barSeries(chart, theme), ...operatorSeries(chart, theme)],
  };
}

function barSeries(chart: GageChart, theme: ChartTheme): ChartOption[] {
  const colours = [theme.data, theme.dataAlt, theme.cumulative];
  return chart.bars.map(({ name, values }, i) => ({
    id: `${gageSeries.bars}${i === 0 ? '' : `-${i}`}`,
    name,
    type: 'bar',
    barMaxWidth: 36,
    itemStyle: { color: colours[i % colours.length] },
    label: {
      show: true,
      position: 'top',
      color: theme.text,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 3,
      formatter: (mark: { readonly dataIndex: number }) => {
        const value = values[mark.dataIndex] ?? null;
        return value === null ? '' : chart.formatPercent(value);
      },
    },
    labelLayout: { hideOverlap: true },
    data: [...values],
  }));
}

function operatorSeries(chart: GageChart, theme: ChartTheme): ChartOption[] {
  const colours = [theme.data, theme.dataAlt, theme.cumulative, theme.good, theme.concern, theme.muted];
  return chart.operators.map(({ name, values }, i) => ({
    id: gageSeries.operator(i),
    name,
    type: 'line',
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbol: symbols[i % symbols.length],
    symbolSize: 7,
    showAllSymbol: true,
    lineStyle: { color: colours[i % colours.length], width: 1.5 },
    itemStyle: { color: colours[i % colours.length] },
    data: [...values],
  }));
}

import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

/** Bars in order, with the line of their running share. */
export interface ParetoChart {
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    /** Not a category of its own: uncoded rows, or the rest. */
    readonly muted: boolean;
    readonly tooltip: string;
  }[];
  /** Sum that the running share refers to; the left axis ends there, so that line and bars agree. */
  readonly total: number;
  /** Running shares as fractions; null hides the line. */
  readonly cumulative: readonly number[] | null;
  /** A second set of bars; both are then drawn in the unit of `value`. */
  readonly compare: { readonly name: string; readonly values: readonly number[] } | null;
  readonly valueName: string;
  readonly cumulativeName: string;
  readonly formatValue: (value: number) => string;
  readonly formatShare: (fraction: number) => string;
  readonly selected?: number;
}

/** Series ids of a Pareto chart; data item i is bar i. */
export const paretoSeries = { bars: 'bars', compare: 'compare', cumulative: 'cumulative' } as const;

/** A Pareto chart as an ECharts option. */
export function paretoOption(chart: ParetoChart, theme: ChartTheme): ChartOption {
  const crowded = chart.bars.length > 6;
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (_, index) => chart.bars[index]?.tooltip ?? ''),
    legend: {
      show: chart.compare !== null,
      top: 0,
      textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize },
    },
    grid: { left: crowded ? 48 : 8, right: 8, top: chart.compare ? 48 : 36, bottom: 8, containLabel: true },
    xAxis: axisWith(theme, {
      type: 'category',
      data: chart.bars.map(({ label }) => label),
      axisLabel: {
        interval: 0,
        hideOverlap: true,
        rotate: crowded ? 40 : 0,
        width: crowded ? 110 : 96,
        overflow: 'truncate',
      },
      splitLine: { show: false },
    }),
    yAxis: valueAxes(chart, theme),
    series: allSeries(chart, theme),
  };
}

function valueAxes(chart: ParetoChart, theme: ChartTheme): ChartOption[] {
  const left = axisWith(theme, {
    type: 'value',
    name: chart.valueName,
    nameTextStyle: {
      align: 'left',
      color: theme.mutedText,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
    },
    min: 0,
    ...(chart.cumulative ? { max: chart.total } : {}),
    axisLabel: {
      formatter: (value: number) => chart.formatValue(value),
      showMaxLabel: chart.cumulative ? false : null,
    },
  });
  if (!chart.cumulative) return [left];
  const right = axisWith(theme, {
    type: 'value',
    name: chart.cumulativeName,
    nameTextStyle: {
      align: 'right',
      color: theme.mutedText,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
    },
    min: 0,
    max: 1,
    interval: 0.2,
    axisLabel: { formatter: (value: number) => chart.formatShare(value) },
    splitLine: { show: false },
  });
  return [left, right];
}

function allSeries(chart: ParetoChart, theme: ChartTheme): ChartOption[] {
  const series: ChartOption[] = [barSeries(chart, theme)];
  if (chart.compare) {
    series.push({
      id: paretoSeries.compare,
      name: chart.compare.name,
      type: 'bar',
      barMaxWidth: 48,
      itemStyle: { color: theme.dataAlt },
      data: [...chart.compare.values],
    });
  }
  if (chart.cumulative) {
    series.push({
      id: paretoSeries.cumulative,
      name: chart.cumulativeName,
      type: 'line',
      yAxisIndex: 1,
      symbol: 'circle',
      symbolSize: 6,
      lineStyle: { color: theme.cumulative, width: 2 },
      itemStyle: { color: theme.cumulative },
      data: [...chart.cumulative],
    });
  }
  return series;
}

function barSeries(chart: ParetoChart, theme: ChartTheme): ChartOption {
  return {
    id: paretoSeries.bars,
    name: chart.valueName,
    type: 'bar',
    barMaxWidth: 64,
    itemStyle: { color: theme.data },
    label: {
      show: chart.bars.length <= 24 && chart.compare === null,
      position: 'top',
      color: theme.text,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 2,
      formatter: (mark: { readonly dataIndex: number }) => chart.formatValue(chart.bars[mark.dataIndex].value),
    },
    labelLayout: { hideOverlap: true },
    data: chart.bars.map((bar, index) => ({
      value: bar.value,
      itemStyle: {
        color: bar.muted ? theme.muted : theme.data,
        borderColor: theme.text,
        borderWidth: chart.selected === index ? 2 : 0,
      },
    })),
  };
}

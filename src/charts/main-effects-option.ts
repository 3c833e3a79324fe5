import { axisWith, baseOption, itemTooltip, toPlainRichText } from './base-option';
import type { ChartOption, ChartTheme } from './option';

export interface MainEffectsChart {
  /** One band per factor, the first on top. */
  readonly factors: readonly {
    readonly name: string;
    readonly levels: readonly {
      readonly label: string;
      readonly mean: number;
      readonly interval: { readonly low: number; readonly high: number } | null;
      /** Too few values to rely on: drawn hollow. */
      readonly isSparse: boolean;
    }[];
  }[];
  readonly reference: { readonly value: number; readonly name: string };
  readonly valueName: string;
  readonly format: (value: number) => string;
  /** Of level i, counted through all factors. */
  readonly tooltip: (index: number) => string;
  readonly selected?: number;
}

/** Series ids; data item i of `rates` is level i, counted through all factors. */
export const mainEffectsSeries = { means: 'rates', intervals: 'interval', paths: 'paths' } as const;

/** A line of the category axis: the name of a factor, or one of its levels. */
interface Slot {
  readonly text: string;
  readonly isHead: boolean;
}

const zoomFrom = 36;
const closeFrom = 16;

/**
 * Means of the levels of several factors on one common scale, as an ECharts option.
 *
 * Bands lie below each other rather than beside each other, so that the names of levels stay readable on a phone.
 */
export function mainEffectsOption(chart: MainEffectsChart, theme: ChartTheme): ChartOption {
  const slots = slotsOf(chart);
  const isZoomed = slots.length > zoomFrom;
  const size = slots.length > closeFrom ? Math.max(9, theme.fontSize - 3) : theme.fontSize - 1;
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (_, index) => chart.tooltip(index)),
    grid: { left: 8, right: isZoomed ? 64 : 32, top: 28, bottom: 36, containLabel: true },
    xAxis: axisWith(theme, {
      type: 'value',
      scale: true,
      name: chart.valueName,
      nameLocation: 'middle',
      nameGap: 32,
      axisLabel: { formatter: (value: number) => chart.format(value), hideOverlap: true },
    }),
    yAxis: axisWith(theme, {
      type: 'category',
      data: slots.map(({ text }) => text),
      inverse: true,
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        interval: 0,
        fontSize: size,
        width: 128,
        overflow: 'truncate',
        formatter: (_: string, index: number) => labelAt(slots, index),
        rich: { head: { color: theme.text, fontWeight: 'bold', fontFamily: theme.fontFamily, fontSize: size } },
      },
    }),
    ...(isZoomed ? { dataZoom: zoom(slots.length) } : {}),
    series: [paths(chart, theme), intervals(chart, theme), means(chart, theme)],
  };
}

function slotsOf({ factors }: MainEffectsChart): Slot[] {
  return factors.flatMap(({ name, levels }) => [
    { text: name, isHead: true },
    ...levels.map(({ label }) => ({ text: label, isHead: false })),
  ]);
}

/** A name of a file cannot begin a style of its own: braces and bars leave the names of factors. */
function labelAt(slots: readonly Slot[], index: number): string {
  if (!(index in slots)) return '';
  const { text, isHead } = slots[index];
  return isHead ? `{head|${text.replace(/[{}|]/g, ' ')}}` : toPlainRichText(text);
}

function zoom(slots: number): ChartOption[] {
  const end = (zoomFrom / slots) * 100;
  return [
    { type: 'inside', yAxisIndex: 0, zoomOnMouseWheel: 'ctrl', start: 0, end },
    { type: 'slider', yAxisIndex: 0, showDetail: false, start: 0, end },
  ];
}

/** Each level with its line on the category axis. */
function placed({ factors }: MainEffectsChart) {
  let slot = 0;
  return factors.map(({ levels }) => {
    slot++;
    return levels.map((level) => ({ ...level, slot: slot++ }));
  });
}

/** The means of one factor joined, a gap between factors. */
function paths(chart: MainEffectsChart, theme: ChartTheme): ChartOption {
  return {
    id: mainEffectsSeries.paths,
    type: 'line',
    silent: true,
    symbol: 'none',
    connectNulls: false,
    lineStyle: { color: theme.data, width: 1, opacity: 0.6 },
    emphasis: { disabled: true },
    data: placed(chart).flatMap((levels) => [
      ...levels.map(({ mean, slot }) => [mean, slot]),
      [null, levels[levels.length - 1].slot],
    ]),
  };
}

function intervals(chart: MainEffectsChart, theme: ChartTheme): ChartOption {
  return {
    id: mainEffectsSeries.intervals,
    type: 'line',
    silent: true,
    connectNulls: false,
    symbol: 'rect',
    symbolSize: [1.5, 9],
    showAllSymbol: true,
    lineStyle: { color: theme.data, width: 1.5 },
    itemStyle: { color: theme.data },
    emphasis: { disabled: true },
    data: placed(chart)
      .flat()
      .flatMap(({ interval, slot }) =>
        interval === null
          ? []
          : [
              [interval.low, slot],
              [interval.high, slot],
              [null, slot],
            ],
      ),
  };
}

function means(chart: MainEffectsChart, theme: ChartTheme): ChartOption {
  const { value, name } = chart.reference;
  return {
    id: mainEffectsSeries.means,
    name: chart.valueName,
    type: 'scatter',
    z: 4,
    symbolSize: Math.round(theme.fontSize * 0.7),
    data: placed(chart)
      .flat()
      .map(({ label, mean, isSparse, slot }, index) => ({
        name: label,
        value: [mean, slot],
        itemStyle: {
          color: isSparse ? theme.surface : theme.data,
          opacity: 1,
          borderColor: chart.selected === index ? theme.text : theme.data,
          borderWidth: chart.selected === index ? 2 : 1.5,
        },
      })),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      lineStyle: { color: theme.center, type: 'dashed', width: 1.5 },
      data: [{ name, xAxis: value }],
      label: {
        // Category axes that run downwards end at the bottom, where the numbers of the scale stand.
        position: 'start',
        color: theme.mutedText,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 2,
        formatter: () => `${name} ${chart.format(value)}`,
      },
    },
  };
}

import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

type Maybe = number | null;

/** A value with its interval; null where nothing could be measured. */
export interface IntervalMark {
  readonly label: string;
  readonly value: Maybe;
  readonly low: Maybe;
  readonly high: Maybe;
  /** Lies wholly on the better or the worse side of the reference. */
  readonly tone: 'plain' | 'good' | 'concern';
  readonly tooltip: string;
}

export interface IntervalChart {
  readonly marks: readonly IntervalMark[];
  /** `vertical`: time runs to the right; `horizontal`: one line per name, the first on top. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly reference: { readonly value: number; readonly name: string };
  /** Whether the axis begins at 0, as it should for rates; default true. */
  readonly fromZero?: boolean;
  readonly valueName: string;
  readonly format: (value: number) => string;
  readonly selected?: number;
}

/** Series ids; data item i of `rates` is mark i. */
export const intervalSeries = { rates: 'rates', interval: 'interval' } as const;

const zoomFrom = 60;

/** Values with their confidence intervals against a common reference, as an ECharts option. */
export function intervalOption(chart: IntervalChart, theme: ChartTheme): ChartOption {
  const upright = chart.orientation === 'vertical';
  const names = axisWith(theme, {
    type: 'category',
    data: chart.marks.map(({ label }) => label),
    inverse: !upright,
    splitLine: { show: false },
    axisLabel: {
      hideOverlap: true,
      // Lines that stand close take smaller names rather than every other one.
      ...(!upright && chart.marks.length > 14 && chart.marks.length <= 40
        ? { interval: 0, fontSize: Math.max(9, theme.fontSize - 3) }
        : {}),
      width: upright ? Math.max(60, Math.floor(640 / chart.marks.length)) : 160,
      overflow: 'truncate',
    },
  });
  const values = axisWith(theme, {
    type: 'value',
    name: chart.valueName,
    // Above the axis a long name would run out of the picture to the left.
    ...(upright
      ? {
          nameTextStyle: {
            align: 'left',
            color: theme.mutedText,
            fontFamily: theme.fontFamily,
            fontSize: theme.fontSize - 1,
          },
        }
      : { nameLocation: 'middle', nameGap: 32 }),
    ...(chart.fromZero === false ? { scale: true } : { min: 0 }),
    axisLabel: { formatter: (value: number) => chart.format(value), hideOverlap: true },
  });
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (_, index) => chart.marks[index]?.tooltip ?? ''),
    grid: {
      left: 8,
      right: upright ? Math.max(96, roomFor(`${chart.reference.name} ${chart.format(chart.reference.value)}`)) : 48,
      top: 40,
      bottom: chart.marks.length > zoomFrom ? 48 : upright ? 8 : 32,
      containLabel: true,
    },
    xAxis: upright ? names : values,
    yAxis: upright ? values : names,
    ...(chart.marks.length > zoomFrom ? { dataZoom: zoom(upright, chart.marks.length) } : {}),
    series: [intervalLines(chart, theme), ratePoints(chart, theme)],
  };
}

/** About the width in pixels of a label in the small type of a chart. */
function roomFor(label: string): number {
  return [...label].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 11 : 6.2), 8);
}

function zoom(upright: boolean, marks: number): ChartOption[] {
  const axis = upright ? { xAxisIndex: 0 } : { yAxisIndex: 0 };
  const end = Math.min(100, (zoomFrom / marks) * 100);
  return [
    { type: 'inside', ...axis, zoomOnMouseWheel: 'ctrl', start: 0, end },
    { type: 'slider', ...axis, showDetail: false, start: 0, end },
  ];
}

/** All intervals as one broken line whose ends carry a flat mark; cheaper and calmer than a shape per interval. */
function intervalLines(chart: IntervalChart, theme: ChartTheme): ChartOption {
  const upright = chart.orientation === 'vertical';
  const at = (value: Maybe, index: number): readonly Maybe[] => (upright ? [index, value] : [value, index]);
  return {
    id: intervalSeries.interval,
    type: 'line',
    silent: true,
    connectNulls: false,
    symbol: 'rect',
    symbolSize: upright ? [9, 1.5] : [1.5, 9],
    showAllSymbol: true,
    lineStyle: { color: theme.data, width: 1.5 },
    itemStyle: { color: theme.data },
    emphasis: { disabled: true },
    data: [
      ...chart.marks.flatMap(({ low, high }, index) =>
        low === null || high === null ? [] : [at(low, index), at(high, index), at(null, index)],
      ),
      // Only data widen an axis: without this the reference would lie outside where all marks are on one side of it.
      ...(chart.fromZero === false ? [upright ? [null, chart.reference.value] : [chart.reference.value, null]] : []),
    ],
  };
}

function ratePoints(chart: IntervalChart, theme: ChartTheme): ChartOption {
  const upright = chart.orientation === 'vertical';
  const { value, name } = chart.reference;
  return {
    id: intervalSeries.rates,
    name: chart.valueName,
    type: 'scatter',
    z: 4,
    data: chart.marks.map((mark, index) => ({
      name: mark.label,
      value: upright ? [index, mark.value] : [mark.value, index],
      ...pointShape(mark.tone, theme),
      itemStyle: {
        color: { plain: theme.data, good: theme.good, concern: theme.concern }[mark.tone],
        opacity: 1,
        borderColor: theme.text,
        borderWidth: chart.selected === index ? 2 : 0,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      lineStyle: { color: theme.center, type: 'dashed', width: 1.5 },
      data: [{ name, ...(upright ? { yAxis: value } : { xAxis: value }) }],
      label: {
        position: upright ? 'end' : 'start',
        color: theme.mutedText,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 2,
        formatter: () => `${name} ${chart.format(value)}`,
      },
    },
  };
}

function pointShape(tone: IntervalMark['tone'], theme: ChartTheme): ChartOption {
  const size = Math.round(theme.fontSize * 0.7);
  if (tone === 'concern') return { symbol: 'diamond', symbolSize: size + 4 };
  return tone === 'good' ? { symbol: 'triangle', symbolSize: size + 2 } : { symbol: 'circle', symbolSize: size };
}

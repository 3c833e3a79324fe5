import { axisWith, baseOption, itemTooltip } from './base-option';
import { intervalSeries } from './interval-option';
import type { ChartOption, ChartTheme } from './option';

type Maybe = number | null;

export interface SigmaScale {
  /** Null without defects: then only `low` is known. */
  readonly level: Maybe;
  readonly low: Maybe;
  readonly high: Maybe;
  readonly name: string;
  readonly dpmoName: string;
  /** Whole levels with the defects per million that each stands for. */
  readonly ticks: readonly { readonly level: number; readonly dpmo: string }[];
  /** What is written at the mark. */
  readonly mark: string;
  readonly tooltip: string;
}

/** Where a process stands between one and six sigma, with its interval; an open end is an arrow. */
export function sigmaScaleOption(scale: SigmaScale, theme: ChartTheme): ChartOption {
  const known = [scale.level, scale.low, scale.high].filter((value) => value !== null);
  const lowest = Math.min(0, ...known.map(Math.floor));
  const highest = Math.max(6, ...known.map(Math.ceil));
  const dpmoAt = new Map(scale.ticks.map(({ level, dpmo }) => [level, dpmo]));
  const axis = {
    type: 'value',
    min: lowest,
    max: highest,
    interval: 1,
    axisLine: { onZero: false, lineStyle: { color: theme.axis } },
  };
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, () => scale.tooltip),
    grid: { left: 32, right: 32, top: '34%', bottom: '34%' },
    xAxis: [
      axisWith(theme, {
        ...axis,
        name: scale.name,
        nameLocation: 'middle',
        nameGap: 32,
        axisLabel: { formatter: (level: number) => `${level}σ` },
      }),
      axisWith(theme, {
        ...axis,
        name: scale.dpmoName,
        nameLocation: 'middle',
        nameGap: 32,
        position: 'top',
        splitLine: { show: false },
        axisLabel: { formatter: (level: number) => dpmoAt.get(level) ?? '', hideOverlap: true },
      }),
    ],
    yAxis: { type: 'value', min: -1, max: 1, show: false },
    series: [intervalLine(scale, lowest, highest, theme), levelPoint(scale, theme)],
  };
}

function intervalLine(scale: SigmaScale, lowest: number, highest: number, theme: ChartTheme): ChartOption {
  const cap = (value: Maybe, open: number, rotate: number): ChartOption =>
    value === null
      ? { value: [open, 0], symbol: 'triangle', symbolSize: 12, symbolRotate: rotate }
      : { value: [value, 0], symbol: 'rect', symbolSize: [2, 18] };
  return {
    id: intervalSeries.interval,
    type: 'line',
    silent: true,
    lineStyle: { color: theme.data, width: 3 },
    itemStyle: { color: theme.data },
    emphasis: { disabled: true },
    data: [cap(scale.low, lowest, 90), cap(scale.high, highest, -90)],
  };
}

function levelPoint(scale: SigmaScale, theme: ChartTheme): ChartOption {
  const isBound = scale.level === null;
  const at = scale.level ?? scale.low ?? scale.high;
  return {
    id: intervalSeries.rates,
    name: scale.name,
    type: 'scatter',
    z: 4,
    symbol: 'circle',
    symbolSize: 12,
    itemStyle: { color: isBound ? theme.surface : theme.data, borderColor: theme.data, borderWidth: 2, opacity: 1 },
    label: {
      show: true,
      position: 'top',
      distance: 10,
      color: theme.text,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize + 4,
      fontWeight: 'bold',
      formatter: () => scale.mark,
    },
    data: at === null ? [] : [{ name: scale.mark, value: [at, 0] }],
  };
}

import { axisWith, baseOption, itemTooltip } from './base-option';
import { decimate, stepVertices } from './decimate';
import type { ChartOption, ChartTheme } from './option';

type Maybe = number | null;

/** How a point is marked: shape and colour together, never colour alone. */
export type PointTone = 'plain' | 'good' | 'concern' | 'excluded';

/** A line of points. */
export interface PointLine {
  /** Series id of the points; data items are found again through `shownPoints`. */
  readonly id: string;
  readonly name: string;
  readonly values: readonly Maybe[];
  readonly tones: readonly PointTone[];
  readonly tooltip: (index: number) => string;
}

/** A line of points with limits. */
export interface ControlPanel extends PointLine {
  readonly center: readonly Maybe[];
  readonly upper: readonly Maybe[];
  readonly lower: readonly Maybe[];
  /** A second line in the same frame, in the second colour of data. */
  readonly companion?: PointLine;
  /** Values behind the line, as small pale dots: what a smoothed line was made of. */
  readonly background?: readonly Maybe[];
}

export interface ControlChartView {
  readonly labels: readonly string[];
  readonly panels: readonly ControlPanel[];
  readonly stages: readonly { readonly start: number; readonly end: number; readonly name: string }[];
  /** Points whose limits are extended from elsewhere: their centre line is dashed. */
  readonly frozen: readonly boolean[];
  readonly limitNames: { readonly upper: string; readonly center: string; readonly lower: string };
  /** A limit at the end of its line. */
  readonly format: (value: number) => string;
  /** A tick of the axis; default as a limit. */
  readonly formatTick?: (value: number) => string;
  readonly selected?: number;
  /** No value lies beyond them: shares lie between 0 and all. */
  readonly bounds?: readonly [low: number, high: number];
}

/** More points than these are thinned: no screen has more columns. */
const mostShown = 5000;
/** Above this, a strip below the chart chooses the part shown. */
const zoomFrom = 60;
/** Above this, only marked points have a symbol. */
const symbolsUpTo = 300;

/** Which points are drawn, in order: all of them, or in a long chart the ends of each bucket and every marked point. */
export function shownPoints(panel: Pick<ControlPanel, 'values' | 'tones'>): readonly number[] {
  return decimate(panel.values, (index) => panel.tones[index] !== 'plain', mostShown);
}

/** A control chart, with its moving ranges below where there are any, as an ECharts option. */
export function controlChartOption(view: ControlChartView, theme: ChartTheme): ChartOption {
  const zooms = view.labels.length > zoomFrom;
  const axes = view.panels.map((_, panel) => panel);
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (seriesId, dataIndex) => {
      const line = linesOf(view).find(({ id }) => id === seriesId);
      return line ? line.tooltip(shownPoints(line)[dataIndex]) : '';
    }),
    axisPointer: { lineStyle: { color: theme.axis } },
    grid: grids(view, zooms),
    xAxis: axes.map((panel) => timeAxis(view, panel, theme)),
    yAxis: view.panels.map((panel, index) => valueAxis(view, panel, index, theme)),
    ...(zooms ? { dataZoom: zoomControls(axes, theme) } : {}),
    series: view.panels.flatMap((panel, index) => panelSeries(view, panel, index, theme)),
  };
}

function hasStageNames({ stages }: ControlChartView): boolean {
  return stages.some(({ name }) => name !== '');
}

/** Every line of points, with the companions. */
export function linesOf({ panels }: Pick<ControlChartView, 'panels'>): readonly PointLine[] {
  return panels.flatMap((panel) => (panel.companion ? [panel, panel.companion] : [panel]));
}

function grids(view: ControlChartView, zooms: boolean): ChartOption[] {
  const side = { left: 64, right: 96 };
  // Names of stages stand between the plot and the name of the axis.
  const top = hasStageNames(view) ? 64 : 44;
  const bottom = zooms ? 72 : 40;
  if (view.panels.length === 1) return [{ ...side, top, bottom }];
  return [
    { ...side, top, height: '42%' },
    { ...side, top: '68%', bottom },
  ];
}

/** Points stand at whole numbers; limits step half-way between them, which a category axis cannot draw. */
function timeAxis(view: ControlChartView, index: number, theme: ChartTheme): ChartOption {
  const isLast = index === view.panels.length - 1;
  return axisWith(theme, {
    type: 'value',
    gridIndex: index,
    min: -0.5,
    max: view.labels.length - 0.5,
    minInterval: 1,
    splitLine: { show: false },
    axisTick: { show: false },
    axisLine: { onZero: false, lineStyle: { color: theme.axis } },
    axisLabel: {
      show: isLast,
      hideOverlap: true,
      formatter: (value: number) => (Number.isInteger(value) ? (view.labels[value] ?? '') : ''),
    },
  });
}

interface Extent {
  readonly min: number;
  readonly max: number;
}

/** What an axis shows on each side of points that are all alike: left to itself it would go far beyond them. */
function roomOf(value: number): number {
  return Math.abs(value) * 0.05 || 1;
}

function valueAxis(view: ControlChartView, panel: ControlPanel, index: number, theme: ChartTheme): ChartOption {
  return axisWith(theme, {
    type: 'value',
    gridIndex: index,
    scale: true,
    min: ({ min, max }: Extent) => (min === max ? Math.max(view.bounds?.[0] ?? -Infinity, min - roomOf(min)) : null),
    max: ({ min, max }: Extent) => (min === max ? Math.min(view.bounds?.[1] ?? Infinity, max + roomOf(max)) : null),
    name: panel.name,
    nameGap: index === 0 && hasStageNames(view) ? 32 : 15,
    axisLine: { show: false },
    axisTick: { show: false },
    nameTextStyle: {
      align: 'left',
      color: theme.mutedText,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
    },
    axisLabel: { formatter: (value: number) => (view.formatTick ?? view.format)(value), hideOverlap: true },
  });
}

function zoomControls(axes: readonly number[], theme: ChartTheme): ChartOption[] {
  // Points outside are hidden, not dropped: the lines run on to the edge.
  const shared = { xAxisIndex: [...axes], filterMode: 'none' };
  return [
    { type: 'inside', ...shared, zoomOnMouseWheel: 'ctrl' },
    {
      type: 'slider',
      ...shared,
      height: 20,
      bottom: 8,
      showDetail: false,
      borderColor: theme.grid,
      fillerColor: 'transparent',
      backgroundColor: 'transparent',
      handleStyle: { color: theme.surface, borderColor: theme.axis },
      moveHandleStyle: { color: theme.axis },
      dataBackground: { lineStyle: { color: theme.axis }, areaStyle: { color: theme.grid } },
      selectedDataBackground: { lineStyle: { color: theme.data }, areaStyle: { color: theme.grid } },
    },
  ];
}

function panelSeries(view: ControlChartView, panel: ControlPanel, index: number, theme: ChartTheme): ChartOption[] {
  const at = { xAxisIndex: index, yAxisIndex: index };
  const solid = panel.center.map((value, i) => (view.frozen[i] ? null : value));
  const dashed = panel.center.map((value, i) => (view.frozen[i] ? value : null));
  const breaks = view.stages.map(({ start }) => start);
  const line = (name: string, values: readonly Maybe[], style: LineStyle): ChartOption => ({
    ...at,
    ...limitLine(`${panel.id}-${name}`, stepVertices(values, breaks), style),
  });
  const { upper, center, lower } = view.limitNames;
  const limit = { color: theme.limit, dash: [6, 4] };
  return [
    { ...line('upper', panel.upper, limit), ...endLabel(view, theme, upper, panel.upper) },
    { ...line('lower', panel.lower, limit), ...endLabel(view, theme, lower, panel.lower) },
    line('center', solid, { color: theme.center, dash: 'solid' }),
    line('frozen', dashed, { color: theme.center, dash: [10, 4] }),
    // Names the centre line once, whichever of the two ends the chart.
    {
      ...line('middle', panel.center, { color: 'transparent', dash: 'solid' }),
      ...endLabel(view, theme, center, panel.center),
    },
    ...(panel.background ? [{ ...at, ...backgroundDots(panel.id, panel.background, theme) }] : []),
    ...(panel.companion ? [{ ...at, ...pointSeries(view, panel.companion, theme, theme.dataAlt) }] : []),
    { ...at, ...pointSeries(view, panel, theme, theme.data), ...(index === 0 ? stageMarks(view, theme) : {}) },
  ];
}

interface LineStyle {
  readonly color: string;
  readonly dash: string | readonly number[];
}

function limitLine(id: string, data: readonly (readonly [number, Maybe])[], { color, dash }: LineStyle): ChartOption {
  return {
    id,
    type: 'line',
    silent: true,
    symbol: 'none',
    connectNulls: false,
    lineStyle: { color, width: 1.5, type: dash },
    itemStyle: { color },
    emphasis: { disabled: true },
    data: [...data],
  };
}

function endLabel(view: ControlChartView, theme: ChartTheme, name: string, values: readonly Maybe[]): ChartOption {
  const last = values.findLast((value) => value !== null);
  if (last === undefined || last === null) return {};
  return {
    endLabel: {
      show: true,
      color: theme.mutedText,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 2,
      formatter: () => `${name} ${view.format(last)}`,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

function backgroundDots(id: string, values: readonly Maybe[], theme: ChartTheme): ChartOption {
  return {
    id: `${id}-background`,
    type: 'scatter',
    silent: true,
    symbolSize: 4,
    itemStyle: { color: theme.muted },
    emphasis: { disabled: true },
    data: values.flatMap((value, index) => (value === null ? [] : [[index, value]])),
  };
}

function pointSeries(view: ControlChartView, panel: PointLine, theme: ChartTheme, color: string): ChartOption {
  const shown = shownPoints(panel);
  const small = panel.values.length > symbolsUpTo;
  return {
    id: panel.id,
    name: panel.name,
    type: 'line',
    z: 4,
    connectNulls: false,
    showAllSymbol: true,
    symbol: 'circle',
    symbolSize: small ? 2 : 7,
    lineStyle: { color, width: small ? 1 : 1.5 },
    itemStyle: { color },
    data: shown.map((index) => ({
      name: view.labels[index],
      value: [index, panel.values[index]],
      ...pointMark(panel.tones[index], theme, view.selected === index),
    })),
  };
}

/** Diamond and triangle are told apart without colour; a point left out is hollow. */
function pointMark(tone: PointTone, theme: ChartTheme, selected: boolean): ChartOption {
  const ring = selected ? { borderColor: theme.text, borderWidth: 2 } : {};
  switch (tone) {
    case 'concern':
      return { symbol: 'diamond', symbolSize: 13, itemStyle: { color: theme.concern, ...ring } };
    case 'good':
      return { symbol: 'triangle', symbolSize: 11, itemStyle: { color: theme.good, ...ring } };
    case 'excluded':
      return {
        symbol: 'circle',
        symbolSize: 9,
        itemStyle: { color: theme.surface, borderColor: theme.muted, borderWidth: 2, ...ring },
      };
    case 'plain':
      return selected ? { symbolSize: 10, itemStyle: { color: theme.data, ...ring } } : {};
  }
}

/** A line where each named stage begins, with its name. */
function stageMarks(view: ControlChartView, theme: ChartTheme): ChartOption {
  const named = view.stages.filter(({ name }) => name !== '');
  if (named.length === 0) return {};
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      animation: theme.animate,
      lineStyle: { color: theme.axis, type: 'dotted', width: 1 },
      data: named.map(({ start, name }) => ({
        name,
        xAxis: start - 0.5,
        label: {
          position: 'end',
          align: 'left',
          color: theme.text,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 1,
          formatter: () => name,
        },
      })),
    },
  };
}

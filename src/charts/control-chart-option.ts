import { axisWith, baseOption, itemTooltip } from './base-option';
import { decimate, stepVertices } from './decimate';
import type { ChartOption, ChartTheme } from './option';

type Maybe = number | null;

/** How a point is marked: shape and colour together, never colour alone. */
export type PointTone = 'plain' | 'good' | 'concern' | 'excluded';

/** A line of points with limits. */
export interface ControlPanel {
  /** Series id of the points; data items are found again through `shownPoints`. */
  readonly id: string;
  readonly name: string;
  readonly values: readonly Maybe[];
  readonly center: readonly Maybe[];
  readonly upper: readonly Maybe[];
  readonly lower: readonly Maybe[];
  readonly tones: readonly PointTone[];
  readonly tooltip: (index: number) => string;
}

export interface ControlChartView {
  readonly labels: readonly string[];
  readonly panels: readonly ControlPanel[];
  readonly stages: readonly { readonly start: number; readonly end: number; readonly name: string }[];
  /** Points whose limits are extended from elsewhere: their centre line is dashed. */
  readonly frozen: readonly boolean[];
  readonly limitNames: { readonly upper: string; readonly center: string; readonly lower: string };
  readonly format: (value: number) => string;
  readonly selected?: number;
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
      const panel = view.panels.find(({ id }) => id === seriesId);
      return panel ? panel.tooltip(shownPoints(panel)[dataIndex]) : '';
    }),
    axisPointer: { lineStyle: { color: theme.axis } },
    grid: grids(view.panels.length, zooms),
    xAxis: axes.map((panel) => timeAxis(view, panel, theme)),
    yAxis: view.panels.map((panel, index) => valueAxis(view, panel, index, theme)),
    ...(zooms ? { dataZoom: zoomControls(axes, theme) } : {}),
    series: view.panels.flatMap((panel, index) => panelSeries(view, panel, index, theme)),
  };
}

function grids(panels: number, zooms: boolean): ChartOption[] {
  const side = { left: 64, right: 96 };
  const bottom = zooms ? 72 : 40;
  if (panels === 1) return [{ ...side, top: 48, bottom }];
  return [
    { ...side, top: 48, height: '46%' },
    { ...side, top: '66%', bottom },
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

function valueAxis(view: ControlChartView, panel: ControlPanel, index: number, theme: ChartTheme): ChartOption {
  return axisWith(theme, {
    type: 'value',
    gridIndex: index,
    scale: true,
    name: panel.name,
    nameTextStyle: {
      align: 'left',
      color: theme.mutedText,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
    },
    axisLabel: { formatter: (value: number) => view.format(value), hideOverlap: true },
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
    { ...at, ...pointSeries(view, panel, theme), ...(index === 0 ? stageMarks(view, theme) : {}) },
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

function pointSeries(view: ControlChartView, panel: ControlPanel, theme: ChartTheme): ChartOption {
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
    lineStyle: { color: theme.data, width: small ? 1 : 1.5 },
    itemStyle: { color: theme.data },
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

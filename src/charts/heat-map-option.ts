import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

export interface HeatCell {
  readonly row: number;
  readonly column: number;
  /** From −1 to 1: how strongly the cell is coloured, and in which of two colours. */
  readonly strength: number;
  readonly text: string;
  /** Stands out beyond chance: drawn with a frame, so that the colour is not the only sign. */
  readonly isMarked: boolean;
  readonly tooltip: string;
}

export interface HeatMapChart {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly HeatCell[];
  readonly rowName: string;
  readonly columnName: string;
  readonly selected?: number;
}

/** Series id; data item i of `cells` is cell i. */
export const heatMapSeries = { cells: 'cells' } as const;

/** Below this width a figure does not fit into its cell. */
const leastWidth = 34;

/** A table of counts as coloured cells, as an ECharts option. */
export function heatMapOption(chart: HeatMapChart, theme: ChartTheme): ChartOption {
  const isWide = chart.columns.length > 8 || chart.columns.some((name) => name.length > 12);
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (_, index) => chart.cells[index]?.tooltip ?? ''),
    grid: { left: 16, right: 16, top: 48, bottom: isWide ? 24 : 16, containLabel: true },
    xAxis: axisWith(theme, {
      type: 'category',
      data: [...chart.columns],
      splitLine: { show: false },
      axisTick: { show: false },
      axisLabel: { rotate: isWide ? 40 : 0, width: isWide ? 120 : 110, overflow: 'truncate', interval: 0 },
    }),
    yAxis: axisWith(theme, {
      type: 'category',
      data: [...chart.rows],
      inverse: true,
      splitLine: { show: false },
      axisTick: { show: false },
      name: `${chart.rowName} × ${chart.columnName}`,
      nameLocation: 'start',
      nameTextStyle: {
        align: 'left',
        color: theme.mutedText,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize - 1,
      },
      axisLabel: { width: 180, overflow: 'truncate', interval: 0 },
    }),
    series: [cellSeries(chart, theme)],
  };
}

/** What a custom series is given to draw with. */
interface DrawingApi {
  value(dimension: number): number;
  coord(point: readonly number[]): readonly number[];
  size(span: readonly number[]): readonly number[];
}

function cellSeries(chart: HeatMapChart, theme: ChartTheme): ChartOption {
  return {
    id: heatMapSeries.cells,
    name: chart.rowName,
    type: 'custom',
    encode: { x: 0, y: 1 },
    data: chart.cells.map(({ row, column, strength }) => [column, row, strength]),
    renderItem: (mark: { readonly dataIndex: number }, api: DrawingApi) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const [width, height] = api.size([1, 1]);
      const cell = chart.cells[mark.dataIndex];
      const isSelected = chart.selected === mark.dataIndex;
      const shape = {
        x: x - width / 2 + 1,
        y: y - height / 2 + 1,
        width: Math.max(1, width - 2),
        height: Math.max(1, height - 2),
      };
      const fill = {
        type: 'rect',
        shape,
        // Never opaque: the figure on it must stay readable in light and in dark.
        style: {
          fill: cell.strength >= 0 ? theme.data : theme.dataAlt,
          opacity: 0.04 + 0.56 * Math.abs(cell.strength),
        },
      };
      const frame = {
        type: 'rect',
        shape,
        style: { fill: 'none', stroke: theme.text, lineWidth: isSelected ? 3 : cell.isMarked ? 1.5 : 0 },
      };
      const text = {
        type: 'text',
        style: {
          x,
          y,
          text: cell.text,
          align: 'center',
          verticalAlign: 'middle',
          fill: theme.text,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 1,
          fontWeight: cell.isMarked ? 'bold' : 'normal',
        },
      };
      const hasRoom = width >= leastWidth && height >= theme.fontSize + 2;
      return { type: 'group', children: hasRoom ? [fill, frame, text] : [fill, frame] };
    },
  };
}

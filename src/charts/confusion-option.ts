import { axisWith, baseOption, itemTooltip } from './base-option';
import type { ChartOption, ChartTheme } from './option';

export interface ConfusionCell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly tooltip: string;
}

export interface ConfusionChart {
  readonly labels: readonly string[];
  readonly cells: readonly ConfusionCell[];
  readonly rowName: string;
  readonly columnName: string;
  readonly selected?: number;
}

/** Series id; data item i of `cells` is cell i. */
export const confusionSeries = { cells: 'cells' } as const;

/** More categories than this have no room for figures in their cells. */
const figuresUpTo = 20;

/** Who said what where the other said what, as an ECharts option: agreement on the diagonal, confusions beside it. */
export function confusionOption(chart: ConfusionChart, theme: ChartTheme): ChartOption {
  const isWide = chart.labels.length > 8;
  const names = { type: 'category', data: [...chart.labels], splitLine: { show: false } };
  return {
    ...baseOption(theme),
    tooltip: itemTooltip(theme, (_, index) => chart.cells[index]?.tooltip ?? ''),
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    xAxis: axisWith(theme, {
      ...names,
      axisLabel: {
        rotate: isWide ? 45 : 0,
        interval: 0,
        width: isWide ? 110 : 88,
        overflow: 'truncate',
        hideOverlap: true,
      },
    }),
    yAxis: axisWith(theme, {
      ...names,
      inverse: true,
      // Both names at one place: beside labels of unknown length they would be cut off.
      name: `${chart.rowName} ↓   ${chart.columnName} →`,
      nameLocation: 'start',
      nameTextStyle: { align: 'left', color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 1 },
      axisLabel: { width: 130, overflow: 'truncate', hideOverlap: true },
    }),
    series: [cellSeries(chart, theme)],
  };
}

interface DrawingApi {
  value(dimension: number): number;
  coord(point: readonly number[]): readonly number[];
  size(span: readonly number[]): readonly number[];
}

function cellSeries(chart: ConfusionChart, theme: ChartTheme): ChartOption {
  const agreed = Math.max(1, ...chart.cells.filter((c) => c.row === c.column).map((c) => c.count));
  const apart = Math.max(1, ...chart.cells.filter((c) => c.row !== c.column).map((c) => c.count));
  const hasFigures = chart.labels.length <= figuresUpTo;
  return {
    id: confusionSeries.cells,
    name: chart.rowName,
    type: 'custom',
    encode: { x: 0, y: 1 },
    data: chart.cells.map(({ row, column, count }) => [column, row, count]),
    renderItem: (mark: { readonly dataIndex: number }, api: DrawingApi) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const [width, height] = api.size([1, 1]);
      const { row, column, count } = chart.cells[mark.dataIndex];
      const strength = Math.sqrt(count / (row === column ? agreed : apart));
      const cell = {
        type: 'rect',
        shape: {
          x: x - width / 2 + 1,
          y: y - height / 2 + 1,
          width: Math.max(1, width - 2),
          height: Math.max(1, height - 2),
        },
        style: {
          fill: row === column ? theme.data : theme.concern,
          opacity: 0.15 + 0.55 * strength,
          stroke: theme.text,
          lineWidth: chart.selected === mark.dataIndex ? 2 : 0,
        },
      };
      const text = {
        type: 'text',
        style: {
          x,
          y,
          text: String(count),
          align: 'center',
          verticalAlign: 'middle',
          fill: theme.text,
          fontFamily: theme.fontFamily,
          fontSize: theme.fontSize - 1,
        },
      };
      return { type: 'group', children: hasFigures && height >= 14 ? [cell, text] : [cell] };
    },
  };
}

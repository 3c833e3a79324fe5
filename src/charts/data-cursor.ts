import type { ChartOption } from './option';

/** A data point that the arrow keys can reach. */
export interface CursorPoint {
  readonly seriesIndex: number;
  readonly seriesId: string;
  readonly dataIndex: number;
}

/** A point as words: what a screen reader is told. */
export interface PointText {
  readonly series: string;
  readonly name: string;
  readonly value: number | string | null;
}

interface SeriesLike {
  readonly id?: string;
  readonly name?: string;
  readonly data?: readonly unknown[];
  readonly silent?: boolean;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function seriesOf(option: ChartOption): readonly SeriesLike[] {
  return toList(option.series) as readonly SeriesLike[];
}

function itemValue(item: unknown): unknown {
  return typeof item === 'object' && item !== null && !Array.isArray(item) && 'value' in item ? item.value : item;
}

function isPoint(item: unknown): boolean {
  const value = itemValue(item);
  return Array.isArray(value)
    ? value.some((v) => v !== null && v !== '-')
    : value !== null && value !== undefined && value !== '-';
}

/** The series that the cursor visits, each with the indices of its points; silent series and gaps are passed over. */
export function cursorSeries(
  option: ChartOption,
): readonly { readonly seriesIndex: number; readonly seriesId: string; readonly indices: readonly number[] }[] {
  return seriesOf(option)
    .map((series, seriesIndex) => ({
      seriesIndex,
      seriesId: series.id ?? series.name ?? String(seriesIndex),
      indices: series.silent ? [] : toList(series.data).flatMap((item, index) => (isPoint(item) ? [index] : [])),
    }))
    .filter((series) => series.indices.length > 0);
}

/** Where a key leads from a point; undefined for keys that do not move the cursor. */
export function moveCursor(option: ChartOption, from: CursorPoint | null, key: string): CursorPoint | undefined {
  const all = cursorSeries(option);
  if (all.length === 0) return undefined;
  const line = Math.max(
    0,
    all.findIndex((series) => series.seriesIndex === from?.seriesIndex),
  );
  const { indices } = all[line];
  const at = from ? indices.indexOf(from.dataIndex) : -1;
  const within: Record<string, number> = {
    ArrowRight: Math.min(indices.length - 1, at + 1),
    ArrowLeft: at < 0 ? indices.length - 1 : Math.max(0, at - 1),
    Home: 0,
    End: indices.length - 1,
  };
  if (key in within) return { ...all[line], dataIndex: indices[within[key]] };
  const toLine = { ArrowDown: line + 1, ArrowUp: line - 1 }[key];
  if (toLine === undefined) return undefined;
  const next = all[(toLine + all.length) % all.length];
  const wanted = from?.dataIndex ?? 0;
  const nearest = next.indices.reduce(
    (best, index) => (Math.abs(index - wanted) < Math.abs(best - wanted) ? index : best),
    next.indices[0],
  );
  return { ...next, dataIndex: nearest };
}

function categoryAt(option: ChartOption, index: number): string | undefined {
  for (const axis of [...toList(option.xAxis), ...toList(option.yAxis)] as readonly {
    type?: unknown;
    data?: readonly unknown[];
  }[]) {
    if (axis.type !== 'category' || axis.data === undefined || axis.data[index] === undefined) continue;
    return String(itemValue(axis.data[index]));
  }
  return undefined;
}

/** What a point says: the name on the category axis (else its own name or first coordinate) and its value. */
export function describePoint(option: ChartOption, point: CursorPoint): PointText {
  const series = seriesOf(option)[point.seriesIndex];
  const item = series.data?.[point.dataIndex];
  const value = itemValue(item);
  const own = typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : undefined;
  const measured: unknown = Array.isArray(value) ? value[1] : value;
  const name =
    own ??
    categoryAt(option, point.dataIndex) ??
    (Array.isArray(value) ? String(value[0]) : String(point.dataIndex + 1));
  return {
    series: series.name ?? '',
    name,
    value: typeof measured === 'number' || typeof measured === 'string' ? measured : null,
  };
}

/** The cursor on the picture that follows: where the same point, saying the same, is still to be found; else none. */
export function keepCursor(before: ChartOption, after: ChartOption, at: CursorPoint | null): CursorPoint | null {
  if (at === null || before === after) return at;
  const series = cursorSeries(after).find(({ seriesIndex }) => seriesIndex === at.seriesIndex);
  if (series?.seriesId !== at.seriesId || !series.indices.includes(at.dataIndex)) return null;
  const was = describePoint(before, at);
  const is = describePoint(after, at);
  return was.series === is.series && was.name === is.name && was.value === is.value ? at : null;
}

import { describe, expect, it } from 'vitest';
import { describePoint, keepCursor, moveCursor, type CursorPoint } from '../../../src/charts/data-cursor';
import type { ChartOption } from '../../../src/charts/option';

const option: ChartOption = {
  xAxis: { type: 'category', data: ['2024-01', '2024-02', '2024-03', '2024-04'] },
  yAxis: { type: 'value' },
  series: [
    { id: 'limit', silent: true, data: [9, 9, 9, 9] },
    { id: 'rate', name: 'Rate', data: [1, null, { value: 3 }, '-'] },
    { id: 'last', name: 'Last year', data: [4, 5, 6, 7] },
  ],
};

function walk(keys: readonly string[], start: CursorPoint | null = null): string {
  const end = keys.reduce<CursorPoint | null>((at, key) => moveCursor(option, at, key) ?? at, start);
  return end ? `${end.seriesId}:${end.dataIndex}` : 'none';
}

describe('the keyboard cursor of a chart', () => {
  it.each([
    ['enters at the first point', ['ArrowRight'], 'rate:0'],
    ['enters from the right at the last', ['ArrowLeft'], 'rate:2'],
    ['passes over gaps', ['ArrowRight', 'ArrowRight'], 'rate:2'],
    ['stops at the end', ['ArrowRight', 'ArrowRight', 'ArrowRight'], 'rate:2'],
    ['jumps to both ends', ['End', 'Home'], 'rate:0'],
    ['changes the series, staying as near as it can', ['End', 'ArrowDown', 'ArrowRight', 'ArrowUp'], 'rate:2'],
    ['goes round the series, silent ones left out', ['Home', 'ArrowDown', 'ArrowDown'], 'rate:0'],
  ])('%s', (_, keys, end) => {
    expect(walk(keys)).toBe(end);
  });

  it('has nothing to say about other keys and empty charts', () => {
    expect(moveCursor(option, null, 'a')).toBeUndefined();
    expect(moveCursor({ series: [] }, null, 'ArrowRight')).toBeUndefined();
    expect(moveCursor({}, null, 'ArrowRight')).toBeUndefined();
  });

  it('says a point by its series, its place on the axis and its value', () => {
    expect(describePoint(option, { seriesIndex: 1, seriesId: 'rate', dataIndex: 2 })).toEqual({
      series: 'Rate',
      name: '2024-03',
      value: 3,
    });
  });

  it('says points of pairs by their first coordinate, and horizontal bars by their vertical axis', () => {
    const scatter: ChartOption = { xAxis: { type: 'value' }, series: { name: 'S', data: [[12, 0.5]] } };
    expect(describePoint(scatter, { seriesIndex: 0, seriesId: 'S', dataIndex: 0 })).toEqual({
      series: 'S',
      name: '12',
      value: 0.5,
    });
    const bars: ChartOption = {
      xAxis: { type: 'value' },
      yAxis: { type: 'category', data: ['Queue'] },
      series: [{ data: [7] }],
    };
    expect(describePoint(bars, { seriesIndex: 0, seriesId: '0', dataIndex: 0 })).toEqual({
      series: '',
      name: 'Queue',
      value: 7,
    });
  });

  describe('when the picture changes', () => {
    const at: CursorPoint = { seriesIndex: 1, seriesId: 'rate', dataIndex: 2 };
    const withRate = (data: readonly unknown[], id = 'rate'): ChartOption => ({
      ...option,
      series: [
        { id: 'limit', silent: true, data: [9, 9, 9, 9] },
        { id, name: 'Rate', data: [...data] },
      ] as never,
    });

    it('stays on a point that still says the same', () => {
      expect(keepCursor(option, option, at)).toBe(at);
      expect(keepCursor(option, withRate([5, 6, 3, 8]), at)).toBe(at);
      expect(keepCursor(option, option, null)).toBeNull();
    });

    it.each([
      ['says something else', withRate([1, null, 4])],
      ['is a gap now', withRate([1, null, '-'])],
      ['is gone', withRate([1])],
      ['belongs to another series now', withRate([1, null, 3], 'share')],
      ['has another name', { ...option, xAxis: { type: 'category', data: ['2023-01', '2023-02', '2023-03'] } }],
      ['has lost its series', {}],
    ] as readonly (readonly [string, ChartOption])[])('lets go of a point that %s', (_, after) => {
      expect(keepCursor(option, after, at)).toBeNull();
    });
  });
});

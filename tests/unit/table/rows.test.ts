import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/table/cell-text';
import { findColumn, findDictionary, findNumeric } from '../../../src/table/find-column';
import { sliceRows, sortRows } from '../../../src/table/slice-rows';
import { numeric, tableOf, words } from './build-table';

const table = tableOf(
  words('c0', ['乙', '甲', null, '项目10', '项目2', '甲']),
  numeric('c1', 'number', [0.1, 3, -2, null, 3, 1e21]),
);

describe('cellText', () => {
  it.each([
    ['date', 19_782, '2024-02-29'],
    ['datetime', 19_782 * 86_400_000 + 3_661_000, '2024-02-29 01:01:01'],
    ['month', 2024 * 12 + 1, '2024-02'],
    ['time', 3_661, '01:01:01'],
    ['duration', 360_000.5, '100:00:00.5'],
    ['duration', -61, '-00:01:01'],
    ['boolean', 1, '1'],
    ['number', 0.1, '0.1'],
  ] as const)('%s %d reads %s', (type, value, text) => {
    expect(cellText(numeric('c', type, [value]), 0)).toBe(text);
  });
  it('leaves a missing cell empty and takes words for yes and no', () => {
    const answer = numeric('c', 'boolean', [null, 0]);
    expect(cellText(answer, 0)).toBe('');
    expect(cellText(answer, 1, { yes: '是', no: '否' })).toBe('否');
    expect(cellText(words('c', ['007']), 0)).toBe('007');
  });
});

describe('sliceRows', () => {
  it('gives one page and the total', () => {
    expect(sliceRows(table, null, { offset: 4, limit: 10 })).toEqual({
      total: 6,
      rows: [4, 5],
      cells: [
        ['项目2', '3'],
        ['甲', '1e+21'],
      ],
    });
    expect(sliceRows(table, Uint32Array.of(1, 3), { offset: 1, limit: 1, columns: ['c1', 'c0', 'gone'] })).toEqual({
      total: 2,
      rows: [3],
      cells: [['', '项目10']],
    });
    expect(sliceRows(table, null, { offset: 9, limit: 2 }).rows).toEqual([]);
  });
  it('sorts numbers with missing cells last in both directions, ties in file order', () => {
    expect(Array.from(sortRows(table, null, { column: 'c1', descending: false }))).toEqual([2, 0, 1, 4, 5, 3]);
    expect(Array.from(sortRows(table, null, { column: 'c1', descending: true }))).toEqual([5, 1, 4, 0, 2, 3]);
  });
  it('sorts words by pinyin and 2 before 10', () => {
    expect(Array.from(sortRows(table, null, { column: 'c0', descending: false }))).toEqual([1, 5, 4, 3, 0, 2]);
  });
  it('keeps the order when the column is not there', () => {
    expect(Array.from(sortRows(table, Uint32Array.of(3, 5), { column: 'gone', descending: true }))).toEqual([3, 5]);
  });
});

describe('findColumn', () => {
  it('finds by id, and by kind', () => {
    expect(findColumn(table, 'c1')?.type).toBe('number');
    expect(findColumn(table, '__proto__')).toBeUndefined();
    expect(findDictionary(table, 'c1')).toBeUndefined();
    expect(findNumeric(table, 'c1')?.id).toBe('c1');
  });
});

import { describe, expect, it } from 'vitest';
import { applyFilters, intersectRows } from '../../../src/table/apply-filters';
import type { Filter } from '../../../src/table/filter';
import { numeric, tableOf, words } from './build-table';

const table = tableOf(
  words('c0', ['等待', '态度', null, '等待', '__proto__', 'Fee']),
  numeric('c1', 'number', [5, -1, 3, null, 0, 8]),
  words('c2', [null, '等待', '态度', '态度', null, null]),
);

function rowsOf(...filters: Filter[]): number[] | null | string {
  const result = applyFilters(table, filters);
  if (!result.ok) return result.failure.code;
  return result.value && Array.from(result.value);
}

describe('applyFilters', () => {
  it('keeps every row when nothing is asked', () => expect(rowsOf()).toBeNull());
  it('gives null, not a list, when every row passes', () =>
    expect(rowsOf({ op: 'rows', rows: [0, 1, 2, 3, 4, 5] })).toBeNull());
  it('in: words; a missing cell fails', () =>
    expect(rowsOf({ column: 'c0', op: 'in', values: ['等待', 'no such'] })).toEqual([0, 3]));
  it('in: a category called __proto__ is a word like any other', () =>
    expect(rowsOf({ column: 'c0', op: 'in', values: ['__proto__'] })).toEqual([4]));
  it('in: a word may stand in other columns too; those that the table lacks have none', () => {
    const waiting: Filter = { column: 'c0', op: 'in', values: ['等待'], also: ['c2', 'c9'] };
    expect(rowsOf(waiting)).toEqual([0, 1, 3]);
    expect(rowsOf({ column: 'c1', op: 'present' }, waiting)).toEqual([0, 1]);
    expect(rowsOf({ ...waiting, also: ['c1'] })).toBe('filter-wrong-type');
  });
  it('notIn: a missing cell passes', () =>
    expect(rowsOf({ column: 'c0', op: 'notIn', values: ['等待', 'Fee'] })).toEqual([1, 2, 4]));
  it('contains: ignores case', () => expect(rowsOf({ column: 'c0', op: 'contains', text: 'fEe' })).toEqual([5]));
  it('range: from included, before not; a missing cell fails', () =>
    expect(rowsOf({ column: 'c1', op: 'range', from: 0, before: 5 })).toEqual([2, 4]));
  it('equals', () => expect(rowsOf({ column: 'c1', op: 'equals', values: [0, 8] })).toEqual([4, 5]));
  it('missing and present', () => {
    expect(rowsOf({ column: 'c1', op: 'missing' })).toEqual([3]);
    expect(rowsOf({ column: 'c0', op: 'present' }, { column: 'c1', op: 'present' })).toEqual([0, 1, 4, 5]);
  });
  it('rows: ignores numbers outside the table', () => expect(rowsOf({ op: 'rows', rows: [-1, 2, 99] })).toEqual([2]));
  it('all conditions must hold', () =>
    expect(rowsOf({ column: 'c0', op: 'in', values: ['等待'] }, { column: 'c1', op: 'present' })).toEqual([0]));
  it('names a column that is not there, and one of the wrong kind', () => {
    expect(rowsOf({ column: 'c9', op: 'missing' })).toBe('filter-column-unknown');
    expect(rowsOf({ column: 'c1', op: 'in', values: ['5'] })).toBe('filter-wrong-type');
    expect(rowsOf({ column: 'c0', op: 'equals', values: [5] })).toBe('filter-wrong-type');
  });
});

describe('intersectRows', () => {
  it('treats null as all rows', () => {
    expect(intersectRows(null, Uint32Array.of(1, 4))).toEqual(Uint32Array.of(1, 4));
    expect(intersectRows(Uint32Array.of(1, 4), null)).toEqual(Uint32Array.of(1, 4));
    expect(intersectRows(Uint32Array.of(0, 1, 4, 7), Uint32Array.of(1, 2, 7, 9))).toEqual(Uint32Array.of(1, 7));
  });
});

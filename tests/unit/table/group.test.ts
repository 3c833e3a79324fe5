import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../src/kernel/dates';
import { aggregateBy, quantileOfSorted } from '../../../src/table/aggregate';
import {
  countBy,
  countCross,
  countMissing,
  groupByNumber,
  groupByPeriod,
  groupByWord,
  sumBy,
} from '../../../src/table/group';
import { numeric, words } from './build-table';

const kind = words('k', ['a', 'b', null, 'a', 'c', 'b']);
const minutes = numeric('m', 'number', [1, 2, 4, null, 16, 32]);

describe('groups of words', () => {
  const groups = groupByWord(kind);
  it('counts rows per word, without missing cells', () => expect(Array.from(countBy(groups, null))).toEqual([2, 2, 1]));
  it('counts only the selected rows', () =>
    expect(Array.from(countBy(groups, Uint32Array.of(1, 2, 3)))).toEqual([1, 1, 0]));
  it('sums values and squares, and says how many cells had none', () => {
    const sums = sumBy(groups, minutes, null);
    expect(Array.from(sums.sums)).toEqual([1, 34, 16]);
    expect(Array.from(sums.squares)).toEqual([1, 4 + 1024, 256]);
    expect(Array.from(sums.counts)).toEqual([1, 2, 1]);
    expect(sums.missing).toBe(1);
  });
  it('counts pairs', () => {
    const answer = words('x', ['no', 'yes', 'no', 'no', 'no', 'no']);
    expect(Array.from(countCross(groups, groupByWord(answer), null))).toEqual([2, 0, 1, 1, 1, 0]);
  });
  it('counts missing cells of a selection', () => {
    expect(countMissing(kind, null)).toBe(1);
    expect(countMissing(minutes, Uint32Array.of(0, 1))).toBe(0);
  });
});

describe('groups of numbers', () => {
  it('are the distinct values of the selection, ascending', () => {
    const groups = groupByNumber(numeric('n', 'number', [3, 1, null, 3, 2]), Uint32Array.of(0, 1, 2, 3));
    expect(groups.values).toEqual([1, 3]);
    expect(Array.from(groups.of)).toEqual([1, 0, -1, 1, -1]);
  });
});

describe('groups of periods', () => {
  const dates = numeric('d', 'date', [toEpochDay(2024, 1, 31), toEpochDay(2024, 4, 1), null, toEpochDay(2024, 1, 1)]);
  it('leave no month out, also one without rows', () => {
    const groups = groupByPeriod(dates, 'month', null);
    expect(groups).toMatchObject({ size: 4, first: 2024 * 12, unit: 'month' });
    expect(groups && Array.from(countBy(groups, null))).toEqual([2, 0, 0, 1]);
  });
  it('can be stretched and cut by bounds', () => {
    const groups = groupByPeriod(dates, 'month', null, { first: 2024 * 12 + 1, last: 2024 * 12 + 5 });
    expect(groups && Array.from(countBy(groups, null))).toEqual([0, 0, 1, 0, 0]);
  });
  it('are the same for date, datetime and month columns', () => {
    const stamps = numeric(
      't',
      'datetime',
      Array.from(dates.values, (day) => day * 86_400_000 + 86_399_999),
    );
    expect(groupByPeriod({ ...stamps, missing: dates.missing }, 'quarter', null)?.of).toEqual(
      groupByPeriod(dates, 'quarter', null)?.of,
    );
    const months = numeric('m', 'month', [2024 * 12, 2024 * 12 + 3, null, 2024 * 12]);
    expect(groupByPeriod(months, 'month', null)?.of).toEqual(groupByPeriod(dates, 'month', null)?.of);
  });
  it('survive a stray year', () => {
    const groups = groupByPeriod(
      numeric('d', 'date', [toEpochDay(1900, 1, 1), toEpochDay(9999, 12, 31)]),
      'year',
      null,
    );
    expect(groups?.size).toBe(8100);
    expect(groups?.of[1]).toBe(8099);
  });
  it('are none without dates, or when a month column is asked for days', () => {
    expect(groupByPeriod(numeric('d', 'date', [null]), 'day', null)).toBeNull();
    expect(groupByPeriod(numeric('m', 'month', [5]), 'week', null)).toBeNull();
  });
});

describe('aggregateBy', () => {
  it('gives one figure per group, null where there is none', () => {
    const groups = groupByWord(words('k', ['a', 'a', 'a', 'a', 'b', 'c']));
    const values = numeric('v', 'number', [4, 1, 3, 2, null, 7]);
    expect(aggregateBy(groups, values, null, 'mean')).toEqual({ values: [2.5, null, 7], counts: [4, 0, 1] });
    expect(aggregateBy(groups, values, null, 'median').values).toEqual([2.5, null, 7]);
    expect(aggregateBy(groups, values, null, 'sum').values).toEqual([10, null, 7]);
    expect(aggregateBy(groups, values, null, 'min').values).toEqual([1, null, 7]);
    expect(aggregateBy(groups, values, null, 'max').values).toEqual([4, null, 7]);
    // R: quantile(c(1, 2, 3, 4), .9) = 3.7
    expect(aggregateBy(groups, values, null, 'p90').values[0]).toBeCloseTo(3.7, 12);
  });
  it('refuses to take a quantile of nothing', () => expect(() => quantileOfSorted([], 0.5)).toThrow(RangeError));
});

import { describe, expect, it } from 'vitest';
import { msPerDay, toEpochDay } from '../../../src/kernel/dates';
import {
  dayExtent,
  daysFilter,
  parsePeriod,
  periodFilter,
  periodLabel,
  periodOfDay,
  periodStart,
  periodUnits,
} from '../../../src/table/period';
import { numeric } from './build-table';

describe('periods', () => {
  it.each([
    ['day', '2024-02-29'],
    ['week', '2024-W09'],
    ['month', '2024-02'],
    ['quarter', '2024-Q1'],
    ['year', '2024'],
  ] as const)('%s of 2024-02-29 is %s', (unit, label) => {
    expect(periodLabel(periodOfDay(toEpochDay(2024, 2, 29), unit), unit)).toBe(label);
  });
  it('follows ISO 8601 at the turn of the year', () => {
    // Monday 2024-12-30 belongs to week 1 of 2025; Sunday 2023-01-01 to week 52 of 2022.
    expect(periodLabel(periodOfDay(toEpochDay(2024, 12, 30), 'week'), 'week')).toBe('2025-W01');
    expect(periodLabel(periodOfDay(toEpochDay(2023, 1, 1), 'week'), 'week')).toBe('2022-W52');
    expect(periodLabel(periodOfDay(toEpochDay(2021, 1, 3), 'week'), 'week')).toBe('2020-W53');
  });
  it('counts on before 1970', () => {
    const day = toEpochDay(1969, 12, 31);
    expect(periodLabel(periodOfDay(day, 'quarter'), 'quarter')).toBe('1969-Q4');
    expect(periodStart(periodOfDay(day, 'month'), 'month')).toBe(toEpochDay(1969, 12, 1));
    expect(periodLabel(periodOfDay(day, 'week'), 'week')).toBe('1970-W01');
  });
  it('starts a period on its first day and labels it so that it can be read back', () => {
    for (const unit of periodUnits) {
      for (let day = toEpochDay(2019, 12, 20); day < toEpochDay(2021, 1, 12); day++) {
        const period = periodOfDay(day, unit);
        expect(periodStart(period, unit)).toBeLessThanOrEqual(day);
        expect(periodStart(period + 1, unit)).toBeGreaterThan(day);
        expect(parsePeriod(periodLabel(period, unit), unit)).toBe(period);
      }
    }
  });
  it('refuses labels that name nothing', () => {
    expect(parsePeriod('2024-13', 'month')).toBeNull();
    expect(parsePeriod('2024-W53', 'week')).toBeNull();
    expect(parsePeriod('2023-02-29', 'day')).toBeNull();
    expect(parsePeriod('2024-02', 'quarter')).toBeNull();
    expect(parsePeriod('Q1', 'quarter')).toBeNull();
  });
  it('turns a period into a condition in the unit of the column', () => {
    const march = periodOfDay(toEpochDay(2024, 3, 15), 'month');
    const from = toEpochDay(2024, 3, 1);
    expect(periodFilter({ id: 'c0', type: 'date' }, 'month', march)).toEqual({
      column: 'c0',
      op: 'range',
      from,
      before: from + 31,
    });
    expect(periodFilter({ id: 'c0', type: 'datetime' }, 'month', march)).toEqual({
      column: 'c0',
      op: 'range',
      from: from * msPerDay,
      before: (from + 31) * msPerDay,
    });
    expect(periodFilter({ id: 'c0', type: 'month' }, 'quarter', 2024 * 4)).toEqual({
      column: 'c0',
      op: 'range',
      from: 2024 * 12,
      before: 2024 * 12 + 3,
    });
  });
  it('counts a month into a range of days by its first day', () => {
    expect(daysFilter({ id: 'm', type: 'month' }, toEpochDay(2024, 1, 15), toEpochDay(2024, 4, 1))).toEqual({
      column: 'm',
      op: 'range',
      from: 2024 * 12 + 1,
      before: 2024 * 12 + 3,
    });
    expect(daysFilter({ id: 'd', type: 'date' }, null, 7)).toEqual({ column: 'd', op: 'range', from: null, before: 7 });
  });
  it('finds the first and last day, or nothing', () => {
    expect(dayExtent(numeric('c', 'datetime', [3 * msPerDay + 5, null, msPerDay]), null)).toEqual({
      first: 1,
      last: 3,
    });
    expect(dayExtent(numeric('c', 'date', [null, null]), null)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import {
  daysOf,
  parseQuarter,
  quarterBefore,
  quarterLastYear,
  quarterName,
  quarterOf,
} from '../../../../src/domain/report/quarter';
import { formatIsoDate } from '../../../../src/kernel/dates';
import { dayOfDate } from './support';

describe('a quarter', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2024-Q1', '2024-01-01', '2024-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s runs from %s to %s', (name, first, last) => {
    const quarter = parseQuarter(name);
    expect(quarter).not.toBeNull();
    const { from, to } = daysOf(quarter ?? { year: 0, quarter: 1 });
    expect([formatIsoDate(from), formatIsoDate(to)]).toEqual([first, last]);
    expect([quarterOf(from), quarterOf(to)].map(quarterName)).toEqual([name, name]);
  });

  it('has one before it and one a year before', () => {
    expect(quarterName(quarterBefore({ year: 2026, quarter: 1 }))).toBe('2025-Q4');
    expect(quarterName(quarterLastYear({ year: 2026, quarter: 3 }))).toBe('2025-Q3');
    expect(quarterName(quarterOf(dayOfDate('2026-11-22')))).toBe('2026-Q4');
  });

  it.each(['2026Q1', '2026-Q5', '2026-Q0', '26-Q1', '2026-Q1 ', ''])('is not "%s"', (text) => {
    expect(parseQuarter(text)).toBeNull();
  });
});

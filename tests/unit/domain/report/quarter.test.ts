import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../../src/domain/report/quarter';
import { formatIsoDate } from '../../../../src/kernel/dates';

describe('a quarter', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2024-Q1', '2024-01-01', '2024-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s runs from %s to %s', (name, first, last) => {
    const { from, to } = daysOf(name);
    expect([formatIsoDate(from), formatIsoDate(to)]).toEqual([first, last]);
  });
});

import { describe, expect, it } from 'vitest';
import { countCategories, paretoTable } from '../../../../src/stats/pareto/pareto-table';

describe('Pareto table', () => {
  it('keeps equal counts in the order they came in', () => {
    const { rows } = paretoTable([
      { category: 'b', count: 2 },
      { category: 'a', count: 2 },
      { category: 'c', count: 5 },
    ]);
    expect(rows.map(({ category }) => category)).toEqual(['c', 'b', 'a']);
  });

  it('does not let rounding decide what reaches 80 %', () => {
    const items = [0.1, 0.2, 0.3, 0.2, 0.2].map((count, i) => ({ category: i, count }));
    expect(paretoTable(items, { cutoffPercent: 70 }).vitalFew).toBe(3);
  });

  it('gathers a tail of two or more, never a single category', () => {
    const items = [90, 6, 3, 1].map((count, category) => ({ category, count }));
    expect(paretoTable(items, { otherAbovePercent: 97 }).tailStart).toBe(2);
    expect(paretoTable(items, { otherAbovePercent: 99 }).tailStart).toBe(4);
    expect(paretoTable(items).tailStart).toBe(4);
  });

  it('has no percentages where nothing was counted', () => {
    const table = paretoTable([{ category: 'x', count: 0 }]);
    expect(table).toMatchObject({ total: 0, vitalFew: 0, rows: [{ percent: null, cumulativePercent: null }] });
    expect(paretoTable([]).rows).toEqual([]);
  });

  it('refuses counts below 0', () => {
    expect(() => paretoTable([{ category: 'x', count: -1 }])).toThrow(RangeError);
  });

  it('counts observations and passes over missing ones', () => {
    expect(countCategories(['b', null, 'a', 'b'])).toEqual([
      { category: 'b', count: 2 },
      { category: 'a', count: 1 },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFilters } from '../../src/table/apply-filters';
import type { Filter } from '../../src/table/filter';
import { countBy, groupByPeriod, groupByWord } from '../../src/table/group';
import { periodOfDay, periodUnits } from '../../src/table/period';
import { numeric, tableOf, words } from '../unit/table/build-table';

const word = fc.option(fc.constantFrom('a', 'b', 'c', '__proto__', ''), { nil: null });
const value = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
const rows = fc.array(fc.record({ word, value }), { maxLength: 60 });
const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    column: fc.constant('w'),
    op: fc.constantFrom('in' as const, 'notIn' as const),
    values: fc.array(fc.constantFrom('a', 'b', '__proto__', 'x')),
  }),
  fc.record({
    column: fc.constant('n'),
    op: fc.constant('range' as const),
    from: fc.option(fc.integer({ min: -5, max: 5 })),
    before: fc.option(fc.integer({ min: -5, max: 5 })),
  }),
  fc.record({ column: fc.constantFrom('w', 'n'), op: fc.constantFrom('missing' as const, 'present' as const) }),
);

function holds(filter: Filter, row: { word: string | null; value: number | null }): boolean {
  if (filter.op === 'rows') return false;
  const cell = filter.column === 'w' ? row.word : row.value;
  if (filter.op === 'missing') return cell === null;
  if (filter.op === 'present') return cell !== null;
  if (filter.op === 'notIn') return cell === null || !filter.values.includes(String(cell));
  if (filter.op === 'in') return cell !== null && filter.values.includes(String(cell));
  if (filter.op === 'range')
    return row.value !== null && row.value >= (filter.from ?? -Infinity) && row.value < (filter.before ?? Infinity);
  return false;
}

describe('applyFilters', () => {
  it('agrees with a test of each row by itself', () => {
    fc.assert(
      fc.property(
        rows.filter((list) => list.length > 0),
        fc.array(condition, { maxLength: 4 }),
        (list, filters) => {
          const table = tableOf(
            words(
              'w',
              list.map((row) => row.word),
            ),
            numeric(
              'n',
              'number',
              list.map((row) => row.value),
            ),
          );
          const result = applyFilters(table, filters);
          const expected = list.flatMap((row, i) => (filters.every((filter) => holds(filter, row)) ? [i] : []));
          expect(result.ok && Array.from(result.value ?? list.keys())).toEqual(expected);
        },
      ),
    );
  });
});

describe('groups', () => {
  it('lose no row: words and missing cells add up', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (list) => {
        const counted = countBy(groupByWord(words('w', list)), null).reduce((a, b) => a + b, 0);
        expect(counted + list.filter((cell) => cell === null).length).toBe(list.length);
      }),
    );
  });
  it('put every day into the period that the calendar says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -40_000, max: 60_000 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...periodUnits),
        (days, unit) => {
          const groups = groupByPeriod(numeric('d', 'date', days), unit, null);
          days.forEach((day, row) =>
            expect((groups?.first ?? NaN) + (groups?.of[row] ?? NaN)).toBe(periodOfDay(day, unit)),
          );
        },
      ),
    );
  });
});

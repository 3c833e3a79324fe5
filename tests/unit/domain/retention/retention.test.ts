import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueForDeletion,
  lastDayOfPeriod,
  noRules,
  readRules,
  type Kept,
} from '../../../../src/domain/retention/retention';
import { formatIsoDate, fromEpochDay, toEpochDay } from '../../../../src/kernel/dates';

function day(text: string): number {
  const [year, month, date] = text.split('-').map(Number);
  return toEpochDay(year, month, date);
}

const kept = (id: string, from: string | null, more: Partial<Kept> = {}): Kept => ({
  kind: 'events',
  id,
  name: id,
  from: from === null ? null : day(from),
  keepUntil: null,
  ...more,
});

describe('lastDayOfPeriod', () => {
  it.each([
    ['2026-03-15', 1, '2026-04-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2100-01-30', 1, '2100-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2025-12-31', 36, '2028-12-31'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months end on %s', (from, months, last) => {
    expect(formatIsoDate(lastDayOfPeriod(day(from), months))).toBe(last);
  });

  it('ends in the month that many months on, never past its day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('1990-01-01'), max: day('2200-12-31') }),
        fc.integer({ min: 0, max: 600 }),
        (from, months) => {
          const [a, b] = [fromEpochDay(from), fromEpochDay(lastDayOfPeriod(from, months))];
          expect(b.year * 12 + b.month - (a.year * 12 + a.month)).toBe(months);
          expect(b.day).toBeLessThanOrEqual(a.day);
          if (b.day < a.day) expect(fromEpochDay(lastDayOfPeriod(from, months) + 1).day).toBe(1);
        },
      ),
    );
  });

  it('refuses what is no number of months', () => {
    expect(() => lastDayOfPeriod(0, 1.5)).toThrow(RangeError);
    expect(() => lastDayOfPeriod(0, -1)).toThrow(RangeError);
  });
});

describe('dueForDeletion', () => {
  const rules = { ...noRules, events: 36 };

  it('falls due on the day after the last, the longest due first', () => {
    const things = [kept('b', '2023-03-01'), kept('a', '2020-02-29')];
    expect(dueForDeletion(things, rules, day('2026-03-01')).map(({ id }) => id)).toEqual(['a']);
    const due = dueForDeletion(things, rules, day('2026-03-02'));
    expect(due.map(({ id, since }) => [id, formatIsoDate(since)])).toEqual([
      ['a', '2023-03-01'],
      ['b', '2026-03-02'],
    ]);
  });

  it('waits for what must be kept longer, and for what is not over', () => {
    const today = day('2030-01-01');
    expect(dueForDeletion([kept('open', null)], rules, today)).toEqual([]);
    const held = kept('held', '2020-01-01', { keepUntil: day('2029-12-31') });
    expect(dueForDeletion([held], rules, today - 1)).toEqual([]);
    expect(dueForDeletion([held], rules, today)).toMatchObject([{ since: today }]);
  });

  it('lists nothing of a kind without a rule', () => {
    expect(dueForDeletion([kept('d', '2000-01-01', { kind: 'datasets' })], rules, day('2030-01-01'))).toEqual([]);
  });
});

describe('readRules', () => {
  it('reads whole months between 1 and 600, and nothing else', () => {
    expect(readRules({ datasets: 24, events: 0, evidence: 1.5, answers: '12', other: 3 })).toEqual({
      ...noRules,
      datasets: 24,
    });
    expect(readRules({ events: 601 })).toEqual(noRules);
    expect(readRules(null)).toEqual(noRules);
    expect(readRules([])).toEqual(noRules);
  });
});

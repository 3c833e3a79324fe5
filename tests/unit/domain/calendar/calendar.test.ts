import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  countBusinessDays,
  createCalendar,
  isBusinessDay,
  knowsHolidays,
  limitEnd,
  formatCalendarTable,
  parseCalendarTable,
  withTable,
} from '../../../../src/domain/calendar/calendar';
import { chinaCalendar } from '../../../../src/domain/calendar/china';
import { clockPresets } from '../../../../src/domain/calendar/regimes';
import { formatIsoDate, formatIsoDateTime, msPerDay, toEpochDay } from '../../../../src/kernel/dates';

const day = (text: string): number => {
  const [year, month, date] = text.split('-').map(Number);
  return toEpochDay(year, month, date);
};
const words = { off: ['off'], work: ['work'] };

describe('the calendar of China', () => {
  it('closes the National Day week of 2025 and opens its make-up days', () => {
    for (let at = day('2025-10-01'); at <= day('2025-10-08'); at++)
      expect(isBusinessDay(chinaCalendar, at)).toBe(false);
    expect(isBusinessDay(chinaCalendar, day('2025-09-28'))).toBe(true);
    expect(isBusinessDay(chinaCalendar, day('2025-10-11'))).toBe(true);
    expect(isBusinessDay(chinaCalendar, day('2025-10-12'))).toBe(false);
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('has the published number of working days in %i', (year, expected) => {
    const first = toEpochDay(year, 1, 1);
    expect(countBusinessDays(chinaCalendar, first - 1, toEpochDay(year, 12, 31))).toBe(expected);
  });

  it('counts three working days over the Spring Festival of 2026', () => {
    // Friday 13 February: Saturday 14 is a make-up day, 15–23 closed, so the third working day is Wednesday 25.
    expect(formatIsoDate(addBusinessDays(chinaCalendar, day('2026-02-13'), 3))).toBe('2026-02-25');
  });

  it('says for which years it knows the holidays', () => {
    expect(knowsHolidays(chinaCalendar, day('2025-12-20'), day('2026-01-10'))).toBe(true);
    expect(knowsHolidays(chinaCalendar, day('2026-12-20'), day('2027-01-10'))).toBe(false);
  });
});

describe('limits', () => {
  const noon = day('2025-09-29') * msPerDay + msPerDay / 2;

  it.each([
    [{ amount: 4, unit: 'hour' } as const, '2025-09-29 16:00:00'],
    [{ amount: 15, unit: 'day' } as const, '2025-10-14 23:59:59'],
    [{ amount: 3, unit: 'businessDay' } as const, '2025-10-10 23:59:59'],
    [{ amount: 0, unit: 'businessDay' } as const, '2025-09-29 23:59:59'],
  ])('end at the end of their last day: %o', (limit, expected) => {
    expect(formatIsoDateTime(limitEnd(chinaCalendar, noon, limit))).toBe(expected);
  });

  it('are those of the regulators', () => {
    expect(
      clockPresets.map(({ id, decision, complexDecision }) => [id, decision.amount, complexDecision?.amount]),
    ).toEqual([
      ['cn-2020', 15, 30],
      ['us-cfpb', 15, 60],
      ['uk-fca', 56, undefined],
    ]);
  });
});

describe('a table of holidays', () => {
  it('is read from lines and replaces the years it names', () => {
    const table = parseCalendarTable('# 2027\n2027-01-01~2027-01-03 off\r\n2027-01-09, work\n', words);
    if (!table.ok) throw new Error(table.failure.code);
    const calendar = withTable(chinaCalendar, table.value);
    expect(isBusinessDay(calendar, day('2027-01-01'))).toBe(false);
    expect(isBusinessDay(calendar, day('2027-01-09'))).toBe(true);
    expect(isBusinessDay(calendar, day('2025-10-01'))).toBe(false);
    const replaced = withTable(calendar, { holidays: [day('2025-03-03')], makeUpDays: [] });
    expect(isBusinessDay(replaced, day('2025-10-01'))).toBe(true);
    expect(isBusinessDay(replaced, day('2025-03-03'))).toBe(false);
  });

  it.each(['2027-02-30 off', '2027-01-03~2027-01-01 off', '2027-01-01 maybe', 'nonsense'])(
    'names the line it cannot read: %s',
    (line) => {
      const table = parseCalendarTable(`2027-01-01 off\n${line}`, words);
      expect(table).toMatchObject({ ok: false, failure: { code: 'calendar-line-unreadable', params: { line: 2 } } });
    },
  );

  it('is written as it is read, days in a row as one range', () => {
    const text = '2027-01-01~2027-01-03 off\n2027-01-09 work\n2027-02-05 off';
    const table = parseCalendarTable(text, words);
    if (!table.ok) throw new Error(table.failure.code);
    expect(formatCalendarTable(table.value, { off: words.off[0], work: words.work[0] })).toBe(text);
  });

  it('refuses a text without days', () => {
    expect(parseCalendarTable('# nothing\n', words)).toMatchObject({ ok: false, failure: { code: 'calendar-empty' } });
  });
});

describe('working days', () => {
  it('count back what was added', () => {
    const start = day('2024-01-01');
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), fc.nat({ max: 200 }), (offset, count) => {
        const end = addBusinessDays(chinaCalendar, start + offset, count);
        expect(countBusinessDays(chinaCalendar, start + offset, end)).toBe(count);
        if (count > 0) expect(isBusinessDay(chinaCalendar, end)).toBe(true);
      }),
    );
  });

  it('refuse a calendar that is always closed', () => {
    const closed = {
      ...createCalendar('closed', { holidays: [], makeUpDays: [] }),
      weekend: new Set([1, 2, 3, 4, 5, 6, 7]),
    };
    expect(() => addBusinessDays(closed, 0, 1)).toThrow(RangeError);
  });
});

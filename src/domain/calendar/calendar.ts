/** Working days: which days a bank's offices are open, and when a limit counted in days or working days runs out. */

import { formatIsoDate, fromEpochDay, isValidDate, isoWeekday, msPerDay, toEpochDay } from '../../kernel/dates';
import { fail, ok, type Failure, type Result } from '../../kernel/result';

/** Days are epoch days. A day in neither list is closed at weekends only. */
export interface BusinessCalendar {
  readonly id: string;
  /** Closed although the weekday says open. */
  readonly holidays: ReadonlySet<number>;
  /** Open although the weekday says closed, as the days that make up for a long holiday. */
  readonly makeUpDays: ReadonlySet<number>;
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  readonly weekend: ReadonlySet<number>;
  /** Years whose holidays are known; a limit that ends in another year is only as good as its weekends. */
  readonly years: ReadonlySet<number>;
}

/** How long something may take. Hours run on; days are natural days; working days skip closed ones. */
export interface TimeLimit {
  readonly amount: number;
  readonly unit: 'hour' | 'day' | 'businessDay';
}

/** Whether offices are open on a day. */
export function isBusinessDay(calendar: BusinessCalendar, day: number): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  return !calendar.holidays.has(day) && !calendar.weekend.has(isoWeekday(day));
}

/**
 * The working day that lies `count` working days after `day`; the day itself does not count, open or closed.
 *
 * A calendar without any open day throws: only a mistake of the program makes one.
 */
export function addBusinessDays(calendar: BusinessCalendar, day: number, count: number): number {
  if (!(count >= 0)) throw new RangeError(`working days are added forwards: ${count}`);
  let left = count;
  let at = day;
  for (let closed = 0; left > 0;) {
    at++;
    if (isBusinessDay(calendar, at)) {
      left--;
      closed = 0;
    } else if (++closed > 366) throw new RangeError(`the calendar has no open day: ${calendar.id}`);
  }
  return at;
}

/** Working days from the day after `from` to `to`, both epoch days; 0 where `to` is not later. */
export function countBusinessDays(calendar: BusinessCalendar, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isBusinessDay(calendar, day)) count++;
  return count;
}

/** Epoch day of a moment. Moments are milliseconds since 1970-01-01 00:00 on the clock on the wall. */
export function dayOf(moment: number): number {
  return Math.floor(moment / msPerDay);
}

/**
 * The last moment at which a limit that began at `start` is kept. Limits in days and working days end with their last
 * day, so a case received at noon has as long as one received in the morning.
 */
export function limitEnd(calendar: BusinessCalendar, start: number, { amount, unit }: TimeLimit): number {
  if (unit === 'hour') return start + amount * 3_600_000;
  const last = unit === 'day' ? dayOf(start) + amount : addBusinessDays(calendar, dayOf(start), amount);
  return (last + 1) * msPerDay - 1;
}

/** Whether the holidays of every year from one day to another are known. */
export function knowsHolidays(calendar: BusinessCalendar, from: number, to: number): boolean {
  for (let year = fromEpochDay(from).year; year <= fromEpochDay(to).year; year++) {
    if (!calendar.years.has(year)) return false;
  }
  return true;
}

/** The parts of a calendar as plain data, as they are stored. */
export interface CalendarTable {
  readonly holidays: readonly number[];
  readonly makeUpDays: readonly number[];
}

/** A calendar with Saturday and Sunday closed. The years known are those that the table names. */
export function createCalendar(id: string, { holidays, makeUpDays }: CalendarTable): BusinessCalendar {
  return {
    id,
    holidays: new Set(holidays),
    makeUpDays: new Set(makeUpDays),
    weekend: new Set([6, 7]),
    years: new Set([...holidays, ...makeUpDays].map((day) => fromEpochDay(day).year)),
  };
}

/** A calendar with the days of a table over it; the years of the table replace those of the calendar. */
export function withTable(calendar: BusinessCalendar, table: CalendarTable): BusinessCalendar {
  const added = createCalendar(calendar.id, table);
  const keep = (day: number): boolean => !added.years.has(fromEpochDay(day).year);
  return {
    ...calendar,
    holidays: new Set([...[...calendar.holidays].filter(keep), ...added.holidays]),
    makeUpDays: new Set([...[...calendar.makeUpDays].filter(keep), ...added.makeUpDays]),
    years: new Set([...calendar.years, ...added.years]),
  };
}

/** Days from one to another, both included. */
export function daysBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

export type CalendarFailureCode = 'calendar-line-unreadable' | 'calendar-empty';

/**
 * A table of holidays from text: one day or range per line, and whether offices are closed or open then:
 * `2026-10-01~2026-10-07 off`, `2026-10-10 work`. Empty lines and lines that begin with `#` are skipped.
 *
 * Fails  calendar-line-unreadable (with the line), calendar-empty
 */
export function parseCalendarTable(
  text: string,
  words: { readonly off: readonly string[]; readonly work: readonly string[] },
): Result<CalendarTable, Failure<CalendarFailureCode>> {
  const holidays: number[] = [];
  const makeUpDays: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const match = /^\s*(\d{4}-\d{1,2}-\d{1,2})(?:\s*[~～]\s*(\d{4}-\d{1,2}-\d{1,2}))?[\s,，]+(\S+)\s*$/.exec(line);
    const from = match && readDay(match[1]);
    const to = match && (match[2] ? readDay(match[2]) : from);
    const word = match?.[3].toLowerCase() ?? '';
    const list = words.off.includes(word) ? holidays : words.work.includes(word) ? makeUpDays : null;
    if (from === null || to === null || list === null || to < from || to - from > 366) {
      return fail('calendar-line-unreadable', { line: index + 1, text: line.trim().slice(0, 40) });
    }
    list.push(...daysBetween(from, to));
  }
  if (holidays.length + makeUpDays.length === 0) return fail('calendar-empty');
  return ok({ holidays, makeUpDays });
}

/** The table as text that `parseCalendarTable` reads: days in a row as one range, in the order of the calendar. */
export function formatCalendarTable(
  { holidays, makeUpDays }: CalendarTable,
  words: { readonly off: string; readonly work: string },
): string {
  const marked = [
    ...holidays.map((day) => ({ day, word: words.off })),
    ...makeUpDays.map((day) => ({ day, word: words.work })),
  ].sort((a, b) => a.day - b.day);
  const spans: { from: number; to: number; word: string }[] = [];
  for (const { day, word } of marked) {
    const last = spans.at(-1);
    if (last?.word === word && last.to + 1 === day) last.to = day;
    else spans.push({ from: day, to: day, word });
  }
  return spans
    .map(({ from, to, word }) =>
      [formatIsoDate(from), ...(to > from ? ['~', formatIsoDate(to)] : []), ' ', word].join(''),
    )
    .join('\n');
}

function readDay(text: string): number | null {
  const [year, month, day] = text.split('-').map(Number);
  return isValidDate(year, month, day) ? toEpochDay(year, month, day) : null;
}

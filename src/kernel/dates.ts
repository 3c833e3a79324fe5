/**
 * Calendar arithmetic on whole days, without time zones.
 *
 * An epoch day is the number of days since 1970-01-01 in the proleptic Gregorian calendar. A month index is
 * `year * 12 + (month - 1)`. Dates in files have no zone, so none is ever applied to them: a day stays the day
 * that was written.
 */

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** Milliseconds of a day without clock changes. */
export const msPerDay = 86_400_000;

/**
 * Epoch day of a civil date; the date must be valid (see `isValidDate`).
 *
 * Source  Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function toEpochDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Civil date of an epoch day. */
export function fromEpochDay(epochDay: number): CivilDate {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the Gregorian year has 366 days. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether year, month and day name a day that exists. */
export function isValidDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** ISO weekday of an epoch day: 1 Monday … 7 Sunday. */
export function isoWeekday(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** Epoch day of the Monday of the ISO week that holds `epochDay`. */
export function startOfIsoWeek(epochDay: number): number {
  return epochDay - (isoWeekday(epochDay) - 1);
}

/** ISO 8601 week number and its year. */
export function isoWeek(epochDay: number): { readonly year: number; readonly week: number } {
  const thursday = startOfIsoWeek(epochDay) + 3;
  const { year } = fromEpochDay(thursday);
  return { year, week: Math.floor((thursday - toEpochDay(year, 1, 1)) / 7) + 1 };
}

/** Month index of an epoch day. */
export function monthIndexOf(epochDay: number): number {
  const { year, month } = fromEpochDay(epochDay);
  return year * 12 + month - 1;
}

/** `YYYY-MM-DD` of an epoch day. */
export function formatIsoDate(epochDay: number): string {
  const { year, month, day } = fromEpochDay(epochDay);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `YYYY-MM` of a month index. */
export function formatIsoMonth(monthIndex: number): string {
  const year = Math.floor(monthIndex / 12);
  return `${String(year).padStart(4, '0')}-${String(monthIndex - year * 12 + 1).padStart(2, '0')}`;
}

/** `YYYY-MM-DD HH:MM:SS` of milliseconds since 1970-01-01 00:00 on the clock of whoever wrote the file. */
export function formatIsoDateTime(wallMs: number): string {
  const day = Math.floor(wallMs / msPerDay);
  const seconds = Math.floor((wallMs - day * msPerDay) / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${formatIsoDate(day)} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

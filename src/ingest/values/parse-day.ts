import { isValidDate, toEpochDay } from '../../kernel/dates';
import type { DateOrder } from '../types';
import { fullYear, monthOfName, withDigits } from './calendar-words';

/** What a text says as a calendar day. */
export type DayReading =
  | { readonly kind: 'day'; readonly epochDay: number; readonly evidence: 'shape' | 'digits' | 'serial' }
  /** Three numbers that more than one order explains. */
  | { readonly kind: 'ambiguous' }
  /** The shape of a date without such a day. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'none' };

const none: DayReading = { kind: 'none' };
const impossible: DayReading = { kind: 'impossible' };
const ambiguous: DayReading = { kind: 'ambiguous' };

const yearFirst = /^(\d{4})\s*(?:([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)$/;
const shortChinese = /^(\d{2})年\s*(\d{1,2})月\s*(\d{1,2})[日号]?$/;
const three = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{1,2})$/;
const dayName = /^(\d{1,2})(?:st|nd|rd|th)?[-\s/.,]*([a-z]{3,9})\.?[-\s/.,]*(\d{4}|\d{2})$/i;
const nameDay = /^([a-z]{3,9})\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})$/i;
const yearName = /^(\d{4})[-\s/.]*([a-z]{3,9})\.?[-\s/.]*(\d{1,2})$/i;
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const weekdayBehind = /\s*[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?$/;

/** First and last Excel serial read as a day in a date column: 1954-10-03 and 2119-01-10. */
const serialFrom = 20_000;
const serialTo = 80_000;

/** Epoch day of Excel serial 0 under the 1900 system, for serials after its invented 1900-02-29. */
export const serialEpochDay = -25_569;

/**
 * A cleaned text (see `cleanCell`) as a day.
 *
 * The order of day and month is never guessed: three numbers are read when only one order gives a day that exists, or
 * by `order`; under an order that does not fit, the text is impossible, never swapped. A two-part year is read by
 * `fullYear`. Serials of Excel are offered as such, for the caller to accept or not.
 */
export function parseDay(text: string, order?: DateOrder): DayReading {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const iso = yearFirst.exec(text);
    if (iso) return day(Number(iso[1]), Number(iso[3] ?? iso[5]), Number(iso[4] ?? iso[6]));
    const numbers = three.exec(text);
    if (numbers) return threeNumbers([numbers[1], numbers[3], numbers[4]], numbers[2], order);
    if (/^\d+(?:\.\d+)?$/.test(text)) return onlyDigits(text);
  }
  return wordedDay(text);
}

function day(year: number, month: number, date: number, evidence: 'shape' | 'digits' = 'shape'): DayReading {
  return isValidDate(year, month, date) && year >= 1000
    ? { kind: 'day', epochDay: toEpochDay(year, month, date), evidence }
    : impossible;
}

function wordedDay(text: string): DayReading {
  const plain = withDigits(text.replace(weekday, '').replace(weekdayBehind, ''));
  const chinese = shortChinese.exec(plain);
  if (chinese) return day(fullYear(Number(chinese[1])), Number(chinese[2]), Number(chinese[3]));
  if (plain !== text) return parseDay(plain);
  const dayFirst = dayName.exec(plain);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const nameFirst = nameDay.exec(plain);
  if (nameFirst) return named(nameFirst[3], nameFirst[1], nameFirst[2]);
  const yearThenName = yearName.exec(plain);
  return yearThenName ? named(yearThenName[1], yearThenName[2], yearThenName[3]) : none;
}

function named(year: string, name: string, date: string): DayReading {
  const month = monthOfName(name);
  return month === null ? none : day(fullYear(Number(year)), month, Number(date));
}

/** Three numbers as written between two equal separators. */
type Numbers = readonly [first: string, second: string, third: string];

/** The orders that the lengths of the numbers allow: a year has four digits or two, and stands first or last. */
function allowedOrders([first, , third]: Numbers): readonly DateOrder[] {
  if (third.length === 4) return ['dmy', 'mdy'];
  if (first.length !== 2) return third.length === 2 ? ['dmy', 'mdy'] : [];
  return third.length === 2 ? ['ymd', 'dmy', 'mdy'] : ['ymd'];
}

function inOrder([first, second, third]: Numbers, order: DateOrder): DayReading {
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (order === 'ymd') return day(fullYear(a), b, c);
  return order === 'dmy' ? day(fullYear(c), b, a) : day(fullYear(c), a, b);
}

/** The orders under which a text names a day that exists, if it is three numbers with the year last or short; else null. */
export function ordersOf(text: string): readonly DateOrder[] | null {
  const match = three.exec(text);
  if (!match) return null;
  const numbers: Numbers = [match[1], match[3], match[4]];
  return allowedOrders(numbers).filter((order) => inOrder(numbers, order).kind === 'day');
}

function threeNumbers(numbers: Numbers, separator: string, order: DateOrder | undefined): DayReading {
  const allowed = allowedOrders(numbers);
  // 10.2.3 is a version or a place in a list rather than a day of 2010.
  if (allowed.length === 0 || (separator === '.' && numbers[2].length === 1)) return none;
  // "Year first" says nothing about which of day and month leads when the year is plainly last.
  const isDecided = order !== undefined && !(order === 'ymd' && numbers[2].length === 4);
  if (isDecided) return allowed.includes(order) ? inOrder(numbers, order) : impossible;
  const days = new Set<number>();
  for (const one of allowed) {
    const reading = inOrder(numbers, one);
    if (reading.kind === 'day') days.add(reading.epochDay);
  }
  if (days.size > 1) return ambiguous;
  const [epochDay] = days;
  return epochDay === undefined ? impossible : { kind: 'day', epochDay, evidence: 'shape' };
}

function onlyDigits(text: string): DayReading {
  if (text.length === 8 && !text.includes('.')) {
    const year = Number(text.slice(0, 4));
    const read = day(year, Number(text.slice(4, 6)), Number(text.slice(6)), 'shape');
    return year < 1900 || year > 2100 ? none : read;
  }
  if (text.length === 6 && !text.includes('.')) {
    return day(fullYear(Number(text.slice(0, 2))), Number(text.slice(2, 4)), Number(text.slice(4)), 'digits');
  }
  const serial = Number(text);
  return serial >= serialFrom && serial < serialTo
    ? { kind: 'day', epochDay: Math.floor(serial) + serialEpochDay, evidence: 'serial' }
    : none;
}

/**
 * The forms in which systems write nearly every number and every moment, read character by character.
 *
 * A text in any other form is NaN here and is left to the full parsers, which read these forms alike.
 */

import { daysInMonth, msPerDay, toEpochDay } from '../../kernel/dates';

const zero = 48;
const colon = 58;
const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * Up to 15 digits, at most one dot between them, and perhaps a minus in front; NaN for all other texts.
 *
 * Accuracy  the nearest double: the digits and the power of ten are exact, so their quotient is rounded only once
 */
export function plainNumber(text: string): number {
  const { length } = text;
  const isNegative = text.charCodeAt(0) === 45;
  const start = isNegative ? 1 : 0;
  let value = 0;
  let digits = 0;
  let dot = -1;
  for (let i = start; i < length; i++) {
    const digit = text.charCodeAt(i) - zero;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
    } else if (digit === -2 && dot < 0 && i > start && i < length - 1) dot = i;
    else return NaN;
    if (digits > 15) return NaN;
  }
  if (digits === 0) return NaN;
  if (dot >= 0) value /= powersOfTen[length - 1 - dot];
  return isNegative ? 0 - value : value;
}

/** Whether a text that `plainMoment` reads has a time of day. */
export function hasPlainTime(text: string): boolean {
  return text.length > 10;
}

/**
 * A year of four digits, month and day between equal separators, and perhaps a time behind a blank or `T`, as
 * milliseconds since 1970-01-01 00:00 on the writer's wall clock: `2024-01-05`, `2024/1/5 9:03`. NaN for all other
 * texts, and for days and times that do not exist.
 */
export function plainMoment(text: string): number {
  const separator = text.charCodeAt(4);
  if (text.length < 8 || text.length > 19 || separator < 45 || separator > 47) return NaN;
  const year = pair(text, 0) * 100 + pair(text, 2);
  const monthEnd = text.charCodeAt(6) === separator ? 6 : 7;
  if (!(year >= 1000) || text.charCodeAt(monthEnd) !== separator) return NaN;
  const dayStart = monthEnd + 1;
  const dayEnd = isDigit(text.charCodeAt(dayStart + 1)) ? dayStart + 2 : dayStart + 1;
  const month = oneOrTwo(text, 5, monthEnd);
  const day = oneOrTwo(text, dayStart, dayEnd);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return NaN;
  const midnight = toEpochDay(year, month, day) * msPerDay;
  if (dayEnd === text.length) return midnight;
  const gap = text.charCodeAt(dayEnd);
  return gap === 32 || gap === 84 ? midnight + clockMs(text, dayEnd + 1) : NaN;
}

/** `H:MM` or `HH:MM:SS` from `start` to the end of the text. */
function clockMs(text: string, start: number): number {
  const hourEnd = text.charCodeAt(start + 1) === colon ? start + 1 : start + 2;
  const hour = oneOrTwo(text, start, hourEnd);
  const minute = pair(text, hourEnd + 1);
  const hasSeconds = text.length === hourEnd + 6 && text.charCodeAt(hourEnd + 3) === colon;
  const second = hasSeconds ? pair(text, hourEnd + 4) : 0;
  const isClock = text.charCodeAt(hourEnd) === colon && (hasSeconds || text.length === hourEnd + 3);
  if (!isClock || !(hour < 24 && minute < 60 && second < 60)) return NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= 57;
}

function oneOrTwo(text: string, start: number, end: number): number {
  if (end - start === 2) return pair(text, start);
  const code = text.charCodeAt(start);
  return isDigit(code) ? code - zero : NaN;
}

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? tens * 10 + ones - 528 : NaN;
}

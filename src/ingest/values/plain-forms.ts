/**
 * The forms in which systems write nearly every number and every moment, read byte by byte.
 *
 * A cell in any other form is NaN here and is left to the full parsers, which read these forms alike.
 */

import { daysInMonth, msPerDay, toEpochDay } from '../../kernel/dates';

const minus = 45;
const dot = 46;
const slash = 47;
const zero = 48;
const nine = 57;
const colon = 58;
const blank = 32;
const letterT = 84;
const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** Longer texts are in no plain form. */
const longest = 19;
const characters = new Uint8Array(longest);

/** Reads the cell at `bytes[start..end)`; NaN if it is not in the plain form. */
export type PlainReader = (bytes: Uint8Array, start: number, end: number) => number;

/** A plain reader for texts. */
export function readPlainText(read: PlainReader, text: string): number {
  const { length } = text;
  if (length > longest) return NaN;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return NaN;
    characters[i] = code;
  }
  return read(characters, 0, length);
}

/**
 * Up to 15 digits, at most one dot between them, and perhaps a minus in front.
 *
 * Accuracy  the nearest double: the digits and the power of ten are exact, so their quotient is rounded only once
 */
export const plainNumber: PlainReader = (bytes, start, end) => {
  const isNegative = bytes[start] === minus;
  const first = isNegative ? start + 1 : start;
  if (first >= end || end - first > 16) return NaN;
  let value = 0;
  let dotAt = -1;
  for (let p = first; p < end; p++) {
    const byte = bytes[p];
    if (byte >= zero && byte <= nine) value = value * 10 + byte - zero;
    else if (byte === dot && dotAt < 0 && p > first && p < end - 1) dotAt = p;
    else return NaN;
  }
  if (dotAt >= 0) value /= powersOfTen[end - 1 - dotAt];
  else if (end - first > 15) return NaN;
  return isNegative ? 0 - value : value;
};

/**
 * A year of four digits, month and day between equal separators, and perhaps a time behind a blank or `T`, as
 * milliseconds since 1970-01-01 00:00 on the writer's wall clock: `2024-01-05`, `2024/1/5 9:03`. NaN for all other
 * cells, and for days and times that do not exist.
 */
export const plainMoment: PlainReader = (bytes, start, end) => {
  const separator = bytes[start + 4];
  if (end - start < 8 || end - start > longest || separator < minus || separator > slash) return NaN;
  const year = pair(bytes, start) * 100 + pair(bytes, start + 2);
  const monthAt = start + 5;
  const monthEnd = bytes[monthAt + 1] === separator ? monthAt + 1 : monthAt + 2;
  if (!(year >= 1000) || bytes[monthEnd] !== separator) return NaN;
  const dayAt = monthEnd + 1;
  const dayEnd = dayAt + 1 < end && isDigit(bytes[dayAt + 1]) ? dayAt + 2 : dayAt + 1;
  if (dayEnd > end) return NaN;
  const month = oneOrTwo(bytes, monthAt, monthEnd);
  const day = oneOrTwo(bytes, dayAt, dayEnd);
  if (!(month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month)))) return NaN;
  const midnight = toEpochDay(year, month, day) * msPerDay;
  if (dayEnd === end) return midnight;
  return bytes[dayEnd] === blank || bytes[dayEnd] === letterT ? midnight + clockMs(bytes, dayEnd + 1, end) : NaN;
};

/** A moment, or a number that can hardly be a code: with a fraction, or of up to five digits without leading zeros. */
export const plainMeasure: PlainReader = (bytes, start, end) => {
  const moment = plainMoment(bytes, start, end);
  if (!Number.isNaN(moment)) return moment;
  const number = plainNumber(bytes, start, end);
  const hasLeadingZero = end - start > 1 && bytes[start] === zero && bytes[start + 1] !== dot;
  return hasLeadingZero || (end - start > 5 && Number.isInteger(number)) ? NaN : number;
};

/** Whether a text that `plainMoment` reads has a time of day. */
export function hasPlainTime(text: string): boolean {
  return text.length > 10;
}

/** `H:MM` or `HH:MM:SS`, all of `bytes[start..end)`. */
function clockMs(bytes: Uint8Array, start: number, end: number): number {
  const hourEnd = bytes[start + 1] === colon ? start + 1 : start + 2;
  const hasSeconds = end === hourEnd + 6;
  if ((!hasSeconds && end !== hourEnd + 3) || bytes[hourEnd] !== colon) return NaN;
  if (hasSeconds && bytes[hourEnd + 3] !== colon) return NaN;
  const hour = oneOrTwo(bytes, start, hourEnd);
  const minute = pair(bytes, hourEnd + 1);
  const second = hasSeconds ? pair(bytes, hourEnd + 4) : 0;
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : NaN;
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= nine;
}

function oneOrTwo(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 2) return pair(bytes, start);
  return isDigit(bytes[start]) ? bytes[start] - zero : NaN;
}

function pair(bytes: Uint8Array, at: number): number {
  const tens = bytes[at];
  const ones = bytes[at + 1];
  return isDigit(tens) && isDigit(ones) ? tens * 10 + ones - 11 * zero : NaN;
}

import { formatIsoDate, fromEpochDay } from '../../kernel/dates';
import { CellHint } from '../raw-table';
import type { FormatKind } from './number-format';

export interface CellText {
  readonly text: string;
  readonly hint: CellHint;
}

const secondsPerDay = 86_400;

/** A clock of more than this many days is a moment shown without its day. */
const longestSpanDays = 366;

/** A number as a spreadsheet shows it: 15 significant digits, the shortest text that gives them. */
export function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const value = Number(raw);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : raw;
}

/**
 * A stored number under its format: a date, a clock, a span of time, a percentage or the number itself.
 *
 * The format decides the kind, the value what must not be lost: a time of day under a plain date is kept, a clock of
 * more than a day is a duration. The 1900 system counts a 29 February 1900 that never was; that day, and serial 0,
 * are given as written so that they are reported as impossible. Negative dates stay numbers. Rounded to the second.
 *
 * Source  ECMA-376 part 1, §18.17.4 (dates and times)
 */
export function serialCell(raw: string, kind: FormatKind, date1904: boolean): CellText {
  const serial = Number(raw);
  if (kind === 'number' || !Number.isFinite(serial)) return { text: numberText(raw), hint: CellHint.number };
  if (kind === 'percent') return { text: numberText(raw), hint: CellHint.percent };
  if (kind === 'elapsed') return elapsed(serial);
  if (serial < 0) return kind === 'clock' ? elapsed(serial) : { text: numberText(raw), hint: CellHint.number };
  if (kind === 'clock' && serial < longestSpanDays) {
    return serial < 1 ? { text: clockText(toSeconds(serial)), hint: CellHint.time } : elapsed(serial);
  }
  if (serial < 1 && kind === 'moment' && serial > 0) return { text: clockText(toSeconds(serial)), hint: CellHint.time };
  return moment(serial, date1904, kind);
}

function elapsed(serial: number): CellText {
  // Whole milliseconds: the fraction of a day cannot carry more, and 0.1 s of noise would make distinct values.
  return { text: String(Math.round(serial * secondsPerDay * 1000) / 1000), hint: CellHint.duration };
}

function moment(serial: number, date1904: boolean, kind: FormatKind): CellText {
  let whole = Math.floor(serial);
  let seconds = toSeconds(serial - whole);
  if (seconds === secondsPerDay) {
    whole++;
    seconds = 0;
  }
  const day = dayText(whole, date1904);
  if (day === null) return { text: numberText(String(serial)), hint: CellHint.number };
  if (seconds === 0 && kind === 'day') return { text: day, hint: CellHint.date };
  return { text: `${day} ${clockText(seconds)}`, hint: CellHint.datetime };
}

/** `YYYY-MM-DD` of a whole serial; null beyond the year 9999. */
function dayText(serial: number, date1904: boolean): string | null {
  if (!date1904 && serial === 0) return '1900-01-00';
  if (!date1904 && serial === 60) return '1900-02-29';
  const epochDay = serial - (date1904 ? 24_107 : serial < 60 ? 25_568 : 25_569);
  return fromEpochDay(epochDay).year > 9999 ? null : formatIsoDate(epochDay);
}

function toSeconds(fraction: number): number {
  return Math.round(fraction * secondsPerDay);
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function clockText(seconds: number): string {
  const whole = Math.min(seconds, secondsPerDay - 1);
  return `${twoDigits(Math.floor(whole / 3600))}:${twoDigits(Math.floor(whole / 60) % 60)}:${twoDigits(whole % 60)}`;
}

import { formatIsoDate, formatIsoDateTime, formatIsoMonth } from '../kernel/dates';
import type { Locale } from './locale';

/** Numbers and dates in the reader's language. Dates are ISO in both languages: they sort, and nobody can swap day and month. */
export interface Formats {
  /** A number with at most `digits` decimals (default 3), grouped. */
  number(value: number, digits?: number): string;
  /** Exactly `digits` decimals. */
  fixed(value: number, digits: number): string;
  /** A fraction as a percentage; 0.123 → 12.3 %. */
  percent(fraction: number, digits?: number): string;
  date(epochDay: number): string;
  dateTime(wallMs: number): string;
  month(monthIndex: number): string;
  /** Joined by commas and "and"; an open list ends with a mark instead, since nothing is the last of it. */
  list(items: readonly string[], open?: boolean): string;
}

/** Formats for a locale. Not finite → "–", never NaN on a screen. */
export function createFormats(locale: Locale): Formats {
  const cache = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let format = cache.get(key);
    if (!format) cache.set(key, (format = new Intl.NumberFormat(locale, options)));
    return format;
  };
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const openList = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  const shown = (value: number, options: Intl.NumberFormatOptions): string =>
    Number.isFinite(value) ? numberFormat(options).format(value) : '–';
  return {
    number: (value, digits = 3) => shown(value, { maximumFractionDigits: digits }),
    fixed: (value, digits) => shown(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    percent: (fraction, digits = 1) =>
      shown(fraction, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    date: formatIsoDate,
    dateTime: formatIsoDateTime,
    month: formatIsoMonth,
    list: (items, open = false) => (open ? openList.format([...items, '…']) : list.format(items)),
  };
}

import { getBit } from '../kernel/bitmap';
import { formatIsoDate, formatIsoDateTime, formatIsoMonth } from '../kernel/dates';
import type { Column, ColumnType } from './column';

/** What a yes/no cell is called; the reader's language knows better words. */
export interface YesNoWords {
  readonly yes: string;
  readonly no: string;
}

const digits: YesNoWords = { yes: '1', no: '0' };

/** A cell as plain text: dates in ISO style, numbers in full precision, a missing cell as the empty text. */
export function cellText(column: Column, row: number, words: YesNoWords = digits): string {
  if (getBit(column.missing, row)) return '';
  return column.layout === 'dictionary'
    ? column.dictionary[column.codes[row]]
    : valueText(column.values[row], column.type, words);
}

/** A stored number of a column type as plain text. */
export function valueText(value: number, type: ColumnType, words: YesNoWords = digits): string {
  switch (type) {
    case 'date':
      return formatIsoDate(value);
    case 'datetime':
      return formatIsoDateTime(value);
    case 'month':
      return formatIsoMonth(value);
    case 'time':
    case 'duration':
      return clockText(value);
    case 'boolean':
      return value === 1 ? words.yes : words.no;
    default:
      return String(value);
  }
}

/** `H:MM:SS` of seconds, with a fraction only where there is one. */
function clockText(seconds: number): string {
  const sign = seconds < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(seconds));
  const fraction = Math.round((Math.abs(seconds) - whole) * 1000) / 1000;
  const two = (n: number): string => String(n).padStart(2, '0');
  const tail = fraction > 0 && fraction < 1 ? String(fraction).slice(1) : '';
  return `${sign}${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${tail}`;
}

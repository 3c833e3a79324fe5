import { monthIndexOf } from '../../kernel/dates';
import type { DateOrder } from '../types';
import { fullYear, monthOfName, withDigits } from './calendar-words';
import { cleanCell, longestMeasure } from './clean-cell';
import { parseDate } from './parse-date';
import { notAMonth, readAs } from './readings';
import type { CellReading } from './types';

const yearMonth = /^(\d{4})\s*(?:年\s*(\d{1,2})\s*月份?|[-/](\d{1,2})|[.M](\d{2}))$/;
const shortYearMonth = /^(\d{2})年(\d{1,2})月份?$/;
const monthYear = /^(\d{1,2})[-/](\d{4})$/;
const nameYear = /^([a-z]{3,9})\.?[-\s/.,']*(\d{4}|\d{2})$/i;
const yearName = /^(\d{4})[-\s/.]*([a-z]{3,9})\.?$/i;
const sixDigits = /^(\d{4})(\d{2})$/;

/** Month index of a month label such as 2024年1月, 2024-01, 202401, Jan-24; null if the text is none. */
export function monthOfLabel(text: string): number | null {
  if (text.length > longestMeasure) return null;
  const plain = withDigits(cleanCell(text));
  const numeric = yearMonth.exec(plain) ?? shortYearMonth.exec(plain) ?? sixDigits.exec(plain);
  if (numeric) return toIndex(fullYear(Number(numeric[1])), Number(numeric[2] ?? numeric[3] ?? numeric[4]));
  const swapped = monthYear.exec(plain);
  if (swapped) return toIndex(Number(swapped[2]), Number(swapped[1]));
  const named = nameYear.exec(plain);
  if (named) return toIndex(fullYear(Number(named[2])), monthOfName(named[1]));
  const yearFirst = yearName.exec(plain);
  return yearFirst ? toIndex(Number(yearFirst[1]), monthOfName(yearFirst[2])) : null;
}

function toIndex(year: number, month: number | null): number | null {
  if (month === null || month < 1 || month > 12 || year < 1900 || year > 2100) return null;
  return year * 12 + month - 1;
}

/**
 * A cell as a month index (year × 12 + month − 1); a whole date is read as its month.
 *
 * A month without a year (`1月`, `Jan`) is refused: no year is ever invented.
 *
 * Fails  monthExpected, dateImpossible, dateOrderUnknown
 */
export function parseMonth(text: string, order?: DateOrder): CellReading {
  const label = monthOfLabel(text);
  if (label !== null) return readAs(label);
  const date = parseDate(text, order);
  if (date.kind === 'number') return readAs(monthIndexOf(date.value), date.warning);
  return date.kind === 'unreadable' && date.code !== 'dateExpected' ? date : notAMonth;
}

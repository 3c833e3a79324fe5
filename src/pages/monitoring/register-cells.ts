import type { Formats } from '../../i18n/format';
import type { SimpleCell } from '../../ui/table-types';

/** What stands where nothing is known. */
const nothing = '–';

/** A text as it is. */
export function textCell(value: string | null): SimpleCell {
  return { value: value ?? '', text: value ?? nothing };
}

/** An epoch day. */
export function dayCell(formats: Formats, value: number | null): SimpleCell {
  return { value, text: value === null ? nothing : formats.date(value) };
}

/** A part of a whole, as a percentage; null where either is not known or the whole is nothing. */
export function shareCell(formats: Formats, part: number | null, whole: number | null): SimpleCell {
  const value = part === null || whole === null || whole === 0 ? null : part / whole;
  return { value, text: value === null ? nothing : formats.percent(value) };
}

import { isValidDate, toEpochDay } from '../kernel/dates';
import { toHalfWidth } from '../kernel/text';

/** Epoch day of a date typed year first, as 2024-03-05, 2024/3/5, 2024.3.5 or 20240305; null for anything else. */
export function parseDateText(text: string): number | null {
  const plain = toHalfWidth(text).trim();
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(plain);
  if (!match) return null;
  const [year, month, day] = [match[1], match[3], match[4]].map(Number);
  return isValidDate(year, month, day) ? toEpochDay(year, month, day) : null;
}

import { toHalfWidth } from '../kernel/text';

/** A number as a person types it: full-width digits, thousands separators and blanks are allowed; null when it is none. */
export function parseNumberText(text: string): number | null {
  const plain = toHalfWidth(text).replace(/[\s,]/g, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}

import { toHalfWidth } from '../../kernel/text';

/**
 * Longest text that is looked at as a number, a date or a duration. Longer ones are prose, and a hostile file cannot
 * make a pattern run for long on them.
 */
export const longestMeasure = 64;

const protectedText = /^="(.*)"$/s;

/** Whether a character is none of the blanks: no blank is between U+0020 and U+00A0, or among the Chinese characters. */
export function isInk(code: number): boolean {
  return (code > 0x20 && code < 0xa0) || (code > 0x3000 && code < 0xfe00);
}

/** A text without blanks at its ends, whatever their width; letters and digits are left as written. */
export function trimCell(text: string): string {
  // Most cells have plain characters at both ends.
  if (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1))) return text;
  const trimmed = text.trim();
  return trimmed.startsWith('\u200B') || trimmed.endsWith('\u200B') ? trimmed.replaceAll('\u200B', '').trim() : trimmed;
}

/**
 * A code as the writer meant it.
 *
 * Exports protect long numbers from spreadsheets with an apostrophe before them or as `="00123"`; that wrapping is
 * not part of the code. Nothing else is changed.
 */
export function unwrapProtected(text: string): string {
  const first = text.charCodeAt(0);
  if (first === 0x3d) return text.replace(protectedText, '$1');
  return first === 0x27 ? text.slice(1) : text;
}

/** A cell prepared for the parsers of numbers and dates: trimmed, unwrapped, digits and signs half-width. */
export function cleanCell(text: string): string {
  const trimmed = trimCell(text);
  const plain = unwrapProtected(trimmed);
  return /[\u00A0\u3000\uFF01-\uFF5E]/.test(plain) ? toHalfWidth(plain).replaceAll('\u00A0', ' ').trim() : plain;
}

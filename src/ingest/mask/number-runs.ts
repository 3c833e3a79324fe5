import type { NumberRun } from './types';

const separator = /^[ \u00A0\-‐‑‒–—]{1,2}$/u;
/** IBAN and printed card numbers have up to nine groups; longer lists are tables, not numbers. */
const maxGroups = 9;

/**
 * Every way to read the digits of a text as one number: each group alone, and groups with only blanks or hyphens
 * between them together.
 *
 * Left out are groups that touch `*` (the rest of something already masked), digits after a decimal point or
 * before one, and groups glued to Latin letters at the end (part of a code, except a final check character X).
 *
 * Shape  text: half-width
 */
export function numberRuns(text: string): readonly NumberRun[] {
  const groups = digitGroups(text);
  const runs: NumberRun[] = [];
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    const sizes: number[] = [];
    for (let last = first; last < groups.length && last < first + maxGroups; last++) {
      const group = groups[last];
      if (last > first && !separator.test(text.slice(groups[last - 1].end, group.start))) break;
      digits += group.digits;
      sizes.push(group.digits.length);
      if (digits.length > 34) break;
      if (digits.length >= 5) runs.push({ start: groups[first].start, end: group.end, digits, sizes: [...sizes] });
      if (group.digits.endsWith('X')) break;
    }
  }
  return runs;
}

interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (const match of text.matchAll(/\d+(?:[Xx](?![0-9A-Za-z*]))?/g)) {
    const start = match.index;
    const end = start + match[0].length + (isWrittenAsFraction(match[0], text, start) ? 2 : 0);
    if (isGlued(text, start, end)) continue;
    groups.push({ start, end, digits: match[0].toUpperCase() });
  }
  return groups;
}

/** A program that takes a telephone number for a measure writes 13800138000.0: not a fraction, as money has. */
function isWrittenAsFraction(digits: string, text: string, start: number): boolean {
  const behind = start + digits.length;
  return digits.length >= 11 && text.startsWith('.0', behind) && !/[\d.]/.test(text[behind + 2] ?? '');
}

function isGlued(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (before === '*' || after === '*' || /[A-Za-z_]/.test(after)) return true;
  return (before === '.' && /\d/.test(text[start - 2] ?? '')) || (after === '.' && /\d/.test(text[end + 1] ?? ''));
}

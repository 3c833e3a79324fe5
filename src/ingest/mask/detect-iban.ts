import { keepEnds } from './keep';
import type { Detector, MaskSpan } from './types';

const shape = /(?<![0-9A-Za-z*])[A-Z]{2}\d{2}(?:[ -]?[0-9A-Z]){11,30}(?![0-9A-Za-z*])/g;

/**
 * Whether text is an international bank account number.
 *
 * Shape    iban: without blanks, upper case
 * Formula  first four characters moved to the end, letters as 10–35, the number mod 97 = 1
 * Source   ISO 13616-1, ISO 7064 MOD 97-10
 * @example isIban('GB82WEST12345698765432') // true
 */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(iban)) return false;
  let remainder = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(char, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** International bank account numbers; the country and the last four characters stay. */
export const detectIban: Detector = (view) => {
  const spans: MaskSpan[] = [];
  for (const match of view.text.matchAll(shape)) {
    const found = longestIban(match[0]);
    if (found === null) continue;
    const compact = found.replace(/[ -]/g, '');
    const start = match.index;
    spans.push({ start, end: start + found.length, kind: 'iban', masked: keepEnds(compact, 2, 4) });
  }
  return spans;
};

/** A word in capitals or a number may follow after a blank, so the match is shortened group by group until it checks. */
function longestIban(text: string): string | null {
  for (let candidate = text; candidate.length >= 15;) {
    if (isIban(candidate.replace(/[ -]/g, ''))) return candidate;
    const cut = Math.max(candidate.lastIndexOf(' '), candidate.lastIndexOf('-'));
    if (cut < 0) return null;
    candidate = candidate.slice(0, cut);
  }
  return null;
}

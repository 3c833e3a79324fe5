import { isValidDate } from '../../kernel/dates';
import { isNear } from './exempt';
import { keepEnds } from './keep';
import type { Detector, MaskSpan } from './types';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const shape18 = /^[1-9]\d{5}(?:18|19|20)\d{9}[\dX]$/;
const shape15 = /^[1-9]\d{14}$/;
const words = /身份证|证件/;

/**
 * Check character of an 18-character resident identity number.
 *
 * Shape    first17: 17 digits
 * Formula  '10X98765432'[Σ aᵢ·wᵢ mod 11], w = 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2 (ISO 7064 MOD 11-2)
 * Source   GB 11643-1999
 */
export function idCardCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * weights[i];
  return '10X98765432'[sum % 11];
}

/**
 * Whether 18 characters are a resident identity number: its shape, a day that exists and the check character.
 *
 * @example  isIdCard('11010519491231002X') // true
 */
export function isIdCard(digits: string): boolean {
  return looksLikeIdCard(digits) && idCardCheckCharacter(digits) === digits[17];
}

/**
 * Identity numbers of 18 and 15 characters. A wrong check character still counts beside a word such as 身份证.
 *
 * Source  GB 11643-1989 (15 digits), GB 11643-1999 (18)
 */
export const detectIdCard: Detector = (view, header) => {
  const spans: MaskSpan[] = [];
  for (const run of view.runs) {
    const { digits, sizes, start, end } = run;
    if (sizes.length > 1 && sizes.some((size) => size < 3)) continue;
    if (looksLikeIdCard(digits)) {
      const known = header.idDocument || isNear(view.text, start, end, words);
      if (known || isIdCard(digits)) spans.push({ start, end, kind: 'idCard', masked: keepEnds(digits, 3, 1) });
    } else if (!header.recordNumber && isIdCard15(digits)) {
      spans.push({ start, end, kind: 'idCard15', masked: keepEnds(digits, 3, 0) });
    }
  }
  return spans;
};

function looksLikeIdCard(digits: string): boolean {
  return (
    shape18.test(digits) &&
    isValidDate(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))
  );
}

/** The old form has no check digit: a province that exists and a day of the twentieth century must do. */
function isIdCard15(digits: string): boolean {
  if (!shape15.test(digits)) return false;
  const province = Number(digits.slice(0, 2));
  if (province < 11 || (province > 65 && ![71, 81, 82].includes(province))) return false;
  return isValidDate(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12)));
}

import { isAmount, isNear } from './exempt';
import { keepEnds } from './keep';
import type { Detector, MaskSpan, NumberRun } from './types';

const shape = /^(?:[3-6]|9)\d{15,18}$/;
const words = /卡号|银行卡|信用卡|储蓄卡|借记卡|卡片|尾号|账号|帐号|账户|帐户|card/i;

/**
 * Whether digits pass the Luhn check.
 *
 * Formula  from the right, every second digit doubled (minus 9 above 9), Σ mod 10 = 0
 * Source   ISO/IEC 7812-1, annex B
 * @example passesLuhn('4111111111111111') // true
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, second = false; i >= 0; i--, second = !second) {
    let digit = digits.charCodeAt(i) - 48;
    if (second && (digit *= 2) > 9) digit -= 9;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** Card numbers of 16–19 digits; a number that fails the Luhn check still counts beside a word such as 卡号. */
export const detectBankCard: Detector = (view, header) => {
  if (header.recordNumber) return [];
  const spans: MaskSpan[] = [];
  for (const run of view.runs) {
    const { digits, start, end } = run;
    if (!shape.test(digits) || !isGroupedLikeCard(run) || isAmount(view.text, start, end)) continue;
    const known = header.card || header.account || isNear(view.text, start, end, words);
    if (known || passesLuhn(digits)) spans.push({ start, end, kind: 'bankCard', masked: keepEnds(digits, 0, 4) });
  }
  return spans;
};

/** Printed card numbers have groups of four or more; only the last may be shorter. */
function isGroupedLikeCard(run: NumberRun): boolean {
  return run.sizes.every((size, i) => size >= 4 || (i > 0 && i === run.sizes.length - 1));
}

import { isNear } from './exempt';
import { keepEnds } from './keep';
import type { Detector, MaskSpan } from './types';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = /(?<![0-9A-Za-z*])[0-9A-HJ-NPQRTUWXY](?:[ -]?[0-9A-HJ-NPQRTUWXY]){17}(?![0-9A-Za-z*])/g;

/**
 * Whether 18 characters are a unified social credit code.
 *
 * Formula  31 − (Σ cᵢ·3ⁱ⁻¹ mod 31), i = 1…17, over 0-9A-HJ-NPQRTUWXY; 31 counts as 0
 * Source   GB 32100-2015
 * @example isCreditCode('91350100M000100Y43') // true
 */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += alphabet.indexOf(code[i]) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}

/** Unified social credit codes. One without a letter must stand beside its name: 18 digits are most often something else. */
export const detectCreditCode: Detector = (view) => {
  const spans: MaskSpan[] = [];
  for (const match of view.text.matchAll(shape)) {
    const code = match[0].replace(/[ -]/g, '');
    if (!/^.{2}\d{6}/.test(code)) continue;
    const start = match.index;
    const end = start + match[0].length;
    const named = /[A-Z]/.test(code.slice(0, 17)) || isNear(view.text, start, end, /信用代码|营业执照/);
    if (named && isCreditCode(code)) spans.push({ start, end, kind: 'creditCode', masked: keepEnds(code, 2, 2) });
  }
  return spans;
};

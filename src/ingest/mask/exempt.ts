import { isValidDate } from '../../kernel/dates';

/**
 * Whether the number at `start`–`end` is an amount: a currency sign at most two characters before it, or 元
 * behind it with at most two numeral or filler characters between.
 */
export function isAmount(text: string, start: number, end: number): boolean {
  if (/(?:[¥￥$€£]|RMB|CNY|人民币)\s?$/.test(text.slice(Math.max(0, start - 4), start))) return true;
  return /^\s?[万亿千百十多余]{0,2}(?:元(?![旦宵])|块钱|人民币)/.test(text.slice(end, end + 6));
}

/** Whether digits are a date, or a date and time, written without separators: 20240315, 202403151230, 20240315123045. */
export function isCompactDate(digits: string): boolean {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:([01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\d{3})?)?)?$/.exec(digits);
  return match !== null && isValidDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether a word that names such numbers stands at most 12 characters before or 6 behind `start`–`end`. */
export function isNear(text: string, start: number, end: number, words: RegExp): boolean {
  return words.test(text.slice(Math.max(0, start - 12), start)) || words.test(text.slice(end, end + 6));
}

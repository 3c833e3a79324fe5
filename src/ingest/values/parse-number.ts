import { cleanCell, longestMeasure } from './clean-cell';
import { plainNumber, readPlainText } from './plain-forms';
import { notANumber, readAs } from './readings';
import type { CellReading } from './types';

const currency =
  /^(?:[¥￥$€£₩₫]|cny|rmb|hkd|usd|eur|gbp|jpy|人民币|港币|美元|欧元)\s*|\s*(?:[¥￥$€£₩₫]|cny|rmb|hkd|usd|eur|gbp|jpy|元整?|圆|块|人民币|港币|港元|美元|欧元|英镑|日元)$/gi;
const counter = /\s*[个次笔件人户条单位张台家项分]$/;
const scaled = /^(.*?)\s*(万亿|百万|千万|万|亿|千)$/;
const exponent = /^([+-]?(?:\d+\.?\d*|\.\d+))e([+-]?\d{1,3})$/i;
const scaleOf: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

const patterns = {
  '.': /^(?:[1-9]\d{0,2}(?:([, '’\u2009\u202F])\d{3})(?:\1\d{3})*|\d+)?(?:\.\d*)?$/,
  ',': /^(?:[1-9]\d{0,2}(?:([. '’\u2009\u202F])\d{3})(?:\1\d{3})*|\d+)?(?:,\d*)?$/,
} as const;

/** Nothing that a service measures is larger; the fourth power of what is below is still a number. */
const largest = 1e75;

/**
 * A cell as a number.
 *
 * Reads thousands separators in groups of three, full-width digits, `%` and `‰` (as a fraction), 万 / 亿, currency
 * signs and words, counters such as 笔, negatives as `-5`, `−5`, `5-`, `(5)`, and exponents.
 *
 * Fails    numberExpected
 * Accuracy the nearest double to what is written; `numberBeyondExact` warns when an integer is above 2⁵³, and
 *          `digitsLost` when an exponent shows that digits were dropped before the file was written
 */
export function parseNumber(text: string, decimal: '.' | ','): CellReading {
  const plain = decimal === '.' ? readPlainText(plainNumber, text) : NaN;
  if (!Number.isNaN(plain)) return readAs(plain);
  if (text.length > longestMeasure) return notANumber;
  let rest = cleanCell(text).replace(/[\u2212\u2010\u2013]/g, '-');
  if (rest === '') return notANumber;

  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  const sign = takeSign(rest);
  if (negative && sign.negative) return notANumber;
  negative ||= sign.negative;
  rest = sign.rest;

  let power = 0;
  if (rest.endsWith('%')) {
    power = -2;
    rest = rest.slice(0, -1).trimEnd();
  } else if (rest.endsWith('‰')) {
    power = -3;
    rest = rest.slice(0, -1).trimEnd();
  } else {
    rest = rest.replace(currency, '').replace(counter, '').trim();
    const unit = scaled.exec(rest);
    if (unit) {
      power = scaleOf[unit[2]];
      rest = unit[1];
    }
  }
  // The sign may stand behind the currency: ¥-5.
  const inner = takeSign(rest);
  if (inner.negative && negative) return notANumber;
  negative ||= inner.negative;
  return toReading(inner.rest, decimal, negative, power);
}

function takeSign(text: string): { readonly negative: boolean; readonly rest: string } {
  if (text.startsWith('-')) return { negative: true, rest: text.slice(1).trimStart() };
  if (text.startsWith('+')) return { negative: false, rest: text.slice(1).trimStart() };
  if (/\d-$/.test(text)) return { negative: true, rest: text.slice(0, -1) };
  return { negative: false, rest: text };
}

function toReading(digits: string, decimal: '.' | ',', negative: boolean, power: number): CellReading {
  const scientific = exponent.exec(decimal === ',' ? digits.replace(',', '.') : digits);
  let normal: string;
  let exp = power;
  if (scientific) {
    normal = scientific[1];
    exp += Number(scientific[2]);
  } else {
    if (!/\d/.test(digits) || !patterns[decimal].test(digits)) return notANumber;
    normal = decimal === ',' ? digits.replace(/[^\d,]/g, '').replace(',', '.') : digits.replace(/[^\d.]/g, '');
  }
  // Moving the point in the text, not multiplying, keeps 45.3 % at exactly 0.453.
  const value = Number(`${negative ? '-' : ''}${normal}e${exp}`);
  if (!(Math.abs(value) < largest)) return notANumber;
  return readAs(value === 0 ? 0 : value, warningOf(value, normal, scientific ? exp : null));
}

function warningOf(value: number, digits: string, exponentWritten: number | null): string | undefined {
  if (exponentWritten !== null && exponentWritten >= 9) {
    const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
    if (decimals < exponentWritten && decimals >= 2) return 'digitsLost';
  }
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && !digits.includes('.') && exponentWritten === null
    ? 'numberBeyondExact'
    : undefined;
}

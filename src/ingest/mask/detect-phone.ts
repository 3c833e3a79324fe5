import { isAmount, isCompactDate } from './exempt';
import { keepEnds } from './keep';
import type { Detector, MaskSpan, NumberRun } from './types';

const landline = /^(0(?:10|2\d|[3-9]\d\d))([2-8]\d{6,7})$/;
const shared = /^([48]00)(\d{7})$/;

/**
 * Fixed-line numbers with area code, 400 and 800 numbers, and foreign numbers that begin with +.
 *
 * Below a header such as 联系方式 every number of seven digits and more counts: a local number, one with a digit too few.
 * Numbers such as 95xxx are too short to be taken for one, so a bank's own hotline stays readable.
 */
export const detectPhone: Detector = (view, header) => {
  if (header.recordNumber) return [];
  const spans: MaskSpan[] = [...bracketedAreaCodes(view.text)];
  for (const run of view.runs) {
    const masked =
      view.text[run.start - 1] === '+'
        ? maskForeign(run)
        : (maskChinese(run) ?? maskNorthAmerican(run) ?? (header.phone ? maskLocal(run) : null));
    if (masked === null || isAmount(view.text, run.start, run.end)) continue;
    spans.push({ start: run.start, end: run.end, kind: 'phone', masked });
  }
  return spans;
};

function maskChinese(run: NumberRun): string | null {
  const match = landline.exec(run.digits) ?? shared.exec(run.digits);
  if (match === null || run.sizes.length > 3 || run.sizes.some((size) => size < 3)) return null;
  // Groups of a fixed line are area code and subscriber: "2024 0101-2345678" is not one.
  if (run.sizes.length > 1 && run.sizes[0] !== match[1].length) return null;
  return match[1].startsWith('0') ? `${match[1]}-****${match[2].slice(-4)}` : `${match[1]}-****${match[2].slice(-3)}`;
}

function maskLocal({ digits }: NumberRun): string | null {
  // Mobile numbers, of which such a column is full, are found by their own detector.
  if (digits.length === 11 && digits.startsWith('1') && digits[1] >= '3') return null;
  return /^\d{7,15}$/.test(digits) && !isCompactDate(digits) ? keepEnds(digits, 0, 4) : null;
}

function maskForeign(run: NumberRun): string | null {
  if (!/^[1-9]\d{7,14}$/.test(run.digits) || /^861[3-9]\d{9}$/.test(run.digits)) return null;
  return `${run.digits.slice(0, 2)}****${run.digits.slice(-3)}`;
}

/** 555-123-4567, and with a leading 1; in one piece ten digits are too often something else. */
function maskNorthAmerican(run: NumberRun): string | null {
  const match = /^1?([2-9]\d{2})[2-9]\d{2}(\d{4})$/.exec(run.digits);
  if (match === null || !/^(?:1,)?3,3,4$/.test(run.sizes.join())) return null;
  return `${match[1]}-***-${match[2]}`;
}

function bracketedAreaCodes(text: string): MaskSpan[] {
  if (!text.includes('(')) return [];
  const spans: MaskSpan[] = [];
  for (const match of text.matchAll(/\((0(?:10|2\d|[3-9]\d\d)|[2-9]\d\d)\)[ -]?([2-9]\d{2,3})[ -]?(\d{4})(?![\d*])/g)) {
    const start = match.index;
    spans.push({ start, end: start + match[0].length, kind: 'phone', masked: `(${match[1]})****${match[3]}` });
  }
  return spans;
}

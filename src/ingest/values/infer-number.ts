import { CellHint } from '../raw-table';
import { cleanCell } from './clean-cell';
import { countCells, fits, sample, weigh, type Evidence } from './evidence';
import { isAmountHeader } from './header-clues';
import { parseNumber } from './parse-number';
import { notANumber } from './readings';
import type { ColumnInference, DistinctValue } from './types';

/** Number, if nearly all cells read as one; null if not. */
export function inferNumber(values: readonly DistinctValue[]): ColumnInference | null {
  const look = sample(values, 300);
  if (!fits(evidenceOf(look, '.')) && !fits(evidenceOf(look, ','))) return null;
  const point = evidenceOf(values, '.');
  // The comma is taken for the decimal mark only where the point cannot explain the column as well.
  if (fits(point) && point.read === point.cells) return numberColumn('.');
  const comma = evidenceOf(values, ',');
  if (fits(comma) && comma.read > point.read) return numberColumn(',');
  return fits(point) ? numberColumn('.') : null;
}

function numberColumn(decimal: '.' | ','): ColumnInference {
  return { type: 'number', reading: { decimal }, questions: [] };
}

function evidenceOf(values: readonly DistinctValue[], decimal: '.' | ','): Evidence {
  return weigh(values, ({ text, hint }) => {
    if (hint === CellHint.number || hint === CellHint.percent) return parseNumber(text, '.');
    // 1E5 without sign or point is as often a code as a power of ten.
    return hint === CellHint.text && !/^\d+[eE]\d+$/.test(text) ? parseNumber(text, decimal) : notANumber;
  });
}

/**
 * Whether digits are codes rather than amounts: nearly all cells are digits, and some have a leading zero, or most
 * have fifteen digits and more, or all have the same length of eleven and more.
 */
export function areCodes(name: string, values: readonly DistinctValue[]): boolean {
  if (!isCodeColumn(name, sample(values, 300), true)) return false;
  return isCodeColumn(name, values, false);
}

/** In a sample only what would rule codes out is looked at: the one leading zero may lie elsewhere. */
function isCodeColumn(name: string, values: readonly DistinctValue[], isSample: boolean): boolean {
  let leadingZero = false;
  let long = 0;
  let length = -1;
  let sameLength = values.length >= 2;
  let whole = 0;
  for (const { text, hint, count } of values) {
    const digits = hint === CellHint.text ? codeOf(text) : hint === CellHint.number ? text : '';
    if (!isDigits(digits)) {
      sameLength = false;
      continue;
    }
    whole += count;
    if (digits.length > 1 && digits.charCodeAt(0) === 48) leadingZero = true;
    if (digits.length >= 15) long += count;
    if (length === -1) length = digits.length;
    else if (length !== digits.length) sameLength = false;
  }
  const cells = countCells(values);
  if (whole < cells * 0.95) return false;
  if (isSample || leadingZero || long * 2 > cells) return true;
  return sameLength && length >= 11 && !isAmountHeader(name);
}

/** Digits only, but for the X that may end an identity number. */
function isDigits(text: string): boolean {
  const end = /[Xx]$/.test(text) ? text.length - 1 : text.length;
  if (end < 1 || end > 40) return false;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function codeOf(text: string): string {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57 ? text.trimEnd() : cleanCell(text);
}

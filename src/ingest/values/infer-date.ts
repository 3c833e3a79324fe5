import { CellHint } from '../raw-table';
import type { DateOrder, OpenQuestion, ReadingOptions } from '../types';
import { cleanCell } from './clean-cell';
import { sample, tolerated, countCells } from './evidence';
import { isDateHeader, isMonthHeader } from './header-clues';
import { ordersOf } from './parse-day';
import { monthOfLabel } from './parse-month';
import { parseMoment, type Moment } from './parse-moment';
import type { ColumnInference, DistinctValue } from './types';

interface DateCount {
  cells: number;
  /** Read by its shape alone, or of a shape that only lacks its order. */
  strong: number;
  /** The shape of a date, but no such day. */
  impossible: number;
  /** Bare digits that could be a day as well: YYMMDD, or an Excel serial. */
  weak: number;
  timed: number;
}

/**
 * Date or datetime, if nearly all cells have the shape of one; null if not.
 *
 * Bare digits (YYMMDD, Excel serials) count as dates only beside plain dates, or under a header that says date.
 */
export function inferDate(name: string, values: readonly DistinctValue[]): ColumnInference | null {
  const digitsCount = isDateHeader(name);
  if (!isDateColumn(countDates(sample(values, 300)), digitsCount)) return null;
  const count = countDates(values);
  if (!isDateColumn(count, digitsCount)) return null;
  const { order, question } = inferOrder(values);
  const reading: ReadingOptions = order === undefined ? {} : { dateOrder: order };
  return { type: count.timed > 0 ? 'datetime' : 'date', reading, questions: question };
}

function isDateColumn(count: DateCount, digitsCount: boolean): boolean {
  const outside = count.cells - count.strong - count.weak - count.impossible;
  if (outside > tolerated(count.cells)) return false;
  if (count.strong * 2 >= count.cells) return true;
  return digitsCount && count.impossible <= tolerated(count.cells) && count.strong + count.weak > 0;
}

function countDates(values: readonly DistinctValue[]): DateCount {
  const count: DateCount = { cells: countCells(values), strong: 0, impossible: 0, weak: 0, timed: 0 };
  const limit = tolerated(count.cells);
  let outside = 0;
  for (const { text, hint, count: n } of values) {
    const moment: Moment = canBeDate(hint) ? parseMoment(text) : { kind: 'none' };
    if (moment.kind === 'moment') {
      if (moment.evidence === 'shape') count.strong += n;
      else count.weak += n;
      if (moment.ms !== null && moment.ms > 0) count.timed += n;
    } else if (moment.kind === 'ambiguous') {
      count.strong += n;
      if (text.includes(':')) count.timed += n;
    } else if (moment.kind === 'impossible') {
      count.impossible += n;
    } else {
      outside += n;
      if (outside > limit) return { ...count, strong: 0, weak: 0 };
    }
  }
  return count;
}

function canBeDate(hint: CellHint): boolean {
  return hint === CellHint.text || hint === CellHint.date || hint === CellHint.datetime || hint === CellHint.number;
}

/** The order that all cells allow; a question if more than one does and it matters, or if the cells contradict. */
function inferOrder(values: readonly DistinctValue[]): {
  readonly order: DateOrder | undefined;
  readonly question: readonly OpenQuestion[];
} {
  let possible: readonly DateOrder[] | null = null;
  let contradicted = false;
  let doubtful = false;
  for (const { text, hint } of values) {
    if (hint !== CellHint.text || startsWithYear(text)) continue;
    const orders = ordersOf(datePart(text));
    // A text without any possible order is a mistake of its own and proves nothing.
    if (orders === null || orders.length === 0) continue;
    if (orders.length > 1 && parseMoment(text).kind === 'ambiguous') doubtful = true;
    const before: readonly DateOrder[] = possible ?? orders;
    const common = before.filter((order) => orders.includes(order));
    if (common.length === 0) {
      contradicted = true;
      break;
    }
    possible = common;
  }
  if (possible === null) return { order: undefined, question: [] };
  if (contradicted) return { order: undefined, question: ['dateOrder'] };
  if (possible.length === 1) return { order: possible[0], question: [] };
  return { order: undefined, question: doubtful ? ['dateOrder'] : [] };
}

/** Four digits first: a year, or digits only; the order of what follows is not in doubt. */
function startsWithYear(text: string): boolean {
  for (let i = 0; i < 4; i++) {
    const code = text.charCodeAt(i);
    if (!(code >= 48 && code <= 57)) return false;
  }
  return true;
}

function datePart(text: string): string {
  const plain = cleanCell(text);
  const end = plain.search(/[\sT]/);
  return end > 0 ? plain.slice(0, end) : plain;
}

/** Month, if nearly all cells are labels of a month with its year; null if not. */
export function inferMonth(name: string, values: readonly DistinctValue[]): ColumnInference | null {
  const isNamed = isMonthHeader(name) || isDateHeader(name);
  if (!areMonths(sample(values, 300), isNamed) || !areMonths(values, isNamed)) return null;
  return { type: 'month', reading: {}, questions: [] };
}

/** 202401 and 2024.01 are numbers unless a header or plain labels beside them say otherwise. */
function areMonths(values: readonly DistinctValue[], isNamed: boolean): boolean {
  const cells = countCells(values);
  const limit = tolerated(cells);
  let failed = 0;
  let worded = 0;
  for (const { text, hint, count } of values) {
    const isLabel = (hint === CellHint.text || hint === CellHint.number) && monthOfLabel(text) !== null;
    if (!isLabel) failed += count;
    else if (!/^[\d.]+$/.test(cleanCell(text))) worded += count;
    if (failed > limit) return false;
  }
  return isNamed || worded * 2 >= cells;
}

import { entryCount, entryText, type RawColumn, type RawTable } from './raw-table';
import type { PlainReader } from './values/plain-forms';

/** Rows and columns that add up or explain others. Rows are indices into the table, ascending. */
export interface TotalsFound {
  readonly totals: readonly number[];
  /** Rows at the end with a single cell, such as "made by" or "source". */
  readonly notes: readonly number[];
  /** Positions of columns whose header says that they add up the ones before, from 0. */
  readonly columns: readonly number[];
}

const totalWord =
  /^[(（【]?\s*(本页|本月|本季|本年|全部|全行|全市|全省|全辖|分行|各项)?\s*(合\s*计|总\s*计|小\s*计|总\s*数|共\s*计|累\s*计|汇\s*总|total|grand\s+total|sub-?\s?total|totals|sum|overall\s+total)\s*[)）】]?\s*[:：]?$/i;
const trailingRows = 12;

/** Whether a cell says that its row or column adds up others. */
export function saysTotal(text: string): boolean {
  return text.length <= 24 && !touchesDigit(text) && totalWord.test(text.trim());
}

/** Whether a text begins or ends with a digit, as most cells do and no such word does. */
function touchesDigit(text: string): boolean {
  return isDigit(text.charCodeAt(0)) || isDigit(text.charCodeAt(text.length - 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The same for bytes; NaN where only the text can tell. */
const endingDigit: PlainReader = (bytes, _start, end) => (isDigit(bytes[end - 1]) ? 0 : NaN);

/**
 * Finds rows and columns of totals, and notes below the table.
 *
 * A total row has a total word in one of its first two filled cells. If more than a third of the rows had one, the
 * word would be data, and none is a total.
 */
export function findTotals(table: RawTable, names: readonly string[], width: number): TotalsFound {
  const totals = findTotalRows(table, width);
  return { totals, notes: findNotes(table, width, new Set(totals)), columns: findTotalColumns(names) };
}

function findTotalRows(table: RawTable, width: number): readonly number[] {
  const found = new Set<number>();
  for (let c = 0; c < Math.min(width, table.columns.length, 4); c++) {
    const { codes } = table.columns[c];
    const words = totalEntries(table.columns[c]);
    if (words.size === 0) continue;
    for (let row = 0; row < table.rows; row++)
      if (words.has(codes[row]) && filledBefore(table, row, c) < 2) found.add(row);
  }
  const rows = [...found].sort((a, b) => a - b);
  return width > 1 && rows.length * 3 <= Math.max(3, table.rows) ? rows : [];
}

function totalEntries(column: RawColumn): ReadonlySet<number> {
  const found = new Set<number>();
  const plain = column.cells?.readAll(endingDigit);
  const entries = entryCount(column);
  for (let entry = 0; entry < entries; entry++) {
    if ((!plain || Number.isNaN(plain[entry])) && saysTotal(entryText(column, entry))) found.add(entry);
  }
  return found;
}

function filledBefore(table: RawTable, row: number, column: number): number {
  let filled = 0;
  for (let c = 0; c < column; c++) if (textAt(table, row, c) !== '') filled++;
  return filled;
}

function textAt(table: RawTable, row: number, column: number): string {
  return entryText(table.columns[column], table.columns[column].codes[row]).trim();
}

/** Rows from the end that have one filled cell in a table of three or more columns, over rows that have more. */
function findNotes(table: RawTable, width: number, totals: ReadonlySet<number>): readonly number[] {
  if (width < 3) return [];
  const notes: number[] = [];
  let row = table.rows - 1;
  for (; row >= 0 && notes.length <= trailingRows; row--) {
    if (totals.has(row)) continue;
    if (!isNote(table, row, width)) break;
    notes.unshift(row);
  }
  return row < 0 || notes.length > trailingRows ? [] : notes;
}

/** A row whose only cell is a sentence or a label with a colon; a lone short code may be data. */
function isNote(table: RawTable, row: number, width: number): boolean {
  const texts: string[] = [];
  for (let c = 0; c < Math.min(width, table.columns.length); c++) {
    const text = textAt(table, row, c);
    if (text !== '') texts.push(text);
    if (texts.length > 1) return false;
  }
  return texts.length === 1 && (/[:：]/.test(texts[0]) || texts[0].length >= 12);
}

function findTotalColumns(names: readonly string[]): readonly number[] {
  return names.flatMap((name, index) => (index >= 2 && saysTotal(name) ? [index] : []));
}

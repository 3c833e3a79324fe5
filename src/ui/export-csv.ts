import { guardCell } from '../kernel/formula-guard';
import { toOneLine } from '../kernel/text';

export type CsvCell = string | number | null;

function cellText(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return cell === null ? '' : guardCell(cell);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** CSV as spreadsheets in Chinese and English read it without questions: UTF-8 with a mark, every cell quoted, CRLF. */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const line = (cells: readonly CsvCell[]): string => cells.map((cell) => quoted(cellText(cell))).join(',');
  return `\uFEFF${[header, ...rows].map(line).join('\r\n')}\r\n`;
}

/** Tab-separated text for the clipboard; line breaks and tabs inside a cell become blanks. */
export function toTsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const flat = (cell: CsvCell): string => {
    const text = cellText(typeof cell === 'string' ? toOneLine(cell) : cell);
    // A spreadsheet takes a quotation mark at the beginning for the mark of a quoted cell, and runs what is inside.
    return text.startsWith('"') ? quoted(text) : text;
  };
  const line = (cells: readonly CsvCell[]): string => cells.map(flat).join('\t');
  return [header, ...rows].map(line).join('\n');
}

import { guardCell } from '../kernel/formula-guard';
import { toOneLine } from '../kernel/text';

export type CsvCell = string | number | null;

function cellText(cell: CsvCell): string {
  return cell === null ? '' : typeof cell === 'number' ? String(cell) : guardCell(cell);
}

/** CSV as spreadsheets in Chinese and English read it without questions: UTF-8 with a mark, every cell quoted, CRLF. */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const line = (cells: readonly CsvCell[]): string =>
    cells.map((cell) => `"${cellText(cell).replaceAll('"', '""')}"`).join(',');
  return `\uFEFF${[header, ...rows].map(line).join('\r\n')}\r\n`;
}

/** Tab-separated text for the clipboard; line breaks and tabs inside a cell become blanks. */
export function toTsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const flat = (cell: CsvCell): string => cellText(typeof cell === 'string' ? toOneLine(cell) : cell);
  const line = (cells: readonly CsvCell[]): string => cells.map(flat).join('\t');
  return [header, ...rows].map(line).join('\n');
}

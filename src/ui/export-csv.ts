import { toOneLine } from '../kernel/text';

export type CsvCell = string | number | null;

const strictNumber = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Whether a spreadsheet could take the text for a formula, leading blanks and full-width signs included. */
function looksLikeFormula(text: string): boolean {
  // Apostrophes of the text itself are passed over, so that taking one guard off gives back the same text.
  const bare = text.replace(/^'+/, '');
  if (strictNumber.test(bare)) return false;
  return /^[\t\r\n]/.test(bare) || /^[=+\-@]/.test(bare.normalize('NFKC').trimStart());
}

/**
 * Text that no spreadsheet runs: an apostrophe is put before what could be a formula; numbers stay as they are.
 *
 * Source  OWASP, CSV Injection.
 */
export function guardCell(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** The text that `guardCell` was given. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text;
}

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

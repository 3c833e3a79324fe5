import { ColumnarScanner } from './columnar-scanner';

export interface Dialect {
  /** Byte between cells; 0 = one column. */
  readonly delimiter: number;
  /** Cells are separated by runs of blanks, which must be collapsed first. */
  readonly blanks: boolean;
  /** Byte and line at which reading starts: after Excel's `sep=` line, if there is one. */
  readonly start: number;
  readonly line: number;
}

const candidates: readonly number[] = [0x2c, 0x09, 0x3b, 0x7c];
const sampleRows = 200;
const leastConsistency = 0.5;

/** The byte between cells: from Excel's `sep=` line, else the one that gives most rows the same number of cells. */
export function detectDialect(bytes: Uint8Array): Dialect {
  const hint = readSeparatorHint(bytes);
  if (hint) return hint;
  const delimiter = bestDelimiter(bytes);
  if (delimiter === 0 && isBlankSeparated(bytes)) return { delimiter: 0x20, blanks: true, start: 0, line: 1 };
  return { delimiter, blanks: false, start: 0, line: 1 };
}

function readSeparatorHint(bytes: Uint8Array): Dialect | null {
  const line = new TextDecoder('windows-1252').decode(bytes.subarray(0, 16));
  const match = /^"?sep=([\t -~])"?(\r\n|\n|\r|$)/i.exec(line);
  if (!match) return null;
  return { delimiter: match[1].charCodeAt(0), blanks: false, start: match[0].length, line: 2 };
}

function bestDelimiter(bytes: Uint8Array): number {
  let best = 0;
  let bestScore = 0;
  for (const delimiter of candidates) {
    const { width, share } = usualWidth(bytes, delimiter);
    if (width < 2 || share < leastConsistency) continue;
    // Among equally regular readings the one with more cells: a comma inside text against the real tab.
    const score = share + Math.min(width, 50) / 1000;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** The most frequent number of cells per row, and the share of the first rows that have it. */
function usualWidth(bytes: Uint8Array, delimiter: number): { readonly width: number; readonly share: number } {
  const scanner = new ColumnarScanner(bytes, { delimiter, start: 0, line: 1, capacity: sampleRows });
  scanner.scan(Infinity, Infinity, sampleRows);
  const counts = new Map<number, number>();
  for (let i = 0; i < scanner.rows; i++) counts.set(scanner.widths[i], (counts.get(scanner.widths[i]) ?? 0) + 1);
  if (scanner.error?.code === 'too-many-columns') return { width: 513, share: 1 };
  let width = 1;
  let most = 0;
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) {
      width = cells;
      most = count;
    }
  }
  return { width, share: scanner.rows === 0 ? 0 : most / scanner.rows };
}

/** Whether every line has the same number, at least 2, of words, and a column of numbers under a word. */
function isBlankSeparated(bytes: Uint8Array): boolean {
  const end = bytes.length > 1 << 16 ? bytes.lastIndexOf(0x0a, 1 << 16) : bytes.length;
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(0, Math.max(0, end)));
  const rows = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/[ \t]+/));
  if (rows.length < 2 || rows[0].length < 2) return false;
  const isNumber = (word: string): boolean => /^[-+]?\d+([.,]\d+)?([eE][-+]?\d+)?$/.test(word);
  const body = rows.slice(1);
  if (!body.every((row) => row.length === rows[0].length)) return false;
  return rows[0].some((_, column) => body.every((row) => isNumber(row[column])));
}

/** The same lines with every run of blanks and tabs as one blank, and none at the ends of a line. */
export function collapseBlanks(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  let length = 0;
  let pending = false;
  let lineIsEmpty = true;
  for (const byte of bytes) {
    if (byte === 0x20 || byte === 0x09) {
      pending = !lineIsEmpty;
      continue;
    }
    const isLineEnd = byte === 0x0a || byte === 0x0d;
    if (pending && !isLineEnd) result[length++] = 0x20;
    pending = false;
    lineIsEmpty = isLineEnd;
    result[length++] = byte;
  }
  return result.subarray(0, length);
}

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { IssueLog } from '../issue-log';
import type { HeadRow, RawColumn, RawTable, ReadHooks, RowSource } from '../raw-table';
import type { EncodingName } from '../types';
import { ColumnarScanner, maxColumns, maxQuoteErrors } from './columnar-scanner';
import { createDecoder } from './detect-encoding';
import { MeasureColumn } from './measure-column';
import { maxCellBytes } from './quoted-cell';
import type { ScannedColumn } from './scanned-column';

const chunkBytes = 1 << 21;
const shownCharacters = 80;

export interface TextLayout {
  readonly bytes: Uint8Array;
  readonly encoding: EncodingName;
  /** What cells that are not in `encoding` are read as. */
  readonly mixedWith: EncodingName | null;
  readonly delimiter: number;
  readonly start: number;
  readonly line: number;
}

/** How long a reader works before it looks for messages. */
const workMs = 40;
let pausedAt = 0;

/**
 * Lets messages, such as a wish to cancel, arrive between two pieces of work, if the last pause is a while ago.
 *
 * A message to oneself comes back at once; timers in a row are held back by browsers for 4 ms each.
 */
export async function pause(): Promise<void> {
  if (performance.now() - pausedAt < workMs) return;
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  pausedAt = performance.now();
}

/**
 * Prepared bytes as a source of rows, read column by column.
 *
 * Fails  cancelled, quote-not-closed, cell-too-long, too-many-columns, too-many-quote-errors
 */
export class TextSource implements RowSource {
  private readonly layout: TextLayout;

  constructor(layout: TextLayout) {
    this.layout = layout;
  }

  head(maxRows: number): Promise<Result<readonly HeadRow[], Failure>> {
    const scanner = this.createScanner(maxRows, 0);
    scanner.scan(Infinity, Infinity, maxRows);
    // A broken record further down is told by `read`, with all that was read before it.
    if (scanner.error && scanner.rows === 0) return Promise.resolve(this.toFailure(scanner));
    const texts = scanner.columns.map((column) => this.decodeColumn(column).texts);
    const rows = Array.from({ length: scanner.rows }, (_, row) => ({
      row: scanner.sourceRows[row],
      cells: Array.from({ length: scanner.widths[row] }, (_, cell) => texts[cell][scanner.columns[cell].codes[row]]),
    }));
    return Promise.resolve(ok(rows));
  }

  async read(afterRow: number, hooks: ReadHooks): Promise<Result<RawTable, Failure>> {
    const { bytes } = this.layout;
    const skipped = this.createScanner(16, 0);
    skipped.scan(Infinity, afterRow);
    if (skipped.error) return this.toFailure(skipped);
    const from = afterRow < this.layout.line ? this.layout : { start: skipped.position, line: skipped.line };
    const scanner = this.createScanner(this.estimateRows(), hooks.width ?? 0, from);
    while (!scanner.done) {
      if (hooks.signal?.aborted) return fail('cancelled');
      scanner.scan(scanner.position + chunkBytes);
      hooks.onProgress?.(Math.min(1, scanner.position / Math.max(1, bytes.length)));
      if (!scanner.done) await pause();
    }
    if (scanner.error) return this.toFailure(scanner);
    return ok(this.toRawTable(scanner));
  }

  private createScanner(
    capacity: number,
    width: number,
    from: { start: number; line: number } = this.layout,
  ): ColumnarScanner {
    const { bytes, delimiter } = this.layout;
    return new ColumnarScanner(bytes, { delimiter, start: from.start, line: from.line, width, capacity });
  }

  private estimateRows(): number {
    const { bytes, start } = this.layout;
    const sample = bytes.subarray(start, start + 65_536);
    let lines = 1;
    for (const byte of sample) if (byte === 0x0a) lines++;
    return Math.ceil((lines / Math.max(1, sample.length)) * bytes.length * 1.1) + 16;
  }

  /** Texts of a column; `wrong` lists the entries that were not in the encoding. */
  private decodeColumn(column: ScannedColumn): { readonly texts: string[]; readonly wrong: readonly number[] } {
    const { encoding, mixedWith } = this.layout;
    const { texts, replaced } = column.dictionary.decode(createDecoder(encoding));
    const wrong = replaced.filter((entry) => !isDecodable(column.dictionary.bytesOf(entry), encoding));
    if (mixedWith)
      for (const entry of wrong) texts[entry] = createDecoder(mixedWith).decode(column.dictionary.bytesOf(entry));
    return { texts, wrong };
  }

  private toRawTable(scanner: ColumnarScanner): RawTable {
    const issues = new IssueLog();
    const badRows = new Uint8Array(scanner.rows);
    const columns = scanner.columns.map((column, index): RawColumn => {
      const codes = column.codes.subarray(0, scanner.rows);
      if (column.holdsMeasures && column.dictionary.leaveFile()) return new MeasureColumn(codes, column.dictionary);
      const { texts, wrong } = this.decodeColumn(column);
      if (wrong.length > 0) this.noteUndecodable(codes, wrong, scanner, index, badRows, issues);
      return column.holdsMeasures ? toDistinct(codes, texts) : { codes, dictionary: texts, hints: null };
    });
    const firstBad = badRows.indexOf(1);
    if (firstBad >= 0 && this.layout.mixedWith) {
      const count = badRows.reduce((sum, bit) => sum + bit, 0);
      const params = {
        encoding: this.layout.encoding,
        other: this.layout.mixedWith,
        row: scanner.sourceRows[firstBad],
        n: count,
      };
      issues.note('mixedEncodings', 'warning', params, { row: scanner.sourceRows[firstBad], count });
    }
    noteRows(scanner, issues);
    return {
      rows: scanner.rows,
      columns,
      sourceRows: scanner.sourceRows.slice(0, scanner.rows),
      issues: issues.list(),
    };
  }

  private noteUndecodable(
    codes: Uint32Array,
    wrong: readonly number[],
    scanner: ColumnarScanner,
    index: number,
    badRows: Uint8Array,
    issues: IssueLog,
  ): void {
    const isWrong = new Set(wrong);
    for (let row = 0; row < codes.length; row++) {
      if (!isWrong.has(codes[row])) continue;
      badRows[row] = 1;
      if (this.layout.mixedWith) continue;
      const place = { row: scanner.sourceRows[row], column: index + 1 };
      issues.note('undecodableBytes', 'warning', { encoding: this.layout.encoding, ...place }, place);
    }
  }

  private toFailure(scanner: ColumnarScanner): Result<never, Failure> {
    const error = scanner.error;
    if (!error) throw new RangeError('toFailure requires a scanner that stopped at an error: ' + scanner.position);
    const { bytes, encoding } = this.layout;
    const text = createDecoder(encoding)
      .decode(bytes.subarray(error.at, error.at + 240))
      .slice(0, shownCharacters)
      .replace(/\s+/g, ' ');
    const limit = {
      'too-many-columns': maxColumns,
      'cell-too-long': maxCellBytes >> 20,
      'too-many-quote-errors': maxQuoteErrors,
      'quote-not-closed': 0,
    };
    return fail(error.code, { row: error.line, text, limit: limit[error.code] }, { row: error.line });
  }
}

/** Codes into distinct texts for codes into texts of which some are equal. */
function toDistinct(codes: Uint32Array, texts: readonly string[]): RawColumn {
  const numbers = new Map<string, number>();
  const codeOf = texts.map((text) => {
    const code = numbers.get(text) ?? numbers.size;
    numbers.set(text, code);
    return code;
  });
  return { codes: codes.map((code) => codeOf[code]), dictionary: [...numbers.keys()], hints: null };
}

function isDecodable(bytes: Uint8Array, encoding: EncodingName): boolean {
  try {
    createDecoder(encoding, true).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function noteRows(scanner: ColumnarScanner, issues: IssueLog): void {
  for (const note of scanner.notes) {
    if (note.kind === 'text-after-quote') {
      issues.note(
        'textAfterQuote',
        'warning',
        { row: note.line, column: note.column },
        { row: note.line, column: note.column },
      );
    } else issues.note('shortRow', 'warning', { row: note.line, cells: note.cells }, { row: note.line });
  }
  const unlisted = scanner.shortCount - scanner.notes.filter((note) => note.kind === 'short-row').length;
  if (unlisted > 0) issues.note('moreOfTheSame', 'warning', { code: 'shortRow', n: unlisted }, { count: unlisted });
  if (scanner.blankCount > 0) noteBlankRows(scanner.blankLines, scanner.blankCount, issues);
}

/** One issue that names the first blank rows and counts all of them. */
export function noteBlankRows(lines: readonly number[], count: number, issues: IssueLog): void {
  const listed = lines.slice(0, 10);
  issues.note(
    'blankRows',
    'info',
    { n: count, rows: { as: 'list', items: listed.map(String) } },
    { row: lines[0], count },
  );
}

import { maxCellBytes, QuotedCell } from './quoted-cell';
import { ScannedColumn } from './scanned-column';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const tab = 0x09;
const blank = 0x20;

/** Cells that are held back at most before they are numbered: few enough to stay in the processor's cache. */
const heldCells = 1 << 14;
/** The same byte four times beside each other, as one number. */
const fourfold = 0x01010101;
const highestBits = 0x80808080;

/** A table with more columns is a mistake of separators. */
export const maxColumns = 512;
/** After so many cells with text behind their closing quote the file is refused. */
export const maxQuoteErrors = 1000;

/** Why scanning stopped for good; `line` and `at` say where the offending record or cell begins. */
export interface ScanError {
  readonly code: 'too-many-columns' | 'cell-too-long' | 'quote-not-closed' | 'too-many-quote-errors';
  readonly line: number;
  readonly at: number;
}

/** Something odd that was read all the same: a row (line) and, where it is one cell, its column from 1. */
export interface ScanNote {
  readonly kind: 'text-after-quote' | 'short-row';
  readonly line: number;
  readonly column: number;
  readonly cells: number;
}

/**
 * Splits bytes into records and cells, and numbers each distinct cell of a column.
 *
 * Works on any encoding in which no byte of a longer character equals the delimiter, a quote or a line end; NUL
 * must have been removed. Quoting is RFC 4180; beyond it, a quote inside an unquoted cell is a character like any
 * other, text after a closing quote is kept, and LF, CRLF and lone CR all end a line. Rows without any visible
 * character are skipped and counted.
 *
 * Cells are held back and numbered some hundred rows at a time: going through one column's table and then the next keeps
 * each in the processor's cache, where going cell by cell through all tables would not.
 */
export class ColumnarScanner {
  readonly columns: ScannedColumn[] = [];
  readonly notes: ScanNote[] = [];
  readonly blankLines: number[] = [];
  blankCount = 0;
  shortCount = 0;
  rows = 0;
  position: number;
  line: number;
  error: ScanError | null = null;
  sourceRows: Uint32Array;
  widths: Uint16Array;
  private quoteErrors = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly delimiter: number;
  /** Marks the delimiter and the line ends. */
  private readonly ends: Uint8Array;
  private readonly width: number;
  private readonly quoted: QuotedCell;
  /**
   * Start and end of each cell of the rows held back, `stride` numbers a row. A negative start −1−n is place n of the
   * buffer in which quoted cells are put together.
   */
  private readonly held = new Int32Array(heldCells * 2);
  private heldRows = 0;
  private stride = 2 * 4;

  /** `delimiter` 0 = one column; `width` 0 = rows may be of any length without a note. */
  constructor(
    bytes: Uint8Array,
    options: { delimiter: number; start: number; line: number; width?: number; capacity?: number },
  ) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.delimiter = options.delimiter;
    this.position = options.start;
    this.line = options.line;
    this.width = options.width ?? 0;
    const capacity = Math.max(16, options.capacity ?? 1024);
    this.sourceRows = new Uint32Array(capacity);
    this.widths = new Uint16Array(capacity);
    this.ends = new Uint8Array(256);
    for (const byte of [options.delimiter, lineFeed, carriageReturn]) this.ends[byte] = 1;
    this.quoted = new QuotedCell(bytes, this.ends);
  }

  get done(): boolean {
    return this.error !== null || this.position >= this.bytes.length;
  }

  /** Reads records until one begins at or after byte `untilByte`, on a line after `untilLine`, or `maxRows` are read. */
  scan(untilByte: number, untilLine = Infinity, maxRows = Infinity): void {
    while (!this.done && this.position < untilByte && this.line <= untilLine && this.rows < maxRows) {
      if (this.startsBlank() && this.skipBlankLine()) continue;
      this.readRecord();
    }
    this.numberHeld();
  }

  /** Numbers the cells held back. */
  private numberHeld(): void {
    const { held, heldRows, stride, quoted } = this;
    this.columns.forEach((column, cell) => column.addRows(held, cell * 2, stride, heldRows, quoted.buffer));
    this.heldRows = 0;
    quoted.forget();
  }

  private startsBlank(): boolean {
    const byte = this.bytes[this.position];
    return byte <= blank || byte === this.delimiter || byte === quote;
  }

  /** Whether the next line holds only delimiters, blanks and empty quotes; if so it is passed over. */
  private skipBlankLine(): boolean {
    const { bytes, delimiter } = this;
    let p = this.position;
    while (p < bytes.length) {
      const byte = bytes[p];
      if (byte === lineFeed || byte === carriageReturn) break;
      if (byte === delimiter || byte === blank || byte === tab) p++;
      else if (byte === quote && this.blankQuotedEnd(p) > 0) p = this.blankQuotedEnd(p);
      else return false;
    }
    if (this.blankLines.length < 100) this.blankLines.push(this.line);
    this.blankCount++;
    this.endLine(p);
    return true;
  }

  /** Where the quoted cell at `open` ends if it holds nothing but blanks; else 0. */
  private blankQuotedEnd(open: number): number {
    const { bytes } = this;
    if (open > this.position && bytes[open - 1] !== this.delimiter) return 0;
    let p = open + 1;
    while (bytes[p] === blank || bytes[p] === tab) p++;
    if (bytes[p] !== quote) return 0;
    p++;
    while (bytes[p] === blank) p++;
    return p >= bytes.length || this.ends[bytes[p]] === 1 ? p : 0;
  }

  private endLine(p: number): void {
    const { bytes } = this;
    if (bytes[p] === carriageReturn && bytes[p + 1] === lineFeed) p++;
    this.position = p + 1;
    this.line++;
  }

  private readRecord(): void {
    if (this.rows === this.sourceRows.length) this.grow();
    const end = this.holdPlainCells();
    if (end < 0) return this.readAnyRecord();
    this.endRecord(this.columns.length, this.line);
    this.endLine(end);
  }

  /**
   * Holds the cells of a record that has as many as there are columns, none of them quoted, as nearly all records do;
   * returns where it ends. −1 for any other record, the last one and a very long one: `readAnyRecord` must look.
   */
  private holdPlainCells(): number {
    const { bytes, view, ends, held, delimiter, position } = this;
    const wordsEnd = bytes.length - 3;
    const delimiters = delimiter * fourfold;
    const beyondLineEnds = (carriageReturn + 1) * fourfold;
    let place = this.heldRows * this.stride;
    const placesEnd = place + this.columns.length * 2;
    let start = position;
    for (let p = position; p < wordsEnd;) {
      // Four bytes at a time. Where a byte is a delimiter or below those of line ends its highest bit is set; above the
      // first such byte others may have it too.
      const word = view.getInt32(p, true);
      const others = word ^ delimiters;
      const hits = (((others - fourfold) & ~others) | ((word - beyondLineEnds) & ~word)) & highestBits;
      if (hits === 0) {
        p += 4;
        continue;
      }
      p += (31 - Math.clz32(hits & -hits)) >>> 3;
      const byte = bytes[p];
      if (ends[byte] === 0) {
        p++;
        continue;
      }
      if (bytes[start] === quote || place === placesEnd) return -1;
      held[place] = start;
      held[place + 1] = p;
      place += 2;
      if (byte !== delimiter) return place === placesEnd && p - position <= maxCellBytes ? p : -1;
      p++;
      start = p;
    }
    return -1;
  }

  private readAnyRecord(): void {
    const { bytes, held, ends, columns } = this;
    const size = bytes.length;
    const recordLine = this.line;
    let p = this.position;
    let cell = 0;
    for (;;) {
      if (cell === columns.length && !this.addColumn(recordLine, p)) return;
      const place = this.heldRows * this.stride + cell * 2;
      if (bytes[p] === quote) {
        p = this.readQuoted(p, place, cell, recordLine);
        if (p < 0) return;
      } else {
        const start = p;
        while (p < size && ends[bytes[p]] === 0) p++;
        if (p - start > maxCellBytes) {
          this.error = { code: 'cell-too-long', line: recordLine, at: start };
          return;
        }
        held[place] = start;
        held[place + 1] = p;
      }
      cell++;
      if (p >= size || bytes[p] === lineFeed || bytes[p] === carriageReturn) break;
      p++;
    }
    this.endRecord(cell, recordLine);
    this.endLine(p);
  }

  private endRecord(cells: number, line: number): void {
    const { columns, rows, stride, quoted } = this;
    const from = this.heldRows * stride;
    if (cells < columns.length) this.held.fill(0, from + cells * 2, from + columns.length * 2);
    if (cells < this.width) {
      this.shortCount++;
      if (this.shortCount <= 100) this.notes.push({ kind: 'short-row', line, column: 0, cells });
    }
    this.sourceRows[rows] = line;
    this.widths[rows] = cells;
    this.rows = rows + 1;
    this.heldRows++;
    if ((this.heldRows + 1) * stride > this.held.length || quoted.isFull) this.numberHeld();
  }

  /** Holds the quoted cell that opens at `open`; returns where it ends, or −1 after setting `error`. */
  private readQuoted(open: number, place: number, cell: number, line: number): number {
    const { quoted } = this;
    if (!quoted.read(open)) {
      this.error = { code: quoted.isTooLong ? 'cell-too-long' : 'quote-not-closed', line, at: open };
      return -1;
    }
    this.line += quoted.lineBreaks;
    if (quoted.hasTextAfterQuote && !this.noteStray(line, cell, open)) return -1;
    this.held[place] = quoted.isCopy ? -1 - quoted.start : quoted.start;
    this.held[place + 1] = quoted.isCopy ? -1 - quoted.end : quoted.end;
    return quoted.next;
  }

  private noteStray(line: number, cell: number, at: number): boolean {
    this.quoteErrors++;
    if (this.quoteErrors > maxQuoteErrors) {
      this.error = { code: 'too-many-quote-errors', line, at };
      return false;
    }
    this.notes.push({ kind: 'text-after-quote', line, column: cell + 1, cells: 0 });
    return true;
  }

  private addColumn(line: number, at: number): boolean {
    if (this.columns.length === maxColumns) {
      this.error = { code: 'too-many-columns', line, at };
      return false;
    }
    this.holdFromStart();
    const column = new ScannedColumn(this.view, this.sourceRows.length, this.rows);
    this.columns.push(column);
    if (this.columns.length * 2 > this.stride) this.stride *= 2;
    return true;
  }

  /** Numbers all whole rows, so that those to come may be wider; the cells of a row that was begun stay held. */
  private holdFromStart(): void {
    const begun = this.heldRows * this.stride;
    if (begun === 0) return;
    this.numberHeld();
    this.held.copyWithin(0, begun, begun + this.columns.length * 2);
  }

  private grow(): void {
    const capacity = this.sourceRows.length * 2;
    const sourceRows = new Uint32Array(capacity);
    sourceRows.set(this.sourceRows);
    this.sourceRows = sourceRows;
    const widths = new Uint16Array(capacity);
    widths.set(this.widths);
    this.widths = widths;
    for (const column of this.columns) {
      const codes = new Uint32Array(capacity);
      codes.set(column.codes);
      column.codes = codes;
    }
  }
}

import { fail, type Failure } from '../../kernel/result';
import { TextRuns } from './shared-strings';
import { StoredCell, type StoredAs } from './stored-cell';
import { Token, XmlCursor } from './xml-cursor';
import { decodeXml } from './xml-text';

export interface SheetSink {
  cell(cell: StoredCell): void;
  /** A row has ended; false = nothing more is wanted. */
  rowEnd(row: number): boolean;
}

/** The largest sheet that a workbook can hold. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** A map, not an object: `t="constructor"` must be as unknown as any other word. */
const storedAs: ReadonlyMap<string, StoredAs> = new Map([
  ['n', 'number'],
  ['s', 'shared'],
  ['str', 'text'],
  ['inlineStr', 'text'],
  ['b', 'boolean'],
  ['e', 'error'],
  ['d', 'isoDate'],
]);

function storageOf(bytes: Uint8Array, start: number, end: number): StoredAs | undefined {
  // Nearly every cell that says so says `t="s"`.
  if (end - start === 1 && bytes[start] === 0x73) return 'shared';
  return storedAs.get(decodeXml(bytes, start, end));
}

/** Column number, from 1, of the letters of a reference such as `AB12`; 0 if it has none or too many. */
function columnOf(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  for (let i = start; i < end; i++) {
    const letter = bytes[i] & ~32;
    if (letter < 65 || letter > 90) break;
    if (i - start > 2) return 0;
    column = column * 26 + letter - 64;
  }
  return column <= lastColumn ? column : 0;
}

/** The whole number written in digits; 0 if there are none. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + bytes[i] - 48;
  return Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

/**
 * Reads a sheet's cells in the order in which they are stored, piece by piece, and keeps none of them.
 *
 * Rows must ascend, as every writer stores them; cells may stand anywhere within their row.
 */
export class SheetScanner {
  failure: Failure | null = null;
  /** The used range that the sheet declares, if it does. */
  dimension: string | null = null;
  readonly merged: string[] = [];

  private readonly cursor = new XmlCursor();
  private readonly runs = new TextRuns();
  private readonly cell = new StoredCell();
  private wanted = true;
  private inCell = false;
  private inInline = false;
  private inValue = false;
  private hasFormula = false;

  constructor(
    private readonly part: string,
    private readonly sink: SheetSink,
  ) {}

  /** Takes the next piece; false = no more is needed, or `failure` is set. */
  push(piece: Uint8Array): boolean {
    this.cursor.push(piece);
    while (this.wanted && this.failure === null) {
      const token = this.cursor.next();
      if (token === Token.more) break;
      if (token === Token.open) this.open();
      else if (token === Token.close) this.close();
      else if (token === Token.text) this.text();
      else this.failure = this.refuse(token === Token.doctype ? 'workbook-doctype' : 'workbook-damaged');
    }
    return this.wanted && this.failure === null;
  }

  private refuse(code: string): Failure {
    return fail(code, { part: this.part }).failure;
  }

  private open(): void {
    const { cursor } = this;
    if (this.inCell) return this.openInCell();
    if (cursor.is('c')) this.openCell();
    else if (cursor.is('row')) this.openRow();
    else if (cursor.is('dimension')) this.dimension = cursor.attribute('ref');
    else if (cursor.is('mergeCell')) this.merged.push(cursor.attribute('ref') ?? '');
  }

  private openRow(): void {
    const stated = this.cursor.attribute('r');
    const row = stated === null ? this.cell.row + 1 : Number(stated);
    if (!Number.isInteger(row) || row <= this.cell.row || row > lastRow) {
      this.failure = this.refuse('workbook-damaged');
      return;
    }
    this.cell.row = row;
    this.cell.column = 0;
  }

  private openCell(): void {
    const { cursor, cell } = this;
    const { bytes } = cursor;
    let column = cell.column + 1;
    let style = 0;
    let stored: StoredAs | undefined = 'number';
    cursor.firstAttribute();
    while (cursor.nextAttribute()) {
      const { keyStart, keyEnd, valueStart, valueEnd } = cursor;
      if (keyEnd - keyStart !== 1) continue;
      const key = bytes[keyStart];
      if (key === 0x72) column = columnOf(bytes, valueStart, valueEnd);
      else if (key === 0x73) style = wholeNumber(bytes, valueStart, valueEnd);
      else if (key === 0x74) stored = storageOf(bytes, valueStart, valueEnd);
    }
    cell.column = column;
    if (column === 0 || cell.row === 0 || stored === undefined) {
      this.failure = this.refuse('workbook-damaged');
      return;
    }
    if (cursor.isEmpty) return;
    cell.begin(column, stored, style);
    this.inCell = true;
    this.hasFormula = false;
  }

  private openInCell(): void {
    const { cursor } = this;
    if (this.inInline) this.runs.open(cursor);
    else if (cursor.is('v')) this.inValue = !cursor.isEmpty;
    else if (cursor.is('f')) this.hasFormula = true;
    else if (cursor.is('is') && !cursor.isEmpty) {
      this.runs.reset();
      this.inInline = true;
    }
  }

  private text(): void {
    if (this.inValue) this.cell.add(this.cursor);
    else if (this.inInline) this.runs.add(this.cursor);
  }

  private close(): void {
    const { cursor } = this;
    if (!this.inCell) {
      if (cursor.is('row')) this.wanted = this.sink.rowEnd(this.cell.row);
    } else if (this.inInline) {
      if (cursor.is('is')) {
        this.cell.setText(this.runs.value());
        this.inInline = false;
      } else this.runs.close(cursor);
    } else if (cursor.is('v')) this.inValue = false;
    else if (cursor.is('c')) this.closeCell();
  }

  private closeCell(): void {
    const { cell } = this;
    this.inCell = false;
    // The result of a formula may be the empty text; a formula of any other kind must have a value.
    cell.unsolved = this.hasFormula && cell.isEmpty && cell.stored !== 'text';
    if (cell.isEmpty && !cell.unsolved) return;
    this.sink.cell(cell);
  }
}

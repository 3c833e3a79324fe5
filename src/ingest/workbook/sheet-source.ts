import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { CellHint, type HeadRow, type RawTable, type ReadHooks, type RowSource } from '../raw-table';
import type { Issue } from '../types';
import { isBlank } from '../values/missing-words';
import { cellText, storageKind, type CellContext } from './cell-text';
import { ColumnBuilder } from './column-builder';
import { inflatePart } from './inflate-part';
import { limits } from './limits';
import type { CellText } from './serial-cell';
import { SheetScanner, type SheetSink } from './sheet-scanner';
import type { StoredCell } from './stored-cell';
import { damaged, type ZipArchive, type ZipEntry } from './zip-archive';

/** Collects what a sheet's cells say; its failure, if any, ends the reading. */
interface CollectingSink extends SheetSink {
  readonly failure: Failure | null;
}

/** The rows of one sheet. Each call reads the sheet anew, so that nothing of it has to stay in memory. */
export class SheetSource implements RowSource {
  constructor(
    private readonly archive: ZipArchive,
    private readonly entry: ZipEntry,
    private readonly context: CellContext,
  ) {}

  async head(maxRows: number): Promise<Result<readonly HeadRow[], Failure>> {
    const sink = new HeadSink(maxRows, this.context, this.entry.name);
    const failure = await this.scan(sink, {});
    return failure === null ? ok(sink.rows) : { ok: false, failure };
  }

  async read(afterRow: number, hooks: ReadHooks): Promise<Result<RawTable, Failure>> {
    const sink = new TableSink(afterRow, this.context, this.entry.name);
    const failure = await this.scan(sink, hooks);
    return failure === null ? ok(sink.finish()) : { ok: false, failure };
  }

  private async scan(sink: CollectingSink, hooks: ReadHooks): Promise<Failure | null> {
    const scanner = new SheetScanner(this.entry.name, sink);
    const take = (piece: Uint8Array): boolean => scanner.push(piece) && sink.failure === null;
    const read = await inflatePart(this.archive, this.entry, take, hooks);
    if (!read.ok) return read.failure;
    return scanner.failure ?? sink.failure;
  }
}

function tooManyColumns(cell: StoredCell): Failure {
  const params = { row: cell.row, column: cell.column, limit: limits.columns };
  return fail('workbook-too-many-columns', params, { row: cell.row, column: cell.column }).failure;
}

/** Whether a number has sixteen characters and more, and no decimal point unless it has an exponent. */
function mayBeLong({ bytes, length, isPlain }: StoredCell): boolean {
  if (!isPlain) return true;
  if (length < 16) return false;
  let hasPoint = false;
  for (let i = 0; i < length; i++) {
    if ((bytes[i] | 32) === 0x65) return true;
    hasPoint ||= bytes[i] === 0x2e;
  }
  return !hasPoint;
}

/** The first rows with something in them. */
class HeadSink implements CollectingSink {
  readonly rows: HeadRow[] = [];
  failure: Failure | null = null;
  private cells: string[] = [];
  private hints: CellHint[] = [];

  constructor(
    private readonly maxRows: number,
    private readonly context: CellContext,
    private readonly part: string,
  ) {}

  cell(cell: StoredCell): void {
    if (cell.column > limits.columns) {
      this.failure ??= tooManyColumns(cell);
      return;
    }
    const content = cellText(cell, this.context);
    if (content === null) {
      this.failure ??= damaged(this.part).failure;
      return;
    }
    while (this.cells.length < cell.column) {
      this.cells.push('');
      this.hints.push(CellHint.text);
    }
    this.cells[cell.column - 1] = content.text;
    this.hints[cell.column - 1] = content.hint;
  }

  rowEnd(row: number): boolean {
    if (this.cells.some((text, i) => this.hints[i] !== CellHint.text || !isBlank(text))) {
      this.rows.push({ row, cells: this.cells, hints: this.hints });
    }
    this.cells = [];
    this.hints = [];
    return this.rows.length < this.maxRows && this.failure === null;
  }
}

/** All rows as columns, and what is worth a notice. */
class TableSink implements CollectingSink {
  failure: Failure | null = null;
  private readonly columns: ColumnBuilder[] = [];
  private readonly sourceRows: number[] = [];
  private firstBlank = 0;
  private lastSeen: number;
  private blank = 0;
  private readonly longNumbers = new Map<number, { row: number; n: number }>();
  private rowFilled = false;

  constructor(
    private readonly afterRow: number,
    private readonly context: CellContext,
    private readonly part: string,
  ) {
    this.lastSeen = afterRow;
  }

  cell(cell: StoredCell): void {
    if (cell.row <= this.afterRow) return;
    if (cell.column > limits.columns) {
      this.failure ??= tooManyColumns(cell);
      return;
    }
    const { columns } = this;
    while (columns.length < cell.column) columns.push(new ColumnBuilder());
    if (cell.stored === 'number' && mayBeLong(cell)) this.noteLongNumber(cell);
    const row = this.sourceRows.length;
    columns[cell.column - 1].set(row, storageKind(cell, this.context), cell, this.readCell);
    if (!this.rowFilled) this.rowFilled = columns[cell.column - 1].has(row);
  }

  private readonly readCell = (cell: StoredCell): CellText => {
    const content = cellText(cell, this.context);
    if (content === null) this.failure ??= damaged(this.part).failure;
    return content ?? { text: '', hint: CellHint.text };
  };

  rowEnd(row: number): boolean {
    if (this.rowFilled) this.keepRow(row);
    else for (const column of this.columns) column.truncate(this.sourceRows.length);
    this.rowFilled = false;
    return this.failure === null;
  }

  finish(): RawTable {
    const rows = this.sourceRows.length;
    return {
      rows,
      columns: this.columns.map((column) => column.finish(rows)),
      sourceRows: Uint32Array.from(this.sourceRows),
      issues: this.issues(),
    };
  }

  /** Rows that the sheet leaves out, or that hold nothing but blanks, lie between this row and the one before. */
  private keepRow(row: number): void {
    const gap = row - this.lastSeen - 1;
    if (gap > 0) {
      if (this.blank === 0) this.firstBlank = this.lastSeen + 1;
      this.blank += gap;
    }
    this.lastSeen = row;
    this.sourceRows.push(row);
    if (this.sourceRows.length * this.columns.length > limits.cells) {
      this.failure ??= fail('workbook-too-many-cells', { limit: limits.cells / 1_000_000 }, { row }).failure;
    }
  }

  /** Sixteen digits and more, stored as a number: a card number, of which the last digits are zeros by now. */
  private noteLongNumber(cell: StoredCell): void {
    if (!/^\d{16,}$|^\d(?:\.\d+)?E\+?(?:1[5-9]|20)$/i.test(cell.text.trim())) return;
    const seen = this.longNumbers.get(cell.column);
    if (seen) seen.n++;
    else this.longNumbers.set(cell.column, { row: cell.row, n: 1 });
  }

  private issues(): readonly Issue[] {
    const issues: Issue[] = [];
    if (this.blank > 0) {
      const params = { n: this.blank, row: this.firstBlank };
      issues.push({ severity: 'info', code: 'sheetBlankRows', params, row: this.firstBlank, count: this.blank });
    }
    for (const [column, { row, n }] of this.longNumbers) {
      issues.push({
        severity: 'warning',
        code: 'longNumbersRounded',
        params: { n, row, column },
        row,
        column,
        count: n,
      });
    }
    return issues;
  }
}

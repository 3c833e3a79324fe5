import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { ReadHooks, RowSource } from '../raw-table';
import type { SheetInfo } from '../types';
import type { CellContext } from './cell-text';
import { readStyles, type CellStyles } from './cell-styles';
import { countRows } from './count-rows';
import { inflatePart, readPart } from './inflate-part';
import { readSharedStrings } from './shared-strings';
import { SheetScanner } from './sheet-scanner';
import { SheetSource } from './sheet-source';
import { findParts, type SheetPart, type WorkbookParts } from './workbook-parts';
import { openZip, type ZipArchive } from './zip-archive';

/** An opened workbook. Sheets are read when they are asked for; strings and styles once. */
export interface Workbook {
  /** Data sheets in the order of their tabs; `rows` = rows with something in them (see `countRows`). */
  readonly sheets: readonly SheetInfo[];
  /** The rows of a sheet. Fails: sheet-unknown, workbook-damaged, workbook-doctype, cancelled */
  open(sheet: string): Promise<Result<RowSource, Failure>>;
  /** The merged ranges of a sheet, such as `A1:J1`. They do not take part in reading. Fails: as `open` */
  mergedRanges(sheet: string): Promise<Result<readonly string[], Failure>>;
}

/**
 * Opens an XLSX workbook from its bytes.
 *
 * Nothing in it is calculated, fetched or kept as a matrix: parts are unpacked piece by piece under the sizes that the
 * directory declares, and scanned as bytes.
 *
 * Fails  workbook-damaged, workbook-encrypted, workbook-other-kind, workbook-too-large, workbook-doctype,
 *        workbook-without-sheets, cancelled
 */
export async function openWorkbook(
  bytes: Uint8Array,
  hooks: Pick<ReadHooks, 'signal'> = {},
): Promise<Result<Workbook, Failure>> {
  const archive = openZip(bytes);
  if (!archive.ok) return archive;
  const parts = await findParts(archive.value);
  if (!parts.ok) return parts;
  const styles = await readWorkbookStyles(archive.value, parts.value);
  if (!styles.ok) return styles;
  const sheets: SheetInfo[] = [];
  for (const { name, hidden, entry } of parts.value.sheets) {
    const rows = await countRows(archive.value, entry, hooks);
    if (!rows.ok) return rows;
    sheets.push({ name, hidden, rows: rows.value });
  }
  return ok(new OpenedWorkbook(archive.value, parts.value, styles.value, sheets));
}

async function readWorkbookStyles(archive: ZipArchive, parts: WorkbookParts): Promise<Result<CellStyles, Failure>> {
  if (parts.styles === null) return ok([]);
  const bytes = await readPart(archive, parts.styles);
  return bytes.ok ? readStyles(bytes.value, parts.styles.name) : bytes;
}

class OpenedWorkbook implements Workbook {
  private strings: Promise<Result<readonly string[], Failure>> | null = null;

  constructor(
    private readonly archive: ZipArchive,
    private readonly parts: WorkbookParts,
    private readonly styles: CellStyles,
    readonly sheets: readonly SheetInfo[],
  ) {}

  async open(sheet: string): Promise<Result<RowSource, Failure>> {
    const part = this.find(sheet);
    if (!part) return fail('sheet-unknown', { sheet });
    this.strings ??= this.parts.strings ? readSharedStrings(this.archive, this.parts.strings) : Promise.resolve(ok([]));
    const strings = await this.strings;
    if (!strings.ok) return strings;
    const context: CellContext = { strings: strings.value, styles: this.styles, date1904: this.parts.date1904 };
    return ok(new SheetSource(this.archive, part.entry, context));
  }

  async mergedRanges(sheet: string): Promise<Result<readonly string[], Failure>> {
    const part = this.find(sheet);
    if (!part) return fail('sheet-unknown', { sheet });
    const scanner = new SheetScanner(part.entry.name, { cell: () => undefined, rowEnd: () => true });
    const read = await inflatePart(this.archive, part.entry, (piece) => scanner.push(piece));
    if (!read.ok) return read;
    return scanner.failure ? { ok: false, failure: scanner.failure } : ok(scanner.merged);
  }

  private find(sheet: string): SheetPart | undefined {
    return this.parts.sheets.find(({ name }) => name === sheet);
  }
}

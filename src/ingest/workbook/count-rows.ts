import { ok, type Failure, type Result } from '../../kernel/result';
import type { ReadHooks } from '../raw-table';
import { inflatePart } from './inflate-part';
import { limits } from './limits';
import { SheetScanner } from './sheet-scanner';
import type { ZipArchive, ZipEntry } from './zip-archive';

/**
 * How many rows of a sheet have something in them.
 *
 * A large sheet is not read through for this: the last row of the range that it declares stands for the count.
 *
 * Fails  workbook-damaged, workbook-doctype, cancelled
 */
export async function countRows(
  archive: ZipArchive,
  entry: ZipEntry,
  hooks: Pick<ReadHooks, 'signal'> = {},
): Promise<Result<number, Failure>> {
  let rows = 0;
  let filled = false;
  const sink = {
    cell: (): void => {
      filled = true;
    },
    rowEnd: (): boolean => {
      if (filled) rows++;
      filled = false;
      return true;
    },
  };
  const scanner = new SheetScanner(entry.name, sink);
  let declared: number | null = null;
  const take = (piece: Uint8Array): boolean => {
    const goOn = scanner.push(piece);
    if (entry.size > limits.countedSheetBytes) declared = lastDeclaredRow(scanner.dimension);
    return goOn && declared === null;
  };
  const read = await inflatePart(archive, entry, take, { signal: hooks.signal });
  if (!read.ok) return read;
  return scanner.failure ? { ok: false, failure: scanner.failure } : ok(declared ?? rows);
}

/** The last row of `A1:J100001`; null for a single cell, which writers of streams put there for want of knowledge. */
function lastDeclaredRow(dimension: string | null): number | null {
  const match = dimension === null ? null : /:\$?[A-Z]+\$?(\d+)$/i.exec(dimension);
  return match ? Number(match[1]) : null;
}

import { ok, type Failure, type Result } from '../../kernel/result';
import { builtInKind, formatKind, type FormatKind } from './number-format';
import { walkPart } from './small-part';

/** The kind of format per cell style, in the order of `cellXfs`. */
export type CellStyles = readonly FormatKind[];

/**
 * Reads the formats of the cell styles.
 *
 * Fails  workbook-damaged, workbook-doctype
 */
export function readStyles(bytes: Uint8Array, part: string): Result<CellStyles, Failure> {
  const custom = new Map<number, FormatKind>();
  const styles: FormatKind[] = [];
  let inCellStyles = false;
  const walked = walkPart(
    bytes,
    part,
    (cursor) => {
      if (cursor.is('numFmt')) {
        custom.set(Number(cursor.attribute('numFmtId')), formatKind(cursor.attribute('formatCode') ?? ''));
      } else if (cursor.is('cellXfs')) {
        inCellStyles = !cursor.isEmpty;
      } else if (inCellStyles && cursor.is('xf')) {
        const id = Number(cursor.attribute('numFmtId') ?? 0);
        styles.push(custom.get(id) ?? builtInKind(id));
      }
    },
    (cursor) => {
      if (cursor.is('cellXfs')) inCellStyles = false;
    },
  );
  return walked.ok ? ok(styles) : walked;
}

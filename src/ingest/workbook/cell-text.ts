import { CellHint } from '../raw-table';
import type { CellStyles } from './cell-styles';
import { serialCell, type CellText } from './serial-cell';
import type { StoredCell } from './stored-cell';
import { unescapeXstring } from './xml-text';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly date1904: boolean;
}

/** Text and hint of a cell; null if it refers to a shared string that does not exist. */
export function cellText(cell: StoredCell, context: CellContext): CellText | null {
  if (cell.unsolved) return { text: '', hint: CellHint.formulaWithoutValue };
  switch (cell.stored) {
    case 'shared': {
      const text = context.strings[Number(cell.text)];
      return text === undefined ? null : { text, hint: CellHint.text };
    }
    case 'text':
      return { text: unescapeXstring(cell.text), hint: CellHint.text };
    case 'boolean':
      return {
        text: cell.text.trim() === '1' || cell.text.trim() === 'true' ? 'TRUE' : 'FALSE',
        hint: CellHint.boolean,
      };
    case 'error':
      return { text: cell.text, hint: CellHint.error };
    case 'isoDate':
      return isoCell(cell.text);
    case 'number':
      return serialCell(cell.text.trim(), context.styles[cell.style] ?? 'number', context.date1904);
  }
}

/** How a cell's storage is told apart, so that equal stored texts of one kind are read once. */
export function storageKind(cell: StoredCell, context: CellContext): string {
  if (cell.unsolved) return 'unsolved';
  return cell.stored === 'number' ? (context.styles[cell.style] ?? 'number') : cell.stored;
}

function isoCell(text: string): CellText {
  const match = /^(?:(\d{4}-\d{2}-\d{2}))?(?:T?(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return { text, hint: CellHint.text };
  const clock = match[2] !== undefined && match[2].length === 5 ? `${match[2]}:00` : match[2];
  if (match[1] === undefined) return { text: clock, hint: CellHint.time };
  return clock === undefined
    ? { text: match[1], hint: CellHint.date }
    : { text: `${match[1]} ${clock}`, hint: CellHint.datetime };
}

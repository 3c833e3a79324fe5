import { cellKind, type CellKind } from './cell-kind';
import { hasPersonalNumber } from './mask/looks-personal';
import type { HeadRow } from './raw-table';

export interface HeaderFound {
  /** Row of the header; 0 = the file has none. */
  readonly row: number;
  /** Rows above the header that hold titles or group headings. */
  readonly titles: readonly number[];
  /** Row below the header that only holds units. */
  readonly unitsRow: number | null;
  /** The first row looks like data: null, or that row. */
  readonly doubtfulRow: number | null;
}

interface SeenRow {
  readonly row: number;
  readonly kinds: readonly CellKind[];
  readonly filled: number;
  /** Position of the last filled cell, from 1. */
  readonly extent: number;
  readonly cells: readonly string[];
}

const searchedRows = 30;
const unitWords =
  /^[（([【]?(秒|分钟?|小?时|天|日|周|月|年|元|万元?|亿元?|千元|件|笔|人|个|次|户|台|通|张|%|％|‰|s|sec|min|mins|minutes?|h|hours?|days?|rmb|cny|usd|yuan|pcs|count|n)[）)\]】]?$/i;

/**
 * Finds the header row in the first rows of a table.
 *
 * Rows with a single cell above a wider table are titles; a sparser row above a fuller row of labels is a group
 * heading. A first row whose cells are of the same kinds (numbers, dates) as the rows below is data, and so is one
 * in which somebody's number stands: then the file has no header.
 */
export function findHeader(head: readonly HeadRow[]): HeaderFound {
  const rows = head.map(toSeen);
  const extent = usualExtent(rows);
  const index = headerIndex(rows, extent);
  const header = rows[index];
  const titles = rows.slice(0, index).map(({ row }) => row);
  if (!header) return { row: 0, titles: [], unitsRow: null, doubtfulRow: null };
  const isOfPerson = header.filled > 1 && header.cells.some(hasPersonalNumber);
  const likeness = isOfPerson ? 1 : dataLikeness(header, rows.slice(index + 1, index + 11));
  if (likeness >= 0.5) return { row: 0, titles, unitsRow: null, doubtfulRow: header.row };
  const next = rows[index + 1];
  const unitsRow = next && isUnitsRow(next, rows.slice(index + 2, index + 7)) ? next.row : null;
  return { row: header.row, titles, unitsRow, doubtfulRow: likeness > 0 ? header.row : null };
}

function toSeen({ row, cells, hints }: HeadRow): SeenRow {
  const kinds = cells.map((text, i) => cellKind(text, hints?.[i]));
  const filled = kinds.filter((kind) => kind !== 'empty').length;
  return { row, kinds, filled, cells, extent: kinds.findLastIndex((kind) => kind !== 'empty') + 1 };
}

/** Most frequent place of the last filled cell; of equally frequent ones the larger. */
function usualExtent(rows: readonly SeenRow[]): number {
  const counts = new Map<number, number>();
  for (const { extent } of rows) counts.set(extent, (counts.get(extent) ?? 0) + 1);
  let usual = 1;
  let most = 0;
  for (const [extent, count] of counts) {
    if (count > most || (count === most && extent > usual)) {
      usual = extent;
      most = count;
    }
  }
  return usual;
}

function headerIndex(rows: readonly SeenRow[], extent: number): number {
  const last = Math.min(rows.length, searchedRows);
  for (let i = 0; i < last; i++) {
    const row = rows[i];
    if (row.filled === 0) continue;
    if (extent === 1 || row.filled * 2 > extent) return i;
    const fuller = rows
      .slice(i + 1, i + 13)
      .find((other) => other.filled > row.filled && other.filled * 2 > extent && isLabels(other));
    if (fuller && (row.filled === 1 || hasDataBelow(rows, rows.indexOf(fuller)) || fuller.filled >= 3)) continue;
    // A lone cell above rows of data without labels: the header of a table whose other columns are unnamed, if the
    // row has as many cells as the data; a title, if it has not.
    if (row.filled === 1 && row.kinds.length < extent && i + 1 < last) continue;
    return i;
  }
  return 0;
}

function isLabels(row: SeenRow): boolean {
  const words = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return row.kinds.every((kind) => kind === 'text' || kind === 'empty') && words.every((word) => word.length <= 60);
}

function hasDataBelow(rows: readonly SeenRow[], index: number): boolean {
  return rows.slice(index + 1, index + 6).some((row) => row.kinds.includes('number') || row.kinds.includes('date'));
}

/** Share of the row's cells that are numbers or dates over a column of the same kind. */
function dataLikeness(row: SeenRow, below: readonly SeenRow[]): number {
  if (below.length === 0 || row.filled === 0) return 0;
  const alike = row.kinds.filter((kind, column) => {
    if (kind !== 'number' && kind !== 'date') return false;
    const same = below.filter((other) => other.kinds[column] === kind).length;
    return same * 2 > below.length;
  }).length;
  return alike / row.filled;
}

function isUnitsRow(row: SeenRow, below: readonly SeenRow[]): boolean {
  const words = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (words.length === 0 || !words.every((word) => unitWords.test(word))) return false;
  return row.kinds.some((kind, column) => kind !== 'empty' && below.some((other) => other.kinds[column] === 'number'));
}

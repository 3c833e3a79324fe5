/**
 * Content as registers and back.
 *
 * Every cell is a register of its own, so that two people's edits merge cell by cell: `f.<field>`,
 * `r.<list>.<row>.<column>`, and for each row `order` (a fractional index) and `deleted`. Nothing is ever moved: a row
 * between two others gets an order between theirs.
 */

import type { CellValue, Content, Row } from './contract';

/** A register to be written; the caller knows of which record. */
export interface RegisterChange {
  readonly field: string;
  readonly value: CellValue;
}

type Registers = Readonly<Record<string, { readonly value: unknown }>>;

/** Columns that the encoding itself needs. */
export const reservedColumns: readonly string[] = ['order', 'deleted'];

interface DraftRow {
  readonly id: string;
  order: string;
  deleted: boolean;
  readonly cells: Map<string, CellValue>;
}

/**
 * The content of a record. Registers of another shape are left alone and not read: a newer build may have written them.
 *
 * Rows of equal order, as two people make them at the same place, stand in the order of their ids.
 */
export function readContent(registers: Registers): Content {
  // Maps: `__proto__`, which a foreign file may name, is a key of them like any other.
  const fields = new Map<string, CellValue>();
  const lists = new Map<string, Map<string, DraftRow>>();
  for (const [name, { value }] of Object.entries(registers)) {
    const parts = name.split('.');
    if (!isCellValue(value)) continue;
    if (parts[0] === 'f' && parts.length === 2) {
      if (value !== null) fields.set(parts[1], value);
    } else if (parts[0] === 'r' && parts.length === 4) {
      setDraft(lists, [parts[1], parts[2], parts[3]], value);
    }
  }
  return {
    fields: Object.fromEntries(fields),
    lists: Object.fromEntries([...lists].map(([list, rows]) => [list, finish([...rows.values()])])),
  };
}

function setDraft(
  lists: Map<string, Map<string, DraftRow>>,
  [list, id, column]: readonly [string, string, string],
  value: CellValue,
): void {
  const rows = lists.get(list) ?? new Map<string, DraftRow>();
  lists.set(list, rows);
  const row = rows.get(id) ?? { id, order: '', deleted: false, cells: new Map<string, CellValue>() };
  rows.set(id, row);
  if (column === 'order') row.order = typeof value === 'string' ? value : '';
  else if (column === 'deleted') row.deleted = value === true;
  else if (value !== null) row.cells.set(column, value);
}

function finish(rows: readonly DraftRow[]): readonly Row[] {
  return rows
    .filter(({ deleted, order }) => !deleted && order !== '')
    .sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
    .map(({ id, cells }) => ({ id, cells: Object.fromEntries(cells) }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isCellValue(value: unknown): value is CellValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Sets a single field; null empties it. */
export function setField(field: string, value: CellValue): RegisterChange {
  return { field: `f.${field}`, value };
}

/** Sets a cell of a row; null empties it. */
export function setCell(list: string, row: string, column: string, value: CellValue): RegisterChange {
  return { field: `r.${list}.${row}.${column}`, value };
}

/** Takes a row away. Its cells stay, so that undoing brings back what was said. */
export function deleteRow(list: string, row: string): RegisterChange {
  return { field: `r.${list}.${row}.deleted`, value: true };
}

/** Brings a row back that was taken away. */
export function restoreRow(list: string, row: string): RegisterChange {
  return { field: `r.${list}.${row}.deleted`, value: false };
}

/**
 * Puts a new row after another, or at the end.
 *
 * @param orders order register of every row of the list, deleted ones too (see `ordersOf`)
 */
export function insertRow(
  list: string,
  row: { readonly id: string; readonly cells?: Readonly<Record<string, CellValue>> },
  orders: ReadonlyMap<string, string>,
  after: string | null = null,
): readonly RegisterChange[] {
  const place = placeAfter(orders, after);
  return [
    { field: `r.${list}.${row.id}.order`, value: place },
    ...Object.entries(row.cells ?? {}).map(([column, value]) => setCell(list, row.id, column, value)),
  ];
}

/** Puts new rows at the end, in their order. */
export function insertRows(
  list: string,
  rows: readonly { readonly id: string; readonly cells?: Readonly<Record<string, CellValue>> }[],
  orders: ReadonlyMap<string, string>,
): readonly RegisterChange[] {
  const known = new Map(orders);
  return rows.flatMap((row) => {
    const changes = insertRow(list, row, known);
    known.set(row.id, String(changes[0].value));
    return changes;
  });
}

/** Moves a row behind another; null = to the front. */
export function moveRow(
  list: string,
  row: string,
  orders: ReadonlyMap<string, string>,
  after: string | null,
): RegisterChange {
  const others = new Map([...orders].filter(([id]) => id !== row));
  const place = after === null ? orderBetween(null, first(others)) : placeAfter(others, after);
  return { field: `r.${list}.${row}.order`, value: place };
}

/** The order register of every row of a list, by row. */
export function ordersOf(registers: Registers, list: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, { value }] of Object.entries(registers)) {
    const parts = name.split('.');
    if (parts.length === 4 && parts[0] === 'r' && parts[1] === list && parts[3] === 'order')
      if (typeof value === 'string') found.set(parts[2], value);
  }
  return found;
}

function first(orders: ReadonlyMap<string, string>): string | null {
  return [...orders.values()].sort(compare)[0] ?? null;
}

function placeAfter(orders: ReadonlyMap<string, string>, after: string | null): string {
  const sorted = [...orders.values()].sort(compare);
  const base = after === null ? undefined : orders.get(after);
  if (base === undefined) return orderBetween(sorted[sorted.length - 1] ?? null, null);
  return orderBetween(base, sorted.find((order) => order > base) ?? null);
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A text that sorts between two others by plain comparison, as short as can be: a fraction in base 62.
 *
 * Shape  null = open end; `before` < `after`. The result never ends in `0`, so there is always room before it.
 */
export function orderBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(`an order lies between a smaller and a greater one: ${before}, ${after}`);
  }
  let result = '';
  for (let at = 0; ; at++) {
    const low = before !== null && at < before.length ? digits.indexOf(before[at]) : 0;
    const isOpen = after === null || at >= after.length || !after.startsWith(result);
    const high = isOpen || after === null ? digits.length : digits.indexOf(after[at]);
    if (high - low > 1) return result + digits[middle(low, high, after === null && before !== null)];
    result += digits[low];
  }
}

/** Rows are mostly added at the end: there one digit further wastes less room than half of what is left. */
function middle(low: number, high: number, atEnd: boolean): number {
  return atEnd ? low + 1 : Math.floor((low + high) / 2);
}

/** Cells of a checked file as the ledger takes them. */

import type { ImportRemark } from '../domain/events/import-events';
import type { TaxonomyLink } from '../domain/taxonomy';
import { getBit } from '../kernel/bitmap';
import { formatIsoDate, formatIsoDateTime, formatIsoMonth, msPerDay } from '../kernel/dates';
import type { Issue } from '../ingest/types';
import type { Column } from '../table/column';

/** A word of a column and how many rows have it. */
export interface WordCount {
  readonly value: string;
  readonly count: number;
}

/** More different words than this are hardly a choice. */
const maxWords = 400;

/** A number written as text; null where it is none. */
export function toNumber(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** The number in a row of a numeric column. */
export function numberAt(column: Column, row: number): number | null {
  return column.layout === 'numeric' && !getBit(column.missing, row) ? column.values[row] : null;
}

/** Milliseconds on the wall clock of a cell. A day without a time ends the day: what is due that day was kept. */
export function momentAt(column: Column, row: number, now: number): number | null {
  const value = numberAt(column, row);
  if (value === null) return null;
  if (column.type === 'datetime') return value;
  if (column.type !== 'date') return null;
  const start = value * msPerDay;
  return start <= now ? Math.min(now, start + msPerDay - 1) : start;
}

/** What a cell says, as text. */
export function textAt(column: Column, row: number): string {
  if (getBit(column.missing, row)) return '';
  if (column.layout === 'dictionary') return column.dictionary[column.codes[row]];
  const value = column.values[row];
  switch (column.type) {
    case 'date':
      return formatIsoDate(value);
    case 'datetime':
      return formatIsoDateTime(value);
    case 'month':
      return formatIsoMonth(value);
    default:
      return String(value);
  }
}

/** The different words of a column with how many rows have each, most frequent first. */
export function countWords(column: Column, rows: number): readonly WordCount[] {
  const counts = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const text = textAt(column, row).trim();
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, maxWords);
}

/** Column ids by name, and names by id. */
export function columnNames(columns: readonly Column[]): {
  readonly ids: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
} {
  return {
    ids: new Map(columns.map(({ id, name }) => [name, id])),
    names: new Map(columns.map(({ id, name }) => [id, name])),
  };
}

/** Codes of links by their names in both languages, in lower case. */
export function codesByName(links: Iterable<TaxonomyLink>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { code, name } of links) {
    found.set(name.zh.toLowerCase(), code);
    found.set(name.en.toLowerCase(), code);
  }
  return found;
}

/** Texts without repetition; empty ones are left out. */
export function distinct(texts: Iterable<string | null>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) if (text !== null && text !== '') found.add(text);
  return found;
}

/** Remarks that say the same of several rows as one, at the first of them, with how many there are. */
export function foldRemarks(remarks: readonly ImportRemark[]): readonly Issue[] {
  const found = new Map<string, Issue>();
  for (const remark of remarks) {
    // Why a guard stopped a row may name the row's own number.
    const key = JSON.stringify([remark.code, remark.params], (name, value: unknown) => (name === 'number' ? 0 : value));
    const before = found.get(key);
    found.set(key, before ? { ...before, count: (before.count ?? 1) + 1 } : { ...remark, count: 1 });
  }
  return [...found.values()];
}

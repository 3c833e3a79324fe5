/** Turns a spec written by hand into one that an analysis reads: names into ids, ISO dates into days. */

import type { AnalysisSlice, SpecField } from '../analyses/contract';
import type { ColumnPlan } from '../ingest/types';
import { createYesNoReader } from '../ingest/values/parse-yes-no';
import { isValidDate, monthIndexOf, msPerDay, toEpochDay } from '../kernel/dates';
import type { Column, Table } from '../table/column';
import { findColumn } from '../table/find-column';

type Raw = Readonly<Record<string, unknown>>;

export interface Tables {
  readonly first: Table;
  readonly second?: Table;
  /** How the columns of the first file were read: which words mean yes. */
  readonly plan: readonly ColumnPlan[];
}

/**
 * The spec with column ids and stored units.
 *
 * What names nothing stays as it is, so that the analysis itself says what is wrong.
 */
export function resolveSpec(slice: AnalysisSlice<unknown, unknown>, raw: Raw, tables: Tables): Raw {
  const resolved: Record<string, unknown> = { ...raw };
  for (const field of slice.schema.fields) {
    if (Object.hasOwn(raw, field.key)) resolved[field.key] = resolveField(field, raw[field.key], tables);
  }
  for (const field of slice.schema.fields) {
    if (field.input !== 'values' || !Object.hasOwn(raw, field.key)) continue;
    resolved[field.key] = resolveValues(raw[field.key], resolved[field.of], tables);
  }
  return resolved;
}

function resolveField(field: SpecField, value: unknown, tables: Tables): unknown {
  switch (field.input) {
    case 'column':
      return columnId(value, field.from === 'second' ? tables.second : tables.first);
    case 'columns':
      return Array.isArray(value) ? value.map((one: unknown) => columnId(one, tables.first)) : value;
    case 'lines':
      return Array.isArray(value) ? value.map((line) => resolveLine(field.cells, line, tables)) : value;
    case 'day':
      return typeof value === 'string' ? (isoDay(value) ?? value) : value;
    case 'period':
      return resolveRange(value, isoDay);
    case 'filters':
      return Array.isArray(value) ? value.map((filter) => resolveFilter(filter, tables)) : value;
    default:
      return value;
  }
}

function resolveLine(cells: readonly SpecField[], line: unknown, tables: Tables): unknown {
  if (typeof line !== 'object' || line === null) return line;
  const resolved: Record<string, unknown> = { ...line };
  for (const cell of cells) {
    if (Object.hasOwn(resolved, cell.key)) resolved[cell.key] = resolveField(cell, resolved[cell.key], tables);
  }
  return resolved;
}

/** A header as in the file, else an id; headers win, because a file may have one called `c0`. */
function columnId(value: unknown, table: Table | undefined): unknown {
  if (typeof value !== 'string') return value;
  return table?.columns.find(({ name }) => name === value)?.id ?? value;
}

function resolveValues(value: unknown, column: unknown, tables: Tables): unknown {
  const of = typeof column === 'string' ? findColumn(tables.first, column) : undefined;
  if (!Array.isArray(value) || of?.type !== 'boolean') return value;
  return value.map((word: unknown) => yesOrNo(word, of, tables));
}

/** `'1'` or `'0'` for what the file calls yes or no; another word stays as it is. */
function yesOrNo(word: unknown, column: Column, { plan }: Tables): unknown {
  if (typeof word === 'boolean') return word ? '1' : '0';
  if (typeof word !== 'string') return word;
  const reading = createYesNoReader(plan.find(({ id }) => id === column.id)?.reading.yesWords)(word);
  return reading.kind === 'number' ? String(reading.value) : word;
}

function resolveFilter(filter: unknown, tables: Tables): unknown {
  if (typeof filter !== 'object' || filter === null || !('column' in filter)) return filter;
  const id = columnId(filter.column, tables.first);
  const column = typeof id === 'string' ? findColumn(tables.first, id) : undefined;
  const named = { ...filter, column: id };
  if (!column || !('op' in filter)) return named;
  if (filter.op === 'range') return { ...named, ...resolveRange(filter, (text) => isoValue(text, column)) };
  if (filter.op === 'in' && column.type === 'boolean' && 'values' in filter && Array.isArray(filter.values)) {
    return {
      column: id,
      op: 'equals',
      values: filter.values.map((word: unknown) => Number(yesOrNo(word, column, tables))),
    };
  }
  return named;
}

function resolveRange(range: unknown, read: (text: string) => number | null): object | null {
  if (typeof range !== 'object' || range === null) return null;
  const end = (key: 'from' | 'before'): unknown => {
    const value: unknown = (range as Raw)[key];
    return typeof value === 'string' ? (read(value) ?? value) : (value ?? null);
  };
  return { from: end('from'), before: end('before') };
}

function isoDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  return isValidDate(year, month, day) ? toEpochDay(year, month, day) : null;
}

/** An ISO date in the unit of a column. */
function isoValue(text: string, { type }: Column): number | null {
  const day = isoDay(text);
  if (day === null) return null;
  if (type === 'datetime') return day * msPerDay;
  return type === 'month' ? monthIndexOf(day) : day;
}

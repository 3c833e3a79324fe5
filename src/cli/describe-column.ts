import { countEntries } from '../ingest/propose-columns';
import type { RawColumn } from '../ingest/raw-table';
import { CellState, type ReadDictionary } from '../ingest/read-dictionary';
import { formatIsoDate, formatIsoDateTime, formatIsoMonth } from '../kernel/dates';
import type { ColumnType } from '../table/column';

const topLength = 10;

/** A column in figures; `null` where a figure does not apply to its type. */
export interface ColumnDescription {
  readonly name: string;
  readonly type: ColumnType;
  /** Cells without a value, those that could not be read included. */
  readonly missing: number;
  /** Different values, missing ones aside. */
  readonly distinct: number;
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly sum: number | null;
  readonly mean: number | null;
  /** Most frequent values; equally frequent ones in order of first appearance. */
  readonly top: readonly (readonly [number | string, number])[];
}

interface Entry {
  readonly value: number | string;
  count: number;
}

/** Describes the rows `kept` (null = all) of a column. */
export function describeColumn(
  name: string,
  raw: RawColumn,
  read: ReadDictionary,
  kept: Uint32Array | null,
): ColumnDescription {
  const counts = countEntries(raw, kept);
  const values = new Map<number | string, Entry>();
  const words = new Map<string, Entry>();
  let missing = 0;
  for (let entry = 0; entry < counts.length; entry++) {
    if (counts[entry] === 0) continue;
    if (read.states[entry] !== CellState.present) {
      missing += counts[entry];
      continue;
    }
    const isText = read.values.length === 0;
    tally(values, isText ? read.texts[entry] : read.values[entry], counts[entry]);
    tally(words, raw.dictionary[entry].trim(), counts[entry]);
  }
  const shown = (value: number | string): number | string =>
    typeof value === 'number' ? showValue(read.type, value) : value;
  return {
    name,
    type: read.type,
    missing,
    distinct: values.size,
    ...figures(read.type, [...values.values()]),
    top: mostFrequent(read.type === 'boolean' ? words : values).map(
      ({ value, count }) => [shown(value), count] as const,
    ),
  };
}

function tally<K extends number | string>(entries: Map<K, Entry>, value: K, count: number): void {
  const entry = entries.get(value);
  if (entry) entry.count += count;
  else entries.set(value, { value, count });
}

function mostFrequent(entries: ReadonlyMap<number | string, Entry>): readonly Entry[] {
  return [...entries.values()].sort((a, b) => b.count - a.count).slice(0, topLength);
}

function showValue(type: ColumnType, value: number): number | string {
  switch (type) {
    case 'date':
      return formatIsoDate(value);
    case 'datetime':
      return formatIsoDateTime(value).replace(' ', 'T');
    case 'month':
      return formatIsoMonth(value);
    case 'time':
      return formatIsoDateTime(value * 1000).slice(11);
    default:
      return value;
  }
}

function figures(type: ColumnType, entries: readonly Entry[]): Pick<ColumnDescription, 'min' | 'max' | 'sum' | 'mean'> {
  const none = { min: null, max: null, sum: null, mean: null };
  if (type === 'boolean' || entries.length === 0) return none;
  let min = Infinity;
  let max = -Infinity;
  let cells = 0;
  for (const { value, count } of entries) {
    if (typeof value === 'string') return none;
    min = Math.min(min, value);
    max = Math.max(max, value);
    cells += count;
  }
  const limits = { min: showValue(type, min), max: showValue(type, max) };
  if (type !== 'number' && type !== 'duration') return { ...none, ...limits };
  const sum = addUp(entries);
  return { ...limits, sum, mean: sum / cells };
}

/** Neumaier's sum: cents of a million rows do not get lost. */
function addUp(entries: readonly Entry[]): number {
  let sum = 0;
  let lost = 0;
  for (const { value, count } of entries) {
    const term = Number(value) * count;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

import { isDictionaryType, type ColumnType, type DictionaryType, type NumericType } from '../table/column';
import { CellHint, entryCount, entryText, type RawColumn } from './raw-table';
import type { ReadingOptions } from './types';
import { createPlainReader, createReader, createWordReader, hasWord } from './values/create-reader';
import { readPlainText, type PlainReader } from './values/plain-forms';

/** What became of a distinct cell when it was read as its column's type. */
export const CellState = { missing: 0, present: 1, unreadable: 2 } as const;

/** The distinct cells of a raw column, each read once as a type. Arrays are per dictionary entry. */
export interface ReadDictionary {
  readonly type: ColumnType;
  readonly reading: ReadingOptions;
  readonly states: Uint8Array;
  /** Values of numeric types. */
  readonly values: Float64Array;
  /** Texts of dictionary types; empty for numeric types. */
  readonly texts: readonly string[];
  /** Issue codes of entries that could not be read, or were read with a doubt. */
  readonly remarks: ReadonlyMap<number, string>;
}

/** Hint of an entry. */
export function hintOf(column: RawColumn, entry: number): CellHint {
  return column.hints ? (column.hints[entry] as CellHint) : CellHint.text;
}

/** Reads every distinct cell of `column` as planned. */
export function readDictionary(
  column: RawColumn,
  plan: { readonly type: ColumnType; readonly reading: ReadingOptions; readonly name: string },
): ReadDictionary {
  const { type } = plan;
  return isDictionaryType(type) ? readWords(column, type, plan.reading) : readMeasures(column, type, plan);
}

function readWords(column: RawColumn, type: DictionaryType, reading: ReadingOptions): ReadDictionary {
  const { dictionary } = column;
  const read = createWordReader(type);
  const states = new Uint8Array(dictionary.length);
  const texts = changeTexts(dictionary, (text, entry) => {
    if (!hasWord(text, hintOf(column, entry))) return '';
    states[entry] = CellState.present;
    return read(text);
  });
  return { type, reading, states, values: new Float64Array(0), texts, remarks: new Map() };
}

/** What `change` makes of each text: the same list where it leaves all as they are, as of most columns. */
export function changeTexts(
  texts: readonly string[],
  change: (text: string, entry: number) => string,
): readonly string[] {
  let changed: string[] | null = null;
  for (let entry = 0; entry < texts.length; entry++) {
    const text = change(texts[entry], entry);
    if (changed) changed.push(text);
    else if (text !== texts[entry]) changed = [...texts.slice(0, entry), text];
  }
  return changed ?? texts;
}

function readMeasures(
  column: RawColumn,
  type: NumericType,
  { reading, name }: { readonly reading: ReadingOptions; readonly name: string },
): ReadDictionary {
  const read = createReader(type, reading, name);
  const values = readPlainly(column, createPlainReader(type, reading, name));
  const states = new Uint8Array(values.length);
  const remarks = new Map<number, string>();
  for (let entry = 0; entry < values.length; entry++) {
    if (!Number.isNaN(values[entry])) {
      states[entry] = CellState.present;
      continue;
    }
    values[entry] = 0;
    const result = read(entryText(column, entry), hintOf(column, entry));
    if (result.kind === 'unreadable') {
      states[entry] = CellState.unreadable;
      remarks.set(entry, result.code);
    } else if (result.kind === 'number') {
      states[entry] = CellState.present;
      values[entry] = result.value;
      if (result.warning) remarks.set(entry, result.warning);
    }
  }
  return { type, reading, states, values, texts: [], remarks };
}

/** The values of the entries in plain form; NaN for all others. */
function readPlainly(column: RawColumn, read: PlainReader | null): Float64Array {
  if (read && column.cells) return column.cells.readAll(read);
  const values = new Float64Array(entryCount(column)).fill(NaN);
  if (read === null || column.hints) return values;
  for (let entry = 0; entry < values.length; entry++) values[entry] = readPlainText(read, column.dictionary[entry]);
  return values;
}

/** Whether a column was read as a plan says. */
export function isReadAs(read: ReadDictionary, type: ColumnType, reading: ReadingOptions): boolean {
  const sorted = (options: ReadingOptions): string =>
    JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
  return read.type === type && sorted(read.reading) === sorted(reading);
}

/** Short ways to declare columns, and to read cells as what they are. */

import type { CellValue, Column, Content, Row } from './contract';

type Text = Extract<Column, { input: 'text' }>;
type Numeric = Extract<Column, { input: 'number' }>;

/** A text column. */
export function text(key: string, more: Omit<Text, 'key' | 'input'> = {}): Column {
  return { key, input: 'text', ...more };
}

/** A number column. */
export function number(key: string, more: Omit<Numeric, 'key' | 'input'> = {}): Column {
  return { key, input: 'number', ...more };
}

/** A column of whole numbers from `min` to `max`, such as a score. */
export function score(key: string, min: number, max: number, required = false): Column {
  return { key, input: 'number', min, max, whole: true, ...(required ? { required } : {}) };
}

/** A column of an input without options of its own. */
export function plain(
  input: 'person' | 'date' | 'switch' | 'code' | 'codes' | 'analysis',
  key: string,
  required = false,
): Column {
  return { key, input, ...(required ? { required } : {}) };
}

/** A choice; the words of a set are shared by every column that uses it. */
export function choice(key: string, set: string, choices: readonly string[], required = false): Column {
  return { key, input: 'choice', set, choices, ...(required ? { required } : {}) };
}

/** A reference to a row: `'processMap.steps'` is a list of a kind. */
export function reference(key: string, ...of: readonly string[]): Column {
  return {
    key,
    input: 'row',
    of: of.map((place) => {
      const [kind, list] = place.split('.');
      return { kind, list };
    }),
  };
}

type Cells = Readonly<Record<string, CellValue>>;

/** The text of a cell, trimmed; empty for anything else. */
export function textOf(cells: Cells, key: string): string {
  const value = Object.hasOwn(cells, key) ? cells[key] : null;
  return typeof value === 'string' ? value.trim() : '';
}

/** The number of a cell; null for anything else. */
export function numberOf(cells: Cells, key: string): number | null {
  const value = Object.hasOwn(cells, key) ? cells[key] : null;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Whether a cell is switched on. */
export function isOn(cells: Cells, key: string): boolean {
  return Object.hasOwn(cells, key) && cells[key] === true;
}

/** The words of a cell that holds several. */
export function wordsOf(cells: Cells, key: string): readonly string[] {
  const value = Object.hasOwn(cells, key) ? cells[key] : null;
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** The rows of a list; none if there is no such list. */
export function rowsOf(content: Content, list: string): readonly Row[] {
  return Object.hasOwn(content.lists, list) ? content.lists[list] : [];
}

/** Whether a cell says anything. */
export function isFilled(value: CellValue | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return typeof value === 'string' || Array.isArray(value) ? value.length > 0 && value !== '' : true;
}

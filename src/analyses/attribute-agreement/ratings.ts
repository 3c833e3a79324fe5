import { getBit } from '../../kernel/bitmap';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { uncodedCode } from '../../domain/taxonomy';
import { valueText } from '../../table/cell-text';
import type { Column, Table } from '../../table/column';
import { findColumn } from '../../table/find-column';
import { forEachRow } from '../../table/group';
import type { Rows } from '../../table/rows';
import type { CodeNames } from '../contract';
import { term } from '../phrases';
import type { AgreementLevel } from './spec';

/** Complete ratings of the cases. */
export interface Ratings {
  /** ratings[rater][case] as a place in `categories`; the reference comes last, if there is one. */
  readonly of: readonly (readonly number[])[];
  readonly categories: readonly string[];
  /** Row of each case. */
  readonly rows: readonly number[];
  readonly incomplete: number;
  /** Whether most categories are taxonomy codes. */
  readonly isCoded: boolean;
}

const codePattern = /^[A-Z]\d+(\.\d+)*$/;
const depthOf = { link: 3, aspect: 2, category: 1 } as const;

/** The part of a taxonomy code that belongs to the level; anything else stays as it is. */
export function cutCode(word: string, level: AgreementLevel): string {
  if (level === 'asWritten' || !codePattern.test(word) || word === uncodedCode) return word;
  return word.split('.').slice(0, depthOf[level]).join('.');
}

/**
 * The cases that everyone rated.
 *
 * Fails  column-unknown, agreement-no-cases
 */
export function readRatings(
  table: Table,
  rows: Rows,
  ids: readonly string[],
  codes: CodeNames,
  level: AgreementLevel,
): Result<Ratings, Failure> {
  const columns: Column[] = [];
  for (const id of ids) {
    const column = findColumn(table, id);
    if (!column) return fail('column-unknown', { column: id });
    columns.push(column);
  }
  const kept: number[] = [];
  let incomplete = 0;
  forEachRow(rows, table.rows, (row) => {
    if (columns.some(({ missing }) => getBit(missing, row))) incomplete++;
    else kept.push(row);
  });
  if (kept.length < 2) return fail('agreement-no-cases', { complete: kept.length, incomplete });
  const wordsOf = columns.map((column) => kept.map((row) => cutCode(wordAt(column, row), level)));
  const categories = inOrder([...new Set(wordsOf.flat())], codes);
  const place = new Map(categories.map((word, i) => [word, i]));
  return ok({
    of: wordsOf.map((words) => words.map((word) => place.get(word) ?? 0)),
    categories,
    rows: kept,
    incomplete,
    isCoded: categories.filter((word) => codePattern.test(word)).length > categories.length / 2,
  });
}

function wordAt(column: Column, row: number): string {
  if (column.layout === 'dictionary') return column.dictionary[column.codes[row]];
  return column.type === 'boolean' ? String(column.values[row]) : valueText(column.values[row], column.type);
}

/** Numbers by size, codes as the taxonomy has them, other words by the alphabet. */
function inOrder(words: string[], codes: CodeNames): string[] {
  if (areNumbers(words)) return words.sort((a, b) => Number(a) - Number(b));
  return words.sort((a, b) => codes.order(a) - codes.order(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** Whether the words are grades with an order and a distance. */
export function areNumbers(words: readonly string[]): boolean {
  return words.every((word) => word.trim() !== '' && Number.isFinite(Number(word)));
}

/** What a category is called on screen. */
export function categoryLabel(word: string, codes: CodeNames): PhraseValue {
  if (word === uncodedCode) return term('analyses.shared.uncoded');
  const name = codes.name(word);
  return name ? { as: 'bilingual', zh: `${word} ${name.zh}`, en: `${word} ${name.en}` } : word;
}

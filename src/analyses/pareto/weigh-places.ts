import { contributingWeight } from '../../domain/taxonomy';
import { getBit } from '../../kernel/bitmap';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { DictionaryColumn, NumericColumn, Table } from '../../table/column';
import { findDictionary } from '../../table/find-column';
import { countMissing, forEachRow } from '../../table/group';
import type { Rows } from '../../table/rows';
import { contributingColumns, type CodeNames } from '../contract';
import { levelOf } from './branch';
import type { Weighing, WeighedPart } from './weigh';

/** A primary or contributing link of every row, at the level shown. */
interface Place {
  readonly column: DictionaryColumn;
  /** Entry of the primary column's dictionary that means the same word, −1 if none does. */
  readonly entryOf: Int32Array;
  /** The column and its entry that a link must have to lie in the branch; null = every link counts. */
  readonly branch: { readonly column: DictionaryColumn; readonly entry: number } | null;
  readonly factor: number;
}

/** The entries that one row has, place by place, and what each weighs; −1 = nothing counts there. */
interface RowParts {
  readonly entries: Int32Array;
  readonly weights: Float64Array;
  /** Σ of `weights` over the places that count. */
  sum: number;
}

/**
 * Ids of the columns in which a code of this level may stand: the primary one, then the contributing ones that the
 * table has.
 */
export function placeIds(table: Table, level: string): readonly [string, ...string[]] {
  const others = contributingColumns[level].filter((id) => findDictionary(table, id) !== undefined);
  return [level, ...others];
}

/**
 * Weights per dictionary entry where contributing links count too: a row's primary link has the row's weight, each
 * contributing one half of it. In a branch only the links of that branch count.
 *
 * A row that names a category twice, through two links, is one row of it and both parts of its weight, so that the
 * bars below a category add up to it.
 *
 * Fails  pareto-negative-weight, as `weigh`
 */
export function weighPlaces(
  input: { readonly table: Table; readonly codes: CodeNames },
  column: DictionaryColumn,
  weight: NumericColumn | null,
  rows: Rows,
  within: string | null,
): Result<Weighing, Failure> {
  const places = findPlaces(input, column, within);
  const size = column.dictionary.length + 1;
  const [values, counted, squares, products] = Array.from({ length: 4 }, () => new Float64Array(size));
  const counts = { primary: 0, contributing: 0 };
  let totalSquares = 0;
  let negative = -1;
  forEachParts(places, weight, rows, input.table.rows, (row, { entries, weights, sum }) => {
    if (negative < 0 && weightAt(weight, row) < 0) negative = row;
    for (let p = 0; p < places.length; p++) {
      const entry = entries[p];
      if (entry < 0) continue;
      if (p === 0) counts.primary++;
      else counts.contributing++;
      values[entry] += weights[p];
      if (entries.indexOf(entry) < p) continue;
      let own = 0;
      for (let q = p; q < places.length; q++) if (entries[q] === entry) own += weights[q];
      counted[entry]++;
      squares[entry] += own * own;
      products[entry] += own * sum;
    }
    totalSquares += sum * sum;
  });
  if (negative >= 0 && weight) {
    return fail('pareto-negative-weight', { column: weight.name, row: negative + 1, value: weight.values[negative] });
  }
  return ok({
    values,
    rows: counted,
    unweighted: weight ? countMissing(weight, rows) : 0,
    totalSquares,
    places: counts,
    part: (entries) => {
      const [entry] = entries;
      return entries.length === 1
        ? { value: values[entry], rows: counted[entry], squares: squares[entry], products: products[entry] }
        : partOf(places, weight, rows, input.table.rows, new Set(entries));
    },
  });
}

function findPlaces(
  { table, codes }: { readonly table: Table; readonly codes: CodeNames },
  column: DictionaryColumn,
  within: string | null,
): readonly Place[] {
  const branches = within === null ? [] : placeIds(table, levelOf(codes, within));
  return placeIds(table, column.id).flatMap((id, place) => {
    const found = findDictionary(table, id);
    const branch = branches[place] === undefined ? undefined : findDictionary(table, branches[place]);
    if (!found || (within !== null && !branch)) return [];
    return [
      {
        column: found,
        entryOf: Int32Array.from(found.dictionary, (word) => column.dictionary.indexOf(word)),
        branch: branch && within !== null ? { column: branch, entry: branch.dictionary.indexOf(within) } : null,
        factor: place === 0 ? 1 : contributingWeight,
      },
    ];
  });
}

function weightAt(weight: NumericColumn | null, row: number): number {
  if (weight === null) return 1;
  return getBit(weight.missing, row) ? 0 : weight.values[row];
}

/** Calls `visit` with what each row weighs in its places; the object is used again for the next row. */
function forEachParts(
  places: readonly Place[],
  weight: NumericColumn | null,
  rows: Rows,
  tableRows: number,
  visit: (row: number, parts: RowParts) => void,
): void {
  const parts = { entries: new Int32Array(places.length), weights: new Float64Array(places.length), sum: 0 };
  forEachRow(rows, tableRows, (row) => {
    const whole = weightAt(weight, row);
    parts.sum = 0;
    for (let p = 0; p < places.length; p++) {
      const entry = entryAt(places[p], p === 0, row);
      parts.entries[p] = entry;
      parts.weights[p] = whole * places[p].factor;
      if (entry >= 0) parts.sum += parts.weights[p];
    }
    visit(row, parts);
  });
}

/** Entry of the row in this place; past the last one where the primary link is missing, −1 where nothing counts. */
function entryAt({ column, entryOf, branch }: Place, isPrimary: boolean, row: number): number {
  if (getBit(column.missing, row)) return isPrimary && branch === null ? column.dictionary.length : -1;
  if (branch && (getBit(branch.column.missing, row) || branch.column.codes[row] !== branch.entry)) return -1;
  return entryOf[column.codes[row]];
}

/** The entries together, row by row: a row that names two of them is one row. */
function partOf(
  places: readonly Place[],
  weight: NumericColumn | null,
  rows: Rows,
  tableRows: number,
  wanted: ReadonlySet<number>,
): WeighedPart {
  const part = { value: 0, rows: 0, squares: 0, products: 0 };
  forEachParts(places, weight, rows, tableRows, (_, { entries, weights, sum }) => {
    let own = 0;
    let isNamed = false;
    for (let p = 0; p < places.length; p++) {
      if (!wanted.has(entries[p])) continue;
      own += weights[p];
      isNamed = true;
    }
    part.value += own;
    part.squares += own * own;
    part.products += own * sum;
    if (isNamed) part.rows++;
  });
  return part;
}

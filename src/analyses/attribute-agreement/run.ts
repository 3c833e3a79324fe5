import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { kendallW } from '../../stats/agreement/kendall-w';
import { columnName } from '../column-name';
import type { AnalysisInput, CodeNames } from '../contract';
import { selectScope } from '../scope';
import { groupAgreement, pairAgreement, rowsFilter, shareAgreement } from './compare';
import type { AgreementOutcome, Confusion, MatrixCell, PairAgreement } from './outcome';
import { areNumbers, categoryLabel, cutCode, readRatings, type Ratings } from './ratings';
import type { AgreementSpec } from './spec';

const mostRaters = 12;
const mostCases = 50_000;
const mostCategories = 200;
const confusionsKept = 30;

/** How far several people who judge the same cases come to the same answer. */
export function runAgreement(input: AnalysisInput, spec: AgreementSpec): Result<AgreementOutcome, Failure> {
  const { table, codes } = input;
  const raterIds = [...new Set(spec.raters)].filter((id) => id !== spec.reference);
  const needed = spec.reference === null ? 2 : 1;
  if (raterIds.length < needed) return fail('agreement-choose-raters', { needed });
  if (raterIds.length > mostRaters)
    return fail('agreement-too-many-raters', { raters: raterIds.length, most: mostRaters });
  const selected = selectScope(table, { filters: spec.filters, dateColumn: null, period: null });
  if (!selected.ok) return selected;
  const ids = spec.reference === null ? raterIds : [...raterIds, spec.reference];
  const read = readRatings(table, selected.value.rows, ids, codes, spec.level);
  if (!read.ok) return read;
  const ratings = read.value;
  const wrong = checkSize(ratings, spec);
  if (wrong) return wrong;
  const names = ids.map((id) => columnName(table, id));
  const lists = ratings.of.slice(0, raterIds.length);
  const reference = spec.reference === null ? null : ratings.of[raterIds.length];
  const whole = compareRaters(lists, reference, ratings);
  if (!whole.ok) return whole;
  const pairs = comparePairs(lists, names, ratings, spec);
  if (!pairs.ok) return pairs;
  const against = reference ? compareReference(lists, reference, names, ratings, spec) : ok([]);
  if (!against.ok) return against;
  return ok({
    spec,
    raters: names.slice(0, raterIds.length),
    referenceName: reference ? names[raterIds.length] : null,
    rows: selected.value.count,
    incomplete: ratings.incomplete,
    whole: whole.value.whole,
    wholePValue: whole.value.pValue,
    pairs: pairs.value,
    againstReference: against.value,
    allAgainstReference: reference ? shareAgreement([...lists, reference], ratings.rows) : null,
    kendall: concordance(lists, ratings, spec),
    categories: whole.value.categories.map((own, i) => ({
      label: categoryLabel(ratings.categories[i], codes),
      ...own,
    })),
    ...crossRatings(lists, reference, ratings, codes),
    levels: ratings.isCoded ? compareLevels(lists, reference, ratings) : [],
  });
}

type Refusal = { readonly ok: false; readonly failure: Failure };

function checkSize({ rows, categories }: Ratings, { scale }: AgreementSpec): Refusal | null {
  if (rows.length > mostCases) return fail('agreement-too-many-cases', { cases: rows.length, most: mostCases });
  if (categories.length > mostCategories)
    return fail('agreement-too-many-categories', { categories: categories.length, most: mostCategories });
  return scale === 'ordinal' && !areNumbers(categories) ? fail('agreement-not-grades') : null;
}

/** One rater alone agrees only with the reference, which then counts as the second. */
function compareRaters(
  lists: Ratings['of'],
  reference: readonly number[] | null,
  { rows, categories }: Ratings,
): ReturnType<typeof groupAgreement> {
  const all = lists.length === 1 && reference ? [...lists, reference] : lists;
  return groupAgreement(all, rows, categories.length);
}

function comparePairs(
  lists: Ratings['of'],
  names: AgreementOutcome['raters'],
  { rows, categories }: Ratings,
  spec: AgreementSpec,
): Result<PairAgreement[], Failure> {
  const pairs: PairAgreement[] = [];
  for (const [i, first] of lists.entries()) {
    for (let j = i + 1; j < lists.length; j++) {
      const made = pairAgreement(first, lists[j], rows, { size: categories.length, weights: weightsOf(spec) });
      if (!made.ok) return made;
      pairs.push({ first: names[i], second: names[j], ...made.value });
    }
  }
  return ok(pairs.sort((a, b) => a.share - b.share));
}

function compareReference(
  lists: Ratings['of'],
  reference: readonly number[],
  names: AgreementOutcome['raters'],
  { rows, categories }: Ratings,
  spec: AgreementSpec,
): Result<PairAgreement[], Failure> {
  const pairs: PairAgreement[] = [];
  for (const [i, list] of lists.entries()) {
    const made = pairAgreement(reference, list, rows, { size: categories.length, weights: weightsOf(spec) });
    if (!made.ok) return made;
    pairs.push({ first: names[i], second: names[lists.length], ...made.value });
  }
  return ok(pairs);
}

function weightsOf({ scale, weights }: AgreementSpec): 'none' | 'linear' | 'quadratic' {
  return scale === 'ordinal' ? weights : 'none';
}

function concordance(
  lists: Ratings['of'],
  { categories }: Ratings,
  { scale }: AgreementSpec,
): AgreementOutcome['kendall'] {
  if (scale !== 'ordinal') return null;
  const made = kendallW(lists.map((list) => list.map((place) => Number(categories[place]))));
  if (!made.ok) return null;
  const { w, chiSquared, df, pValue } = made.value;
  return w === null || chiSquared === null || pValue === null ? null : { w, chiSquared, df, pValue };
}

/** What stood against what: with a reference its answer against each rater's, else each pair of raters. */
function crossRatings(
  lists: Ratings['of'],
  reference: readonly number[] | null,
  { rows, categories }: Ratings,
  codes: CodeNames,
): Pick<AgreementOutcome, 'confusions' | 'matrix'> {
  const size = categories.length;
  const cells = new Map<number, { count: number; rows: Set<number> }>();
  const add = (first: readonly number[], second: readonly number[]): void => {
    rows.forEach((row, i) => {
      const key = first[i] * size + second[i];
      const cell = cells.get(key) ?? { count: 0, rows: new Set<number>() };
      cell.count++;
      cell.rows.add(row);
      cells.set(key, cell);
    });
  };
  if (reference) for (const list of lists) add(reference, list);
  else lists.forEach((first, i) => lists.slice(i + 1).forEach((second) => add(first, second)));
  const matrix = [...cells].map(([key, cell]): MatrixCell => ({
    row: Math.floor(key / size),
    column: key % size,
    count: cell.count,
    filters: rowsFilter([...cell.rows].sort((a, b) => a - b)),
  }));
  return {
    matrix: matrix.sort((a, b) => a.row - b.row || a.column - b.column),
    confusions: findConfusions(matrix, reference !== null, (place) => categoryLabel(categories[place], codes)),
  };
}

/** Without a reference it does not matter who said which: both directions count together. */
function findConfusions(
  matrix: readonly MatrixCell[],
  isDirected: boolean,
  labelOf: (place: number) => Confusion['first'],
): Confusion[] {
  const found = new Map<string, { first: number; second: number; count: number; rows: number[] }>();
  for (const { row, column, count, filters } of matrix) {
    if (row === column) continue;
    const [first, second] = isDirected || row < column ? [row, column] : [column, row];
    const key = `${first} ${second}`;
    const one = found.get(key) ?? { first, second, count: 0, rows: [] };
    one.count += count;
    one.rows.push(...filters.flatMap((filter) => (filter.op === 'rows' ? filter.rows : [])));
    found.set(key, one);
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count || a.first - b.first || a.second - b.second)
    .slice(0, confusionsKept)
    .map(({ first, second, count, rows }) => ({
      first: labelOf(first),
      second: labelOf(second),
      count,
      filters: rowsFilter([...new Set(rows)].sort((a, b) => a - b)),
    }));
}

/** The same cases with codes cut off further and further: whether people differ in detail or in principle. */
function compareLevels(
  lists: Ratings['of'],
  reference: readonly number[] | null,
  { rows, categories }: Ratings,
): AgreementOutcome['levels'] {
  const all = lists.length === 1 && reference ? [...lists, reference] : lists;
  return (['link', 'aspect', 'category'] as const).flatMap((level) => {
    const cut = categories.map((word) => cutCode(word, level));
    const words = [...new Set(cut)];
    const placeOf = cut.map((word) => words.indexOf(word));
    const made = groupAgreement(
      all.map((list) => list.map((place) => placeOf[place])),
      rows,
      words.length,
    );
    if (!made.ok) return [];
    return [{ level, categories: words.length, share: made.value.whole.share, kappa: made.value.whole.kappa }];
  });
}

import { uncodedCode } from '../../domain/taxonomy';
import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import type { DictionaryColumn, NumericColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { findDictionary } from '../../table/find-column';
import { columnName, isCoded } from '../column-name';
import { codedColumns, type AnalysisInput, type CodeNames, type DayRange } from '../contract';
import { selectScope, type Scope } from '../scope';
import { codeName, levelOf, pathOf } from './branch';
import type { ComparedBar, ParetoBar, ParetoOutcome, ParetoTotals, Share, VitalFew } from './outcome';
import { shareDifference, shareOfCount, shareOfSum } from './shares';
import { checkParetoSpec, countsContributing, type ParetoSpec } from './spec';
import { weigh, weightColumn, type Weighing } from './weigh';
import { placeIds, weighPlaces } from './weigh-places';

/** Leading categories that together reach this part of what is coded are the "vital few". */
const vitalShare = 0.8;
/** So few bars are always shown whole: nobody folds one of four categories away. */
const alwaysShown = 7;

/** One period of rows, weighed. */
interface Weighed {
  readonly scope: Scope;
  readonly weighing: Weighing;
  readonly totals: ParetoTotals;
}

/** Dictionary entries that make up one bar. */
interface Slot {
  readonly kind: ParetoBar['kind'];
  readonly key: string;
  readonly name: PhraseValue;
  readonly entries: readonly number[];
}

/** Counts or weighs the values of a column and puts them in order. */
export function runPareto(input: AnalysisInput, spec: ParetoSpec): Result<ParetoOutcome, Failure> {
  const { table, codes } = input;
  const checked = checkParetoSpec(table, spec);
  if (!checked.ok) return checked;
  const column = checked.value;
  const weight = weightColumn(table, spec);
  if (!weight.ok) return weight;
  const first = weighPeriod(input, spec, column, weight.value, spec.period);
  if (!first.ok) return first;
  const second = spec.compare ? weighPeriod(input, spec, column, weight.value, spec.compare) : null;
  if (second && !second.ok) return second.failure.code === 'analysis-no-rows' ? fail('pareto-compare-empty') : second;
  if (first.value.totals.value === 0) return fail('pareto-zero-total');
  const ranked = rank(column, codes, first.value, second ? second.value : null);
  const slots = fold(ranked, first.value, spec);
  const inPlaces: InPlaces = (values) => codeFilter(table, spec, column.id, values);
  const bars = measure(
    { slots, column, inPlaces, counted: isCounted(spec) },
    first.value,
    second ? second.value : null,
  );
  const uncoded = countUncoded(table, column, spec, first.value);
  if (!uncoded.ok) return uncoded;
  return ok({
    spec,
    columnName: columnName(table, spec.column),
    coded: isCoded(spec.column),
    weightName: weightName(table, spec, weight.value),
    totals: first.value.totals,
    compareTotals: second ? second.value.totals : null,
    scope: first.value.scope.filters,
    bars,
    categories: ranked.filter(({ kind }) => kind === 'category').length,
    folded: slots.find(({ kind }) => kind === 'other')?.entries.length ?? 0,
    vitalFew: findVitalFew(ranked, first.value),
    uncoded: uncoded.value,
    leadIsClear: isCounted(spec) ? isLeadClear(bars) : null,
    contributing: first.value.weighing.places,
    branch:
      spec.within === null ? [] : pathOf(codes, spec.within).map((code) => ({ code, name: codeName(codes, code) })),
  });
}

/** Whether every row counts 1, so that shares are those of counts. */
function isCounted(spec: ParetoSpec): boolean {
  return spec.weight === 'count' && !countsContributing(spec);
}

function weightName(table: Table, spec: ParetoSpec, weight: NumericColumn | null): PhraseValue | null {
  if (weight) return columnName(table, weight.id);
  return countsContributing(spec) ? { as: 'term', key: 'analyses.pareto.word.weighted' } : null;
}

/** The condition that a code of this level is one of `values`, in any place that counts. */
function codeFilter(table: Table, spec: ParetoSpec, level: string, values: readonly string[]): Filter {
  const [column, ...also] = countsContributing(spec) ? placeIds(table, level) : [level];
  return { column, op: 'in', values, ...(also.length > 0 ? { also } : {}) };
}

function branchFilters(table: Table, spec: ParetoSpec, codes: CodeNames): readonly Filter[] {
  return spec.within === null ? [] : [codeFilter(table, spec, levelOf(codes, spec.within), [spec.within])];
}

function weighPeriod(
  input: AnalysisInput,
  spec: ParetoSpec,
  column: DictionaryColumn,
  weight: NumericColumn | null,
  period: DayRange | null,
): Result<Weighed, Failure> {
  const { table, codes } = input;
  const filters = [...spec.filters, ...branchFilters(table, spec, codes)];
  const scope = selectScope(table, { filters, dateColumn: spec.dateColumn, period });
  if (!scope.ok) return scope;
  const weighing = countsContributing(spec)
    ? weighPlaces(input, column, weight, scope.value.rows, spec.within)
    : weigh(column, weight, scope.value.rows);
  if (!weighing.ok) return weighing;
  return ok({
    scope: scope.value,
    weighing: weighing.value,
    totals: {
      rows: scope.value.count,
      value: total(weighing.value.values),
      undated: scope.value.undated,
      unweighted: weighing.value.unweighted,
    },
  });
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Categories by falling weight; ties by order in the taxonomy, else by first appearance. Uncoded comes after them.
 *
 * A category that only the compared period has keeps its place, with nothing in the first.
 */
function rank(column: DictionaryColumn, codes: CodeNames, first: Weighed, second: Weighed | null): readonly Slot[] {
  const coded = isCoded(column.id);
  const missingEntry = column.dictionary.length;
  const isPresent = (entry: number): boolean =>
    first.weighing.rows[entry] > 0 || (second !== null && second.weighing.rows[entry] > 0);
  const isUncoded = (entry: number): boolean =>
    entry === missingEntry || (coded && column.dictionary[entry] === uncodedCode);
  const entries = Array.from({ length: missingEntry + 1 }, (_, entry) => entry).filter(isPresent);
  const order = (entry: number): number => (coded ? codes.order(column.dictionary[entry]) : entry);
  const categories = entries
    .filter((entry) => !isUncoded(entry))
    .map((entry) => ({ entry, weight: first.weighing.values[entry], order: order(entry) }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order || a.entry - b.entry);
  const slots: Slot[] = categories.map(({ entry }) => {
    const key = column.dictionary[entry];
    return { kind: 'category', key, name: coded ? codeName(codes, key) : key, entries: [entry] };
  });
  const uncoded = entries.filter(isUncoded);
  if (uncoded.length > 0) {
    const word = coded ? 'uncoded' : 'blank';
    slots.push({ kind: 'uncoded', key: '', name: { as: 'term', key: `analyses.shared.${word}` }, entries: uncoded });
  }
  return slots;
}

/** Puts the small categories beyond the threshold, or beyond the number of bars, into "Other"; never a single one. */
function fold(ranked: readonly Slot[], first: Weighed, spec: ParetoSpec): readonly Slot[] {
  const categories = ranked.filter(({ kind }) => kind === 'category');
  const rest = ranked.filter(({ kind }) => kind !== 'category');
  const crowded = categories.length + rest.length > spec.maxBars;
  const keep = Math.min(
    keepByShare(categories, first, spec.otherAbove),
    crowded ? Math.max(1, spec.maxBars - 1 - rest.length) : categories.length,
  );
  if (categories.length - keep < 2) return ranked;
  const other: Slot = {
    kind: 'other',
    key: '',
    name: { as: 'term', key: 'analyses.pareto.word.other' },
    entries: categories.slice(keep).flatMap(({ entries }) => entries),
  };
  return [...categories.slice(0, keep), ...rest, other];
}

/** How many leading categories lie within the cumulative threshold. */
function keepByShare(categories: readonly Slot[], first: Weighed, otherAbove: number): number {
  if (categories.length <= alwaysShown || otherAbove >= 100) return categories.length;
  const whole = categories.reduce((sum, slot) => sum + weightOf(slot, first), 0);
  let sum = 0;
  let keep = 0;
  while (keep < categories.length && (sum += weightOf(categories[keep], first)) <= (whole * otherAbove) / 100 + 1e-9)
    keep++;
  return Math.max(1, keep);
}

function weightOf(slot: Slot, of: Weighed): number {
  return slot.entries.reduce((sum, entry) => sum + of.weighing.values[entry], 0);
}

/** What all bars have in common. */
interface Drawing {
  readonly slots: readonly Slot[];
  readonly column: DictionaryColumn;
  readonly inPlaces: InPlaces;
  readonly counted: boolean;
}

/** The condition that a row has one of the words in a place that counts. */
type InPlaces = (values: readonly string[]) => Filter;

function measure(drawing: Drawing, first: Weighed, second: Weighed | null): ParetoBar[] {
  const { slots, counted } = drawing;
  let before = 0;
  return slots.map((slot) => {
    const { value, rows, share } = part(slot, first, counted);
    before += value;
    return {
      key: slot.key,
      kind: slot.kind,
      name: slot.name,
      value,
      rows,
      share,
      cumulative: before / first.totals.value,
      compare: second && compare(slot, share, second, counted),
      filters: [...first.scope.filters, ...slotFilters(slot, drawing)],
    };
  });
}

function part(slot: Slot, of: Weighed, counted: boolean): { value: number; rows: number; share: Share } {
  const weighed = of.weighing.part(slot.entries);
  const { value, rows } = weighed;
  const share = counted
    ? shareOfCount(value, of.totals.value)
    : shareOfSum(weighed, of.totals.value, of.weighing.totalSquares);
  return { value, rows, share };
}

function compare(slot: Slot, firstShare: Share, second: Weighed, counted: boolean): ComparedBar {
  const { value, rows, share } = part(slot, second, counted);
  return { value, rows, share, difference: shareDifference(firstShare, share) };
}

/** The rows of a bar as conditions, short even when "Other" holds thousands of words. */
function slotFilters(slot: Slot, { slots, column, inPlaces }: Drawing): readonly Filter[] {
  const { id, dictionary } = column;
  if (slot.kind === 'category') return [inPlaces([slot.key])];
  const wordsOf = (kind: Slot['kind']): string[] =>
    slots
      .filter((one) => one.kind === kind)
      .flatMap(({ entries }) => entries.flatMap((entry) => dictionary[entry] ?? []));
  const reserved = wordsOf('uncoded');
  if (slot.kind === 'other') {
    // Codes are few; a row whose primary link has a bar of its own may contribute to the others.
    if (isCoded(id)) return [inPlaces(wordsOf('other'))];
    return [
      { column: id, op: 'present' },
      { column: id, op: 'notIn', values: [...wordsOf('category'), ...reserved] },
    ];
  }
  // `notIn` lets missing cells pass, so blank cells and the reserved code need one condition only.
  return reserved.length === 0
    ? [{ column: id, op: 'missing' }]
    : [{ column: id, op: 'notIn', values: dictionary.filter((word) => !reserved.includes(word)) }];
}

function findVitalFew(ranked: readonly Slot[], first: Weighed): VitalFew | null {
  const categories = ranked.filter(({ kind }) => kind === 'category');
  const coded = categories.reduce((sum, slot) => sum + weightOf(slot, first), 0);
  if (coded === 0) return null;
  let sum = 0;
  let count = 0;
  while (count < categories.length && sum < coded * (vitalShare - 1e-9)) sum += weightOf(categories[count++], first);
  return {
    count,
    shareOfCoded: sum / coded,
    shareOfAll: sum / first.totals.value,
    names: categories.slice(0, count).map(({ name }) => name),
  };
}

/** Two Poisson counts differ at the 5 % level when |a − b| > 1.96 √(a + b). */
function isLeadClear(bars: readonly ParetoBar[]): boolean | null {
  const [lead, next] = bars.filter(({ kind }) => kind === 'category');
  if (!lead || !next) return null;
  return Math.abs(lead.value - next.value) > 1.959964 * Math.sqrt(lead.value + next.value);
}

/** Rows without a category before going into a branch: inside a branch every row has one. */
function countUncoded(
  table: Table,
  column: DictionaryColumn,
  spec: ParetoSpec,
  first: Weighed,
): Result<{ readonly rows: number; readonly of: number }, Failure> {
  if (spec.within === null) return ok({ rows: uncodedRows(column, first.weighing), of: first.totals.rows });
  const level = findDictionary(table, codedColumns.category) ?? column;
  const scope = selectScope(table, { filters: spec.filters, dateColumn: spec.dateColumn, period: spec.period });
  if (!scope.ok) return scope;
  const weighing = weigh(level, null, scope.value.rows);
  return weighing.ok ? ok({ rows: uncodedRows(level, weighing.value), of: scope.value.count }) : weighing;
}

function uncodedRows({ id, dictionary }: DictionaryColumn, { rows }: Weighing): number {
  const reserved = isCoded(id) ? dictionary.indexOf(uncodedCode) : -1;
  return rows[dictionary.length] + (reserved < 0 ? 0 : rows[reserved]);
}

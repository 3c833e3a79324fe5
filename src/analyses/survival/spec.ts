import * as v from 'valibot';
import { getBit } from '../../kernel/bitmap';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { ColumnType, NumericColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { dayOfValue } from '../../table/period';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { readSpec, specParts } from '../read-spec';
import { groupTypes } from '../value-groups';
import { filterColumns, uniqueIds } from '../columns-read';

const units = ['day', 'hour', 'minute'] as const;
const levels = ['all', 'column'] as const;

/** Types of columns that say when a case began or ended. */
export const momentTypes = ['date', 'datetime'] as const satisfies readonly ColumnType[];

export interface SurvivalSpec {
  readonly startColumn: string | null;
  /** Empty cells are cases that are still open. */
  readonly endColumn: string | null;
  /** Day on which the data were drawn; null = the last day that occurs in either column. */
  readonly asOf: number | null;
  readonly unit: (typeof units)[number];
  /** Promised time in `unit`; null = none. */
  readonly limit: number | null;
  readonly groupBy: (typeof levels)[number];
  readonly groupColumn: string | null;
  /** Of the start. */
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** The options form. */
export const survivalSchema: SpecSchema = {
  fields: [
    { key: 'startColumn', input: 'column', types: momentTypes },
    { key: 'endColumn', input: 'column', types: momentTypes },
    { key: 'asOf', input: 'day' },
    { key: 'unit', input: 'choice', choices: units },
    { key: 'limit', input: 'number', min: 0, optional: true },
    { key: 'groupBy', input: 'choice', choices: levels },
    {
      key: 'groupColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'groupBy', in: ['column'] },
    },
    { key: 'period', input: 'period', of: 'startColumn', optional: true },
    { key: 'filters', input: 'filters' },
  ],
};

const stored: v.GenericSchema<unknown, SurvivalSpec> = v.object({
  startColumn: specParts.column,
  endColumn: specParts.column,
  asOf: specParts.numberOrNone,
  unit: specParts.choice(units, 'day'),
  limit: specParts.numberOrNone,
  groupBy: specParts.choice(levels, 'all'),
  groupColumn: specParts.column,
  period: specParts.days,
  filters: specParts.filters,
});

/** A survival spec from unknown data. */
export function parseSurvivalSpec(raw: unknown): Result<SurvivalSpec, Failure> {
  return readSpec(stored, raw);
}

/** The first two date columns of which the second hardly ever lies before the first; a day that something is due is neither. */
export function survivalDefaults({ table }: AnalysisInput): Result<SurvivalSpec, Failure> {
  const pair = findPair(table);
  if (!pair) return fail('survival-needs-dates');
  return parseSurvivalSpec({
    startColumn: pair.start.id,
    endColumn: pair.end.id,
    unit: pair.isShort ? 'hour' : 'day',
  });
}

const endWords = /结|完成|关闭|答复|回复|解决|终|clos|resol|complet|finish|end|answer/i;
/** A day by which something is to be done says nothing about when it was done. */
const dueWords = /应办|应答|应回|应结|截止|到期|期限|时限|(?<![a-z])due(?![a-z])|deadline/i;

function findPair(table: Table): { start: NumericColumn; end: NumericColumn; isShort: boolean } | undefined {
  const moments = table.columns.filter(
    (column): column is NumericColumn =>
      column.layout === 'numeric' && (momentTypes as readonly ColumnType[]).includes(column.type),
  );
  const recorded = moments.filter(({ name }) => !dueWords.test(name));
  const pairs = recorded
    .flatMap((start) => recorded.filter((end) => end !== start).map((end) => ({ start, end, ...orderOf(start, end) })))
    .filter(({ forward, longer }) => forward >= 0.95 && longer > 0);
  return pairs.find(({ end }) => endWords.test(end.name)) ?? pairs[0];
}

/** How often the second comes no earlier, whether it is ever later, and whether typically within two days. */
function orderOf(
  start: NumericColumn,
  end: NumericColumn,
): { readonly forward: number; readonly longer: number; readonly isShort: boolean } {
  let both = 0;
  let forward = 0;
  let longer = 0;
  let days = 0;
  for (let row = 0; row < start.values.length; row++) {
    if (getBit(start.missing, row) || getBit(end.missing, row)) continue;
    const gap = dayOfValue(end.values[row], end.type) - dayOfValue(start.values[row], start.type);
    const isSame = gap === 0 && start.type === end.type && end.values[row] > start.values[row];
    both++;
    if (gap >= 0) forward++;
    if (gap > 0 || isSame) longer++;
    days += Math.max(0, gap);
  }
  const isTimed = start.type === 'datetime' && end.type === 'datetime';
  return { forward: both === 0 ? 0 : forward / both, longer, isShort: isTimed && days / Math.max(1, both) < 2 };
}

/** Columns that a survival analysis reads. */
export function survivalColumns(spec: SurvivalSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [
    spec.startColumn,
    spec.endColumn,
    spec.groupBy === 'column' ? spec.groupColumn : null,
    ...filterColumns(spec.filters),
  ];
  return { first: uniqueIds(named), second: [] };
}

import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { DictionaryColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { isCoded } from '../column-name';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import type { CountChoice, SizeChoice } from '../counts';
import { findCalendar } from '../find-calendar';
import { findFlag } from '../find-flag';
import { readSpec, specParts } from '../read-spec';
import {
  countParts,
  dateField,
  denominatorFields,
  numeratorFields,
  positiveOrNone,
  scopeFields,
  scopeParts,
  sizeParts,
} from '../series-fields';
import { directions, type Direction } from '../signals';
import { filterColumns, uniqueIds } from '../columns-read';

const kinds = ['proportion', 'rate'] as const;
const targets = ['pooled', 'typed'] as const;
const methods = ['auto', 'exact', 'normal'] as const;

export interface FunnelPlotSpec extends CountChoice, SizeChoice {
  /** Cases among items, or events per exposure. */
  readonly kind: (typeof kinds)[number];
  readonly unitColumn: string | null;
  readonly second: string | null;
  /** Units that only the second dataset names count as units without events. */
  readonly zeroUnits: boolean;
  /** Rates are shown per so many units; null = a round number that suits. */
  readonly per: number | null;
  readonly target: (typeof targets)[number];
  /** In the unit of the axis: per cent, or events per so many units. */
  readonly targetValue: number | null;
  readonly method: (typeof methods)[number];
  readonly direction: Direction;
  readonly dateColumn: string | null;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** Options of a funnel plot. */
export const funnelPlotSchema: SpecSchema = {
  fields: [
    { key: 'kind', input: 'choice', choices: kinds },
    {
      key: 'unitColumn',
      input: 'column',
      types: ['category', 'text', 'identifier'],
      coded: true,
      optional: true,
    },
    ...numeratorFields(null),
    ...denominatorFields(null, { keys: ['category', 'text', 'identifier'] }),
    { key: 'zeroUnits', input: 'switch', showWhen: { key: 'denominator', in: ['second'] } },
    { key: 'per', input: 'number', min: 1, optional: true, showWhen: { key: 'kind', in: ['rate'] } },
    { key: 'target', input: 'choice', choices: targets },
    { key: 'targetValue', input: 'number', min: 0, optional: true, showWhen: { key: 'target', in: ['typed'] } },
    { key: 'method', input: 'choice', choices: methods },
    { key: 'direction', input: 'choice', choices: directions },
    dateField,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, FunnelPlotSpec> = v.object({
  kind: specParts.choice(kinds, 'proportion'),
  unitColumn: specParts.column,
  ...countParts,
  ...sizeParts,
  zeroUnits: specParts.flag(true),
  per: positiveOrNone,
  target: specParts.choice(targets, 'pooled'),
  targetValue: positiveOrNone,
  method: specParts.choice(methods, 'auto'),
  direction: specParts.choice(directions, 'lower'),
  dateColumn: specParts.column,
  ...scopeParts,
});

/** A funnel plot spec from unknown data. */
export function parseFunnelPlotSpec(raw: unknown): Result<FunnelPlotSpec, Failure> {
  return readSpec(stored, raw);
}

/** The share of a two-valued column in each word of the column that most likely names outlets. */
export function funnelPlotDefaults({ table }: AnalysisInput): Result<FunnelPlotSpec, Failure> {
  const flag = findFlag(table);
  const units = findUnits(table, flag?.column.id);
  if (!flag || !units) return fail('funnel-no-column');
  return parseFunnelPlotSpec({
    unitColumn: units.id,
    countedColumn: flag.column.id,
    countedValues: [flag.rarer],
    dateColumn: findCalendar(table)?.column.id ?? null,
  });
}

const unitNames = /网点|支行|分行|机构|部门|门店|营业|经办|branch|outlet|office|store|site|unit|provider|team/i;

function findUnits(table: Table, taken: string | undefined): DictionaryColumn | undefined {
  const candidates = table.columns.filter(
    (column): column is DictionaryColumn =>
      column.layout === 'dictionary' &&
      column.id !== taken &&
      !isCoded(column.id) &&
      column.dictionary.length >= 3 &&
      column.dictionary.length <= Math.max(3, table.rows / 5),
  );
  return candidates.find(({ name }) => unitNames.test(name)) ?? candidates.find(({ type }) => type === 'category');
}

/** Columns that a funnel plot reads. */
export function funnelPlotColumns(spec: FunnelPlotSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const first = [
    spec.unitColumn,
    spec.numerator === 'values' ? spec.countedColumn : null,
    spec.numerator === 'column' ? spec.countColumn : null,
    spec.denominator === 'column' ? spec.sizeColumn : null,
    spec.dateColumn,
    ...filterColumns(spec.filters),
  ];
  const second = spec.denominator === 'second' ? [spec.secondKey, spec.secondNumber] : [];
  return { first: uniqueIds(first), second: uniqueIds(second) };
}

import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Column, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { countMissing, groupByNumber, groupByWord } from '../../table/group';
import { isCoded } from '../column-name';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findCalendar, findMeasure } from '../find-calendar';
import { readSpec, specParts } from '../read-spec';
import { dateField, scopeFields, scopeParts, stageFields, stageParts, within } from '../series-fields';
import { directions, type Direction } from '../signals';
import type { StageChoice } from '../stages';
import { filterColumns, uniqueIds } from '../columns-read';
import { ruleSetNames } from '../rule-choice';

const charts = ['xbar-r', 'xbar-s'] as const;
const estimators = ['standard', 'rbar', 'rbar_mvlue', 'sbar', 'pooled'] as const;
const subgroupings = ['day', 'week', 'month', 'quarter', 'year', 'column'] as const;

export interface XbarSpec extends StageChoice {
  readonly chart: (typeof charts)[number];
  readonly measure: string | null;
  readonly subgroup: (typeof subgroupings)[number];
  readonly dateColumn: string | null;
  readonly subgroupColumn: string | null;
  /** `standard`: R̄ for X̄-R, S̄ for X̄-S. */
  readonly estimator: (typeof estimators)[number];
  readonly direction: Direction;
  readonly rules: (typeof ruleSetNames)[number];
  readonly limitWidth: number;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

/** Options of an X̄ chart. */
export const xbarSchema: SpecSchema = {
  fields: [
    { key: 'chart', input: 'choice', choices: charts },
    { key: 'measure', input: 'column', types: ['number', 'duration', 'time'], coded: true, optional: true },
    { key: 'subgroup', input: 'choice', choices: subgroupings },
    dateField,
    {
      key: 'subgroupColumn',
      input: 'column',
      types: ['category', 'text', 'identifier', 'number', 'month', 'date'],
      coded: true,
      optional: true,
      showWhen: { key: 'subgroup', in: ['column'] },
    },
    { key: 'estimator', input: 'choice', choices: estimators },
    { key: 'direction', input: 'choice', choices: directions },
    { key: 'rules', input: 'choice', choices: ruleSetNames },
    { key: 'limitWidth', input: 'number', min: 1, max: 6, step: 0.1 },
    ...stageFields,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, XbarSpec> = v.object({
  chart: specParts.choice(charts, 'xbar-s'),
  measure: specParts.column,
  subgroup: specParts.choice(subgroupings, 'day'),
  dateColumn: specParts.column,
  subgroupColumn: specParts.column,
  estimator: specParts.choice(estimators, 'standard'),
  direction: specParts.choice(directions, 'none'),
  rules: specParts.choice(ruleSetNames, 'default'),
  limitWidth: within(1, 6, 3),
  ...stageParts,
  ...scopeParts,
});

/** An X̄ chart spec from unknown data. */
export function parseXbarSpec(raw: unknown): Result<XbarSpec, Failure> {
  return readSpec(stored, raw);
}

/** Ranges serve up to so many values per subgroup; beyond, they waste most of the data. */
export const largestForRange = 9;

/** The first number column, in subgroups by period, or by a column whose values repeat. */
export function xbarDefaults({ table }: AnalysisInput): Result<XbarSpec, Failure> {
  const calendar = findCalendar(table);
  const dated = calendar
    ? { subgroup: calendar.subgroup, dateColumn: calendar.column.id, chart: 'xbar-s' as const }
    : undefined;
  const repeated = dated ? undefined : findRepeated(table);
  const measure = table.columns.find(
    (column) => isMeasure(column) && column.id !== repeated?.column.id && column.id !== calendar?.column.id,
  );
  if (!measure || (!dated && !repeated)) return fail('xbar-no-column');
  if (dated) return parseXbarSpec({ ...dated, measure: measure.id });
  return parseXbarSpec({
    measure: measure.id,
    subgroup: 'column',
    subgroupColumn: repeated?.column.id,
    chart: (repeated?.size ?? 0) <= largestForRange ? 'xbar-r' : 'xbar-s',
  });
}

function isMeasure({ type, id }: Column): boolean {
  return (type === 'number' || type === 'duration') && !isCoded(id);
}

/** A column whose values come in groups of 2 to 25 rows: batch numbers, shifts, samples. */
function findRepeated(table: Table): { readonly column: Column; readonly size: number } | undefined {
  const measure = findMeasure(table);
  for (const column of table.columns) {
    if (isCoded(column.id) || column.id === measure?.id) continue;
    if (column.layout === 'numeric' && column.type !== 'number') continue;
    const { size } = column.layout === 'numeric' ? groupByNumber(column, null) : groupByWord(column);
    const average = size === 0 ? 0 : (table.rows - countMissing(column, null)) / size;
    if (size >= 2 && average >= 2 && average <= 25) return { column, size: average };
  }
  return undefined;
}

/** Columns that an X̄ chart reads. */
export function xbarColumns(spec: XbarSpec): { readonly first: readonly string[]; readonly second: readonly string[] } {
  const first = [
    spec.measure,
    spec.dateColumn,
    spec.subgroup === 'column' ? spec.subgroupColumn : null,
    ...filterColumns(spec.filters),
  ];
  return { first: uniqueIds(first), second: [] };
}

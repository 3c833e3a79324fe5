import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { isCoded } from '../column-name';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findMeasure } from '../find-calendar';
import { findFlag } from '../find-flag';
import { readSpec, specParts } from '../read-spec';
import { scopeFields, scopeParts, stageFields, stageParts, within } from '../series-fields';
import { directions, type Direction } from '../signals';
import type { StageChoice } from '../stages';
import { filterColumns, uniqueIds } from '../columns-read';

const charts = ['g', 't'] as const;
const sources = ['rows', 'column'] as const;
const countMethods = ['percentiles', 'moments'] as const;
const timeMethods = ['exponential', 'weibull', 'power'] as const;
const ruleSetNames = ['default', 'limits-only'] as const;

export interface RareEventsSpec extends StageChoice {
  /** Opportunities between events, or time between events. */
  readonly chart: (typeof charts)[number];
  /** Worked out from rows in order of time, or read from a column with one value per event. */
  readonly from: (typeof sources)[number];
  readonly dateColumn: string | null;
  /** Rows that are events; for times between, none chosen = every row. */
  readonly countedColumn: string | null;
  readonly countedValues: readonly string[];
  readonly measure: string | null;
  readonly countMethod: (typeof countMethods)[number];
  readonly timeMethod: (typeof timeMethods)[number];
  readonly direction: Direction;
  readonly rules: (typeof ruleSetNames)[number];
  readonly limitWidth: number;
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

const fromRows = { key: 'from', in: ['rows'] };

/** Options of a rare event chart. */
export const rareEventsSchema: SpecSchema = {
  fields: [
    { key: 'chart', input: 'choice', choices: charts },
    { key: 'from', input: 'choice', choices: sources },
    { key: 'dateColumn', input: 'column', types: ['date', 'datetime'], optional: true },
    {
      key: 'countedColumn',
      input: 'column',
      types: ['category', 'text', 'identifier', 'boolean'],
      coded: true,
      optional: true,
      showWhen: fromRows,
    },
    { key: 'countedValues', input: 'values', of: 'countedColumn', showWhen: fromRows },
    {
      key: 'measure',
      input: 'column',
      types: ['number', 'duration'],
      optional: true,
      showWhen: { key: 'from', in: ['column'] },
    },
    { key: 'countMethod', input: 'choice', choices: countMethods, showWhen: { key: 'chart', in: ['g'] } },
    { key: 'timeMethod', input: 'choice', choices: timeMethods, showWhen: { key: 'chart', in: ['t'] } },
    { key: 'direction', input: 'choice', choices: directions },
    { key: 'rules', input: 'choice', choices: ruleSetNames },
    { key: 'limitWidth', input: 'number', min: 1, max: 6, step: 0.1 },
    ...stageFields,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, RareEventsSpec> = v.object({
  chart: specParts.choice(charts, 'g'),
  from: specParts.choice(sources, 'rows'),
  dateColumn: specParts.column,
  countedColumn: specParts.column,
  countedValues: specParts.values,
  measure: specParts.column,
  countMethod: specParts.choice(countMethods, 'percentiles'),
  timeMethod: specParts.choice(timeMethods, 'exponential'),
  direction: specParts.choice(directions, 'higher'),
  rules: specParts.choice(ruleSetNames, 'default'),
  limitWidth: within(1, 6, 3),
  ...stageParts,
  ...scopeParts,
});

/** A rare event chart spec from unknown data. */
export function parseRareEventsSpec(raw: unknown): Result<RareEventsSpec, Failure> {
  return readSpec(stored, raw);
}

/** Records between two of the rarer answer, else time between rows, else a column of gaps. */
export function rareEventsDefaults({ table }: AnalysisInput): Result<RareEventsSpec, Failure> {
  const dates = table.columns.find(({ type, id }) => (type === 'datetime' || type === 'date') && !isCoded(id));
  const dateColumn = dates?.id ?? null;
  const flag = findFlag(table);
  if (flag) {
    return parseRareEventsSpec({
      chart: 'g',
      dateColumn,
      countedColumn: flag.column.id,
      countedValues: [flag.rarer],
    });
  }
  if (dates) return parseRareEventsSpec({ chart: 't', dateColumn });
  const measure = findMeasure(table);
  if (!measure) return fail('rare-no-column');
  return parseRareEventsSpec({
    chart: measure.type === 'duration' ? 't' : 'g',
    from: 'column',
    measure: measure.id,
  });
}

/** Columns that a rare event chart reads. */
export function rareEventsColumns(spec: RareEventsSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const first = [
    spec.dateColumn,
    spec.from === 'rows' ? spec.countedColumn : null,
    spec.from === 'column' ? spec.measure : null,
    ...filterColumns(spec.filters),
  ];
  return { first: uniqueIds(first), second: [] };
}

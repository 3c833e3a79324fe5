import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import { calendarTypes } from '../../table/period';
import type { AnalysisInput, DayRange, SpecSchema } from '../contract';
import { findFlag } from '../find-flag';
import { findMeasure, measureTypes } from '../measure';
import { readSpec, specParts } from '../read-spec';
import {
  countParts,
  dateField,
  denominatorFields,
  positiveOrNone,
  scopeFields,
  scopeParts,
  sizeParts,
} from '../series-fields';
import { groupTypes } from '../value-groups';
import { filterColumns, uniqueIds } from '../columns-read';

const metrics = ['mean', 'share', 'rate'] as const;
const numerators = ['values', 'rows', 'column'] as const;
const denominators = ['days', 'column', 'second'] as const;
const directions = ['lower', 'higher'] as const;
const units = ['auto', 'day', 'week', 'month', 'quarter'] as const;
const pictures = ['trend', 'intervals'] as const;

export interface BeforeAfterSpec {
  readonly metric: (typeof metrics)[number];
  readonly measure: string | null;
  /** What a rate counts. */
  readonly numerator: (typeof numerators)[number];
  readonly countedColumn: string | null;
  readonly countedValues: readonly string[];
  readonly countColumn: string | null;
  /** What a rate is divided by. */
  readonly denominator: (typeof denominators)[number];
  readonly sizeColumn: string | null;
  readonly second: string | null;
  readonly secondKey: string | null;
  readonly secondNumber: string | null;
  readonly dateColumn: string | null;
  /** First day of the new way; null = the month in the middle. */
  readonly change: number | null;
  /** Days from the change on that belong to neither side: the switch itself. */
  readonly gapDays: number;
  /** Records with these values did not change; their change is taken off. */
  readonly controlColumn: string | null;
  readonly controlValues: readonly string[];
  readonly direction: (typeof directions)[number];
  /** The level to reach, in the shown unit; shares in per cent. */
  readonly target: number | null;
  readonly per: number | null;
  readonly unit: (typeof units)[number];
  readonly picture: (typeof pictures)[number];
  readonly period: DayRange | null;
  readonly filters: readonly Filter[];
}

const ofRate = { key: 'metric', in: ['rate'] };

/** The options form. */
export const beforeAfterSchema: SpecSchema = {
  fields: [
    { key: 'metric', input: 'choice', choices: metrics },
    {
      key: 'measure',
      input: 'column',
      types: measureTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'metric', in: ['mean'] },
    },
    { key: 'numerator', input: 'choice', choices: numerators, showWhen: ofRate },
    {
      key: 'countedColumn',
      input: 'column',
      types: groupTypes,
      coded: true,
      optional: true,
      showWhen: { key: 'metric', in: ['share', 'rate'] },
    },
    {
      key: 'countedValues',
      input: 'values',
      of: 'countedColumn',
      showWhen: { key: 'metric', in: ['share', 'rate'] },
    },
    {
      key: 'countColumn',
      input: 'column',
      types: ['number'],
      optional: true,
      showWhen: { key: 'numerator', in: ['column'] },
    },
    ...denominatorFields(ofRate, { choices: denominators, keys: calendarTypes }),
    dateField,
    { key: 'change', input: 'day' },
    { key: 'gapDays', input: 'number', min: 0, max: 3660, step: 1, advanced: true },
    { key: 'direction', input: 'choice', choices: directions },
    { key: 'target', input: 'number', optional: true },
    { key: 'controlColumn', input: 'column', types: groupTypes, coded: true, optional: true },
    { key: 'controlValues', input: 'values', of: 'controlColumn' },
    { key: 'per', input: 'number', min: 1, optional: true, showWhen: ofRate },
    { key: 'picture', input: 'choice', choices: pictures },
    { key: 'unit', input: 'choice', choices: units, showWhen: { key: 'picture', in: ['trend'] } },
    ...scopeFields,
  ],
};

const whole = v.pipe(v.number(), v.integer());

const stored: v.GenericSchema<unknown, BeforeAfterSpec> = v.object({
  metric: specParts.choice(metrics, 'share'),
  measure: specParts.column,
  ...countParts,
  numerator: specParts.choice(numerators, 'rows'),
  ...sizeParts,
  denominator: specParts.choice(denominators, 'days'),
  dateColumn: specParts.column,
  change: v.optional(v.nullable(whole), null),
  gapDays: v.optional(v.pipe(whole, v.minValue(0), v.maxValue(3660)), 0),
  controlColumn: specParts.column,
  controlValues: specParts.values,
  direction: specParts.choice(directions, 'lower'),
  target: specParts.numberOrNone,
  per: positiveOrNone,
  unit: specParts.choice(units, 'auto'),
  picture: specParts.choice(pictures, 'trend'),
  ...scopeParts,
});

/** A before-after spec from unknown data. */
export function parseBeforeAfterSpec(raw: unknown): Result<BeforeAfterSpec, Failure> {
  return readSpec(stored, raw);
}

/** The rarer answer of a two-valued column, else the likely measure, else records per day. */
export function beforeAfterDefaults({ table }: AnalysisInput): Result<BeforeAfterSpec, Failure> {
  const dates = table.columns.find(({ type }) => (calendarTypes as readonly string[]).includes(type));
  if (!dates || dates.layout !== 'numeric') return fail('before-after-no-date');
  const common = { dateColumn: dates.id };
  const flag = findFlag(table);
  if (flag) return parseBeforeAfterSpec({ ...common, countedColumn: flag.column.id, countedValues: [flag.rarer] });
  const measure = findMeasure(table);
  return parseBeforeAfterSpec(
    measure ? { ...common, metric: 'mean', measure: measure.id } : { ...common, metric: 'rate' },
  );
}

/** Columns that a comparison of before and after reads. */
export function beforeAfterColumns(spec: BeforeAfterSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const isRate = spec.metric === 'rate';
  const counts = spec.metric === 'share' || (isRate && spec.numerator === 'values');
  const first = [
    spec.metric === 'mean' ? spec.measure : null,
    counts ? spec.countedColumn : null,
    isRate && spec.numerator === 'column' ? spec.countColumn : null,
    isRate && spec.denominator === 'column' ? spec.sizeColumn : null,
    spec.dateColumn,
    spec.controlColumn,
    ...filterColumns(spec.filters),
  ];
  const second = isRate && spec.denominator === 'second' ? [spec.secondKey, spec.secondNumber] : [];
  return { first: uniqueIds(first), second: uniqueIds(second) };
}

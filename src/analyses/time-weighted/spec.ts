import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { AnalysisInput, SpecSchema } from '../contract';
import { findCalendar, findMeasure } from '../find-calendar';
import { findFlag } from '../find-flag';
import { readSpec, specParts } from '../read-spec';
import {
  plotFields,
  plotParts,
  scopeFields,
  stageFields,
  stageParts,
  within,
  type SeriesChoice,
} from '../series-fields';
import { directions, type Direction } from '../signals';
import type { StageChoice } from '../stages';

const charts = ['ewma', 'cusum'] as const;
const targets = ['baseline', 'typed'] as const;
const limitKinds = ['exact', 'asymptotic'] as const;

export interface TimeWeightedSpec extends SeriesChoice, StageChoice {
  readonly chart: (typeof charts)[number];
  /** EWMA: weight of the newest point, and width of the limits in sigma. */
  readonly lambda: number;
  readonly width: number;
  readonly limits: (typeof limitKinds)[number];
  /** CUSUM: reference value and decision interval, in sigma. */
  readonly k: number;
  readonly h: number;
  /** CUSUM: both sums start at h/2, to answer faster at the start. */
  readonly fastStart: boolean;
  /** Mean and sigma from the baseline, or typed in the unit of the axis. */
  readonly target: (typeof targets)[number];
  readonly targetValue: number | null;
  readonly sigmaValue: number | null;
  readonly direction: Direction;
}

const ewma = { key: 'chart', in: ['ewma'] };
const cusum = { key: 'chart', in: ['cusum'] };

/** Options of an EWMA or CUSUM chart. */
export const timeWeightedSchema: SpecSchema = {
  fields: [
    { key: 'chart', input: 'choice', choices: charts },
    ...plotFields,
    { key: 'lambda', input: 'number', min: 0.01, max: 1, step: 0.05, showWhen: ewma },
    { key: 'width', input: 'number', min: 0.5, max: 6, step: 0.01, showWhen: ewma },
    { key: 'limits', input: 'choice', choices: limitKinds, showWhen: ewma },
    { key: 'k', input: 'number', min: 0, max: 3, step: 0.05, showWhen: cusum },
    { key: 'h', input: 'number', min: 0.5, max: 20, step: 0.1, showWhen: cusum },
    { key: 'fastStart', input: 'switch', showWhen: cusum },
    { key: 'target', input: 'choice', choices: targets },
    { key: 'targetValue', input: 'number', optional: true, showWhen: { key: 'target', in: ['typed'] } },
    { key: 'sigmaValue', input: 'number', min: 0, optional: true, showWhen: { key: 'target', in: ['typed'] } },
    { key: 'direction', input: 'choice', choices: directions },
    ...stageFields,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, TimeWeightedSpec> = v.object({
  chart: specParts.choice(charts, 'ewma'),
  ...plotParts,
  lambda: within(0.001, 1, 0.2),
  width: within(0.1, 10, 2.86),
  limits: specParts.choice(limitKinds, 'exact'),
  k: within(0, 10, 0.5),
  h: within(0.01, 100, 5),
  fastStart: specParts.flag(false),
  target: specParts.choice(targets, 'baseline'),
  targetValue: specParts.numberOrNone,
  sigmaValue: specParts.numberOrNone,
  direction: specParts.choice(directions, 'lower'),
  ...stageParts,
});

/** An EWMA or CUSUM spec from unknown data. */
export function parseTimeWeightedSpec(raw: unknown): Result<TimeWeightedSpec, Failure> {
  return readSpec(stored, raw);
}

/** The first number column by period or row by row, else the share of a two-valued column, else rows per period. */
export function timeWeightedDefaults({ table }: AnalysisInput): Result<TimeWeightedSpec, Failure> {
  const calendar = findCalendar(table);
  const measure = findMeasure(table);
  const time = calendar ? { subgroup: calendar.subgroup, dateColumn: calendar.column.id } : { subgroup: 'row' };
  if (measure) return parseTimeWeightedSpec({ ...time, plot: 'measure', measure: measure.id, direction: 'none' });
  if (!calendar) return fail('series-no-column');
  const flag = findFlag(table);
  return parseTimeWeightedSpec(
    flag
      ? { ...time, plot: 'share', countedColumn: flag.column.id, countedValues: [flag.rarer] }
      : { ...time, plot: 'count', numerator: 'rows' },
  );
}

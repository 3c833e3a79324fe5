import * as v from 'valibot';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { AnalysisInput, SpecSchema } from '../contract';
import { findCalendar, findMeasure } from '../find-calendar';
import { findFlag } from '../find-flag';
import { readSpec, specParts } from '../read-spec';
import { plotFields, plotParts, scopeFields, stageFields, stageParts, type SeriesChoice } from '../series-fields';
import { directions, type Direction } from '../signals';
import type { StageChoice } from '../stages';

const centers = ['median', 'mean'] as const;

export interface RunChartSpec extends SeriesChoice, StageChoice {
  readonly center: (typeof centers)[number];
  readonly direction: Direction;
}

/** Options of a run chart. */
export const runChartSchema: SpecSchema = {
  fields: [
    ...plotFields,
    { key: 'center', input: 'choice', choices: centers },
    { key: 'direction', input: 'choice', choices: directions },
    ...stageFields,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, RunChartSpec> = v.object({
  ...plotParts,
  center: specParts.choice(centers, 'median'),
  direction: specParts.choice(directions, 'lower'),
  ...stageParts,
});

/** A run chart spec from unknown data. */
export function parseRunChartSpec(raw: unknown): Result<RunChartSpec, Failure> {
  return readSpec(stored, raw);
}

/** The share of a two-valued column by period, else rows per period, else the first number column row by row. */
export function runChartDefaults({ table }: AnalysisInput): Result<RunChartSpec, Failure> {
  const calendar = findCalendar(table);
  if (calendar) {
    const time = { subgroup: calendar.subgroup, dateColumn: calendar.column.id };
    const flag = findFlag(table);
    return parseRunChartSpec(
      flag
        ? { ...time, plot: 'share', countedColumn: flag.column.id, countedValues: [flag.rarer] }
        : { ...time, plot: 'count', numerator: 'rows' },
    );
  }
  const measure = findMeasure(table);
  if (!measure) return fail('series-no-column');
  return parseRunChartSpec({ plot: 'measure', subgroup: 'row', measure: measure.id, direction: 'none' });
}

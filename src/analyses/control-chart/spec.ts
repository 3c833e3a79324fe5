import * as v from 'valibot';
import type { Failure, Result } from '../../kernel/result';
import type { SpecSchema } from '../contract';
import { readSpec, specParts } from '../read-spec';
import { ruleFields, ruleParts, type RuleChoice } from '../rule-choice';
import {
  denominatorFields,
  emptyPeriodsField,
  measureFields,
  numeratorFields,
  pointParts,
  scopeFields,
  seriesColumns,
  stageFields,
  stageParts,
  subgroupFields,
  within,
  type SeriesChoice,
} from '../series-fields';
import type { StageChoice } from '../stages';

const chartKinds = ['p', 'np', 'u', 'c', 'i'] as const;
const sigmaSources = ['mean-range', 'median-range'] as const;
const directions = ['lower', 'higher', 'none'] as const;

export interface ControlChartSpec extends Omit<SeriesChoice, 'plot'>, StageChoice, RuleChoice {
  readonly chart: (typeof chartKinds)[number];
  /** p, u: limits widened by the observed scatter. */
  readonly laney: boolean;
  /** i: sigma from the mean or the median of the moving ranges. */
  readonly sigmaFrom: (typeof sigmaSources)[number];
  /** i: leaves moving ranges above their limit out once (Nelson 1982). */
  readonly screenRanges: boolean;
  readonly direction: (typeof directions)[number];
  readonly limitWidth: number;
}

const attribute = { key: 'chart', in: ['p', 'np', 'u', 'c'] };
const divided = { key: 'chart', in: ['p', 'np', 'u'] };
const individual = { key: 'chart', in: ['i'] };

/** The options form of a control chart. */
export const controlChartSchema: SpecSchema = {
  fields: [
    { key: 'chart', input: 'choice', choices: chartKinds },
    ...subgroupFields,
    ...numeratorFields(attribute),
    ...denominatorFields(divided),
    { key: 'per', input: 'number', min: 1, optional: true, showWhen: { key: 'chart', in: ['u'] }, advanced: true },
    { key: 'laney', input: 'switch', showWhen: { key: 'chart', in: ['p', 'u'] }, advanced: true },
    ...measureFields(individual),
    { key: 'sigmaFrom', input: 'choice', choices: sigmaSources, showWhen: individual, advanced: true },
    {
      key: 'screenRanges',
      input: 'switch',
      showWhen: { key: 'sigmaFrom', in: ['mean-range'] },
      advanced: true,
    },
    emptyPeriodsField,
    { key: 'direction', input: 'choice', choices: directions },
    ...ruleFields,
    { key: 'limitWidth', input: 'number', min: 1, max: 6, step: 0.1, advanced: true },
    ...stageFields,
    ...scopeFields,
  ],
};

const stored: v.GenericSchema<unknown, ControlChartSpec> = v.object({
  chart: specParts.choice(chartKinds, 'p'),
  ...pointParts,
  per: v.optional(v.nullable(v.pipe(v.number(), v.gtValue(0))), null),
  laney: specParts.flag(false),
  sigmaFrom: specParts.choice(sigmaSources, 'mean-range'),
  screenRanges: specParts.flag(false),
  direction: specParts.choice(directions, 'lower'),
  ...ruleParts,
  limitWidth: within(1, 6, 3),
  ...stageParts,
});

/** A control chart spec from unknown data. */
export function parseControlChartSpec(raw: unknown): Result<ControlChartSpec, Failure> {
  return readSpec(stored, raw);
}

/** What each kind of chart plots. */
export const plotOf = { p: 'share', np: 'share', u: 'rate', c: 'count', i: 'measure' } as const;

/** Columns that a control chart reads. */
export function controlChartColumns(spec: ControlChartSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  return seriesColumns({ ...spec, plot: plotOf[spec.chart] });
}

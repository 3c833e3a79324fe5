import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { ControlFailureCode } from './failures';
import { estimateIndividuals } from './limits/individuals';
import { fillMovingRanges } from './limits/moving-ranges';
import { requireEqualLengths, toMaybe, toSeries } from './series';
import type { Maybe, PointRange, StagePlan } from './types';

/** Values, or subgroup means with their sizes. */
export interface WeightedData {
  readonly values: readonly Maybe[];
  readonly sizes?: readonly Maybe[];
}

/** What a stage of an EWMA or CUSUM chart is held against. */
export interface ProcessTarget extends PointRange {
  readonly baseline: PointRange | null;
  readonly target: Maybe;
  /** Standard deviation of one observation. */
  readonly sigma: Maybe;
}

/** Values and sizes as series; a value without a size above 0 is missing. */
export function readWeighted(data: WeightedData): { readonly values: Float64Array; readonly sizes: Float64Array } {
  const values = toSeries(data.values);
  const sizes = data.sizes ? toSeries(data.sizes) : new Float64Array(values.length).fill(1);
  requireEqualLengths(values, sizes);
  for (let i = 0; i < values.length; i++) {
    if (sizes[i] > 0) continue;
    sizes[i] = NaN;
    values[i] = NaN;
  }
  return { values, sizes };
}

/**
 * Target and sigma of every stage: as given, or estimated from its baseline by mean and mean moving range.
 *
 * Fails  sigma-not-positive: given but not above 0, or not given though the points are means of subgroups
 */
export function targetsOf(
  usable: Float64Array,
  areMeans: boolean,
  stages: readonly StagePlan[],
  given: { readonly target?: number; readonly sigma?: number },
): Result<readonly ProcessTarget[], Failure<ControlFailureCode>> {
  if (given.sigma !== undefined && !(given.sigma > 0 && given.sigma < Infinity)) {
    return fail('sigma-not-positive', { sigma: given.sigma });
  }
  if (given.sigma === undefined && areMeans) return fail('sigma-not-positive', { sigma: 0 });
  const ranges = new Float64Array(usable.length);
  return ok(
    stages.map((stage) => {
      fillMovingRanges(usable, ranges, stage, 2);
      const estimate = estimateIndividuals(usable, ranges, stage.baseline ?? stage, {
        sigmaEstimator: 'average_mr',
        span: 2,
        nelsonScreen: false,
      });
      return {
        start: stage.start,
        end: stage.end,
        baseline: stage.baseline ?? null,
        target: given.target ?? toMaybe(estimate.center),
        sigma: given.sigma ?? toMaybe(estimate.sigma),
      };
    }),
  );
}

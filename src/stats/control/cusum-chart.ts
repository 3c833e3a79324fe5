import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { ControlFailureCode } from './failures';
import { toMaybes, withoutPoints } from './series';
import { resolveStages } from './stages';
import { readWeighted, targetsOf, type ProcessTarget, type WeightedData } from './time-weighted';
import type { ControlChartOptions, Maybe } from './types';

/** How a CUSUM chart counts. k, h and the head start are in sigma units. */
export interface CusumOptions extends Omit<ControlChartOptions, 'rules' | 'k'> {
  /** Mean and sigma of one observation; estimated from the baseline where absent. */
  readonly target?: number;
  readonly sigma?: number;
  /** Reference value: half the shift to be found; default 0.5. */
  readonly k?: number;
  /** Decision interval; default 5, one false alarm in 465 points with k = 0.5. */
  readonly h?: number;
  /** Where both sums begin, for a fast initial response; default 0. */
  readonly headStart?: number;
}

/** One side of the chart. */
export interface CusumSide {
  /** Never negative; null where no target or sigma exists. */
  readonly sums: readonly Maybe[];
  /** Points in a row with a sum above 0: counted back from a signal, they tell where the shift began. */
  readonly runs: readonly number[];
  /** Points where the sum is strictly above h. */
  readonly signals: readonly number[];
}

export interface CusumChart {
  readonly upper: CusumSide;
  readonly lower: CusumSide;
  readonly k: number;
  readonly h: number;
  readonly stages: readonly ProcessTarget[];
}

/**
 * Tabular CUSUM chart, standardised.
 *
 * Shape     one value per point; with `sizes` the values are subgroup means. A missing point leaves both sums as they
 *           are. Sums go on after a signal and begin anew with every stage.
 * Unit      sigma of the plotted value; × sigma gives the unit of the values where there are no sizes
 * Formula   zᵢ = (xᵢ − target)/(sigma/√nᵢ);  C⁺ = max(0, C⁺ + z − k);  C⁻ = max(0, C⁻ − z − k), both drawn non-negative
 * Fails     decision-interval-negative, sigma-not-positive, stages-not-contiguous, baseline-outside-stage
 * Accuracy  1e-9 relative (tests/reference/cases/cusum-*)
 * Source    Montgomery, Introduction to SQC, 8th ed., §9.1
 */
export function cusumChart(data: WeightedData, options: CusumOptions): Result<CusumChart, Failure<ControlFailureCode>> {
  const { k = 0.5, h = 5, headStart = 0, excluded = [] } = options;
  if (!(k >= 0 && h > 0 && headStart >= 0)) return fail('decision-interval-negative');
  const { values, sizes } = readWeighted(data);
  const resolved = resolveStages(values.length, options.stages);
  if (!resolved.ok) return resolved;
  const usable = withoutPoints(values, excluded);
  const targets = targetsOf(usable, data.sizes !== undefined, resolved.value, options);
  if (!targets.ok) return targets;
  const z = new Float64Array(values.length);
  for (const { start, end, target, sigma } of targets.value) {
    for (let i = start; i < end; i++) z[i] = standardise(usable[i], target, sigma, sizes[i]);
  }
  const side = (sign: 1 | -1): CusumSide => accumulate(z, sign, targets.value, { k, h, headStart });
  return ok({ upper: side(1), lower: side(-1), k, h, stages: targets.value });
}

/** NaN for a missing point; 0 where the process has no spread and the point is on target. */
function standardise(x: number, target: Maybe, sigma: Maybe, size: number): number {
  if (target === null || sigma === null) return NaN;
  const difference = x - target;
  return difference === 0 ? 0 : difference / (sigma / Math.sqrt(size));
}

function accumulate(
  z: Float64Array,
  sign: 1 | -1,
  stages: readonly ProcessTarget[],
  { k, h, headStart }: { readonly k: number; readonly h: number; readonly headStart: number },
): CusumSide {
  const sums = new Float64Array(z.length).fill(NaN);
  const runs: number[] = new Array<number>(z.length).fill(0);
  const signals: number[] = [];
  for (const stage of stages) {
    if (stage.target === null || stage.sigma === null) continue;
    let sum = headStart;
    let run = 0;
    for (let i = stage.start; i < stage.end; i++) {
      if (z[i] === z[i]) sum = Math.max(0, sum + sign * z[i] - k);
      run = sum > 0 ? run + 1 : 0;
      sums[i] = sum;
      runs[i] = run;
      if (sum > h) signals.push(i);
    }
  }
  return { sums: toMaybes(sums), runs, signals };
}

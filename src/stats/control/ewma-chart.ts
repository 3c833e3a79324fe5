import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { ControlFailureCode } from './failures';
import { draftPanel, finishPanel, setLimits, unbounded } from './panel';
import { ruleSets } from './rules/rule-sets';
import { withoutPoints } from './series';
import { resolveStages } from './stages';
import { readWeighted, targetsOf, type ProcessTarget, type WeightedData } from './time-weighted';
import type { ChartPanel, ControlChartOptions } from './types';

/** How an EWMA chart weighs and limits. */
export interface EwmaOptions extends Omit<ControlChartOptions, 'rules' | 'k'> {
  /** Weight of the newest point, above 0 and at most 1; default 0.2. */
  readonly lambda?: number;
  /** Width of the limits; default 2.86, one false alarm in 371 points with λ = 0.2. */
  readonly width?: number;
  /** Mean and sigma of one observation; estimated from the baseline where absent. */
  readonly target?: number;
  readonly sigma?: number;
  /** z₀; default the target. */
  readonly start?: number;
  /** `exact` (default) limits widen over the first points, `asymptotic` ones do not. */
  readonly limits?: 'exact' | 'asymptotic';
}

export interface EwmaChart {
  readonly panel: ChartPanel;
  readonly stages: readonly ProcessTarget[];
}

/**
 * Exponentially weighted moving average chart.
 *
 * Shape     one value per point; with `sizes` the values are subgroup means and limits use sigma/√nᵢ. A missing point
 *           keeps the last z while time goes on in the limits. Every stage starts anew.
 * Unit      that of the values
 * Formula   zᵢ = λxᵢ + (1 − λ)zᵢ₋₁; target ± L·sigma/√nᵢ·√(λ/(2 − λ)·(1 − (1 − λ)²ⁱ)); judged by the limits alone
 * Fails     weight-outside-unit, limit-width-not-positive, sigma-not-positive, stages-not-contiguous,
 *           baseline-outside-stage
 * Accuracy  1e-9 relative (tests/reference/cases/ewma-*)
 * Source    Montgomery, Introduction to SQC, 8th ed., §9.2
 */
export function ewmaChart(data: WeightedData, options: EwmaOptions): Result<EwmaChart, Failure<ControlFailureCode>> {
  const { lambda = 0.2, width = 2.86, excluded = [], limits = 'exact' } = options;
  if (!(lambda > 0 && lambda <= 1)) return fail('weight-outside-unit', { lambda });
  if (!(width > 0 && width < Infinity)) return fail('limit-width-not-positive', { k: width });
  const { values, sizes } = readWeighted(data);
  const resolved = resolveStages(values.length, options.stages);
  if (!resolved.ok) return resolved;
  const usable = withoutPoints(values, excluded);
  const targets = targetsOf(usable, data.sizes !== undefined, resolved.value, options);
  if (!targets.ok) return targets;
  const draft = draftPanel(new Float64Array(values.length));
  for (const { start, end, target, sigma } of targets.value) {
    let z = options.start ?? target ?? NaN;
    for (let i = start; i < end; i++) {
      const x = usable[i];
      if (x === x) z = lambda * x + (1 - lambda) * z;
      draft.values[i] = z;
      const age = limits === 'exact' ? -Math.expm1(2 * (i - start + 1) * Math.log1p(-lambda)) : 1;
      const spread = ((sigma ?? NaN) / Math.sqrt(sizes[i])) * Math.sqrt((lambda / (2 - lambda)) * age);
      setLimits(draft, i, { center: target ?? NaN, sigma: spread, k: width }, unbounded);
    }
  }
  const panel = finishPanel(draft, draft.values, resolved.value, ruleSets['limits-only']);
  return ok({ panel, stages: targets.value });
}

import { findSignals } from './rules/find-signals';
import { toMaybes } from './series';
import type { ChartPanel, PointRange, RuleSpec, Signal } from './types';

/** A line of points with its limits while it is computed; NaN where a point or a limit does not exist. */
export interface PanelDraft {
  readonly values: Float64Array;
  readonly center: Float64Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly sigma: Float64Array;
}

/** An empty panel of `values.length` points. */
export function draftPanel(values: Float64Array): PanelDraft {
  const line = (): Float64Array => new Float64Array(values.length).fill(NaN);
  return { values, center: line(), upper: line(), lower: line(), sigma: line() };
}

/** How far limits may reach: a rate cannot be negative, a share not above 1. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** No bounds: individual values and means may be anything. */
export const unbounded: Bounds = { min: -Infinity, max: Infinity };

/** Sets centre, sigma and centre ± k·sigma of one point, held within the bounds. */
export function setLimits(
  draft: PanelDraft,
  index: number,
  line: { readonly center: number; readonly sigma: number; readonly k: number },
  bounds: Bounds,
): void {
  const { center, sigma, k } = line;
  draft.center[index] = center;
  draft.sigma[index] = sigma;
  draft.upper[index] = Math.min(bounds.max, center + k * sigma);
  draft.lower[index] = Math.max(bounds.min, center - k * sigma);
}

/** The finished panel. `judged` are the values without the excluded points; each stage is judged on its own. */
export function finishPanel(
  draft: PanelDraft,
  judged: Float64Array,
  stages: readonly PointRange[],
  rules: readonly RuleSpec[],
): ChartPanel {
  const signals: Signal[] = stages.flatMap((stage) => findSignals(judged, draft, stage, rules));
  return {
    values: toMaybes(draft.values),
    center: toMaybes(draft.center),
    upper: toMaybes(draft.upper),
    lower: toMaybes(draft.lower),
    sigma: toMaybes(draft.sigma),
    signals,
  };
}

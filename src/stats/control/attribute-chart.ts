import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { ControlFailureCode } from './failures';
import {
  attributeTraits,
  isEqualRate,
  pooledRate,
  rateSigma,
  sigmaZ,
  standardisedRates,
  type AttributeTrait,
} from './limits/attributes';
import { draftPanel, finishPanel, setLimits, type Bounds } from './panel';
import { requireEqualLengths, toMaybe, toSeries, withoutPoints } from './series';
import type { ChartData, ControlChart, ControlChartOptions, ControlStage, StagePlan } from './types';

/** Counts with their sizes, both NaN where either is missing or the size is not above 0. */
interface AttributeSeries {
  readonly counts: Float64Array;
  readonly sizes: Float64Array;
}

/**
 * Chart of counts or rates: p, np, Laney p′, u, Laney u′ or c.
 *
 * Shape     one count and one size per point; null, or a size not above 0, is a gap. Sizes of u charts may be
 *           fractional, and counts may exceed them.
 * Unit      p, u: fraction, events per unit of size; np, c: events
 * Formula   centre Σcount/Σsize over the baseline; limits centre ± k·σᵢ with σᵢ = √(p̄(1 − p̄)/nᵢ) or √(ū/nᵢ), widened
 *           by σ_z for Laney charts also where σ_z < 1; held within 0 and 1 (nᵢ for np; no upper bound for u and c)
 * Fails     count-negative, defectives-exceed-size
 * Accuracy  1e-9 relative (tests/reference/cases/p-*, np-*, u-*, c-*, laney_*)
 * Source    Montgomery, Introduction to SQC, 8th ed., §7.2–7.3; Laney 2002
 */
export function attributeChart(
  data: Exclude<ChartData, { kind: 'individuals' }>,
  options: ControlChartOptions,
  stages: readonly StagePlan[],
): Result<ControlChart, Failure<ControlFailureCode>> {
  const trait = attributeTraits[data.kind];
  const checked = readSeries(data, trait);
  if (!checked.ok) return checked;
  const { counts, sizes } = checked.value;
  const k = options.k ?? 3;
  const usable = withoutPoints(counts, options.excluded ?? []);
  const plotted = (from: Float64Array): Float64Array =>
    trait.plots === 'count' ? from : from.map((count, i) => count / sizes[i]);
  const draft = draftPanel(plotted(counts));
  const summaries = stages.map((stage): ControlStage => {
    const baseline = stage.baseline ?? stage;
    const { center, pointsUsed } = pooledRate(usable, sizes, baseline);
    const widening = trait.laney ? sigmaZ(standardisedRates(usable, sizes, center, trait.law), baseline) : 1;
    for (let i = stage.start; i < stage.end; i++) {
      if (Number.isNaN(counts[i])) continue;
      const size = sizes[i];
      const unit = trait.plots === 'count' ? size : 1;
      const line = { center: center * unit, sigma: rateSigma(trait.law, center, size) * unit * widening, k };
      setLimits(draft, i, line, boundsOf(trait, unit));
    }
    return {
      start: stage.start,
      end: stage.end,
      baseline: stage.baseline ?? null,
      center: toMaybe(center),
      sigma: null,
      sigmaZ: trait.laney ? toMaybe(widening) : null,
      pointsUsed,
      meanMovingRange: null,
      rangesScreened: 0,
    };
  });
  return ok({
    main: finishPanel(draft, onCenterLine(plotted(usable), draft.center), stages, options.rules),
    movingRange: null,
    stages: summaries,
  });
}

/** Values that differ from the centre line by rounding only, moved onto it: pooled sums must not make a signal. */
function onCenterLine(values: Float64Array, center: Float64Array): Float64Array {
  return values.map((value, i) => (isEqualRate(value, center[i]) ? center[i] : value));
}

function boundsOf(trait: AttributeTrait, unit: number): Bounds {
  return { min: 0, max: trait.law === 'binomial' ? unit : Infinity };
}

/** Counts and sizes of the data of an attribute chart, checked. */
export function readSeries(
  data: Exclude<ChartData, { kind: 'individuals' }>,
  trait: AttributeTrait,
): Result<AttributeSeries, Failure<ControlFailureCode>> {
  const rawCounts = 'defectives' in data ? data.defectives : data.counts;
  const counts = toSeries(rawCounts);
  const sizes = 'sizes' in data ? toSeries(data.sizes) : new Float64Array(counts.length).fill(1);
  requireEqualLengths(counts, sizes);
  for (let i = 0; i < counts.length; i++) {
    if (Number.isNaN(counts[i]) || !(sizes[i] > 0)) {
      counts[i] = NaN;
      sizes[i] = NaN;
      continue;
    }
    if (counts[i] < 0) return fail('count-negative', { point: i + 1, count: counts[i] });
    if (trait.law === 'binomial' && counts[i] > sizes[i]) {
      return fail('defectives-exceed-size', { point: i + 1, defectives: counts[i], size: sizes[i] });
    }
  }
  return ok({ counts, sizes });
}

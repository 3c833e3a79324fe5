import { fail, type Failure, type Result } from '../../kernel/result';
import { attributeChart } from './attribute-chart';
import type { ControlFailureCode } from './failures';
import { individualsChart } from './individuals-chart';
import { resolveStages } from './stages';
import type { ChartData, ControlChart, ControlChartOptions } from './types';

/**
 * A control chart of individual values, counts or rates.
 *
 * Shape     one entry per point; null is a gap that nothing bridges. Every array of the result has one entry per
 *           point, null where there is nothing; a chart of gaps only is a result, not a failure.
 * Unit      that of what is plotted
 * Formula   per stage: limits from its baseline, or from all its points; excluded points stay on the chart but enter
 *           neither limits nor rules. Signals are strict (on the limit is in), and every stage is judged afresh.
 * Fails     limit-width-not-positive, stages-not-contiguous, baseline-outside-stage, moving-range-span, count-negative,
 *           defectives-exceed-size
 * Accuracy  1e-9 relative (tests/reference)
 * Source    Montgomery, Introduction to SQC, 8th ed., chapters 5–7
 * @example  controlChart({ kind: 'p', defectives: [12, 9], sizes: [150, 150] }, { rules: ruleSets.default })
 */
export function controlChart(
  data: ChartData,
  options: ControlChartOptions,
): Result<ControlChart, Failure<ControlFailureCode>> {
  const k = options.k ?? 3;
  if (!(k > 0 && k < Infinity)) return fail('limit-width-not-positive', { k });
  const stages = resolveStages(pointCount(data), options.stages);
  if (!stages.ok) return stages;
  return data.kind === 'individuals'
    ? individualsChart(data, options, stages.value)
    : attributeChart(data, options, stages.value);
}

function pointCount(data: ChartData): number {
  if (data.kind === 'individuals') return data.values.length;
  return 'defectives' in data ? data.defectives.length : data.counts.length;
}

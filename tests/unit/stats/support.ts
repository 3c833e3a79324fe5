import type { Result } from '../../../src/kernel/result';
import { controlChart } from '../../../src/stats/control/control-chart';
import { ruleSets } from '../../../src/stats/control/rules/rule-sets';
import type {
  ChartData,
  ControlChart,
  ControlChartOptions,
  Maybe,
  RuleSpec,
  Signal,
} from '../../../src/stats/control/types';
import { findSignals } from '../../../src/stats/control/rules/find-signals';
import { toSeries } from '../../../src/stats/control/series';

/** The value of a result that a test takes for granted. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected failure ${result.failure.code}`);
  return result.value;
}

/** The code of a failure, or null where there was none. */
export function failureCode(result: Result<unknown>): string | null {
  return result.ok ? null : result.failure.code;
}

/** A chart with the rule of limits, unless told otherwise. */
export function chart(data: ChartData, options: Partial<ControlChartOptions> = {}): ControlChart {
  return value(controlChart(data, { rules: ruleSets['limits-only'], ...options }));
}

/** Signals of z values, judged by limits at ±3. */
export function signalsOf(z: readonly Maybe[], rules: readonly RuleSpec[]): Signal[] {
  const one = (to: number): Float64Array => new Float64Array(z.length).fill(to);
  const lines = { center: one(0), sigma: one(1), upper: one(3), lower: one(-3) };
  return findSignals(toSeries(z), lines, { start: 0, end: z.length }, rules);
}

/** Points at which one rule completes. */
export function completions(z: readonly Maybe[], rule: RuleSpec): number[] {
  return signalsOf(z, [rule]).map(({ completesAt }) => completesAt);
}

/** Uniform numbers in 0 … 1 from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal numbers from a source of uniform ones (Box–Muller). */
export function normals(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** A list made by a function of the index. */
export function times<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

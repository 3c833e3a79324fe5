/** What a person decided about a chart, as positions on it: phases, baselines, excluded points. */

import type { StagePlan } from '../stats/control/types';
import { parsePeriod } from '../table/period';
import type { DayRange, ExclusionChoice, PhaseChoice } from './contract';
import { dayOfPoint, type PointSource } from './point-source';

/** Where limits come from within a stage. */
export const baselines = ['all', 'first', 'range'] as const;

/** What a person decides about stretches and points. */
export interface StageChoice {
  readonly phases: readonly PhaseChoice[];
  readonly baseline: (typeof baselines)[number];
  readonly baselinePoints: number;
  readonly baselineRange: DayRange | null;
  readonly exclusions: readonly ExclusionChoice[];
}

export interface StageName {
  /** Null for the stretch before the first phase that a person has named. */
  readonly name: string | null;
  readonly reason: string;
}

export interface Placement {
  readonly plan: readonly StagePlan[];
  readonly stages: readonly StageName[];
  readonly excluded: readonly { readonly index: number; readonly reason: string }[];
  /** Labels that no point has. */
  readonly unmatched: readonly string[];
}

/**
 * Phases, baselines and exclusions placed on the points. Without phases there is one stage without a name.
 *
 * @param position where the points stand by what choices call them, if that is more than their labels
 */
export function placeChoices(
  labels: readonly string[],
  source: PointSource,
  spec: StageChoice,
  position: ReadonlyMap<string, number> = new Map(labels.map((label, index) => [label, index])),
): Placement {
  const unmatched: string[] = [];
  const starts = new Map<number, StageName>();
  for (const { label, name, reason } of spec.phases) {
    const index = position.get(label) ?? positionOfPeriod(label, source, labels.length);
    if (index === undefined) unmatched.push(label);
    else starts.set(index, { name, reason });
  }
  if (!starts.has(0)) starts.set(0, { name: null, reason: '' });
  const ordered = [...starts].sort(([a], [b]) => a - b);
  const excluded = new Map<number, string>();
  for (const { label, reason } of spec.exclusions) {
    const index = position.get(label);
    if (index === undefined) unmatched.push(label);
    else excluded.set(index, reason);
  }
  const plan = ordered.map(([start], i): StagePlan => {
    const end = i + 1 < ordered.length ? ordered[i + 1][0] : labels.length;
    const baseline = baselineOf({ start, end }, source, spec);
    return baseline ? { start, end, baseline } : { start, end };
  });
  return {
    plan,
    stages: ordered.map(([, stage]) => stage),
    excluded: [...excluded].map(([index, reason]) => ({ index, reason })).sort((a, b) => a.index - b.index),
    unmatched,
  };
}

/** A phase that began before the first point shown covers the chart from there. */
function positionOfPeriod(label: string, source: PointSource, length: number): number | undefined {
  if (source.kind !== 'period') return undefined;
  const period = parsePeriod(label, source.unit);
  if (period === null || period >= source.first + length) return undefined;
  return Math.max(0, period - source.first);
}

/** The points of a stage that its limits come from; undefined = all of them. */
function baselineOf(
  stage: { readonly start: number; readonly end: number },
  source: PointSource,
  spec: StageChoice,
): { readonly start: number; readonly end: number } | undefined {
  if (spec.baseline === 'first') {
    const end = stage.start + spec.baselinePoints;
    return end < stage.end ? { start: stage.start, end } : undefined;
  }
  if (spec.baseline !== 'range' || !spec.baselineRange) return undefined;
  const { from, before } = spec.baselineRange;
  let start = stage.end;
  let end = stage.start;
  for (let i = stage.start; i < stage.end; i++) {
    const day = dayOfPoint(source, i);
    if (day === null || (from !== null && day < from) || (before !== null && day >= before)) continue;
    start = Math.min(start, i);
    end = i + 1;
  }
  return start < end && (start > stage.start || end < stage.end) ? { start, end } : undefined;
}

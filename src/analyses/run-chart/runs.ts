/** What the tests of a run chart found, point by point. */

import type { RunChartStage } from '../../stats/control/run-chart';
import type { Maybe } from '../../stats/control/types';
import type { RunOutcome } from './outcome';

/** A run too long for chance. */
export interface LongRun {
  readonly members: readonly number[];
  readonly side: 'above' | 'below';
}

/** The unusually long run of a stage, or null. */
export function longRunOf({ chart }: RunOutcome, stage: RunChartStage): LongRun | null {
  if (stage.signal !== 'shift' && stage.signal !== 'both') return null;
  const members = stage.longestRunMembers;
  const first = chart.values[members[0]] ?? 0;
  return { members, side: first > (stage.center ?? 0) ? 'above' : 'below' };
}

/** The runs that signal, by their points. */
export function runsByPoint(outcome: RunOutcome): ReadonlyMap<number, readonly LongRun[]> {
  const found = new Map<number, readonly LongRun[]>();
  for (const stage of outcome.chart.stages) {
    const run = longRunOf(outcome, stage);
    run?.members.forEach((member) => found.set(member, [run]));
  }
  return found;
}

/** The centre line at every point. */
export function centerLine({ chart, labels }: RunOutcome): Maybe[] {
  const line: Maybe[] = labels.map(() => null);
  for (const { start, end, center } of chart.stages) line.fill(center, start, end);
  return line;
}

/** How many stages signal. */
export function signallingStages({ chart }: RunOutcome): number {
  return chart.stages.filter(({ signal }) => signal !== 'none' && signal !== 'too-few-points').length;
}

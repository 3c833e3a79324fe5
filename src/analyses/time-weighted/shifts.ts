/** Signals of weighted charts as stretches: a shift signals at every point until it is over. */

import type { CusumChart, CusumSide } from '../../stats/control/cusum-chart';
import type { EwmaChart } from '../../stats/control/ewma-chart';
import type { PointRange } from '../../stats/control/types';
import type { ShiftSignal } from './outcome';

/** Stretches of an EWMA beyond its limits; a stretch ends with its stage. */
export function ewmaShifts({ panel, stages }: EwmaChart): ShiftSignal[] {
  const points = (side: 'above' | 'below'): number[] =>
    panel.signals.filter((signal) => signal.side === side).map(({ completesAt }) => completesAt);
  return (['above', 'below'] as const)
    .flatMap((side) => stretches(points(side), stages).map(({ first, last }) => ({ side, first, last, began: null })))
    .sort((a, b) => a.first - b.first);
}

/** Stretches of a CUSUM above its decision interval, each with the point where its sum left 0. */
export function cusumShifts({ upper, lower, stages }: CusumChart): ShiftSignal[] {
  const of = ({ signals, runs }: CusumSide, side: 'above' | 'below'): ShiftSignal[] =>
    stretches(signals, stages).map(({ first, last }) => ({ side, first, last, began: first - runs[first] + 1 }));
  return [...of(upper, 'above'), ...of(lower, 'below')].sort((a, b) => a.first - b.first);
}

function stretches(points: readonly number[], stages: readonly PointRange[]): { first: number; last: number }[] {
  const starts = new Set(stages.map(({ start }) => start));
  const found: { first: number; last: number }[] = [];
  for (const point of points) {
    const open = found.at(-1);
    if (open && point === open.last + 1 && !starts.has(point)) open.last = point;
    else found.push({ first: point, last: point });
  }
  return found;
}

/** Per point, the stretches it lies in. */
export function shiftsByPoint(shifts: readonly ShiftSignal[]): ReadonlyMap<number, readonly ShiftSignal[]> {
  const found = new Map<number, ShiftSignal[]>();
  for (const shift of shifts) {
    for (let i = shift.first; i <= shift.last; i++) found.set(i, [...(found.get(i) ?? []), shift]);
  }
  return found;
}

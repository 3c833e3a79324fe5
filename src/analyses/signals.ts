/** Reads signals in the light of the direction that is better. */

import type { ChartPanel, Maybe, Signal } from '../stats/control/types';

/** Which way is better. */
export const directions = ['lower', 'higher', 'none'] as const;
export type Direction = (typeof directions)[number];

export type Verdict = 'good' | 'concern';

/** Whether a signal is an improvement. One that points both ways, or without a better direction, is a concern. */
export function judge(signal: Pick<Signal, 'side'>, direction: Direction): Verdict {
  if (direction === 'none' || signal.side === 'both') return 'concern';
  return (signal.side === 'below') === (direction === 'lower') ? 'good' : 'concern';
}

/** Per point, the signals it takes part in. */
export function signalsByPoint(panel: Pick<ChartPanel, 'signals'>): ReadonlyMap<number, readonly Signal[]> {
  const found = new Map<number, Signal[]>();
  for (const signal of panel.signals) {
    for (const member of signal.members) {
      const list = found.get(member);
      if (list) list.push(signal);
      else found.set(member, [signal]);
    }
  }
  return found;
}

/** Signals that belong together as one: a run that goes on signals at every further point. */
export interface SignalGroup {
  readonly signal: Signal;
  readonly members: readonly number[];
}

/** Signals of one rule and side that share points, merged; in order of appearance. */
export function mergeSignals(signals: readonly Signal[]): readonly SignalGroup[] {
  const groups: { signal: Signal; members: Set<number> }[] = [];
  const latest = new Map<string, { signal: Signal; members: Set<number> }>();
  const ordered = [...signals].sort((a, b) => a.completesAt - b.completesAt);
  for (const signal of ordered) {
    const key = `${signal.rule} ${signal.side}`;
    const open = latest.get(key);
    if (open && signal.rule !== 'beyond-limits' && signal.members.some((member) => open.members.has(member))) {
      signal.members.forEach((member) => open.members.add(member));
    } else {
      const made = { signal, members: new Set(signal.members) };
      groups.push(made);
      latest.set(key, made);
    }
  }
  return groups.map(({ signal, members }) => ({ signal, members: [...members].sort((a, b) => a - b) }));
}

/** How many points can be judged: measured and not left out. */
export function countJudged(values: readonly Maybe[], excluded: readonly { readonly index: number }[]): number {
  const left = new Set(excluded.map(({ index }) => index));
  return values.filter((value, index) => value !== null && !left.has(index)).length;
}
